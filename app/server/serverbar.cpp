// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverbar.h"

#include "server/servercard.h"
#include "server/serverrow.h"

#include <QVBoxLayout>

#include <algorithm>

namespace limier
{

ServerBar::ServerBar(Servers &servers, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_servers(servers)
    , m_display(display)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    connect(&m_servers, &Servers::changed, this, &ServerBar::showServers);
    showServers();
}

void ServerBar::showServers()
{
    const auto &links = m_servers.links();
    std::erase_if(m_rows, [&](ServerRow *row) {
        const bool isGone = std::ranges::none_of(links, [row](const auto &link) { return link.get() == &row->link(); });
        if (isGone) {
            // Later, as its link does: a button of it may be what is pressed.
            row->hide();
            m_layout->removeWidget(row);
            row->deleteLater();
        }
        return isGone;
    });
    for (const auto &link : links) {
        if (std::ranges::none_of(m_rows, [&](const ServerRow *row) { return &row->link() == link.get(); })) {
            addRow(*link);
        }
    }
    setVisible(!m_rows.empty());
}

void ServerBar::addRow(ServerLink &link)
{
    auto *const row = new ServerRow(link);
    connect(row, &ServerRow::addRequested, this, &ServerBar::addRequested);
    connect(row, &ServerRow::transfersRequested, this, &ServerBar::transfersRequested);
    connect(row, &ServerRow::removeRequested, this, [this, &link] { Q_EMIT removeRequested(link); });
    connect(row, &ServerRow::forgetRequested, this, [this, &link] { Q_EMIT forgetRequested(link); });
    connect(row, &ServerRow::cardRequested, this, [this, row] { showCard(*row); });
    m_layout->addWidget(row);
    m_rows.push_back(row);
}

void ServerBar::showCard(const ServerRow &row)
{
    const ServerLink &link = row.link();
    if (!link.facts()) {
        return;
    }
    auto *const card = new ServerCard(m_display, this);
    card->setWindowFlags(Qt::Popup);
    card->setAttribute(Qt::WA_DeleteOnClose);
    card->setFacts(link.request().address.trimmed().toStdString(), *link.facts());
    const auto showQueue = [card, &link] {
        if (!link.queueLengths().empty()) {
            card->setQueue(link.queueLengths().back());
        }
    };
    showQueue();
    connect(&link, &ServerLink::queueMeasured, card, showQueue);
    card->resize(card->sizeHint());
    card->move(row.mapToGlobal(QPoint(row.width() - card->width(), fontMetrics().height() * 2)));
    card->show();
    card->setFocus();
}

} // namespace limier
