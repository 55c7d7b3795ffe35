// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <string>
#include <vector>

namespace limier
{

/// Texts (ASCII, no line break, none empty; small letters if the search does not mind case): every match holds one.
using LiteralSet = std::vector<std::string>;

/// What can be told from a regular expression without running it.
struct RegexLiterals {
    static constexpr std::size_t MaxTexts = 16; ///< in one set

    std::vector<LiteralSet> required; ///< each of them alone must be met; none if nothing is known
    bool caseless = false;            ///< a letter of a literal stands for both its cases
    bool exact = false;               ///< required holds one set, and whatever holds one of its texts matches
};

/**
 * Finds the texts that whatever matches @p pattern must hold. @p pattern is a regular expression in PCRE2's syntax
 * that is known to be valid. Careful rather than clever: where a construct is not understood, nothing is said.
 * With @p caseless (or "(?i)" in the pattern) texts have small letters; note that Unicode knows other forms of two
 * letters, U+017F for s and U+212A for k. Microseconds.
 */
[[nodiscard]] RegexLiterals requiredLiterals(QStringView pattern, bool caseless);

} // namespace limier
