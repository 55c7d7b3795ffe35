// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QColor>
#include <QIcon>

#include <cstdint>

class QPainter;
class QRectF;
class QWidget;

namespace limier
{

enum class Tone : std::uint8_t;

/// What tells fills apart where colours do not.
enum class Texture : std::uint8_t {
    Plain,
    Rising,  ///< lines
    Falling, ///< lines
    Dots,
    Grid
};

[[nodiscard]] QBrush texturedBrush(const QColor &color, Texture texture);

/// How charts fill a status: a colour and a texture of its own.
[[nodiscard]] QBrush toneBrush(Tone tone);
/// How charts fill the series number @p place of many; four have no texture.
[[nodiscard]] QBrush seriesBrush(std::size_t place);
/// How charts fill what is not told apart.
[[nodiscard]] QBrush restBrush();

/// Paints @p brush as the sample of a legend; @p isHollow: only its edge, for what is hidden.
void paintSwatch(QPainter &painter, const QRectF &rect, const QBrush &brush, bool isHollow = false);
/// The same as an icon as high as the small letters of @p widget's font.
[[nodiscard]] QIcon swatchIcon(const QWidget &widget, const QBrush &brush);

/// A quiet colour between the text and the background of @p widget: 0 is the background.
[[nodiscard]] QColor shadeOf(const QWidget &widget, double strength);

} // namespace limier
