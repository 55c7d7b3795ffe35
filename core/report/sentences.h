// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/error.h"

#include <QString>

#include <cstdint>

namespace limier
{

/// Where a sentence will stand, which decides how names out of logs stand in it.
enum class SentenceForm : std::uint8_t {
    Plain,    ///< in quotation marks, harmful characters as visible escapes
    Markdown, ///< as code
};

/// What went wrong, with what, and what to do about it: in the language of the installed translators, with numbers in
/// the form of the default QLocale.
[[nodiscard]] QString errorSentence(const Error &error, SentenceForm form = SentenceForm::Plain);

/// @p count for the choice of a plural form, which takes an int.
[[nodiscard]] int pluralCount(std::uint64_t count);

} // namespace limier
