// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/waydelegate.h"

#include "mail/delaybar.h"
#include "mail/mailmodel.h"

#include <QApplication>
#include <QPainter>

namespace limier
{

namespace
{

bool isHop(const QModelIndex &index)
{
    return !index.parent().isValid();
}

const DelaySplit *delaysAt(const QModelIndex &index)
{
    return index.column() == MailModel::DelayColumn ? index.data(MailModel::DelaysRole).value<const DelaySplit *>()
                                                    : nullptr;
}

QColor textColor(const QStyleOptionViewItem &option)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
}

void paintPanel(QPainter &painter, const QStyleOptionViewItem &option)
{
    const QStyle *const style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, &painter, option.widget);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.backgroundColor = option.palette.color(QPalette::Base);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, option.widget);
    }
}

} // namespace

void WayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (isHop(index)) {
        paintHop(*painter, option, index);
    } else if (delaysAt(index) != nullptr) {
        paintDelay(*painter, option, index);
    } else {
        QStyledItemDelegate::paint(painter, option, index);
    }
}

QSize WayDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics &metrics = option.fontMetrics;
    if (isHop(index)) {
        return {metrics.averageCharWidth() * 20, 2 * metrics.lineSpacing() + metrics.height() * 2 / 3};
    }
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (delaysAt(index) != nullptr) {
        size.rwidth() += metrics.averageCharWidth() * 12;
    }
    return size;
}

void WayDelegate::paintHop(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem view = option;
    initStyleOption(&view, index);
    paintPanel(painter, view);
    painter.save();
    const int space = view.fontMetrics.height() / 3;
    const QRect area = view.rect.adjusted(space, space, -space, -space);
    QFont bold = view.font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(textColor(view));
    const QRect first(area.left(), area.top(), area.width(), view.fontMetrics.lineSpacing());
    painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(bold).elidedText(view.text, Qt::ElideRight, first.width()));
    painter.setFont(view.font);
    QColor faint = textColor(view);
    faint.setAlphaF(0.75F);
    painter.setPen(faint);
    const QRect second = first.translated(0, view.fontMetrics.lineSpacing());
    painter.drawText(
        second, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        view.fontMetrics.elidedText(index.data(MailModel::DetailRole).toString(), Qt::ElideRight, second.width()));
    painter.restore();
}

void WayDelegate::paintDelay(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem view = option;
    initStyleOption(&view, index);
    paintPanel(painter, view);
    painter.save();
    painter.setPen(textColor(view));
    const int space = view.fontMetrics.averageCharWidth();
    const int figure = view.fontMetrics.averageCharWidth() * 10;
    const QRect text(view.rect.left() + space, view.rect.top(), figure, view.rect.height());
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, view.text);
    const int height = view.fontMetrics.height() / 2;
    const int left = text.right() + space;
    paintDelays(painter,
                QRect(left, view.rect.center().y() - height / 2, std::max(view.rect.right() - space - left, 0), height),
                *delaysAt(index));
    painter.restore();
}

} // namespace limier
