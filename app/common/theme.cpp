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

QPixmap render(const QString &file, const QColor &color, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(file).render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
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
    const QString file = QStringLiteral(":/icons/%1.svg").arg(name);
    const QPalette palette = QGuiApplication::palette();
    QIcon icon;
    for (const int size : {16, 22, 32, 48, 64}) {
        icon.addPixmap(render(file, palette.color(QPalette::Active, QPalette::ButtonText), size), QIcon::Normal);
        icon.addPixmap(render(file, palette.color(QPalette::Disabled, QPalette::ButtonText), size), QIcon::Disabled);
    }
    return icon;
}

} // namespace limier
