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

constexpr int Piece = 128;            // longer ones from a multiple of so many characters on
constexpr std::size_t MostKept = 400; // layouts
constexpr float MatchOpacity = 0.4F;
constexpr qreal WidestLine = 1e6; // no line is broken

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
    const Entry &entry = entryFor(id, line, area.left() - x, area.width(), painter.pen().color());
    const QPointF position(x + entry.start * m_columnWidth, area.top());
    entry.layout.draw(&painter, position, {}, area);
    paintFrames(painter, entry, QRectF(position.x(), area.top(), area.right() - position.x(), area.height()));
    const qreal width =
        std::max(entry.layout.lineAt(0).naturalTextWidth(), static_cast<qreal>(line->text.size()) * m_columnWidth);
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
                                          qreal width, const QColor &text)
{
    const int size = static_cast<int>(line->text.size());
    int start = 0;
    int length = size;
    if (isCostly(*line)) {
        const int column = std::clamp(static_cast<int>(left / m_columnWidth), 0, std::max(size - 1, 0));
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
        layOut(*entry, text);
    }
    return *entry;
}

void LinePainter::layOut(Entry &entry, const QColor &text) const
{
    QList<QTextLayout::FormatRange> formats;
    const auto add = [&](int start, int length, const QTextCharFormat &format) {
        const int first = std::max(start - entry.start, 0);
        const int end = std::min(start + length - entry.start, entry.length);
        if (first < end) {
            formats.append({.start = first, .length = end - first, .format = format});
        }
    };
    for (const QTextLayout::FormatRange &range : entry.line->formats) {
        add(range.start, range.length, range.format);
    }
    QColor fill = Theme::instance().color(Tone::Deferred);
    fill.setAlphaF(MatchOpacity);
    QTextCharFormat matched;
    matched.setBackground(fill);
    matched.setForeground(text); // readable on the fill, whatever it is otherwise
    for (const ShownLine::Part &match : entry.line->matches) {
        add(match.start, match.length, matched);
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
    line.setLineWidth(WidestLine);
    line.setPosition(QPointF(0, m_ascent - line.ascent()));
    entry.layout.endLayout();
}

/// A frame around each match: colour is not the only sign.
void LinePainter::paintFrames(QPainter &painter, const Entry &entry, const QRectF &area) const
{
    if (entry.line->matches.empty()) {
        return;
    }
    painter.save();
    painter.setPen(Theme::instance().color(Tone::Deferred));
    painter.setBrush(Qt::NoBrush);
    const QTextLine line = entry.layout.lineAt(0);
    for (const ShownLine::Part &match : entry.line->matches) {
        const int first = std::max(match.start - entry.start, 0);
        const int end = std::min(match.start + match.length - entry.start, entry.length);
        const qreal left = first < end ? line.cursorToX(first) : area.width();
        if (left < area.width()) {
            painter.drawRect(QRectF(area.x() + left, area.y(), line.cursorToX(end) - left, m_lineHeight - 1));
        }
    }
    painter.restore();
}

} // namespace limier
