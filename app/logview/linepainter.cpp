// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/linepainter.h"

#include "common/displaytext.h"
#include "common/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace limier
{

namespace
{

constexpr int LongLine = 1000;        // characters: shorter ones are laid out whole
constexpr int Piece = 128;            // longer ones from a multiple of so many characters on
constexpr std::size_t MostKept = 400; // layouts

} // namespace

/// A line, or the piece of it that is seen, laid out.
struct LinePainter::Entry {
    std::shared_ptr<const ShownLine> line;
    int start = 0;
    int length = 0;
    QTextLayout layout;
};

LinePainter::LinePainter() = default;
LinePainter::~LinePainter() = default;

void LinePainter::setFont(const QFont &font)
{
    m_font = font;
    const QFontMetricsF metrics(font);
    m_columnWidth = metrics.horizontalAdvance(u'0');
    m_ascent = metrics.ascent();
    m_lineHeight = static_cast<int>(std::ceil(metrics.height() + 1));
    forget();
}

void LinePainter::forget()
{
    m_entries.clear();
}

qreal LinePainter::paint(QPainter &painter, LineId id, const std::shared_ptr<const ShownLine> &line, qreal x,
                         const QRectF &area)
{
    const Entry &entry = entryFor(id, line, area.left() - x, area.width());
    const QPointF position(x + entry.start * m_columnWidth, area.top());
    paintMatches(painter, entry, position);
    entry.layout.draw(&painter, position, {}, area);
    const qreal width =
        std::max(entry.layout.boundingRect().right(), static_cast<qreal>(line->text.size()) * m_columnWidth);
    if (!line->isCut) {
        return width;
    }
    const QString note = QCoreApplication::translate("LinePainter", "… the line has %1 bytes; it is shown up to here")
                             .arg(displayNumber(line->bytes));
    QFont italic = m_font;
    italic.setItalic(true);
    painter.save();
    painter.setFont(italic);
    painter.setPen(Theme::instance().color(Tone::Bounced));
    painter.drawText(QPointF(x + width + m_columnWidth, area.top() + m_ascent), note);
    painter.restore();
    return width + m_columnWidth + QFontMetricsF(italic).horizontalAdvance(note);
}

LinePainter::Entry &LinePainter::entryFor(LineId id, const std::shared_ptr<const ShownLine> &line, qreal left,
                                          qreal width)
{
    const int size = static_cast<int>(line->text.size());
    int start = 0;
    int length = size;
    if (size > LongLine) {
        const int column = std::clamp(static_cast<int>(left / m_columnWidth), 0, size);
        start = column / Piece * Piece;
        length = std::min(size - start, (static_cast<int>(width / m_columnWidth) / Piece + 2) * Piece);
        if (start > 0 && line->text.at(start).isLowSurrogate()) {
            --start;
            ++length;
        }
    }
    if (m_entries.size() > MostKept) {
        m_entries.clear();
    }
    std::unique_ptr<Entry> &entry = m_entries[id];
    if (!entry || entry->line != line || entry->start != start || entry->length != length) {
        entry = std::make_unique<Entry>();
        entry->line = line;
        entry->start = start;
        entry->length = length;
        layOut(*entry);
    }
    return *entry;
}

void LinePainter::layOut(Entry &entry) const
{
    QList<QTextLayout::FormatRange> formats;
    for (QTextLayout::FormatRange range : entry.line->formats) {
        const int end = std::min(range.start + range.length, entry.start + entry.length);
        range.start = std::max(range.start, entry.start);
        range.length = end - range.start;
        if (range.length > 0) {
            range.start -= entry.start;
            formats.append(range);
        }
    }
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    entry.layout.setText(entry.line->text.mid(entry.start, entry.length));
    entry.layout.setFont(m_font);
    entry.layout.setTextOption(option);
    entry.layout.setFormats(formats);
    entry.layout.setCacheEnabled(true);
    entry.layout.beginLayout();
    QTextLine line = entry.layout.createLine();
    line.setPosition(QPointF(0, m_ascent - line.ascent()));
    entry.layout.endLayout();
}

void LinePainter::paintMatches(QPainter &painter, const Entry &entry, const QPointF &position) const
{
    if (entry.line->matches.empty()) {
        return;
    }
    const QTextLine line = entry.layout.lineAt(0);
    const QColor color = Theme::instance().color(Tone::Deferred);
    QColor fill = color;
    fill.setAlphaF(0.35F);
    painter.save();
    painter.setPen(color);
    painter.setBrush(fill);
    for (const ShownLine::Part &match : entry.line->matches) {
        const int first = std::max(match.start - entry.start, 0);
        const int end = std::min(match.start + match.length - entry.start, entry.length);
        if (first < end) {
            const qreal left = line.cursorToX(first);
            painter.drawRect(QRectF(position.x() + left, position.y(), line.cursorToX(end) - left, m_lineHeight - 1));
        }
    }
    painter.restore();
}

} // namespace limier
