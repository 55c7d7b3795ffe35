// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/activity.h"

#include <cstdint>
#include <vector>

namespace limier
{

/// Hours in which far more happens than usual.
struct Surge {
    Stamp since = 0;
    Stamp until = 0;
    double usualHour = 0;       ///< events in an hour otherwise, the median
    std::uint64_t events = 0;   ///< within it
    double excess = 0;          ///< of those, beyond the usual
    std::uint64_t peakHour = 0; ///< events in its busiest hour

    [[nodiscard]] bool contains(Stamp time) const { return time >= since && time < until; }
};

/// Counts events by the hour and finds where they surge. A value; a number for each hour of the log.
class HourCounter
{
public:
    explicit HourCounter(const TimeRange &span);

    void add(Stamp time, std::uint64_t count);
    /// The surge with the greatest excess; none has an excess of 0. @p least: events an hour that are no surge yet.
    [[nodiscard]] Surge largestSurge(double least) const;

private:
    Stamp m_begin;
    std::vector<std::uint64_t> m_hours;
};

} // namespace limier
