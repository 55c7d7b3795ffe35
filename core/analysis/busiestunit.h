// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/mailindex.h"

#include <cstdint>

namespace limier
{

inline constexpr Stamp Hour = 3600;
inline constexpr Stamp Day = 24 * Hour;

/// The hours, or the days, in which events lie that come in the order of the log, and the busiest one. A value.
class BusiestUnit
{
public:
    explicit BusiestUnit(Stamp length)
        : m_length(length)
    {
    }

    /// True if the event is the first of its unit.
    bool add(Stamp time, std::uint64_t volume)
    {
        const Stamp unit = time / m_length;
        const bool isNew = m_count == 0 || unit != m_unit;
        m_unit = unit;
        m_count += isNew ? 1U : 0U;
        m_volume = (isNew ? 0 : m_volume) + volume;
        if (m_volume > m_most) {
            m_most = m_volume;
            m_begin = unit * m_length;
        }
        return isNew;
    }
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    /// The volume of the busiest one, and when it begins.
    [[nodiscard]] std::uint64_t most() const { return m_most; }
    [[nodiscard]] Stamp begin() const { return m_begin; }

private:
    Stamp m_length;
    Stamp m_unit = 0;
    std::uint64_t m_volume = 0;
    std::uint64_t m_count = 0;
    std::uint64_t m_most = 0;
    Stamp m_begin = 0;
};

} // namespace limier
