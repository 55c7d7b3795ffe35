// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/ids.h"

#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace limier
{

/**
 * Items put together by a key, in their order: a counting sort, so its cost is that of reading the items twice.
 */
class Grouping
{
public:
    /// @p key: the member that is the key of an item, less than @p keyCount, or NoPlace for items of no group.
    template <typename Item>
    Grouping(const std::vector<Item> &items, std::uint32_t Item::*key, std::size_t keyCount)
        // As a 32-bit number, of which the compiler knows that it does not wrap to an empty array.
        : m_starts(std::size_t{static_cast<std::uint32_t>(keyCount)} + 2)
    {
        for (const Item &item : items) {
            if (item.*key != NoPlace) {
                ++m_starts[item.*key + 2];
            }
        }
        std::partial_sum(m_starts.begin(), m_starts.end(), m_starts.begin());
        m_items.resize(m_starts.back());
        // While items are placed, the start of a group moves to its end, which is the start of the next one.
        for (std::uint32_t i = 0; i < items.size(); ++i) {
            if (items[i].*key != NoPlace) {
                m_items[m_starts[items[i].*key + 1]++] = i;
            }
        }
        m_starts.pop_back();
    }

    /// The places of the items with @p key.
    [[nodiscard]] std::span<const std::uint32_t> group(std::uint32_t key) const
    {
        return std::span(m_items).subspan(m_starts[key], m_starts[key + 1] - m_starts[key]);
    }
    [[nodiscard]] std::size_t groupCount() const { return m_starts.size() - 1; }

private:
    std::vector<std::uint32_t> m_starts;
    std::vector<std::uint32_t> m_items;
};

/// Tells which values of a group it meets for the first time. Its memory is one number for each possible value.
class FirstSeen
{
public:
    explicit FirstSeen(std::size_t valueCount)
        : m_lastGroup(valueCount, NoPlace)
    {
    }
    /// True the first time that @p value comes in @p group; groups come one after the other.
    [[nodiscard]] bool isNew(std::uint32_t value, std::uint32_t group)
    {
        const bool fresh = m_lastGroup[value] != group;
        m_lastGroup[value] = group;
        return fresh;
    }

private:
    std::vector<std::uint32_t> m_lastGroup;
};

} // namespace limier
