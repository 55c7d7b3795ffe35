// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suspects/weightbar.h"

#include "charts/swatch.h"
#include "common/theme.h"

#include <QPainter>

#include <algorithm>

namespace limier
{

WeightBar::WeightBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WeightBar::setWeight(double share, bool isAgainst)
{
    m_share = std::clamp(share, 0.0, 1.0);
    m_isAgainst = isAgainst;
    update();
}

QSize WeightBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height() / 2};
}

QSize WeightBar::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, fontMetrics().height() / 2};
}

void WeightBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF whole(rect());
    QRectF part = whole;
    part.setWidth(std::max(whole.width() * m_share, 2.0));
    if (isRightToLeft()) {
        part.moveRight(whole.right());
    }
    painter.fillRect(whole, shadeOf(*this, 0.1));
    paintSwatch(painter, part, toneBrush(m_isAgainst ? Tone::Sent : Tone::Bounced));
}

} // namespace limier
