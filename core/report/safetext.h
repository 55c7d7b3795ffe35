// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace limier
{

/// One character of a text of any bytes.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1; ///< in bytes
    bool isValid = true;    ///< false: a byte that is not UTF-8, in value
};

/// The character that begins @p text, which is not empty.
[[nodiscard]] CodePoint firstCodePoint(std::string_view text);

/// True for what must not reach a terminal or a reader as it is: control characters, line separators, and what changes
/// the direction of writing or is invisible.
[[nodiscard]] bool isHarmful(char32_t codePoint);

/**
 * Bytes of a log as text that can be shown anywhere: valid UTF-8 on one line in which harmful characters and bytes that
 * are not UTF-8 have become visible escapes ("\x1b", "\u202e"). Longer than @p limit characters: cut, with "…" behind.
 */
[[nodiscard]] std::string visibleText(std::string_view bytes,
                                      std::size_t limit = std::numeric_limits<std::size_t>::max());

/// The same as code of Markdown, in which nothing is markup: also inside a table, also where the bytes hold backticks.
[[nodiscard]] std::string codeSpan(std::string_view bytes, std::size_t limit = std::numeric_limits<std::size_t>::max());

} // namespace limier
