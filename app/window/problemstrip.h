// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/error.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace limier
{

class Investigation;

/**
 * What is wrong with the logs of a window, in one quiet line that opens to all of it; hidden while nothing is wrong,
 * and when it was put away. GUI thread.
 */
class ProblemStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemStrip(Investigation &investigation, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void collect();
    void showProblems();
    void setExpanded(bool expanded);
    [[nodiscard]] QString summary() const;
    void setIcons();

    Investigation &m_investigation;
    std::vector<Error> m_problems;
    bool m_losesData = false;
    bool m_isPutAway = false;
    QLabel *m_icon;
    QLabel *m_summary;
    QToolButton *m_expand;
    QToolButton *m_close;
    QPlainTextEdit *m_all;
};

} // namespace limier
