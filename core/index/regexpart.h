// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/regexliteral.h"

#include <string>
#include <vector>

namespace limier
{

/// What is known of the texts that a part of a regular expression matches. A value.
struct RegexPart {
    bool exact = false; ///< they are `texts` and no others
    LiteralSet texts;
    std::vector<LiteralSet> required; ///< otherwise: each of them holds a text of each set

    /// Matches a place, takes no character.
    static RegexPart nothing() { return {.exact = true, .texts = {std::string()}, .required = {}}; }
    static RegexPart unknown() { return {}; }
    static RegexPart literal(char c) { return {.exact = true, .texts = {std::string(1, c)}, .required = {}}; }
    static RegexPart oneOf(LiteralSet texts);

    /// The sets that its texts must meet.
    [[nodiscard]] std::vector<LiteralSet> requirements() &&;
};

/// Parts one after the other.
class RegexSequence
{
public:
    void append(RegexPart part);
    [[nodiscard]] RegexPart take();

private:
    void endRun();

    LiteralSet m_run{std::string()}; ///< of the exact parts since the last one that was not
    std::vector<LiteralSet> m_required;
    bool m_exact = true;
};

/// One part or another.
[[nodiscard]] RegexPart eitherRegex(std::vector<RegexPart> branches);

/// A part @p least to @p most times; a negative @p most: any number of times.
[[nodiscard]] RegexPart repeatedRegex(RegexPart part, int least, int most);

} // namespace limier
