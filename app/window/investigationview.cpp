// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/investigationview.h"

#include "common/theme.h"
#include "investigation/investigation.h"
#include "mail/mailpage.h"
#include "server/queuecolumn.h"
#include "server/serverbar.h"
#include "server/transferspage.h"
#include "suspects/suspectspane.h"
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
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace limier
{

namespace
{

const QString LogPageName = QStringLiteral("log");
const QString SplitterKey = QStringLiteral("splitter");
const QString ColumnsKey = QStringLiteral("columns");
const QString SuspectsKey = QStringLiteral("suspects");
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
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_suspects(new SuspectsPane(investigation, display))
    , m_showSuspects(new QToolButton)
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

QWidget *InvestigationView::makeUpper()
{
    auto *const upper = new QWidget;
    auto *const layout = new QHBoxLayout(upper);
    layout->setContentsMargins({});
    layout->setSpacing(0); // the column beside it may be empty
    layout->addWidget(m_timeline, 1);
    layout->addWidget(new QueueColumn(m_servers));
    return upper;
}

QWidget *InvestigationView::makeLower()
{
    m_tabs->setDocumentMode(true);
    m_showSuspects->setAutoRaise(true);
    m_showSuspects->setCheckable(true);
    m_showSuspects->setChecked(true);
    m_showSuspects->setShortcut(Qt::Key_F9);
    m_tabs->setCornerWidget(m_showSuspects, Qt::TopLeftCorner);
    connect(m_showSuspects, &QToolButton::toggled, m_suspects, &QWidget::setVisible);
    auto *const centre = new QWidget;
    auto *const layout = new QVBoxLayout(centre);
    layout->setContentsMargins({});
    layout->addWidget(new ChipBar(m_investigation.filters(), m_display));
    layout->addWidget(m_tabs, 1);
    m_columns->addWidget(m_suspects);
    m_columns->addWidget(centre);
    m_columns->setStretchFactor(1, 1);
    m_columns->setChildrenCollapsible(false); // there is a button for that
    return m_columns;
}

void InvestigationView::build()
{
    if (m_timeline != nullptr) {
        m_splitter->addWidget(makeUpper());
    }
    m_splitter->addWidget(makeLower());
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
    m_showSuspects->setIcon(Theme::instance().icon(QStringLiteral("dialog-warning")));
    for (int place = 0; place < m_tabs->count(); ++place) {
        const Page *const page = pageOf(m_tabs->widget(place));
        const char *const own = m_tabs->widget(place) == m_mail ? "mail-message" : "view-list-text";
        m_tabs->setTabIcon(place, Theme::instance().icon(QLatin1StringView(page != nullptr ? page->icon : own)));
    }
}

void InvestigationView::save(QSettings &settings) const
{
    settings.setValue(SplitterKey, m_splitter->saveState());
    settings.setValue(ColumnsKey, m_columns->saveState());
    settings.setValue(SuspectsKey, m_showSuspects->isChecked());
    settings.setValue(MailKey, m_mail->saveState());
    if (const Page *const page = pageOf(m_tabs->currentWidget())) {
        settings.setValue(TabKey, page->name);
    }
    savePages(m_pages, settings);
}

void InvestigationView::restore(QSettings &settings)
{
    m_splitter->restoreState(settings.value(SplitterKey).toByteArray());
    m_columns->restoreState(settings.value(ColumnsKey).toByteArray());
    m_showSuspects->setChecked(settings.value(SuspectsKey, true).toBool());
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
    m_showSuspects->setAccessibleName(tr("Suspects"));
    m_showSuspects->setToolTip(
        tr("Show or hide the suspects (%1)").arg(m_showSuspects->shortcut().toString(QKeySequence::NativeText)));
    for (int place = 0; place < m_tabs->count(); ++place) {
        const Page *const page = pageOf(m_tabs->widget(place));
        const QString own = m_tabs->widget(place) == m_mail ? tr("One Mail") : tr("Transfers");
        m_tabs->setTabText(place, page != nullptr ? pageTitle(*page) : own);
    }
}

} // namespace limier
