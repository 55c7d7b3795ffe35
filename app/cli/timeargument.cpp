// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/timeargument.h"

#include <charconv>

namespace limier
{

namespace
{

constexpr std::int64_t SecondsOfDay = 86400;

/// Seconds of the unit 's', 'm', 'h', 'd' ('j' in French) or 'w'; 0 if it is none.
std::int64_t secondsOf(char unit)
{
    switch (unit) {
    case 's':
        return 1;
    case 'm':
        return 60;
    case 'h':
        return 3600;
    case 'd':
    case 'j':
        return SecondsOfDay;
    case 'w':
        return 7 * SecondsOfDay;
    default:
        return 0;
    }
}

/// "90m" and the like in seconds.
std::optional<std::int64_t> duration(std::string_view text)
{
    constexpr std::int64_t MostUnits = 100'000'000; // three years of seconds, and far from overflowing
    std::int64_t count = 0;
    const char *const end = text.data() + text.size();
    const auto [unit, error] = std::from_chars(text.data(), end, count);
    if (error != std::errc() || end - unit != 1 || secondsOf(*unit) == 0 || count < 0 || count > MostUnits) {
        return std::nullopt;
    }
    return count * secondsOf(*unit);
}

} // namespace

std::optional<TimeArgument> TimeArgument::parse(std::string_view text)
{
    TimeArgument argument;
    if (const auto before = duration(text)) {
        argument.m_kind = Kind::BeforeLastLine;
        argument.m_seconds = *before;
        return argument;
    }
    constexpr std::size_t DateLength = 10;   // "2026-06-14"
    constexpr std::size_t MinuteLength = 16; // "2026-06-14 18:30"
    std::string full(text);
    if (text.size() == DateLength) {
        full += " 00:00:00";
    } else if (text.size() == MinuteLength || (text.size() > MinuteLength && text[MinuteLength] != ':')) {
        full.insert(MinuteLength, ":00");
    }
    RawTime time;
    if (full.size() < DateLength || full[4] != '-' || parseTime(full, time) != full.size()) {
        return std::nullopt;
    }
    argument.m_seconds = time.seconds;
    if (time.kind == RawTime::Kind::Local) {
        argument.m_kind = text.size() == DateLength ? Kind::Day : Kind::WallClock;
    }
    return argument;
}

UtcSeconds TimeArgument::asSince(const std::string &zone, UtcSeconds lastLine) const
{
    return resolved(m_seconds, zone, lastLine);
}

UtcSeconds TimeArgument::asUntil(const std::string &zone, UtcSeconds lastLine) const
{
    return resolved(m_kind == Kind::Day ? m_seconds + SecondsOfDay : m_seconds, zone, lastLine);
}

UtcSeconds TimeArgument::resolved(std::int64_t seconds, const std::string &zone, UtcSeconds lastLine) const
{
    switch (m_kind) {
    case Kind::Instant:
        return seconds;
    case Kind::BeforeLastLine:
        return lastLine == NoTime ? NoTime : lastLine - seconds;
    case Kind::WallClock:
    case Kind::Day:
        break;
    }
    constexpr int AnyYear = 1970; // the time has its own
    return TimeResolver(zone, AnyYear).resolve({.seconds = seconds, .micros = 0, .kind = RawTime::Kind::Local});
}

} // namespace limier
