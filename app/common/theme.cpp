// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPalette>
#include <QStyleHints>
#include <QSvgRenderer>

#include <array>

namespace limier
{

namespace
{

QColor mix(const QColor &from, const QColor &to, double share)
{
    const auto part = [share](float a, float b) { return a + (b - a) * static_cast<float>(share); };
    return QColor::fromRgbF(part(from.redF(), to.redF()), part(from.greenF(), to.greenF()),
                            part(from.blueF(), to.blueF()));
}

// Not by QIcon, which needs a plugin for SVG that may not be installed.
QPixmap render(QSvgRenderer &drawing, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawing.render(&painter);
    return pixmap;
}

QPixmap colored(QPixmap pixmap, const QColor &color)
{
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

struct Shades {
    QRgb window, base, alternate, button, text, faint, disabled, frame, link, highlight, highlightedText;
};

/// In the manner of Breeze.
constexpr Shades LightShades{0xeff0f1, 0xffffff, 0xf5f6f7, 0xf7f8f8, 0x232629, 0x6b7075,
                             0xa0a4a8, 0xbcc0c4, 0x2471a3, 0x2f86c9, 0xffffff};
constexpr Shades DarkShades{0x2a2e32, 0x1b1e20, 0x232629, 0x31363b, 0xfcfcfc, 0xa1a9b1,
                            0x6b7075, 0x4d5257, 0x5aa9e6, 0x2f86c9, 0xffffff};

QPalette makePalette(const Shades &shades)
{
    QPalette palette(shades.button, shades.window);
    const auto set = [&palette](QPalette::ColorRole role, QRgb color, QRgb disabled) {
        palette.setColor(role, color);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        set(role, shades.text, shades.disabled);
    }
    set(QPalette::PlaceholderText, shades.faint, shades.disabled);
    set(QPalette::Base, shades.base, shades.window);
    set(QPalette::AlternateBase, shades.alternate, shades.window);
    set(QPalette::ToolTipBase, shades.button, shades.button);
    set(QPalette::ToolTipText, shades.text, shades.text);
    set(QPalette::Mid, shades.frame, shades.frame);
    set(QPalette::Link, shades.link, shades.disabled);
    set(QPalette::LinkVisited, shades.link, shades.disabled);
    set(QPalette::Highlight, shades.highlight, shades.frame);
    set(QPalette::HighlightedText, shades.highlightedText, shades.text);
    set(QPalette::Accent, shades.highlight, shades.frame);
    return palette;
}

} // namespace

Theme::Theme()
{
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::changed);
}

Theme &Theme::instance()
{
    static Theme *const theme = new Theme; // outlives the application's objects, as Qt asks of what they refer to
    return *theme;
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    QGuiApplication::styleHints()->setColorScheme(mode == Mode::Light      ? Qt::ColorScheme::Light
                                                      : mode == Mode::Dark ? Qt::ColorScheme::Dark
                                                                           : Qt::ColorScheme::Unknown);
    QApplication::setPalette(QPalette()); // what the platform has for it
    if (mode != Mode::System && isDark() != (mode == Mode::Dark)) {
        // A desktop without a theme of its own knows no schemes.
        QApplication::setPalette(makePalette(mode == Mode::Dark ? DarkShades : LightShades));
    }
    Q_EMIT changed();
}

bool Theme::isDark() const
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

QColor Theme::color(Tone tone) const
{
    const bool dark = isDark();
    switch (tone) {
    case Tone::Sent:
        return dark ? QColor(0x2fb592) : QColor(0x009e73);
    case Tone::Deferred:
        return dark ? QColor(0xf0b429) : QColor(0xe69f00);
    case Tone::Bounced:
        return dark ? QColor(0xf07a3a) : QColor(0xd55e00);
    case Tone::Rejected:
        return dark ? QColor(0xd890b8) : QColor(0xb8578e);
    case Tone::AuthFailure:
        return dark ? QColor(0x5aa9e6) : QColor(0x0072b2);
    case Tone::Neutral:
        break;
    }
    return dark ? QColor(0x7a7f85) : QColor(0x9aa0a6);
}

QColor Theme::seriesColor(std::size_t place) const
{
    constexpr std::array<QRgb, 8> Light{0x0072b2, 0xd55e00, 0x009e73, 0xb8578e, 0xe69f00, 0x56b4e9, 0x6b4fa0, 0x8c6d1f};
    constexpr std::array<QRgb, 8> Dark{0x5aa9e6, 0xf07a3a, 0x2fb592, 0xd890b8, 0xf0b429, 0x8fd0f5, 0xa58ee0, 0xc9a94a};
    return QColor((isDark() ? Dark : Light)[place % Light.size()]);
}

QColor Theme::heat(double share) const
{
    const QColor base = QGuiApplication::palette().color(QPalette::Base);
    const QColor strong = isDark() ? QColor(0xffb000) : QColor(0xb03a00);
    return share <= 0 ? base : mix(base, strong, 0.12 + 0.88 * std::min(share, 1.0));
}

QIcon Theme::icon(const QString &name) const
{
    const QPalette palette = QGuiApplication::palette();
    const QColor normal = palette.color(QPalette::Active, QPalette::ButtonText);
    const QColor disabled = palette.color(QPalette::Disabled, QPalette::ButtonText);
    QIcon &icon = m_icons[{name, normal.rgba(), disabled.rgba()}];
    if (icon.isNull()) {
        QSvgRenderer drawing(QStringLiteral(":/icons/%1.svg").arg(name));
        for (const int size : {16, 22, 32, 48, 64}) {
            const QPixmap pixmap = render(drawing, size);
            icon.addPixmap(colored(pixmap, normal), QIcon::Normal);
            icon.addPixmap(colored(pixmap, disabled), QIcon::Disabled);
        }
    }
    return icon;
}

QIcon Theme::programIcon()
{
    QIcon icon;
    QSvgRenderer drawing(QStringLiteral(":/icons/limier.svg"));
    for (const int size : {16, 22, 32, 48, 64, 128, 256}) {
        icon.addPixmap(render(drawing, size));
    }
    return icon;
}

} // namespace limier
