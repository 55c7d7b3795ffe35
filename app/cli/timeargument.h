// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace limier
{

/// A time as it stands on a command line; which moment it is depends on the logs.
class TimeArgument
{
public:
    /**
     * Reads RFC 3339 ("2026-06-14T18:30:05+02:00"), a time without a zone ("2026-06-14 18:30", also with "T" and with
     * seconds), a day ("2026-06-14"), or how long before the last line of the logs ("90m", "24h", "3d" or "3j", "2w").
     */
    [[nodiscard]] static std::optional<TimeArgument> parse(std::string_view text);

    /// The beginning of a range, which belongs to it. @p zone: IANA name, empty for the system's. @p lastLine: NoTime
    /// if no line has a time; what is relative to it is then NoTime too.
    [[nodiscard]] UtcSeconds asSince(const std::string &zone, UtcSeconds lastLine) const;
    /// The end of a range, which does not belong to it: for a day, the midnight after it.
    [[nodiscard]] UtcSeconds asUntil(const std::string &zone, UtcSeconds lastLine) const;

    bool operator==(const TimeArgument &) const = default;

private:
    enum class Kind : std::uint8_t {
        Instant,
        WallClock,
        Day,
        BeforeLastLine
    };

    [[nodiscard]] UtcSeconds resolved(std::int64_t seconds, const std::string &zone, UtcSeconds lastLine) const;

    std::int64_t m_seconds = 0; ///< since 1970 UTC; since 1970 on the wall clock; before the last line
    Kind m_kind = Kind::Instant;
};

} // namespace limier
