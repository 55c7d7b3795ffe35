// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secretedit.h"

#include "server/wipe.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

namespace limier
{

SecretEdit::SecretEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setShown(false);
    setAcceptDrops(false);
    setDragEnabled(false);
}

SecretEdit::~SecretEdit()
{
    wipeText();
}

void SecretEdit::setShown(bool shown)
{
    setEchoMode(shown ? Normal : Password);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase
                        | (shown ? Qt::ImhNone : Qt::ImhHiddenText));
}

Secret SecretEdit::takeSecret()
{
    QByteArray bytes = text().toUtf8();
    Secret secret(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    wipe(bytes);
    wipeText();
    return secret;
}

void SecretEdit::wipeText()
{
    QString shared = text(); // the line's own characters
    wipe(shared);
    setText(QString()); // forgets what it could undo
}

void SecretEdit::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
}

void SecretEdit::keyPressEvent(QKeyEvent *event)
{
    if (event == QKeySequence::Undo || event == QKeySequence::Redo || event == QKeySequence::Copy
        || event == QKeySequence::Cut) {
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace limier
