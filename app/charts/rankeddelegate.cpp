// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/rankeddelegate.h"

#include "charts/rankedmodel.h"
#include "charts/swatch.h"
#include "common/displaytext.h"

#include <QApplication>
#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace limier
{

namespace
{

/// Paints one row from both ends towards the middle; what is left is the bar.
class RowPainter
{
public:
    RowPainter(QPainter &painter, const QStyleOptionViewItem &option, const RankedModel &model, int row)
        : m_painter(painter)
        , m_option(option)
        , m_model(model)
        , m_row(row)
        , m_entry(model.entry(row))
        , m_gap(option.fontMetrics.height() / 3)
        , m_free(option.rect.adjusted(m_gap, 0, -m_gap, 0))
        , m_quiet(shadeOf(*option.widget, 0.62))
    {
    }

    void paint(double nameShare)
    {
        paintName(static_cast<int>(m_free.width() * nameShare));
        paintRight(m_model.share(m_row), QStringLiteral("100.0 %"), m_quiet);
        paintRight(m_model.figure(m_row), displayNumber(std::max<std::uint64_t>(m_model.largest(), 1000)),
                   m_option.palette.color(QPalette::Text));
        if (!m_entry.isRest) {
            paintBar();
        }
    }

private:
    void paintName(int width)
    {
        QRect place = m_free;
        place.setWidth(width);
        const int size = m_option.fontMetrics.ascent();
        if (m_entry.swatch.style() != Qt::NoBrush) {
            paintSwatch(m_painter, QRectF(place.x(), place.y() + (place.height() - size) / 2.0, size, size),
                        m_entry.swatch);
            place.setLeft(place.left() + size + m_gap);
        }
        const QString name = m_option.fontMetrics.elidedText(m_entry.name, Qt::ElideMiddle, place.width());
        m_painter.setPen(m_option.palette.color(QPalette::Text));
        m_painter.drawText(place, Qt::AlignVCenter | Qt::TextSingleLine, name);
        place.setLeft(place.left() + m_option.fontMetrics.horizontalAdvance(name) + m_gap);
        if (!m_entry.detail.isEmpty() && place.width() > 5 * m_option.fontMetrics.averageCharWidth()) {
            m_painter.setPen(m_quiet);
            m_painter.drawText(place, Qt::AlignVCenter | Qt::TextSingleLine,
                               m_option.fontMetrics.elidedText(m_entry.detail, Qt::ElideRight, place.width()));
        }
        m_free.setLeft(m_free.left() + width + m_gap);
    }

    void paintRight(const QString &text, const QString &widest, const QColor &color)
    {
        QRect place = m_free;
        place.setLeft(m_free.right() + 1 - m_option.fontMetrics.horizontalAdvance(widest));
        m_painter.setPen(color);
        m_painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, text);
        m_free.setRight(place.left() - 1 - m_gap);
    }

    void paintBar()
    {
        const double thickness = m_option.fontMetrics.height() * 0.62;
        double x = m_free.left();
        const double y = m_free.top() + (m_free.height() - thickness) / 2;
        const double unit = m_model.largest() == 0 ? 0 : m_free.width() / static_cast<double>(m_model.largest());
        for (const RankedEntry::Part &part : m_entry.parts) {
            if (part.value > 0) {
                const double width = std::max(1.0, static_cast<double>(part.value) * unit);
                m_painter.fillRect(QRectF(x, y, width, thickness), part.brush);
                x += width;
            }
        }
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const RankedModel &m_model;
    const int m_row;
    const RankedEntry &m_entry;
    const int m_gap;
    QRect m_free;
    const QColor m_quiet;
};

} // namespace

void RankedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyle &style = *option.widget->style();
    painter->save();
    painter->setFont(option.font);
    if (option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_HasFocus)) {
        QColor tint = option.palette.color(QPalette::Highlight);
        tint.setAlphaF(0.14F);
        painter->fillRect(option.rect, tint);
    }
    RowPainter(*painter, option, *static_cast<const RankedModel *>(index.model()), index.row()).paint(m_nameShare);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.backgroundColor = option.palette.color(QPalette::Base);
        focus.state |= QStyle::State_KeyboardFocusChange;
        style.drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
    painter->restore();
}

QSize RankedDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = option.fontMetrics.height();
    return {option.fontMetrics.averageCharWidth() * 30, height + height / 4};
}

} // namespace limier
