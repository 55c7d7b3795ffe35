// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/logpage.h"

#include "common/displaytext.h"
#include "common/theme.h"
#include "logview/linecopier.h"
#include "logview/logview.h"
#include "logview/searchbar.h"
#include "report/sentences.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace limier
{

LogPage::LogPage(Investigation &investigation, QWidget *parent)
    : QWidget(parent)
    , m_investigation(investigation)
    , m_view(new LogView(this))
    , m_searchBar(new SearchBar(m_runner, this))
    , m_copier(new LineCopier(this))
    , m_modeLabel(new QLabel(this))
    , m_modes(new QComboBox(this))
    , m_notice(new QLabel(this))
    , m_find(new QToolButton(this))
    , m_copyAction(new QAction(this))
    , m_findAction(new QAction(this))
    , m_nextAction(new QAction(this))
    , m_previousAction(new QAction(this))
{
    buildTop();
    buildActions();
    connectSearch();
    connect(&m_lister, &LineLister::changed, this, &LogPage::applyLines);
    connect(m_copier, &LineCopier::copied, this, &LogPage::showCopied);
    connect(m_view, &LogView::currentChanged, this, &LogPage::updateCurrent);
    connect(m_view, &LogView::activated, this, &LogPage::openMail);
    connect(m_view, &LogView::contextMenuRequested, this, [this](const QPoint &position) {
        QMenu *menu = makeMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(position);
    });
    connect(&m_investigation, &Investigation::stateChanged, this, [this](Investigation::State state) {
        if (state == Investigation::State::Loading) {
            reset();
        }
        m_view->setPlaceholder(placeholder());
    });
    connect(&m_investigation, &Investigation::replaced, this, &LogPage::reset);
    connect(&m_investigation, &Investigation::evaluated, this, &LogPage::take);
    connect(&m_investigation, &Investigation::lineRequested, this, &LogPage::showLine);
    connect(&m_investigation, &Investigation::linesRequested, this, &LogPage::showLinesOf);
    connect(&Theme::instance(), &Theme::changed, this, &LogPage::updateIcons);
    updateIcons();
    retranslate();
    if (m_investigation.evaluation()) {
        take(m_investigation.evaluation());
    }
}

void LogPage::buildTop()
{
    m_modeLabel->setBuddy(m_modes);
    m_modes->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (std::size_t mode = 0; mode < LineModes; ++mode) {
        m_modes->addItem(QString());
    }
    connect(m_modes, &QComboBox::activated, this, [this](int place) { setMode(static_cast<LineMode>(place)); });
    m_notice->setTextFormat(Qt::PlainText);
    m_find->setDefaultAction(m_findAction);
    m_find->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_find->setAutoRaise(true);
    const int space = fontMetrics().averageCharWidth();
    m_searchBar->setContentsMargins(space, 0, space, 0);
    m_searchBar->hide();
    auto *top = new QHBoxLayout;
    top->setContentsMargins(space, space / 2, space, 0);
    top->addWidget(m_modeLabel);
    top->addWidget(m_modes);
    top->addWidget(m_notice, 1);
    top->addWidget(m_find);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addLayout(top);
    all->addWidget(m_searchBar);
    all->addWidget(m_view, 1);
    setFocusProxy(m_view);
}

void LogPage::buildActions()
{
    m_copyAction->setShortcuts(QKeySequence::Copy);
    m_findAction->setShortcuts(QKeySequence::Find);
    m_nextAction->setShortcut(Qt::Key_F3);
    m_previousAction->setShortcut(Qt::SHIFT | Qt::Key_F3);
    m_copyAction->setShortcutContext(Qt::WidgetShortcut); // the search's text is copied by itself
    m_view->addAction(m_copyAction);
    for (QAction *action : {m_findAction, m_nextAction, m_previousAction}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_copyAction, &QAction::triggered, this, &LogPage::copyLines);
    connect(m_findAction, &QAction::triggered, this, &LogPage::openSearch);
    connect(m_nextAction, &QAction::triggered, this, [this] { goToMatch(false); });
    connect(m_previousAction, &QAction::triggered, this, [this] { goToMatch(true); });
}

void LogPage::connectSearch()
{
    connect(m_searchBar, &SearchBar::searchRequested, this, &LogPage::startSearch);
    connect(m_searchBar, &SearchBar::nextRequested, this, [this] { goToMatch(false); });
    connect(m_searchBar, &SearchBar::previousRequested, this, [this] { goToMatch(true); });
    connect(m_searchBar, &SearchBar::cancelRequested, &m_runner, &SearchRunner::cancel);
    connect(m_searchBar, &SearchBar::closed, this, &LogPage::closeSearch);
    connect(&m_runner, &SearchRunner::changed, this, &LogPage::updateSearch);
    m_view->bar().setMarks([this](std::size_t first, std::size_t end) {
        const LineList &lines = m_view->lines();
        const LineId behind = end < lines.size() ? lines.at(end) : None<LineId>;
        return first < lines.size() && m_runner.matches().hasBetween(lines.at(first), behind);
    });
}

void LogPage::reset()
{
    m_pending.reset();
    m_wanted = None<LineId>;
    m_mode = LineMode::All;
    closeSearch();
    m_view->reset();
    m_lister.reset();
}

void LogPage::take(const std::shared_ptr<const Evaluation> &evaluation)
{
    m_pending = evaluation;
    if (isVisible()) {
        applyPending();
    }
}

void LogPage::applyPending()
{
    if (m_pending) {
        const auto evaluation = std::exchange(m_pending, nullptr);
        m_view->setText(evaluation->snapshot.text);
        m_lister.setEvaluation(evaluation);
    }
    if (isSet(m_wanted)) {
        showLine(std::exchange(m_wanted, None<LineId>));
    }
}

void LogPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyPending();
}

void LogPage::applyLines()
{
    if (m_lister.isCurrent(m_mode)) {
        m_view->setLines(m_lister.lines(m_mode));
        m_runner.setLines(m_view->text(), m_view->lines());
    }
    updateModes();
    m_view->setPlaceholder(placeholder());
}

void LogPage::setMode(LineMode mode)
{
    if (mode != m_mode) {
        m_mode = mode;
        applyLines();
    }
    updateModes();
}

void LogPage::showLine(LineId line)
{
    if (!isVisible() || m_pending || !m_view->text()) {
        m_wanted = line;
        return;
    }
    if (!m_view->lines().contains(line)) {
        setMode(LineMode::All);
    }
    m_view->showLine(line);
}

void LogPage::showLinesOf(const std::vector<MessageId> &messages)
{
    m_mode = LineMode::Listed;
    applyPending(); // the messages may be newer than what is shown
    m_lister.setListed(messages);
    updateModes();
}

void LogPage::openSearch()
{
    m_searchBar->open();
}

void LogPage::closeSearch()
{
    m_searchBar->hide();
    m_searchBar->setPatternError(std::nullopt);
    m_runner.clear();
    m_view->setSearched({});
    if (isVisible()) {
        m_view->setFocus();
    }
}

void LogPage::startSearch(const SearchTerm &term)
{
    m_searchBar->setPatternError(std::nullopt);
    if (term.text.isEmpty()) {
        m_runner.clear();
        m_view->setSearched({});
        return;
    }
    m_goesToFirst = true;
    if (const auto started = m_runner.start(term, m_view->text(), m_view->lines()); !started) {
        m_view->setSearched({});
        m_searchBar->setPatternError(started.error());
        return;
    }
    m_view->setSearched(
        markingExpression(term.text, term.kind == LinePattern::Kind::RegularExpression, term.sensitivity));
}

void LogPage::updateSearch()
{
    m_view->bar().updateMarks();
    const LineMatches &matches = m_runner.matches();
    if (m_goesToFirst && m_runner.state() != SearchRunner::State::Idle) {
        const LineId current = m_view->currentLine();
        const LineId from = isSet(current) ? current : LineId{0};
        // The current line itself will do; before it only when nothing comes behind.
        if (matches.hasBetween(from, None<LineId>) || m_runner.state() != SearchRunner::State::Running) {
            m_goesToFirst = false;
            if (matches.count() > 0 && matches.number(from) == 0) {
                goToMatch(false);
            } else if (matches.count() > 0) {
                m_view->showLine(from);
                m_view->showMatch();
            }
        }
    }
    m_searchBar->setNumber(matches.number(m_view->currentLine()));
}

void LogPage::goToMatch(bool backwards)
{
    if (m_runner.state() == SearchRunner::State::Idle) {
        openSearch();
        return;
    }
    const LineId current = m_view->currentLine();
    const LineId from = isSet(current) ? current : m_view->lines().empty() ? LineId{0} : m_view->lines().at(0);
    const auto match = backwards ? m_runner.matches().previous(from) : m_runner.matches().next(from);
    if (match) {
        m_goesToFirst = false;
        m_view->showLine(*match);
        m_view->showMatch();
    }
}

void LogPage::updateCurrent()
{
    m_notice->clear();
    if (const LogView::Rows rows = m_view->selectedRows(); rows.count() > 1) {
        m_notice->setText(
            tr("%1 line(s) selected", nullptr, pluralCount(rows.count())).arg(displayNumber(rows.count())));
    }
    m_copyAction->setEnabled(m_view->selectedRows().count() > 0);
    m_searchBar->setNumber(m_runner.matches().number(m_view->currentLine()));
}

void LogPage::updateModes()
{
    const QSignalBlocker blocker(m_modes);
    for (std::size_t mode = 0; mode < LineModes; ++mode) {
        m_modes->setItemText(static_cast<int>(mode), modeText(static_cast<LineMode>(mode)));
    }
    m_modes->setCurrentIndex(static_cast<int>(m_mode));
}

QString LogPage::modeText(LineMode mode) const
{
    const QString count = m_lister.isCurrent(mode) ? displayNumber(m_lister.lines(mode).size()) : QStringLiteral("…");
    switch (mode) {
    case LineMode::All:
        return tr("All lines (%1)").arg(count);
    case LineMode::Selected:
        return tr("Lines of the current filter (%1)").arg(count);
    case LineMode::Unrecognised:
        return tr("Lines not understood (%1)").arg(count);
    case LineMode::Listed:
        break;
    }
    return tr("Lines of the chosen messages (%1)").arg(count);
}

QString LogPage::placeholder() const
{
    if (!m_view->text()) {
        return m_investigation.state() == Investigation::State::Loading ? tr("The first lines are being read …")
                                                                        : tr("No log is open.");
    }
    switch (m_mode) {
    case LineMode::All:
        return tr("The log has no lines.");
    case LineMode::Selected:
        return tr("No line belongs to the current filter.");
    case LineMode::Unrecognised:
        return tr("Every line was understood.");
    case LineMode::Listed:
        break;
    }
    return m_lister.isCurrent(m_mode) ? tr("No messages are chosen. “Show lines” in a table lists theirs here.")
                                      : tr("Looking for the lines …");
}

void LogPage::copyLines()
{
    const LogView::Rows rows = m_view->selectedRows();
    if (rows.count() > 0 && m_view->text()) {
        m_copier->copy(m_view->text(), m_view->lines(), rows.first, rows.count());
    }
}

void LogPage::showCopied(std::size_t lines, std::size_t asked)
{
    m_notice->setText(
        lines == asked
            ? tr("%1 line(s) copied", nullptr, pluralCount(lines)).arg(displayNumber(lines))
            : tr("Only the first %1 of %2 lines were copied").arg(displayNumber(lines), displayNumber(asked)));
}

void LogPage::updateIcons()
{
    const Theme &theme = Theme::instance();
    m_copyAction->setIcon(theme.icon(QStringLiteral("edit-copy")));
    m_findAction->setIcon(theme.icon(QStringLiteral("edit-find")));
    m_nextAction->setIcon(theme.icon(QStringLiteral("go-down")));
    m_previousAction->setIcon(theme.icon(QStringLiteral("go-up")));
}

void LogPage::retranslate()
{
    m_modeLabel->setText(tr("&Show:"));
    m_modes->setAccessibleName(tr("Which lines are shown"));
    m_copyAction->setText(tr("&Copy"));
    m_findAction->setText(tr("&Find …"));
    m_nextAction->setText(tr("Find &next"));
    m_previousAction->setText(tr("Find &previous"));
    updateModes();
    updateCurrent();
    m_view->setPlaceholder(placeholder());
}

void LogPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace limier
