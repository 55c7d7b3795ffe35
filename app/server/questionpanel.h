// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/noticeframe.h"
#include "server/serverlink.h"

class QPushButton;
class QVBoxLayout;

namespace limier
{

/**
 * What a server, or the user's own key, asks while connecting: in place, nothing else is locked. Hidden while nothing
 * is asked. GUI thread.
 */
class QuestionPanel final : public NoticeFrame
{
    Q_OBJECT

public:
    explicit QuestionPanel(ServerLink &link, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showQuestion();
    void fill(QVBoxLayout &rows, const HostKeyQuestion &question);
    void fill(QVBoxLayout &rows, const SecretQuestion &question);
    void fill(QVBoxLayout &rows, const PromptQuestion &question);
    void addAttempt(QVBoxLayout &rows, int attempt);
    void addButtons(QVBoxLayout &rows, QPushButton *accept, QPushButton *decline);
    void takeFocus();

    ServerLink &m_link;
    QWidget *m_first = nullptr; ///< has the focus at first
};

} // namespace limier
