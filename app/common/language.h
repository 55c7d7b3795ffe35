// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <cstdint>
#include <optional>
#include <string_view>

class QCoreApplication;

namespace limier
{

enum class Language : std::uint8_t {
    English,
    French
};

/// The language that "fr" or "en" names.
[[nodiscard]] std::optional<Language> languageFromCode(std::string_view code);

/// The first of @p wanted, as QLocale::uiLanguages() lists them, that Limier speaks; English if it speaks none.
[[nodiscard]] Language preferredLanguage(const QStringList &wanted);

/// From here on @p app speaks @p language (without one: the environment's) and the default QLocale writes numbers as
/// that language does. On the main thread.
void installLanguage(QCoreApplication &app, std::optional<Language> language);

/// Changes the language while the program runs: every widget gets QEvent::LanguageChange. On the main thread.
void setLanguage(Language language);

/// The one that was installed last.
[[nodiscard]] Language currentLanguage();

} // namespace limier
