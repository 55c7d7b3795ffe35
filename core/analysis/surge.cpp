// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/surge.h"

#include "analysis/thresholds.h"

#include <algorithm>

namespace limier
{

namespace
{

constexpr Stamp Hour = 3600;
/// Times that a forged log spreads over decades would make a table of hundreds of thousands of hours.
constexpr std::size_t MostHours = 24 * 366 * 4;

double medianOf(std::vector<double> &values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace

HourCounter::HourCounter(const TimeRange &span)
    : m_begin(span.since / Hour * Hour)
    , m_hours(std::min<std::size_t>((std::max(span.until, span.since) - m_begin) / Hour + 1, MostHours))
{
}

void HourCounter::add(Stamp time, std::uint64_t count)
{
    if (time >= m_begin) {
        m_hours[std::min<std::size_t>((time - m_begin) / Hour, m_hours.size() - 1)] += count;
    }
}

Surge HourCounter::largestSurge(double least) const
{
    std::vector<double> values(m_hours.begin(), m_hours.end());
    const double median = values.size() >= thresholds::HoursOfABaseline ? medianOf(values) : 0;
    for (double &value : values) {
        value = std::abs(value - median);
    }
    const double deviation = medianOf(values) * thresholds::DeviationOfMad;
    const double limit = std::max(least, median + thresholds::DeviationsOfASurge * std::max(deviation, std::sqrt(median)));
    Surge best;
    Surge current;
    std::size_t pause = 0;
    for (std::size_t i = 0; i < m_hours.size(); ++i) {
        const bool isHigh = static_cast<double>(m_hours[i]) > limit;
        pause = isHigh ? 0 : pause + 1;
        if (pause > thresholds::HoursOfAPause) {
            current = {};
        }
        if (!isHigh) {
            continue;
        }
        const Stamp begin = m_begin + static_cast<Stamp>(i) * Hour;
        current.since = current.events == 0 ? begin : current.since;
        current.until = begin + Hour;
        current.events += m_hours[i];
        current.excess += static_cast<double>(m_hours[i]) - median;
        current.peakHour = std::max(current.peakHour, m_hours[i]);
        if (current.excess > best.excess) {
            best = current;
        }
    }
    best.usualHour = median;
    return best;
}

} // namespace limier
