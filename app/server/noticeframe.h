// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace limier
{

/// A rounded frame in a faint colour with an icon at its left: what a window says in place. GUI thread.
class NoticeFrame : public QWidget
{
    Q_OBJECT

public:
    /// @p icon: a name for Theme::icon().
    explicit NoticeFrame(const QString &icon, Tone tone, QWidget *parent = nullptr);

    void setNotice(const QString &icon, Tone tone);
    /// What stands beside the icon; the frame owns it.
    void setContent(QWidget *content);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setIcon();

    QString m_name;
    Tone m_tone;
    QLabel *m_icon;
};

/// A label for a text of any length and origin, that wraps and can be selected.
[[nodiscard]] QLabel *makeTextLabel();

/// A button that Return presses outside a dialog, too.
[[nodiscard]] QPushButton *makeButton(const QString &text = {});

} // namespace limier
