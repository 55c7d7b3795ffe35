// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/ids.h"
#include "suspects/suspectcase.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace limier
{

class DisplaySettings;
class Investigation;
class MomentsView;
class SetAsideBar;
class SignalRow;
class TermButtons;

/// All that argues one case, and what can be done with it. What it shows can be replaced by a later state of the same
/// case without the keyboard losing its place. GUI thread.
class SuspectDetail final : public QWidget
{
    Q_OBJECT

public:
    SuspectDetail(Investigation &investigation, DisplaySettings &display, QWidget *parent = nullptr);

    void show(const SuspectCase &about);

Q_SIGNALS:
    void setAsideRequested(const QString &note);

private:
    void build();
    void connectActions();
    [[nodiscard]] QPushButton *addAction(QLayout &to);
    [[nodiscard]] QLabel *addHeading();
    void showActions();
    void showSignals();
    void fillRows(std::vector<SignalRow *> &rows, QVBoxLayout &column, bool isAgainst, double heaviest);
    void showFacts();
    void showOnlyThis();
    void showLines();
    void showLine(LineId line);

    Investigation &m_investigation;
    DisplaySettings &m_display;
    SuspectCase m_case;
    QPushButton *m_only;
    QPushButton *m_lines;
    QPushButton *m_copy;
    QPushButton *m_setAside;
    SetAsideBar *m_setAsideBar;
    QLabel *m_forHeading;
    QVBoxLayout *m_for;
    std::vector<SignalRow *> m_forRows;
    QLabel *m_againstHeading;
    QVBoxLayout *m_against;
    std::vector<SignalRow *> m_againstRows;
    QLabel *m_storyHeading;
    MomentsView *m_moments;
    QLabel *m_recipientsHeading;
    QLabel *m_recipients;
    QLabel *m_clientsHeading;
    TermButtons *m_clients;
    QLabel *m_usersHeading;
    TermButtons *m_users;
};

} // namespace limier
