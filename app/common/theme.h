// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QObject>

#include <cstdint>
#include <map>
#include <tuple>

namespace limier
{

/// What a colour stands for in charts and tables. Never the only sign: text, pattern or icon says the same.
enum class Tone : std::uint8_t {
    Sent,
    Deferred,
    Bounced,
    Rejected,
    AuthFailure,
    Neutral, ///< the rest, what is not selected
};

/**
 * The colours of the program, for light and dark; blind to no colour of the usual kinds (after Okabe and Ito, "Color
 * Universal Design"). GUI thread.
 */
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode : std::uint8_t {
        System,
        Light,
        Dark
    };

    /// The one of the program.
    [[nodiscard]] static Theme &instance();

    [[nodiscard]] Mode mode() const { return m_mode; }
    /// Sets the colour scheme of the application; changed() follows.
    void setMode(Mode mode);
    [[nodiscard]] bool isDark() const;

    [[nodiscard]] QColor color(Tone tone) const;
    /// Of the series number @p place in a chart of many: eight that differ, then the same again.
    [[nodiscard]] QColor seriesColor(std::size_t place) const;
    /// From pale to strong, @p share from 0 to 1: for a heat map.
    [[nodiscard]] QColor heat(double share) const;
    /// A Breeze icon of resources/icons ("document-open"), in the colour of the text.
    [[nodiscard]] QIcon icon(const QString &name) const;
    /// Of the program, in its own colours.
    [[nodiscard]] static QIcon programIcon();

Q_SIGNALS:
    /// Light became dark or the other way round: what is painted by color() is painted anew.
    void changed();

private:
    Theme();

    Mode m_mode = Mode::System;
    mutable std::map<std::tuple<QString, QRgb, QRgb>, QIcon>
        m_icons; ///< by name and colours: drawing costs a millisecond
};

} // namespace limier
