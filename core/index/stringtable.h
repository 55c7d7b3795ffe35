// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/column.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace limier
{

/**
 * The texts of one kind, each once, numbered in the order of their first appearance. A copy shares the memory and is
 * a snapshot: it answers for the texts it had, also while the original goes on growing on another thread (see
 * Column). Texts longer than MaxLength are cut.
 */
class StringTable
{
public:
    static constexpr std::size_t MaxLength = 2048;

    /// False when its texts take up nearly all that an entry can address: 4 GiB.
    [[nodiscard]] bool hasRoom() const { return m_arenas.size() < MostArenas; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_entries.size()); }
    [[nodiscard]] std::string_view text(std::uint32_t id) const
    {
        const Entry entry = m_entries[id];
        return {at(entry.position), entry.length};
    }
    /// The id of @p text; none if it is not in the table. Looks at every text: milliseconds for a million.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const;

private:
    friend class StringInterner;
    static constexpr unsigned ArenaBits = 16;
    static constexpr std::size_t ArenaSize = std::size_t{1} << ArenaBits;
    static constexpr std::size_t MostArenas = (std::size_t{1} << (32 - ArenaBits)) - 256; ///< a chunk fills few of them

    struct Entry {
        std::uint32_t position;
        std::uint32_t length;
    };

    [[nodiscard]] const char *at(std::uint32_t position) const
    {
        return m_arenas[position >> ArenaBits].get() + (position & (ArenaSize - 1));
    }
    std::uint32_t append(std::string_view text);

    Column<Entry> m_entries;
    std::vector<std::shared_ptr<char[]>> m_arenas;
    std::size_t m_used = ArenaSize; ///< of the last arena
};

/// Makes a StringTable: finds the id of a text, or gives it the next one. One thread.
class StringInterner
{
public:
    StringInterner();

    /// @p hash: textHash() of @p text. Constant time.
    std::uint32_t intern(std::string_view text, std::uint64_t hash);
    /// Asks the processor to fetch what intern() will need: first the slot, a little later the text.
    void prefetch(std::uint64_t hash) const { __builtin_prefetch(&m_slots[static_cast<std::uint32_t>(hash) & m_mask]); }
    void prefetchText(std::uint64_t hash) const
    {
        const auto tag = static_cast<std::uint32_t>(hash);
        for (std::size_t at = tag & m_mask; m_slots[at].idPlusOne != 0; at = (at + 1) & m_mask) {
            if (m_slots[at].tag == tag) {
                const char *const text = m_table.at(m_slots[at].position);
                __builtin_prefetch(text);
                __builtin_prefetch(text + m_slots[at].length); // half of the texts reach into the next cache line
                return;
            }
        }
    }
    [[nodiscard]] const StringTable &table() const { return m_table; }

private:
    struct Slot {
        std::uint32_t tag = 0; ///< the lower half of the text's hash, which also gives the slot: growing reads no text
        std::uint32_t idPlusOne = 0;
        std::uint32_t position = 0; ///< of the text: the detour over its entry would be one more wait for memory
        std::uint32_t length = 0;
    };

    void grow();

    StringTable m_table;
    std::vector<Slot> m_slots;
    std::uint64_t m_mask;
};

} // namespace limier
