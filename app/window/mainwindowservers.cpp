// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include "analysis/timeseries.h"
#include "common/displaytext.h"
#include "server/connectdialog.h"
#include "server/remotesentences.h"
#include "window/investigationview.h"
#include "window/recents.h"
#include "window/startpage.h"

#include <QMessageBox>

namespace limier
{

void MainWindow::connectServers()
{
    connect(m_start, &StartPage::connectRequested, this, [this] { askForServer(false); });
    connect(m_start, &StartPage::reconnectRequested, this, &MainWindow::reconnectTo);
    connect(m_start, &StartPage::offlineRequested, this, &MainWindow::openOffline);
    connect(m_start, &StartPage::forgetRequested, this, &MainWindow::forgetFetched);
    connect(m_view, &InvestigationView::addServerRequested, this, [this] { askForServer(true); });
    connect(m_view, &InvestigationView::removeServerRequested, this, &MainWindow::removeServer);
    connect(m_view, &InvestigationView::forgetServerRequested, this, &MainWindow::forgetServer);
    connect(&m_servers, &Servers::changed, this, [this] {
        enableCommands();
        retranslate();
    });
    connect(&m_servers, &Servers::stateChanged, this, [this](const ServerLink &link) {
        // A name that never answered is not worth to be kept.
        if (link.state() == SessionState::Probing) {
            rememberServers();
        }
    });
}

void MainWindow::askForServer(bool isAdding)
{
    auto *const dialog = new ConnectDialog(m_servers.context(), recentServers(), !m_servers.isEmpty(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAdding(isAdding);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { connectTo({dialog->request()}, dialog->isAdding()); });
    dialog->open();
}

void MainWindow::connectTo(const std::vector<ServerRequest> &requests, bool isAdding)
{
    if (!isAdding) {
        m_servers.clear();
    }
    m_timezone.clear();
    m_opened = QDateTime::currentDateTimeUtc();
    for (const ServerRequest &request : requests) {
        m_servers.add(request);
    }
    showInvestigation();
}

void MainWindow::reconnectTo(const QStringList &servers, bool keepsSecrets)
{
    std::vector<ServerRequest> requests;
    for (const QString &server : servers) {
        requests.push_back({.address = server, .keepsSecrets = keepsSecrets});
    }
    connectTo(requests);
}

void MainWindow::openOffline(const QStringList &servers)
{
    std::vector<CachedServer> cached;
    for (const QString &server : servers) {
        if (auto found = cachedServer(server, m_servers.context())) {
            cached.push_back(std::move(*found));
        }
    }
    m_opened = {};
    m_servers.openOffline(cached);
    retranslate();
    showInvestigation();
}

void MainWindow::rememberServers()
{
    if (m_servers.isEmpty()) {
        return;
    }
    RecentInvestigation recent{.opened = m_opened.isValid() ? m_opened : QDateTime::currentDateTimeUtc()};
    for (const auto &link : m_servers.links()) {
        recent.servers += link->request().address.trimmed();
        recent.keepsSecrets = recent.keepsSecrets || link->request().keepsSecrets;
    }
    if (const auto &facts = m_servers.links().front()->facts()) {
        recent.timezone = QString::fromStdString(facts->timezone);
    }
    if (const auto &evaluation = m_investigation.evaluation(); evaluation && evaluation->index().lineCount() > 0) {
        const TimeRange span = spanOf(evaluation->index());
        recent.since = span.since;
        recent.until = span.until;
    }
    rememberInvestigation(recent);
}

void MainWindow::removeServer(ServerLink &link)
{
    m_servers.remove(link);
    if (m_servers.isEmpty()) {
        showStartPage();
    }
}

void MainWindow::forgetServer(ServerLink &link)
{
    for (const RecentInvestigation &recent : recentInvestigations()) {
        if (recent.servers.contains(link.request().address.trimmed())) {
            forgetInvestigation(recent);
        }
    }
    const auto forgotten = m_servers.forget(link);
    if (m_servers.isEmpty()) {
        showStartPage();
    }
    if (!forgotten) {
        auto *const message = new QMessageBox(QMessageBox::Warning, tr("Forget"), QString(), QMessageBox::Ok, this);
        message->setAttribute(Qt::WA_DeleteOnClose);
        message->setTextFormat(Qt::PlainText);
        message->setText(breakable(sentence(forgotten.error())));
        message->open();
    }
}

void MainWindow::forgetFetched(const RecentInvestigation &investigation)
{
    forgetInvestigation(investigation);
    for (const QString &server : investigation.servers) {
        const auto found = std::ranges::find_if(
            m_servers.links(), [&](const auto &link) { return link->request().address.trimmed() == server; });
        if (found != m_servers.links().end()) {
            forgetServer(**found);
        } else {
            (void)limier::forgetFetched(server, m_servers.context());
        }
    }
}

} // namespace limier
