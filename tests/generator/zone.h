// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <string>

namespace limier::generator
{

/// Microseconds since 1970-01-01 UTC.
using Micros = std::int64_t;
inline constexpr Micros Second = 1'000'000;
inline constexpr Micros Minute = 60 * Second;
inline constexpr Micros Hour = 60 * Minute;
inline constexpr Micros Day = 24 * Hour;

/// Seconds since 1970-01-01, rounded down.
constexpr std::int64_t wholeSeconds(Micros time)
{
    return time >= 0 ? time / Second : (time - Second + 1) / Second;
}

/// A zone of the system's time zone database. Cheap within one offset; not thread-safe.
class Zone
{
public:
    /// @p name: IANA name. The error is a sentence.
    static std::expected<Zone, std::string> find(const std::string &name);

    /// Seconds east of UTC.
    [[nodiscard]] std::int64_t offset(std::int64_t utcSeconds)
    {
        if (utcSeconds < m_from || utcSeconds >= m_until) {
            look(utcSeconds);
        }
        return m_offset;
    }

    /// Reads "2026-06-01T00:00:00" or "2026-06-01" as a wall clock of this zone. The error is a sentence.
    [[nodiscard]] std::expected<Micros, std::string> parse(const std::string &text) const;

    /// The next midnight of this zone after @p time.
    [[nodiscard]] Micros nextMidnight(Micros time);

private:
    explicit Zone(const std::chrono::time_zone *zone)
        : m_zone(zone)
    {
    }
    void look(std::int64_t utcSeconds);

    const std::chrono::time_zone *m_zone;
    std::int64_t m_from = 0;
    std::int64_t m_until = 0;
    std::int64_t m_offset = 0;
};

} // namespace limier::generator
