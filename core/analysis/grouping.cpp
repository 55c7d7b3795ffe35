// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/grouping.h"

namespace limier
{

Grouping::Grouping(std::span<const std::uint32_t> keys, std::size_t keyCount)
    : m_starts(keyCount + 2)
{
    for (const std::uint32_t key : keys) {
        if (key != NoPlace) {
            ++m_starts[key + 2];
        }
    }
    for (std::size_t i = 2; i < m_starts.size(); ++i) {
        m_starts[i] += m_starts[i - 1];
    }
    m_items.resize(m_starts.back());
    // While items are placed, the start of a group moves to its end, which is the start of the next one.
    for (std::uint32_t item = 0; item < keys.size(); ++item) {
        if (keys[item] != NoPlace) {
            m_items[m_starts[keys[item] + 1]++] = item;
        }
    }
    m_starts.pop_back();
}

} // namespace limier
