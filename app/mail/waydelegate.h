// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace limier
{

/// Draws a hop as a heading of two lines, and the delay of a delivery as a figure with its small bar.
class WayDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHop(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintDelay(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace limier
