// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/regexliteral.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/**
 * Finds in a text the places where a line may match: the literals that every match holds. Of the sets that the
 * pattern offers it takes the one that is cheapest in a sample of the text, and looks for two rare bytes of each
 * literal, 16 places at once where the processor can. Immutable; any number of threads. Some GB a second.
 */
class LiteralFinder
{
public:
    /// A place in the text; null: none.
    struct Hit {
        const char *at = nullptr;
        bool isMatch = false; ///< the line that holds it matches; otherwise it only may
    };

    /// Is of no use (isUseful()) where the pattern has no literal.
    LiteralFinder(const RegexLiterals &literals, std::string_view sample);

    [[nodiscard]] bool isUseful() const { return !m_needles.empty(); }
    /// The first hit that lies wholly between @p from and @p end.
    [[nodiscard]] Hit find(const char *from, const char *end) const;
    /// Whether @p line, where a hit is, also holds what else a match needs: much faster to tell than by the expression.
    [[nodiscard]] bool holdsOthers(std::string_view line) const;

private:
    static constexpr std::size_t Block = 16;

    struct Needle {
        std::string text; ///< small letters if case does not count
        bool caseless = false;
        bool isMatch = false;
    };
    /// One byte to look for, at its distance from the start of a literal; each value once for each place of a block.
    struct Probe {
        std::size_t distance = 0;
        std::array<std::uint8_t, Block> value{};
        std::array<std::uint8_t, Block> fold{}; ///< set in the byte before it is compared: makes a letter small
        bool operator==(const Probe &) const = default;
    };
    using ProbePair = std::array<Probe, 2>;
    using Frequencies = std::array<std::size_t, 256>; ///< for each byte

    LiteralFinder() = default;
    LiteralFinder(const LiteralSet &set, const RegexLiterals &literals, bool sharesPrefix,
                  const Frequencies &frequencies, std::string_view sample);
    void addProbes(const Needle &needle, std::size_t length, const Frequencies &frequencies);
    [[nodiscard]] std::size_t costIn(std::string_view sample) const;
    [[nodiscard]] Hit firstHit(const char *at, std::uint32_t places, const char *end) const;
    [[nodiscard]] Hit check(const char *at, const char *end) const;
    [[nodiscard]] std::uint32_t nextPlaces(const char *&at, const char *stop) const;
    [[nodiscard]] std::uint32_t places(const char *at) const;
    [[nodiscard]] static std::uint32_t places(const char *at, const ProbePair &pair);

    std::vector<Needle> m_needles;
    std::vector<ProbePair> m_probes;
    std::size_t m_reach = 0;             ///< of the probes
    std::size_t m_shortest = 0;          ///< length of the shortest needle
    std::size_t m_cost = 0;              ///< of a search in the sample
    std::vector<LiteralFinder> m_others; ///< for the pattern's other sets, the rarest first
};

} // namespace limier
