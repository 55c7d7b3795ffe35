// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/logview.h"
#include "report/sentences.h"

#include <QElapsedTimer>
#include <QMetaObject>
#include <QPaintEvent>
#include <QPainter>
#include <QTextOption>

#include <algorithm>

namespace limier
{

namespace
{

constexpr qint64 LongestPaint = 16; // milliseconds, with the wait for the lines, if there are costly lines

QColor translucent(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

std::vector<LineId> linesOfRows(const LineList &list, std::size_t first, std::size_t end)
{
    std::vector<LineId> lines;
    for (std::size_t row = first; row < std::min(end, list.size()); ++row) {
        lines.push_back(list.at(row));
    }
    return lines;
}

} // namespace

void LogView::wantLines(std::size_t first, std::size_t end)
{
    const std::size_t page = pageRows();
    std::vector<LineId> nearby = linesOfRows(m_list, first - std::min(first, page), first);
    std::ranges::copy(linesOfRows(m_list, end, end + page), std::back_inserter(nearby));
    m_cache.want(linesOfRows(m_list, first, end), nearby);
}

void LogView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(m_painter.font());
    if (m_list.empty() || !text()) {
        painter.setFont(font());
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
        return;
    }
    const qreal widest = m_widest;
    const std::size_t top = topRow();
    const std::size_t end = std::min(top + pageRows() + 1, m_list.size());
    QElapsedTimer spent;
    spent.start();
    wantLines(top, end);
    const QRect margin(0, 0, marginWidth(), viewport()->height());
    painter.fillRect(margin, palette().color(QPalette::AlternateBase));
    for (std::size_t row = top; row < end; ++row) {
        const QRect area(0, static_cast<int>(row - top) * m_painter.lineHeight(), viewport()->width(),
                         m_painter.lineHeight());
        if (!area.intersects(event->rect())) {
            continue;
        }
        const auto line = m_cache.find(m_list.at(row));
        if (line && LinePainter::isCostly(*line) && spent.elapsed() >= LongestPaint) {
            // A screen of lines made to cost time comes bit by bit.
            QMetaObject::invokeMethod(this, [this, area] { viewport()->update(area); }, Qt::QueuedConnection);
        } else {
            paintRow(painter, row, area.y());
        }
    }
    painter.setPen(translucent(palette().color(QPalette::Text), 0.25F));
    painter.drawLine(margin.topRight(), margin.bottomRight());
    if (m_widest > widest) { // the bar's range changes the layout: not while painting
        QMetaObject::invokeMethod(this, &LogView::updateBars, Qt::QueuedConnection);
    }
}

void LogView::paintRow(QPainter &painter, std::size_t row, int y)
{
    const QRect whole(0, y, viewport()->width(), m_painter.lineHeight());
    const Rows selected = selectedRows();
    if (row >= selected.first && row <= selected.last) {
        painter.fillRect(whole, translucent(palette().color(QPalette::Highlight), hasFocus() ? 0.28F : 0.18F));
    }
    const int left = marginWidth();
    const int space = static_cast<int>(m_painter.columnWidth());
    paintMargin(painter, row, QRect(0, y, left - space, whole.height()));
    const QRect area(left, y, whole.width() - left, whole.height());
    painter.save();
    painter.setClipRect(area);
    painter.setPen(palette().color(QPalette::Text));
    const LineId id = m_list.at(row);
    if (const auto line = m_cache.find(id); line && !line->error) {
        const qreal x = left + space - horizontalScrollBar()->value();
        m_widest = std::max(m_widest, m_painter.paint(painter, id, line, x, area) + 2 * space);
        if (m_wantsMatch && row == m_current) {
            QMetaObject::invokeMethod(this, [this, line] { scrollToMatch(*line); }, Qt::QueuedConnection);
        }
    } else {
        paintNote(painter, row, area.adjusted(space, 0, 0, 0));
    }
    painter.restore();
    if (row == m_current && hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(whole.adjusted(0, 0, -1, -1));
    }
}

void LogView::paintMargin(QPainter &painter, std::size_t row, const QRect &area) const
{
    const LineId line = m_list.at(row);
    const int space = static_cast<int>(m_painter.columnWidth());
    painter.setPen(palette().color(row == m_current ? QPalette::Text : QPalette::PlaceholderText));
    painter.drawText(area.adjusted(space / 2, 0, -space / 2, 0), Qt::AlignRight | Qt::AlignVCenter,
                     m_margin.fileText(line) + m_margin.numberText(line));
}

/// What stands in place of a line that is not there.
QString LogView::note(std::size_t row) const
{
    const LineId line = m_list.at(row);
    if (const auto shown = m_cache.find(line); shown && shown->error) {
        return errorSentence(*shown->error);
    }
    return m_cache.isUnpacking(line) ? tr("unpacking …") : tr("reading …");
}

bool LogView::haveSameNote(std::size_t row, std::size_t other) const
{
    const auto first = m_cache.find(m_list.at(row));
    const auto second = m_cache.find(m_list.at(other));
    if (!first || !second) {
        return first == second && m_cache.isUnpacking(m_list.at(row)) == m_cache.isUnpacking(m_list.at(other));
    }
    return first->error && first->error == second->error;
}

void LogView::paintNote(QPainter &painter, std::size_t row, const QRect &area) const
{
    // Once for all lines that follow each other, which are mostly those of a whole file: over as many rows as it needs.
    std::size_t first = row;
    std::size_t end = row + 1;
    while (first > topRow() && haveSameNote(first - 1, row)) {
        --first;
    }
    while (end < std::min(topRow() + pageRows(), m_list.size()) && haveSameNote(end, row)) {
        ++end;
    }
    const int height = m_painter.lineHeight();
    const QRect block(area.x(), area.y() - static_cast<int>(row - first) * height, area.width(),
                      static_cast<int>(end - first) * height);
    QFont italic = m_painter.font();
    italic.setItalic(true);
    painter.setFont(italic);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    QTextOption option(Qt::AlignLeft | Qt::AlignTop);
    option.setWrapMode(end - first > 1 ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    painter.drawText(QRectF(block), note(row), option);
}

} // namespace limier
