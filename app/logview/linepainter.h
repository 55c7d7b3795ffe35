// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/ids.h"
#include "logview/shownline.h"

#include <QFont>
#include <QRectF>

#include <memory>
#include <unordered_map>

class QPainter;
class QTextLayout;

namespace limier
{

/**
 * Paints lines in a font of fixed width. Keeps the layouts of the lines that it painted last. Of a long line only what
 * is seen is laid out, so that it costs no more than others. GUI thread.
 */
class LinePainter
{
public:
    LinePainter();
    ~LinePainter();
    Q_DISABLE_COPY_MOVE(LinePainter)

    void setFont(const QFont &font);
    [[nodiscard]] const QFont &font() const { return m_font; }
    [[nodiscard]] qreal columnWidth() const { return m_columnWidth; }
    [[nodiscard]] int lineHeight() const { return m_lineHeight; }
    /// All layouts are made anew: other colours.
    void forget();

    /// Paints @p line so that its first character would stand at @p x, where @p area shows it. Returns its width.
    qreal paint(QPainter &painter, LineId id, const std::shared_ptr<const ShownLine> &line, qreal x,
                const QRectF &area);

private:
    struct Entry;

    [[nodiscard]] Entry &entryFor(LineId id, const std::shared_ptr<const ShownLine> &line, qreal left, qreal width);
    void layOut(Entry &entry) const;
    void paintMatches(QPainter &painter, const Entry &entry, const QPointF &position) const;

    QFont m_font;
    qreal m_columnWidth = 1;
    qreal m_ascent = 1;
    int m_lineHeight = 1;
    std::unordered_map<LineId, std::unique_ptr<Entry>> m_entries;
};

} // namespace limier
