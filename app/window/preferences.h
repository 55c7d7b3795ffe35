// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/language.h"

#include <optional>

namespace limier
{

class DisplaySettings;

/// What a user chose once and finds again: language and theme of the program, zone and measure of a window. In the
/// settings of the user; GUI thread.
[[nodiscard]] std::optional<Language> chosenLanguage();
void rememberLanguage(Language language);

void applyPreferredTheme();
void rememberTheme();

void applyPreferredDisplay(DisplaySettings &display);
void rememberDisplay(const DisplaySettings &display);

} // namespace limier
