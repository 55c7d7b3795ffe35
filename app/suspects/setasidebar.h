// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace limier
{

/// Asks in place why a suspect is known to be harmless. GUI thread.
class SetAsideBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SetAsideBar(QWidget *parent = nullptr);

    /// Shows it, with the keyboard in the note.
    void begin();

Q_SIGNALS:
    void accepted(const QString &note);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();
    void cancel();
    void retranslate();

    QLabel *m_question;
    QLineEdit *m_note;
    QPushButton *m_accept;
    QPushButton *m_cancel;
};

} // namespace limier
