// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logview/searchrunner.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace limier
{

/// Asks what to search in the lines and shows how far a SearchRunner is with it. GUI thread.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit SearchBar(const SearchRunner &runner, QWidget *parent = nullptr);

    /// Shows the bar, ready to type in.
    void open();
    [[nodiscard]] SearchTerm term() const;
    void setTerm(const SearchTerm &term);
    /// Why the text is no expression; nothing if it is one.
    void setPatternError(const std::optional<PatternError> &error);
    /// Which of the matches the current line is, from 1 on; 0: none.
    void setNumber(std::size_t number);
    /// What stands beside the text: "3 of 120 lines".
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QString errorText() const;

Q_SIGNALS:
    /// Enter, or an option changed.
    void searchRequested(const limier::SearchTerm &term);
    void nextRequested();
    void previousRequested();
    void cancelRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildWidgets();
    void layOut();
    void submit(bool backwards);
    void resubmit();
    void retranslate();
    void updateIcons();
    void updateStatus();
    [[nodiscard]] QString status() const;

    const SearchRunner &m_runner;
    QLineEdit *m_text;
    QToolButton *m_case;
    QToolButton *m_expression;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_stop;
    QToolButton *m_close;
    QLabel *m_status;
    QLabel *m_error;
    std::optional<PatternError> m_patternError;
    std::size_t m_number = 0;
};

} // namespace limier
