// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartreadout.h"

#include "charts/swatch.h"

#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace limier
{

ChartReadout::ChartReadout(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void ChartReadout::showAt(const QPoint &anchor, const QString &title, std::vector<Row> rows)
{
    m_title = title;
    m_rows = std::move(rows);
    setPalette(QToolTip::palette());
    const QSize size = sizeHint().boundedTo(parentWidget()->size());
    const int gap = 2 * margin();
    const int right = anchor.x() + gap;
    const int x = right + size.width() <= parentWidget()->width() ? right : anchor.x() - gap - size.width();
    const int y = std::min(anchor.y() + gap, parentWidget()->height() - size.height());
    setGeometry(QRect(QPoint(std::max(x, 0), std::max(y, 0)), size));
    show();
    raise();
    update();
}

QString ChartReadout::text() const
{
    QString text = m_title;
    for (const Row &row : m_rows) {
        text += QStringLiteral("; %1: %2").arg(row.name, row.figure);
    }
    return text;
}

int ChartReadout::margin() const
{
    return fontMetrics().height() / 3;
}

int ChartReadout::nameWidth() const
{
    const int longest = fontMetrics().averageCharWidth() * 32;
    int width = 0;
    for (const Row &row : m_rows) {
        width = std::max(width, fontMetrics().horizontalAdvance(row.name) + 1); // it is rounded
    }
    return std::min(width, longest);
}

QSize ChartReadout::sizeHint() const
{
    int figures = 0;
    for (const Row &row : m_rows) {
        figures = std::max(figures, fontMetrics().horizontalAdvance(row.figure));
    }
    const int table = fontMetrics().ascent() + nameWidth() + figures + 4 * margin();
    const int width = std::max(table, fontMetrics().horizontalAdvance(m_title));
    const int lines = static_cast<int>(m_rows.size()) + 1;
    return {width + 2 * margin(), lines * fontMetrics().lineSpacing() + 2 * margin()};
}

void ChartReadout::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPalette colors = palette();
    painter.setPen(shadeOf(*this, 0.35));
    painter.setBrush(colors.color(QPalette::ToolTipBase));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.setPen(colors.color(QPalette::ToolTipText));
    const int line = fontMetrics().lineSpacing();
    const int swatch = fontMetrics().ascent();
    QRect place(margin(), margin(), width() - 2 * margin(), line);
    painter.drawText(place, Qt::AlignVCenter | Qt::TextSingleLine, m_title);
    for (const Row &row : m_rows) {
        place.translate(0, line);
        paintSwatch(painter, QRectF(place.x(), place.y() + (line - swatch) / 2.0, swatch, swatch), row.brush);
        const QRect text = place.adjusted(swatch + margin(), 0, 0, 0);
        const QString name = fontMetrics().elidedText(row.name, Qt::ElideMiddle, nameWidth());
        painter.drawText(text, Qt::AlignVCenter | Qt::TextSingleLine, name);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, row.figure);
    }
}

} // namespace limier
