// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/logview.h"
#include "report/sentences.h"

#include <QMetaObject>
#include <QPainter>
#include <QPaintEvent>

#include <algorithm>

namespace limier
{

namespace
{

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
    wantLines(top, end);
    const QRect margin(0, 0, marginWidth(), viewport()->height());
    painter.fillRect(margin, palette().color(QPalette::AlternateBase));
    for (std::size_t row = top; row < end; ++row) {
        const int y = static_cast<int>(row - top) * m_painter.lineHeight();
        if (y <= event->rect().bottom() && y + m_painter.lineHeight() > event->rect().top()) {
            paintRow(painter, row, y);
        }
    }
    painter.setPen(palette().color(QPalette::Mid));
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

void LogView::paintNote(QPainter &painter, std::size_t row, const QRect &area) const
{
    // Once for lines that follow each other: they are mostly those of a whole file.
    const bool isFirst = row == topRow() || note(row - 1) != note(row);
    QFont italic = m_painter.font();
    italic.setItalic(true);
    painter.setFont(italic);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, isFirst ? note(row) : QStringLiteral("…"));
}

} // namespace limier
