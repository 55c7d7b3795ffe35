// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/matrixview.h"

#include "charts/swatch.h"
#include "common/displaytext.h"
#include "common/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace limier
{

namespace
{

constexpr int MiddleGray = 118; // black and white stand out equally on it (luminance 0.18)

} // namespace

void MatrixView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (rowCount() == 0 || m_columns == 0) {
        painter.setPen(shadeOf(*this, 0.6));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         m_evaluation ? tr("Nobody logged in and sent here.") : QString());
        return;
    }
    paintCells(painter);
    paintRowLabels(painter);
    paintColumnLabels(painter);
    paintColumnFeet(painter);
    paintCursor(painter);
}

void MatrixView::paintCells(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    for (std::size_t row = 0; row < rowCount(); ++row) {
        for (std::size_t column = 0; column < allColumns(); ++column) {
            const std::uint64_t figure = value(row, column);
            const QRectF cell = cellRect(row, column).adjusted(0.5, 0.5, -0.5, -0.5);
            if (figure == 0) {
                painter.fillRect(cell, shadeOf(*this, 0.04));
                continue;
            }
            // By its root: who sent one mail can be seen beside who sent ten thousand.
            const double share =
                std::sqrt(static_cast<double>(figure) / static_cast<double>(std::max(m_largest, figure)));
            const QColor color = isRest(column) ? shadeOf(*this, 0.16) : theme.heat(share);
            painter.fillRect(cell, color);
            const QString text = displayNumber(figure);
            if (fontMetrics().horizontalAdvance(text) <= cell.width()) {
                painter.setPen(qGray(color.rgb()) < MiddleGray ? Qt::white : Qt::black);
                painter.drawText(cell, Qt::AlignCenter, text);
            }
        }
    }
}

void MatrixView::paintRowLabels(QPainter &painter) const
{
    const double gap = fontMetrics().averageCharWidth();
    for (std::size_t row = 0; row < rowCount(); ++row) {
        const QRectF label(0, cellRect(row, 0).top(), m_left - gap, m_cellHeight);
        painter.setPen(palette().color(m_hovered.row == row ? QPalette::Link : QPalette::Text));
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter,
                         fontMetrics().elidedText(rowName(row), Qt::ElideMiddle, static_cast<int>(label.width())));
        paintCount(painter, networksRect(row), m_evaluation->matrix.networks[row]);
    }
    QRectF head = networksRect(0);
    head.moveBottom(m_top);
    painter.setPen(shadeOf(*this, 0.62));
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, tr("Networks"));
}

void MatrixView::paintColumnLabels(QPainter &painter) const
{
    const int line = fontMetrics().height();
    const double room = m_top - line / 4.0;
    for (std::size_t column = 0; column < allColumns(); ++column) {
        const QRectF cell = cellRect(0, column);
        painter.setPen(palette().color(m_hovered.column == column ? QPalette::Link : QPalette::Text));
        const double length = m_isUpright ? room : cell.width() - line / 2.0;
        const QString name = fontMetrics().elidedText(columnName(column), Qt::ElideMiddle, static_cast<int>(length));
        if (!m_isUpright) {
            painter.drawText(QRectF(cell.left(), m_top - line * 1.25, cell.width(), line), Qt::AlignCenter, name);
            continue;
        }
        painter.save();
        painter.translate(cell.center().x(), room);
        painter.rotate(-90);
        painter.drawText(QRectF(0, -line / 2.0, room, line), Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.restore();
    }
}

void MatrixView::paintColumnFeet(QPainter &painter) const
{
    QRectF label(0, cellRect(rowCount(), 0).top(), m_left - fontMetrics().averageCharWidth(), m_cellHeight);
    painter.setPen(shadeOf(*this, 0.62));
    painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, tr("Users"));
    for (std::size_t column = 0; column < m_columns; ++column) {
        paintCount(painter, cellRect(rowCount(), column), usersOf(column));
    }
}

void MatrixView::paintCount(QPainter &painter, const QRectF &rect, std::uint64_t count) const
{
    const QString text = displayNumber(count);
    const bool isFoot = rect.top() >= cellRect(rowCount(), 0).top();
    if (count < Many) {
        painter.setPen(shadeOf(*this, 0.62));
        painter.drawText(rect, isFoot ? int{Qt::AlignCenter} : int{Qt::AlignVCenter}, text);
        return;
    }
    // Many: bold, in a frame of the colour of trouble.
    QFont bold = font();
    bold.setBold(true);
    painter.save();
    painter.setFont(bold);
    const QFontMetrics metrics(bold);
    QRectF pill(0, 0, metrics.horizontalAdvance(text) + metrics.height() * 0.8, metrics.height() * 1.1);
    pill.moveCenter(rect.center());
    if (!isFoot) {
        pill.moveLeft(rect.left());
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::instance().color(Tone::Bounced), 1.5));
    painter.drawRoundedRect(pill.adjusted(1, 1, -1, -1), pill.height() / 2, pill.height() / 2);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(pill, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace limier
