// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// Arithmetic of the Gregorian calendar for times whose year may not be known.
namespace limier::calendar
{

inline constexpr std::int64_t Day = 86400;
inline constexpr std::int64_t LeapDayStart = 59 * Day; ///< seconds in a leap year
inline constexpr std::int64_t MarchStart = 60 * Day;

constexpr bool isLeap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/// Days from 1970-01-01 to 1 January of @p year, of the proleptic Gregorian calendar.
constexpr std::int64_t daysToYear(std::int64_t year)
{
    const std::int64_t before = year - 1;
    return before * 365 + before / 4 - before / 100 + before / 400 - 719162;
}

static_assert(daysToYear(1970) == 0 && daysToYear(2000) == 10957 && daysToYear(2024) == 19723);

/// @p yearLess: seconds since 1 January of a leap year, as RawTime has them.
constexpr std::int64_t secondsInYear(std::int64_t yearLess, bool leap)
{
    return !leap && yearLess >= MarchStart ? yearLess - Day : yearLess;
}

} // namespace limier::calendar
