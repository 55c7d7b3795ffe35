// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/surge.h"

#include "analysis/busiestunit.h"
#include "analysis/quantile.h"
#include "analysis/thresholds.h"

#include <algorithm>

namespace limier
{

namespace
{

/// Times that a forged log spreads over decades would make a table of hundreds of thousands of hours.
constexpr std::size_t MostHours = 24 * 366 * 4;

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

void HourCounter::add(const HourCounter &other)
{
    for (std::size_t i = 0; i < m_hours.size(); ++i) {
        m_hours[i] += other.m_hours[i];
    }
}

double HourCounter::quietHour(double otherwise) const
{
    // The first and the last hour are cut by the ends of the log.
    if (m_hours.size() < thresholds::HoursOfABaseline + 2) {
        return otherwise;
    }
    return static_cast<double>(
        quantile(std::vector<std::uint64_t>(m_hours.begin() + 1, m_hours.end() - 1), thresholds::QuietHours));
}

std::vector<double> HourCounter::scaled(double factor, double offset) const
{
    std::vector<double> values;
    values.reserve(m_hours.size());
    for (const std::uint64_t hour : m_hours) {
        values.push_back(factor * static_cast<double>(hour) + offset);
    }
    return values;
}

Surge HourCounter::largestSurge(const std::vector<double> &limits, const std::vector<double> &usual) const
{
    Surge best;
    Surge current;
    double sum = 0;
    double bestSum = 0;
    for (std::size_t i = 0; i < m_hours.size(); ++i) {
        if (sum <= 0) {
            sum = 0;
            current = {};
            current.since = m_begin + static_cast<Stamp>(i) * Hour;
        }
        sum += static_cast<double>(m_hours[i]) - limits[i];
        current.until = m_begin + static_cast<Stamp>(i + 1) * Hour;
        current.events += m_hours[i];
        current.usual += usual[i];
        if (m_hours[i] >= current.peakHour) {
            current.peakHour = m_hours[i];
            current.usualPeak = usual[i];
        }
        if (sum > bestSum) {
            bestSum = sum;
            best = current;
        }
    }
    return best;
}

} // namespace limier
