// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/serverlink.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace limier
{

class ElidedLabel;
class NoticeFrame;
class RangePicker;

/// One server of an investigation: how its session goes, and what can be done with it; what it asks and what is wrong
/// stand below, in place. GUI thread.
class ServerRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ServerRow(ServerLink &link, QWidget *parent = nullptr);

    [[nodiscard]] ServerLink &link() const { return m_link; }
    /// Also for the menu bar.
    void chooseRange();
    void askToForget();

Q_SIGNALS:
    void addRequested();
    void transfersRequested();
    void cardRequested();
    void removeRequested();
    void forgetRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildMenu();
    void buildError();
    void buildRange();
    void buildForget();
    void connectLink();
    void showState();
    void showText();
    void showProgress();
    void showProblems();
    void setIcons();
    void retranslate();

    ServerLink &m_link;
    QLabel *m_icon;
    ElidedLabel *m_name;
    QLabel *m_live; ///< the mark of a log that is followed
    ElidedLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_again;
    QToolButton *m_more;
    NoticeFrame *m_error;
    QLabel *m_errorText;
    NoticeFrame *m_problems;
    QLabel *m_problemTexts;
    QToolButton *m_closeProblems;
    NoticeFrame *m_range;
    RangePicker *m_picker;
    QPushButton *m_applyRange;
    QPushButton *m_leaveRange;
    NoticeFrame *m_forget;
    QLabel *m_forgetText;
    QPushButton *m_doForget;
    QPushButton *m_keepIt;
    QAction *m_changeRange;
    QMenu *m_intervals;
    QAction *m_card;
    QAction *m_transfers;
    QAction *m_add;
    QAction *m_remove;
    QAction *m_forgetAction;
    QTimer m_clock; ///< while the text counts seconds
};

} // namespace limier
