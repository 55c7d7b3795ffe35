// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/ids.h"

#include <cstdint>
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
    Grouping() = default;
    /// @p keys: the key of each item, less than @p keyCount, or NoPlace for items of no group.
    Grouping(std::span<const std::uint32_t> keys, std::size_t keyCount);

    /// The places of the items with @p key.
    [[nodiscard]] std::span<const std::uint32_t> group(std::uint32_t key) const
    {
        return std::span(m_items).subspan(m_starts[key], m_starts[key + 1] - m_starts[key]);
    }
    [[nodiscard]] std::size_t groupCount() const { return m_starts.empty() ? 0 : m_starts.size() - 1; }

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
