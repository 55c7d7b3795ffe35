// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/investigationview.h"

#include "common/theme.h"
#include "investigation/investigation.h"
#include "mail/mailpage.h"
#include "server/queuecolumn.h"
#include "server/serverbar.h"
#include "server/transferspage.h"
#include "window/chipbar.h"
#include "window/problemstrip.h"
#include "window/sourcebar.h"
#include "window/viewcommands.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace limier
{

namespace
{

const QString LogPageName = QStringLiteral("log");
const QString SplitterKey = QStringLiteral("splitter");
const QString MailKey = QStringLiteral("mail");
const QString TabKey = QStringLiteral("tab");

} // namespace

InvestigationView::InvestigationView(Investigation &investigation, Servers &servers, DisplaySettings &display,
                                     QWidget *parent)
    : QWidget(parent)
    , m_investigation(investigation)
    , m_servers(servers)
    , m_display(display)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_tabs(new QTabWidget)
    , m_mail(new MailPage(investigation, display, this))
    , m_transfers(new TransfersPage(servers, display, this))
    , m_serverBar(new ServerBar(servers, display))
    , m_timeline(makeTimeline(investigation, display, this))
{
    m_mail->hide();
    m_transfers->hide();
    build();
    addPages();
    connectAll();
    setIcons();
    retranslate();
}

void InvestigationView::build()
{
    m_tabs->setDocumentMode(true);
    auto *lower = new QWidget;
    auto *lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins({});
    lowerLayout->addWidget(new ChipBar(m_investigation.filters(), m_display));
    lowerLayout->addWidget(m_tabs, 1);
    if (m_timeline != nullptr) {
        auto *const upper = new QWidget;
        auto *const upperLayout = new QHBoxLayout(upper);
        upperLayout->setContentsMargins({});
        upperLayout->setSpacing(0); // the column beside it may be empty
        upperLayout->addWidget(m_timeline, 1);
        upperLayout->addWidget(new QueueColumn(m_servers));
        m_splitter->addWidget(upper);
    }
    m_splitter->addWidget(lower);
    m_splitter->setStretchFactor(m_splitter->count() - 1, 1);
    m_splitter->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(this);
    const int space = fontMetrics().height() / 2;
    layout->setContentsMargins(space, space, space, space);
    layout->setSpacing(space);
    auto *const source = new SourceBar(m_investigation, m_servers, m_display);
    connect(source, &SourceBar::addServerRequested, this, &InvestigationView::addServerRequested);
    layout->addWidget(source);
    layout->addWidget(m_serverBar);
    layout->addWidget(new ProblemStrip(m_investigation));
    layout->addWidget(m_splitter, 1);
    layout->addStretch(0); // where the splitter is hidden
}

void InvestigationView::addPages()
{
    m_pages = makePages(m_investigation, m_display, m_tabs);
    for (const Page &page : m_pages) {
        m_tabs->addTab(page.widget, QString());
    }
    // They would take the name of a file that is dropped on them for a text; the window opens it.
    for (QLineEdit *const edit : findChildren<QLineEdit *>()) {
        edit->setAcceptDrops(false);
    }
}

void InvestigationView::connectAll()
{
    connect(m_mail, &MailPage::opened, this, &InvestigationView::showMail);
    connect(m_mail, &MailPage::closeRequested, this, &InvestigationView::closeMail);
    connect(&m_investigation, &Investigation::lineRequested, this, [this] { showPage(LogPageName); });
    connect(&m_investigation, &Investigation::linesRequested, this, [this] { showPage(LogPageName); });
    connect(&m_investigation, &Investigation::stateChanged, this, [this](Investigation::State state) {
        if (state == Investigation::State::Loading) {
            closeMail();
            m_mail->clear();
            m_tabs->setCurrentWidget(m_pages.front().widget);
        }
    });
    connect(&m_investigation, &Investigation::replaced, this, [] {
        if (QWidget *const menu = QApplication::activePopupWidget()) { // it may be about what ids no longer mean
            menu->close();
        }
    });
    connect(&Theme::instance(), &Theme::changed, this, &InvestigationView::setIcons);
    connectServers();
    connectFind();
}

/// Until the first logs of a server come, there are no tables and charts to be shown, not even empty ones.
void InvestigationView::showOrHide()
{
    const auto &evaluation = m_investigation.evaluation();
    const bool isWaiting = !m_servers.isEmpty() && (!evaluation || evaluation->index().lineCount() == 0);
    m_splitter->setVisible(!isWaiting || m_tabs->indexOf(m_transfers) >= 0);
}

void InvestigationView::connectServers()
{
    connect(&m_servers, &Servers::changed, this, &InvestigationView::showOrHide);
    connect(&m_investigation, &Investigation::evaluated, this, &InvestigationView::showOrHide);
    connect(&m_investigation, &Investigation::stateChanged, this, &InvestigationView::showOrHide);
    connect(m_serverBar, &ServerBar::addRequested, this, &InvestigationView::addServerRequested);
    connect(m_serverBar, &ServerBar::removeRequested, this, &InvestigationView::removeServerRequested);
    connect(m_serverBar, &ServerBar::forgetRequested, this, &InvestigationView::forgetServerRequested);
    connect(m_serverBar, &ServerBar::transfersRequested, this, &InvestigationView::showTransfers);
    connect(m_transfers, &TransfersPage::closeRequested, this, &InvestigationView::closeTransfers);
    connect(&m_servers, &Servers::changed, this, [this] {
        if (m_servers.isEmpty()) {
            closeTransfers();
        }
    });
}

void InvestigationView::connectFind()
{
    // The views have the key for themselves; where the timeline or the tabs have the focus, the tab in front is meant.
    auto *const find = new QAction(this);
    find->setShortcuts(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetShortcut);
    m_tabs->tabBar()->addAction(find);
    if (m_timeline != nullptr) {
        for (QWidget *const widget : m_timeline->findChildren<QWidget *>()) {
            widget->addAction(find);
        }
    }
    connect(find, &QAction::triggered, this, [this] {
        m_tabs->currentWidget()->setFocus();
        askView(m_tabs->currentWidget(), QKeySequence::Find, "find");
    });
}

const Page *InvestigationView::pageOf(const QWidget *widget) const
{
    const auto found =
        std::ranges::find(m_pages, widget, [](const Page &page) -> const QWidget * { return page.widget; });
    return found == m_pages.end() ? nullptr : &*found;
}

void InvestigationView::showPage(const QString &name)
{
    const auto found = std::ranges::find(m_pages, name, &Page::name);
    if (found != m_pages.end()) {
        m_tabs->setCurrentWidget(found->widget);
        found->widget->setFocus();
    }
}

QWidget *InvestigationView::currentPage() const
{
    return m_tabs->currentWidget();
}

void InvestigationView::showMail()
{
    if (m_tabs->currentWidget() != m_mail) {
        m_beforeMail = m_tabs->currentWidget();
    }
    if (m_tabs->indexOf(m_mail) < 0) {
        m_tabs->insertTab(m_tabs->currentIndex() + 1, m_mail, QString());
        setIcons();
        retranslate();
    }
    m_tabs->setCurrentWidget(m_mail);
    m_mail->setFocus();
}

void InvestigationView::closeMail()
{
    const int place = m_tabs->indexOf(m_mail);
    if (place < 0) {
        return;
    }
    const bool wasInFront = m_tabs->currentIndex() == place;
    m_tabs->removeTab(place);
    m_mail->setParent(this);
    m_mail->hide();
    if (wasInFront && m_beforeMail != nullptr) {
        m_tabs->setCurrentWidget(m_beforeMail);
        m_beforeMail->setFocus();
    }
}

void InvestigationView::showTransfers()
{
    if (m_tabs->indexOf(m_transfers) < 0) {
        m_tabs->addTab(m_transfers, QString());
        setIcons();
        retranslate();
    }
    showOrHide();
    m_tabs->setCurrentWidget(m_transfers);
    m_transfers->setFocus();
}

void InvestigationView::closeTransfers()
{
    if (const int place = m_tabs->indexOf(m_transfers); place >= 0) {
        m_tabs->removeTab(place);
        m_transfers->setParent(this);
        m_transfers->hide();
        showOrHide();
        m_tabs->currentWidget()->setFocus();
    }
}

void InvestigationView::setIcons()
{
    for (int place = 0; place < m_tabs->count(); ++place) {
        const Page *const page = pageOf(m_tabs->widget(place));
        const char *const own = m_tabs->widget(place) == m_mail ? "mail-message" : "view-list-text";
        m_tabs->setTabIcon(place, Theme::instance().icon(QLatin1StringView(page != nullptr ? page->icon : own)));
    }
}

void InvestigationView::save(QSettings &settings) const
{
    settings.setValue(SplitterKey, m_splitter->saveState());
    settings.setValue(MailKey, m_mail->saveState());
    if (const Page *const page = pageOf(m_tabs->currentWidget())) {
        settings.setValue(TabKey, page->name);
    }
    savePages(m_pages, settings);
}

void InvestigationView::restore(QSettings &settings)
{
    m_splitter->restoreState(settings.value(SplitterKey).toByteArray());
    m_mail->restoreState(settings.value(MailKey).toByteArray());
    restorePages(m_pages, settings);
    const auto found = std::ranges::find(m_pages, settings.value(TabKey).toString(), &Page::name);
    if (found != m_pages.end()) {
        m_tabs->setCurrentWidget(found->widget);
    }
}

void InvestigationView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void InvestigationView::retranslate()
{
    for (int place = 0; place < m_tabs->count(); ++place) {
        const Page *const page = pageOf(m_tabs->widget(place));
        const QString own = m_tabs->widget(place) == m_mail ? tr("One Mail") : tr("Transfers");
        m_tabs->setTabText(place, page != nullptr ? pageTitle(*page) : own);
    }
}

} // namespace limier
