// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/activity.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace limier
{

/// Hours in which far more happens than is usual.
struct Surge {
    Stamp since = 0;
    Stamp until = 0;
    double usual = 0;           ///< events that such a span usually has
    std::uint64_t events = 0;   ///< that it has
    std::uint64_t peakHour = 0; ///< events in its busiest hour
    double usualPeak = 0;       ///< that such an hour usually has

    [[nodiscard]] bool contains(Stamp time) const { return time >= since && time < until; }
    [[nodiscard]] double excess() const { return std::max(0.0, static_cast<double>(events) - usual); }
    /// How many times the usual.
    [[nodiscard]] double times() const { return static_cast<double>(events) / std::max(usual, 1.0); }
};

/// Counts events by the hour and finds where they surge. A value; a number for each hour of the log.
class HourCounter
{
public:
    explicit HourCounter(const TimeRange &span);

    void add(Stamp time, std::uint64_t count);
    /// @p other: of the same span.
    void add(const HourCounter &other);
    /// Events in a quiet hour; @p otherwise: where the log is too short to have one.
    [[nodiscard]] double quietHour(double otherwise) const;
    [[nodiscard]] std::vector<double> scaled(double factor, double offset) const;
    /**
     * The span in which hours have most events beyond @p limits, those below taken off again; @p usual: the events that
     * each hour usually has. Empty if no hour surges.
     */
    [[nodiscard]] Surge largestSurge(const std::vector<double> &limits, const std::vector<double> &usual) const;
    [[nodiscard]] std::size_t size() const { return m_hours.size(); }

private:
    Stamp m_begin;
    std::vector<std::uint64_t> m_hours;
};

} // namespace limier
