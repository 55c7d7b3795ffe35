// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace limier
{

/// A large choice: an icon, what it does, and a line about it. GUI thread.
class ChoiceButton final : public QAbstractButton
{
    Q_OBJECT

public:
    /// @p icon: a name for Theme::icon().
    explicit ChoiceButton(const QString &icon, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &about);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] int padding() const { return fontMetrics().height() * 2 / 3; }
    [[nodiscard]] int iconSize() const { return fontMetrics().height() * 2; }

    QString m_icon;
    QString m_about;
};

} // namespace limier
