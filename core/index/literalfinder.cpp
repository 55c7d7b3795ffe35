// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/literalfinder.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <iterator>
#include <numeric>
#include <utility>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace limier
{

namespace
{

// What things cost, in rough nanoseconds: only their proportions matter.
constexpr std::size_t BlockCost = 1;
constexpr std::size_t PlaceCost = 5;
constexpr std::size_t MatchCost = 15;
constexpr std::size_t ExpressionCost = 300;

constexpr std::size_t MostOthers = 3;
constexpr std::uint8_t SmallLetter = 0x20;
constexpr std::string_view LongS = "\xC5\xBF";      // U+017F, a small s
constexpr std::string_view Kelvin = "\xE2\x84\xAA"; // U+212A, a capital k

bool isSmallLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

bool equalsCaseless(const char *text, const std::string &small)
{
    return std::ranges::equal(std::string_view(text, small.size()), small, [](char a, char b) {
        return (isSmallLetter(b) ? static_cast<char>(a | SmallLetter) : a) == b;
    });
}

std::size_t commonPrefix(const LiteralSet &set)
{
    std::size_t length = set.front().size();
    for (const std::string &text : set) {
        const auto ends = std::ranges::mismatch(std::string_view(set.front()).substr(0, length), text);
        length = static_cast<std::size_t>(ends.in2 - text.begin());
    }
    return length;
}

bool anyHolds(const LiteralSet &set, char c)
{
    return std::ranges::any_of(set, [c](const std::string &text) { return text.contains(c); });
}

} // namespace

LiteralFinder::LiteralFinder(const RegexLiterals &literals, std::string_view sample)
{
    Frequencies frequencies{};
    for (const char c : sample) {
        ++frequencies[static_cast<unsigned char>(c)];
    }
    std::vector<LiteralFinder> finders;
    for (const LiteralSet &set : literals.required) {
        LiteralFinder each(set, literals, false, frequencies, sample);
        LiteralFinder shared(set, literals, true, frequencies, sample);
        finders.push_back(std::move(shared.m_cost < each.m_cost ? shared : each));
    }
    if (finders.empty()) {
        return;
    }
    std::ranges::stable_sort(finders, {}, [](const LiteralFinder &finder) {
        return std::pair(finder.m_cost, -static_cast<std::ptrdiff_t>(finder.m_shortest));
    });
    std::vector<LiteralFinder> others(std::make_move_iterator(finders.begin() + 1),
                                      std::make_move_iterator(finders.end()));
    *this = std::move(finders.front());
    std::erase_if(others, [](const LiteralFinder &finder) { return finder.m_shortest == 1; });
    while (others.size() > MostOthers) {
        others.pop_back();
    }
    m_others = std::move(others);
}

LiteralFinder::LiteralFinder(const LiteralSet &set, const RegexLiterals &literals, bool sharesPrefix,
                             const Frequencies &frequencies, std::string_view sample)
    : m_shortest(std::ranges::min(set, {}, &std::string::size).size())
{
    const bool caseless = literals.caseless;
    const std::size_t prefix = commonPrefix(set);
    for (const std::string &text : set) {
        m_needles.push_back({.text = text, .caseless = caseless, .isMatch = literals.exact});
        addProbes(m_needles.back(), sharesPrefix && prefix > 0 ? prefix : text.size(), frequencies);
    }
    // Unicode knows more forms of these two letters than ASCII's two; the expression decides about them.
    for (const auto &[letter, form] : {std::pair('s', LongS), std::pair('k', Kelvin)}) {
        if (caseless && anyHolds(set, letter)) {
            m_needles.push_back({.text = std::string(form), .caseless = false, .isMatch = false});
            addProbes(m_needles.back(), form.size(), frequencies);
            m_shortest = std::min(m_shortest, form.size());
        }
    }
    m_cost = costIn(sample);
}

/// Looks for the two rarest of the first @p length bytes.
void LiteralFinder::addProbes(const Needle &needle, std::size_t length, const Frequencies &frequencies)
{
    const auto foldOf = [&](std::size_t i) {
        return needle.caseless && isSmallLetter(needle.text[i]) ? SmallLetter : std::uint8_t{0};
    };
    const auto frequency = [&](std::size_t i) {
        const auto byte = static_cast<unsigned char>(needle.text[i]);
        return frequencies[byte] + (foldOf(i) != 0 ? frequencies[byte ^ SmallLetter] : 0);
    };
    std::vector<std::size_t> order(length);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, frequency);
    order.resize(std::min(length, std::size_t{2}));

    ProbePair pair;
    for (std::size_t i = 0; i < pair.size(); ++i) {
        const std::size_t distance = order[std::min(i, order.size() - 1)];
        pair[i].distance = distance;
        pair[i].value.fill(static_cast<std::uint8_t>(needle.text[distance]));
        pair[i].fold.fill(foldOf(distance));
        m_reach = std::max(m_reach, distance);
    }
    if (!std::ranges::contains(m_probes, pair)) {
        m_probes.push_back(pair);
    }
}

/// What a search in @p sample would cost.
std::size_t LiteralFinder::costIn(std::string_view sample) const
{
    std::size_t candidates = 0;
    for (std::size_t i = 0; i + m_reach + Block <= sample.size(); i += Block) {
        candidates += static_cast<std::size_t>(std::popcount(places(sample.data() + i)));
    }
    std::size_t result = sample.size() / Block * BlockCost * m_probes.size() + candidates * PlaceCost;
    const char *const end = sample.data() + sample.size();
    for (Hit hit = find(sample.data(), end); hit.at != nullptr;) {
        result += hit.isMatch ? MatchCost : ExpressionCost;
        const char *const lineEnd = std::find(hit.at, end, '\n');
        hit = find(lineEnd, end);
    }
    return result;
}

LiteralFinder::Hit LiteralFinder::check(const char *at, const char *end) const
{
    for (const Needle &needle : m_needles) {
        if (static_cast<std::size_t>(end - at) < needle.text.size()) {
            continue;
        }
        if (needle.caseless ? equalsCaseless(at, needle.text)
                            : std::memcmp(at, needle.text.data(), needle.text.size()) == 0) {
            return {.at = at, .isMatch = needle.isMatch};
        }
    }
    return {};
}

#ifdef __SSE2__

std::uint32_t LiteralFinder::places(const char *at, const ProbePair &pair)
{
    const auto equal = [at](const Probe &probe) {
        const auto load = [](const auto *from) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from)); };
        const __m128i folded = _mm_or_si128(load(at + probe.distance), load(probe.fold.data()));
        return _mm_cmpeq_epi8(folded, load(probe.value.data()));
    };
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_and_si128(equal(pair[0]), equal(pair[1]))));
}

#else

std::uint32_t LiteralFinder::places(const char *at, const ProbePair &pair)
{
    std::uint32_t result = 0;
    for (std::size_t i = 0; i < Block; ++i) {
        const auto equals = [at, i](const Probe &probe) {
            return (static_cast<std::uint8_t>(at[i + probe.distance]) | probe.fold[i]) == probe.value[i];
        };
        result |= static_cast<std::uint32_t>(equals(pair[0]) && equals(pair[1])) << i;
    }
    return result;
}

#endif

/// The places of a block, one bit each, where a literal may start.
std::uint32_t LiteralFinder::places(const char *at) const
{
    std::uint32_t result = 0;
    for (const ProbePair &pair : m_probes) {
        result |= places(at, pair);
    }
    return result;
}

/// Moves @p at to the first block before @p stop where a literal may start; the places in it, or zero.
std::uint32_t LiteralFinder::nextPlaces(const char *&at, const char *stop) const
{
    if (m_probes.size() > 1) {
        for (; at < stop; at += Block) {
            if (const std::uint32_t found = places(at); found != 0) {
                return found;
            }
        }
        return 0;
    }
    const ProbePair pair = m_probes.front(); // a copy that nothing else can change stays in registers
    for (; at < stop; at += Block) {
        if (const std::uint32_t found = places(at, pair); found != 0) {
            return found;
        }
    }
    return 0;
}

LiteralFinder::Hit LiteralFinder::firstHit(const char *at, std::uint32_t places, const char *end) const
{
    for (; places != 0; places &= places - 1) {
        if (const Hit hit = check(at + std::countr_zero(places), end); hit.at != nullptr) {
            return hit;
        }
    }
    return {};
}

LiteralFinder::Hit LiteralFinder::find(const char *from, const char *end) const
{
    const char *at = from;
    if (static_cast<std::size_t>(end - from) >= m_reach + Block) {
        const char *const lastBlock = end - m_reach - Block;
        while (at <= lastBlock) {
            if (const std::uint32_t found = nextPlaces(at, lastBlock + 1); found != 0) {
                if (const Hit hit = firstHit(at, found, end); hit.at != nullptr) {
                    return hit;
                }
                at += Block;
            }
        }
        // The rest of the places, in a block that overlaps the one before.
        const std::uint32_t seen = (1U << (at - lastBlock)) - 1;
        if (const Hit hit = firstHit(lastBlock, places(lastBlock) & ~seen, end); hit.at != nullptr) {
            return hit;
        }
        at = lastBlock + Block;
    }
    for (; static_cast<std::size_t>(end - at) >= m_shortest; ++at) {
        if (const Hit hit = check(at, end); hit.at != nullptr) {
            return hit;
        }
    }
    return {};
}

bool LiteralFinder::holdsOthers(std::string_view line) const
{
    return std::ranges::all_of(m_others, [line](const LiteralFinder &other) {
        return other.find(line.data(), line.data() + line.size()).at != nullptr;
    });
}

} // namespace limier
