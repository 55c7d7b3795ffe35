// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "investigation/investigation.h"
#include "logview/linelister.h"
#include "logview/searchrunner.h"

#include <QWidget>

#include <memory>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QMenu;
class QToolButton;

namespace limier
{

class LineCopier;
class LogView;
class SearchBar;

/**
 * The lines of an investigation's log: which of them are shown is chosen above, what is searched in them beside it. From
 * a line one comes to its mail, its user, its client and its time. GUI thread. Hidden, it only remembers what is new.
 */
class LogPage : public QWidget
{
    Q_OBJECT

public:
    explicit LogPage(Investigation &investigation, QWidget *parent = nullptr);

    [[nodiscard]] LogView &view() { return *m_view; }
    [[nodiscard]] SearchBar &searchBar() { return *m_searchBar; }
    [[nodiscard]] const SearchRunner &search() const { return m_runner; }
    [[nodiscard]] LineMode mode() const { return m_mode; }
    void setMode(LineMode mode);
    /// What can be done with the current line; the caller owns it.
    [[nodiscard]] QMenu *makeMenu();

public Q_SLOTS:
    /// Selects the line; where it is not among those shown, all are shown.
    void showLine(limier::LineId line);
    /// Shows only the lines of these messages' mails.
    void showLinesOf(const std::vector<limier::MessageId> &messages);
    void openSearch();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildTop();
    void buildActions();
    void connectSearch();
    void reset();
    void take(const std::shared_ptr<const Evaluation> &evaluation);
    void applyLines();
    void applyPending();
    void startSearch(const SearchTerm &term);
    void closeSearch();
    void goToMatch(bool backwards);
    void updateSearch();
    void updateModes();
    void updateCurrent();
    void updateIcons();
    void retranslate();
    [[nodiscard]] QString modeText(LineMode mode) const;
    [[nodiscard]] QString placeholder() const;
    void copyLines();
    void showCopied(std::size_t lines, std::size_t asked);
    void openMail(LineId line);
    void addTermAction(QMenu &menu, FilterField field, std::string_view value);
    void showInChart(LineId line);

    Investigation &m_investigation;
    LineLister m_lister;
    SearchRunner m_runner;
    LogView *m_view;
    SearchBar *m_searchBar;
    LineCopier *m_copier;
    QLabel *m_modeLabel;
    QComboBox *m_modes;
    QLabel *m_notice;
    QToolButton *m_find;
    QAction *m_copyAction;
    QAction *m_findAction;
    QAction *m_nextAction;
    QAction *m_previousAction;
    LineMode m_mode = LineMode::All;
    std::shared_ptr<const Evaluation> m_pending; ///< newer than what is shown
    LineId m_wanted = None<LineId>;              ///< to be shown as soon as its line is there
    bool m_goesToFirst = false;                  ///< the first match is shown as soon as it is found
};

} // namespace limier
