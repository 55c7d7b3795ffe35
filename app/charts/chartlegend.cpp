// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartlegend.h"

#include "charts/swatch.h"
#include "common/displaytext.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

namespace limier
{

LegendButton::LegendButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void LegendButton::setBrush(const QBrush &brush)
{
    m_brush = brush;
    update();
}

QSize LegendButton::sizeHint() const
{
    const int height = fontMetrics().height();
    return {fontMetrics().horizontalAdvance(text()) + fontMetrics().ascent() + height * 3 / 2, height * 3 / 2};
}

void LegendButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse()) {
        QColor tint = palette().color(QPalette::Highlight);
        tint.setAlphaF(0.14F);
        painter.fillRect(rect(), tint);
    }
    const int gap = fontMetrics().height() / 3;
    const int size = fontMetrics().ascent();
    paintSwatch(painter, QRectF(gap, (height() - size) / 2.0, size, size), m_brush, !isChecked());
    painter.setPen(palette().color(isChecked() ? QPalette::WindowText : QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(size + 2 * gap, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        focus.state |= QStyle::State_KeyboardFocusChange;
        focus.backgroundColor = palette().color(QPalette::Window);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
}

void ChartLegend::setEntries(const std::vector<Entry> &entries)
{
    while (m_buttons.size() < entries.size()) {
        auto *button = new LegendButton(this);
        const std::size_t entry = m_buttons.size();
        connect(button, &LegendButton::toggled, this, [this, entry](bool on) { Q_EMIT toggled(entry, on); });
        layout()->addWidget(button);
        m_buttons.push_back(button);
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        m_buttons[i]->setBrush(entries[i].brush);
        m_buttons[i]->setText(entries[i].name);
        m_buttons[i]->setToolTip(plainToolTip(entries[i].toolTip));
        m_buttons[i]->updateGeometry();
    }
}

bool ChartLegend::isShown(std::size_t entry) const
{
    return m_buttons[entry]->isChecked();
}

} // namespace limier
