// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/secret.h"

#include <QLineEdit>

namespace limier
{

/**
 * A line for a password: hidden unless it is told otherwise, without undo, copy or suggestions, and overwritten when it
 * is taken or goes. Qt keeps single characters that were typed for a moment longer; no copy of the whole stays.
 */
class SecretEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);
    ~SecretEdit() override;

    /// Of a prompt whose answer may be seen.
    void setShown(bool shown);
    /// Empties the line.
    [[nodiscard]] Secret takeSecret();
    void wipeText();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace limier
