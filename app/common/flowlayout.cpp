// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace limier
{

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins({});
}

FlowLayout::~FlowLayout()
{
    for (QLayoutItem *const item : m_items) {
        delete item;
    }
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
}

QLayoutItem *FlowLayout::itemAt(int place) const
{
    return place >= 0 && place < count() ? m_items[static_cast<std::size_t>(place)] : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int place)
{
    QLayoutItem *const item = itemAt(place);
    if (item != nullptr) {
        m_items.erase(m_items.begin() + place);
    }
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *const item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    arrange(area, true);
}

int FlowLayout::arrange(const QRect &area, bool moves) const
{
    const int space = std::max(spacing(), 0);
    int x = area.left();
    int y = area.top();
    int rowHeight = 0;
    for (QLayoutItem *const item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        const QSize size = item->sizeHint().boundedTo({area.width(), QLAYOUTSIZE_MAX});
        if (x > area.left() && x + size.width() > area.right() + 1) {
            x = area.left();
            y += rowHeight + space;
            rowHeight = 0;
        }
        if (moves) {
            item->setGeometry(QRect({x, y}, size));
        }
        x += size.width() + space;
        rowHeight = std::max(rowHeight, size.height());
    }
    return y + rowHeight - area.top();
}

} // namespace limier
