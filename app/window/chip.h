// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace limier
{

/**
 * A part of the filter that can be taken away: by a click on its cross, or by Delete, Space or Return. Its text is
 * plain, whatever stands in it. GUI thread.
 */
class Chip final : public QAbstractButton
{
    Q_OBJECT

public:
    /// @p isExcluded: drawn as what is left out.
    Chip(const QString &text, bool isExcluded, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] const QString &label() const { return m_label; }

Q_SIGNALS:
    void removeRequested();
    /// "Without this" instead of "only this", or the other way round.
    void invertRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    [[nodiscard]] QRect crossArea() const;
    [[nodiscard]] QString elided() const;

    QString m_label;
    bool m_isExcluded;
    bool m_isOverCross = false;
};

} // namespace limier
