// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/stringtable.h"

#include "log/texthash.h"

#include <cstring>

namespace limier
{

namespace
{
constexpr std::size_t FirstSlots = 1024;
}

std::optional<std::uint32_t> StringTable::find(std::string_view text) const
{
    const std::string_view wanted = text.substr(0, MaxLength);
    for (std::uint32_t id = 0; id < size(); ++id) {
        if (this->text(id) == wanted) {
            return id;
        }
    }
    return std::nullopt;
}

std::uint32_t StringTable::append(std::string_view text)
{
    if (m_arenas.empty() || m_used + text.size() > ArenaSize) {
        m_arenas.push_back(std::make_shared_for_overwrite<char[]>(ArenaSize));
        m_used = 0;
    }
    const std::size_t position = ((m_arenas.size() - 1) << ArenaBits) + m_used;
    std::memcpy(m_arenas.back().get() + m_used, text.data(), text.size());
    m_used += text.size();
    m_entries.append({static_cast<std::uint32_t>(position), static_cast<std::uint32_t>(text.size())});
    return size() - 1;
}

StringInterner::StringInterner()
    : m_slots(FirstSlots)
    , m_mask(FirstSlots - 1)
{
}

std::uint32_t StringInterner::intern(std::string_view text, std::uint64_t hash)
{
    if (text.size() > StringTable::MaxLength) [[unlikely]] {
        text = text.substr(0, StringTable::MaxLength);
        hash = textHash(text, textHashSeed());
    }
    const auto tag = static_cast<std::uint32_t>(hash);
    for (std::size_t at = tag & m_mask;; at = (at + 1) & m_mask) {
        Slot &slot = m_slots[at];
        if (slot.idPlusOne == 0) {
            const std::uint32_t id = m_table.append(text);
            const StringTable::Entry entry = m_table.m_entries.back();
            slot = {tag, id + 1, entry.position, entry.length};
            if (m_table.size() * std::uint64_t{3} > m_slots.size() * 2) {
                grow();
            }
            return id;
        }
        if (slot.tag == tag && isSameText({m_table.at(slot.position), slot.length}, text)) {
            return slot.idPlusOne - 1;
        }
    }
}

void StringInterner::grow()
{
    std::vector<Slot> slots(m_slots.size() * 2);
    m_mask = slots.size() - 1;
    for (const Slot &slot : m_slots) {
        if (slot.idPlusOne == 0) {
            continue;
        }
        std::size_t at = slot.tag & m_mask;
        while (slots[at].idPlusOne != 0) {
            at = (at + 1) & m_mask;
        }
        slots[at] = slot;
    }
    m_slots = std::move(slots);
}

} // namespace limier
