// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/swatch.h"

#include "common/theme.h"

#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace limier
{

namespace
{

constexpr int TextureSize = 6;

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto part = [share](float a, float b) { return a + (b - a) * static_cast<float>(share); };
    return QColor::fromRgbF(part(from.redF(), to.redF()), part(from.greenF(), to.greenF()),
                            part(from.blueF(), to.blueF()));
}

void paintTexture(QPainter &painter, Texture texture)
{
    constexpr int End = TextureSize;
    switch (texture) {
    case Texture::Plain:
        break;
    case Texture::Rising:
        painter.drawLine(-1, 1, 1, -1);
        painter.drawLine(0, End, End, 0);
        painter.drawLine(End - 1, End + 1, End + 1, End - 1);
        break;
    case Texture::Falling:
        painter.drawLine(-1, End - 1, 1, End + 1);
        painter.drawLine(0, 0, End, End);
        painter.drawLine(End - 1, -1, End + 1, 1);
        break;
    case Texture::Dots:
        painter.drawRect(1, 1, 1, 1);
        painter.drawRect(4, 4, 1, 1);
        break;
    case Texture::Grid:
        painter.drawLine(0, 0, End, 0);
        painter.drawLine(0, 0, 0, End);
        break;
    }
}

} // namespace

QBrush texturedBrush(const QColor &color, Texture texture)
{
    if (texture == Texture::Plain) {
        return color;
    }
    QPixmap tile(TextureSize, TextureSize);
    tile.fill(color);
    QPainter painter(&tile);
    painter.setPen(mixed(color, color.lightness() > 110 ? Qt::black : Qt::white, 0.38));
    paintTexture(painter, texture);
    painter.end();
    QBrush brush(tile);
    // A texture has no colour of its own; the swatch's edge takes this one.
    brush.setColor(color);
    return brush;
}

QBrush toneBrush(Tone tone)
{
    const QColor color = Theme::instance().color(tone);
    switch (tone) {
    case Tone::Sent:
    case Tone::Neutral:
        break;
    case Tone::Deferred:
        return texturedBrush(color, Texture::Dots);
    case Tone::Bounced:
        return texturedBrush(color, Texture::Rising);
    case Tone::Rejected:
        return texturedBrush(color, Texture::Falling);
    case Tone::AuthFailure:
        return texturedBrush(color, Texture::Grid);
    }
    return color;
}

QBrush seriesBrush(std::size_t place)
{
    constexpr std::size_t Untextured = 4;
    const QColor color = Theme::instance().seriesColor(place);
    return place < Untextured ? QBrush(color)
                              : texturedBrush(color, place % 2 == 0 ? Texture::Rising : Texture::Falling);
}

QBrush restBrush()
{
    return toneBrush(Tone::Neutral);
}

void paintSwatch(QPainter &painter, const QRectF &rect, const QBrush &brush, bool isHollow)
{
    painter.save();
    painter.setPen(isHollow ? QPen(brush.color()) : QPen(Qt::NoPen));
    painter.setBrush(isHollow ? QBrush(Qt::NoBrush) : brush);
    painter.drawRect(isHollow ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect);
    painter.restore();
}

QIcon swatchIcon(const QWidget &widget, const QBrush &brush)
{
    const int size = widget.fontMetrics().ascent();
    QIcon icon;
    for (const bool isHollow : {false, true}) {
        QPixmap pixmap(QSize(size, size) * widget.devicePixelRatio());
        pixmap.setDevicePixelRatio(widget.devicePixelRatio());
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintSwatch(painter, QRectF(0, 0, size, size), brush, isHollow);
        painter.end();
        icon.addPixmap(pixmap, QIcon::Normal, isHollow ? QIcon::Off : QIcon::On);
    }
    return icon;
}

QColor shadeOf(const QWidget &widget, double strength)
{
    return mixed(widget.palette().color(QPalette::Base), widget.palette().color(QPalette::Text), strength);
}

} // namespace limier
