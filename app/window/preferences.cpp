// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/preferences.h"

#include "common/displaysettings.h"
#include "common/theme.h"

#include <QSettings>

#include <array>
#include <span>
#include <utility>

namespace limier
{

namespace
{

template <typename Value>
using Names = std::span<const std::pair<Value, const char *>>;

constexpr std::array<std::pair<Theme::Mode, const char *>, 3> ThemeNames{
    {{Theme::Mode::System, "system"}, {Theme::Mode::Light, "light"}, {Theme::Mode::Dark, "dark"}}};
constexpr std::array<std::pair<DisplaySettings::Zone, const char *>, 3> ZoneNames{
    {{DisplaySettings::Zone::Server, "server"},
     {DisplaySettings::Zone::Workstation, "workstation"},
     {DisplaySettings::Zone::Utc, "utc"}}};
constexpr std::array<std::pair<TopBy, const char *>, 2> MeasureNames{
    {{TopBy::Recipients, "recipients"}, {TopBy::Messages, "messages"}}};

const QString LanguageKey = QStringLiteral("language");
const QString ThemeKey = QStringLiteral("theme");
const QString ZoneKey = QStringLiteral("zone");
const QString MeasureKey = QStringLiteral("countBy");

template <typename Value>
std::optional<Value> read(const QString &key, Names<Value> names)
{
    const QString name = QSettings().value(key).toString();
    for (const auto &[value, known] : names) {
        if (name == QLatin1StringView(known)) {
            return value;
        }
    }
    return std::nullopt;
}

template <typename Value>
void write(const QString &key, Names<Value> names, Value value)
{
    for (const auto &[each, name] : names) {
        if (each == value) {
            QSettings().setValue(key, QLatin1StringView(name));
        }
    }
}

} // namespace

std::optional<Language> chosenLanguage()
{
    return languageFromCode(QSettings().value(LanguageKey).toString().toStdString());
}

void rememberLanguage(Language language)
{
    QSettings().setValue(LanguageKey, language == Language::French ? QStringLiteral("fr") : QStringLiteral("en"));
}

void applyPreferredTheme()
{
    const auto mode = read<Theme::Mode>(ThemeKey, ThemeNames);
    if (mode && *mode != Theme::instance().mode()) {
        Theme::instance().setMode(*mode);
    }
}

void rememberTheme()
{
    write<Theme::Mode>(ThemeKey, ThemeNames, Theme::instance().mode());
}

void applyPreferredDisplay(DisplaySettings &display)
{
    display.setZone(read<DisplaySettings::Zone>(ZoneKey, ZoneNames).value_or(display.zone()));
    display.setCountBy(read<TopBy>(MeasureKey, MeasureNames).value_or(display.countBy()));
}

void rememberDisplay(const DisplaySettings &display)
{
    write<DisplaySettings::Zone>(ZoneKey, ZoneNames, display.zone());
    write<TopBy>(MeasureKey, MeasureNames, display.countBy());
}

} // namespace limier
