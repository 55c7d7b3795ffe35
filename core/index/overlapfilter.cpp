// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/overlapfilter.h"

#include "log/texthash.h"
#include "log/timestamp.h"

#include <algorithm>
#include <limits>

namespace limier
{

namespace
{

constexpr std::uint64_t Free = 0;
constexpr std::uint64_t Taken = 1; // the bit of a line that the current file has had
constexpr std::size_t FirstSlots = 4096;
constexpr std::size_t MostLines = std::size_t{1} << 24;
// The end of one file and the beginning of the next may share a second, and in it a line by chance, but not several.
constexpr int LinesThatTell = 3;

/// Calls @p line with each line of @p text, without its end.
template <typename Line>
void forEachLine(std::string_view text, Line line)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string_view withoutReturn(std::string_view line)
{
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// The key of a line: never Free, and not Taken.
std::uint64_t keyOf(std::string_view line, std::uint64_t seed)
{
    return (textHash(withoutReturn(line), seed) | 2U) & ~Taken;
}

} // namespace

OverlapFilter::OverlapFilter(std::span<const InputFile> files)
    : m_nextFirst(files.size(), std::numeric_limits<UtcSeconds>::max())
    , m_seed(textHashSeed())
{
    std::unordered_map<std::string_view, UtcSeconds> nextOfHost;
    for (std::size_t i = files.size(); i-- > 0;) {
        UtcSeconds &next = nextOfHost.try_emplace(files[i].host, m_nextFirst[i]).first->second;
        m_nextFirst[i] = next;
        if (files[i].firstTime != NoTime) {
            next = std::min(next, files[i].firstTime);
        }
    }
}

void OverlapFilter::beginFile(std::size_t number)
{
    m_file = number;
    // A third file may hold the lines again that the second one had.
    if (m_anyTaken) {
        std::ranges::for_each(m_slots, [](std::uint64_t &slot) { slot &= ~Taken; });
        for (auto &[key, again] : m_again) {
            again.taken = 0;
        }
        m_anyTaken = false;
    }
    m_state = m_used > 0 ? State::Undecided : State::Apart;
}

std::uint32_t OverlapFilter::blankKnown(std::span<char> text, Stamp before)
{
    if (m_state == State::Undecided) {
        m_state = beginsWithKnown({text.data(), text.size()}) ? State::Overlapping : State::Apart;
    }
    if (m_state == State::Apart || before > m_lastRemembered) {
        return 0;
    }
    std::uint32_t blanked = 0;
    forEachLine({text.data(), text.size()}, [&](std::string_view line) {
        if (!line.empty() && take(keyOf(line, m_seed))) {
            std::fill_n(text.data() + (line.data() - text.data()), line.size(), '\r');
            ++blanked;
        }
    });
    return blanked;
}

void OverlapFilter::remember(std::string_view text, Stamp last)
{
    if (last < m_nextFirst[m_file]) {
        return;
    }
    m_lastRemembered = std::max(m_lastRemembered, last);
    forEachLine(text, [&](std::string_view line) {
        if (const std::string_view whole = withoutReturn(line); !whole.empty() && whole.front() != '\r') {
            insert(keyOf(whole, m_seed));
        }
    });
}

bool OverlapFilter::beginsWithKnown(std::string_view text) const
{
    int known = 0;
    int seen = 0;
    bool isFirst = true;
    forEachLine(text.substr(0, std::size_t{1} << 16), [&](std::string_view line) {
        RawTime ignored;
        // The first line may have been cut in the middle.
        if (seen < LinesThatTell && (!isFirst || parseTime(line, ignored) > 0) && !line.empty()) {
            ++seen;
            known += contains(keyOf(line, m_seed)) ? 1 : 0;
        }
        isFirst = false;
    });
    return seen > 0 && known == seen && (seen == LinesThatTell || text.size() < std::size_t{1} << 16);
}

void OverlapFilter::insert(std::uint64_t key)
{
    if (m_used >= MostLines) {
        return;
    }
    if (m_used * 2 >= m_slots.size()) {
        std::vector<std::uint64_t> old(std::max(FirstSlots, m_slots.size() * 2));
        old.swap(m_slots);
        m_used = 0;
        std::ranges::for_each(old, [&](std::uint64_t known) {
            if (known != Free) {
                insert(known);
            }
        });
    }
    // What is inserted again when the table grows may be taken: its bit stays.
    std::uint64_t &slot = m_slots[place(key)];
    if (slot != Free) {
        ++m_again[key & ~Taken].count;
        return;
    }
    slot = key;
    ++m_used;
}

std::size_t OverlapFilter::home(std::uint64_t key) const
{
    // The lowest bits are not the hash's.
    return (key >> 2) & (m_slots.size() - 1);
}

std::size_t OverlapFilter::place(std::uint64_t key) const
{
    std::size_t at = home(key);
    while (m_slots[at] != Free && (m_slots[at] & ~Taken) != (key & ~Taken)) {
        at = (at + 1) & (m_slots.size() - 1);
    }
    return at;
}

bool OverlapFilter::contains(std::uint64_t key) const
{
    return m_slots[place(key)] != Free;
}

bool OverlapFilter::take(std::uint64_t key)
{
    std::uint64_t &slot = m_slots[place(key)];
    if (slot == Free) {
        return false;
    }
    if (slot == key) {
        slot |= Taken;
        m_anyTaken = true;
        return true;
    }
    const auto again = m_again.find(key);
    if (again == m_again.end() || again->second.taken == again->second.count) {
        return false;
    }
    ++again->second.taken;
    return true;
}

} // namespace limier
