// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

namespace limier
{

/// Seconds since 1970-01-01 UTC; NoTime where a record has none.
using UtcSeconds = std::int64_t;
inline constexpr UtcSeconds NoTime = std::numeric_limits<UtcSeconds>::min();

/**
 * A time stamp as the line gives it, before its zone and year are known.
 * Plain value, 16 bytes; made by parseTime() on any thread.
 */
struct RawTime {
    enum class Kind : std::uint8_t {
        None,
        Utc,      ///< RFC 3339 with an offset: seconds since 1970 UTC
        Local,    ///< with a year, without a zone: wall-clock seconds since 1970-01-01 00:00 local
        YearLess, ///< "May  5 00:08:55": wall-clock seconds since 1 January 00:00 of a leap year
    };
    std::int64_t seconds = 0;
    std::uint32_t micros = 0;
    Kind kind = Kind::None;
};

/**
 * Reads the time stamp at the start of @p line: "May  5 00:08:55", "2024-05-05T00:08:55.123456+02:00" (also Z,
 * without fraction, "+0200", a space for the T), "2013 Jun 10 06:27:30.123".
 * Returns the number of characters up to the next word, 0 if there is no time stamp.
 */
[[nodiscard]] std::size_t parseTime(std::string_view line, RawTime &time);

/**
 * Turns the raw times of one log text, given in the order of its lines, into UTC: adds the year (counted up where
 * the calendar wraps from December to January, down where a late line wraps back) and the zone's offset, and
 * keeps DST's repeated hour in the order of the file. Not thread-safe; cheap: a comparison for times of the same
 * quarter hour as the last one.
 */
class TimeResolver
{
public:
    /// @p zone: IANA name, empty for the system's zone. @p year: of the first year-less line.
    TimeResolver(const std::string &zone, int year);
    ~TimeResolver();
    TimeResolver(TimeResolver &&) noexcept;
    TimeResolver &operator=(TimeResolver &&) noexcept;

    /// NoTime for RawTime::Kind::None.
    [[nodiscard]] UtcSeconds resolve(const RawTime &time);
    /// The year of the last year-less time.
    [[nodiscard]] int year() const;
    /// Starts another text in the same zone.
    void restart(int year);

private:
    class Zone;
    [[nodiscard]] std::int64_t localFromYearLess(std::int64_t seconds);
    [[nodiscard]] UtcSeconds utcFromLocal(std::int64_t local);

    std::unique_ptr<Zone> m_zone;
    std::int64_t m_yearStart = 0; ///< local seconds of 1 January of m_year
    std::int64_t m_lastYearLess = -1;
    std::int64_t m_lastLocal = std::numeric_limits<std::int64_t>::min();
    int m_year;
    bool m_leap = false;
};

/**
 * The year of the first year-less line of a text whose last line was written at @p anchor (UTC) or shortly
 * before: the latest year for which the line is not after the anchor (a day of tolerance), less @p wraps turns
 * of the year within the text.
 */
[[nodiscard]] int yearOfFirstLine(std::int64_t firstYearLess, UtcSeconds anchor, int wraps);

} // namespace limier
