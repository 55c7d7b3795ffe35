// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace limier
{

/// A part of a page: a title, a quieter word on it, and below them what it is about.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] QString title() const;
    void setNote(const QString &note);
    [[nodiscard]] QString note() const;
    [[nodiscard]] QVBoxLayout &body() const { return *m_body; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyFont();

    QLabel *m_title;
    QLabel *m_note;
    QVBoxLayout *m_body;
};

} // namespace limier
