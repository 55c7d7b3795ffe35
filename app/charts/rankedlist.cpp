// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/rankedlist.h"

#include "charts/rankeddelegate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace limier
{

RankedList::RankedList(QWidget *parent)
    : QListView(parent)
    , m_model(new RankedModel(this))
    , m_delegate(new RankedDelegate(this))
{
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        // The slot may fill the list anew.
        const RankedEntry entry = m_model->entry(index.row());
        Q_EMIT chosen(entry);
    });
}

void RankedList::setEntries(std::vector<RankedEntry> entries, std::uint64_t whole)
{
    const int row = currentIndex().row();
    m_model->setEntries(std::move(entries), whole);
    // The keyboard stays where it was.
    if (row >= 0 && m_model->rowCount() > 0) {
        setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1)));
    }
}

void RankedList::setRows(int rows)
{
    if (m_rows != rows) {
        m_rows = rows;
        updateGeometry();
    }
}

void RankedList::setNameShare(double share)
{
    m_delegate->setNameShare(share);
}

void RankedList::setMenu(std::function<void(QMenu &, const RankedEntry &)> fill)
{
    m_fillMenu = std::move(fill);
}

int RankedList::rowHeight() const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    return m_delegate->sizeHint(option, {}).height();
}

QSize RankedList::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 50, rowHeight() * m_rows};
}

QSize RankedList::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, rowHeight() * m_rows};
}

void RankedList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        const RankedEntry entry = m_model->entry(currentIndex().row());
        Q_EMIT chosen(entry);
        return;
    }
    QListView::keyPressEvent(event);
}

void RankedList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = byMouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid() || !m_fillMenu) {
        return;
    }
    QMenu menu(this);
    m_fillMenu(menu, m_model->entry(index.row()));
    if (!menu.isEmpty()) {
        menu.exec(byMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).center()));
    }
}

void RankedList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    const bool byKeyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKeyboard && !currentIndex().isValid() && m_model->rowCount() > 0) {
        setCurrentIndex(m_model->index(0));
    }
}

void RankedList::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool canChoose =
        index.isValid() && (m_model->entry(index.row()).term || isSet(m_model->entry(index.row()).example));
    viewport()->setCursor(canChoose ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace limier
