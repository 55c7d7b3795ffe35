// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "zone.h"

#include <cstdio>
#include <stdexcept>

namespace limier::generator
{

namespace
{

using std::chrono::sys_seconds;

std::int64_t floorToDay(std::int64_t seconds)
{
    return std::chrono::floor<std::chrono::days>(std::chrono::seconds{seconds}).count() * 86400LL;
}

} // namespace

std::expected<Zone, std::string> Zone::find(const std::string &name)
{
    try {
        return Zone{std::chrono::locate_zone(name)};
    } catch (const std::runtime_error &) {
        return std::unexpected("there is no time zone " + name);
    }
}

void Zone::look(std::int64_t utcSeconds)
{
    const std::chrono::sys_info info = m_zone->get_info(sys_seconds{std::chrono::seconds{utcSeconds}});
    m_from = info.begin.time_since_epoch().count();
    m_until = info.end.time_since_epoch().count();
    m_offset = info.offset.count();
}

std::expected<Micros, std::string> Zone::parse(const std::string &text) const
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    const int fields = std::sscanf(text.c_str(), "%d-%u-%uT%d:%d:%d", &year, &month, &day, &hour, &minute, &second);
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if ((fields != 3 && fields < 5) || !date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0
        || second > 59) {
        return std::unexpected("not a time such as 2026-06-01T08:30:00: " + text);
    }
    const std::chrono::local_seconds local = std::chrono::local_days{date} + std::chrono::hours{hour}
        + std::chrono::minutes{minute} + std::chrono::seconds{second};
    return m_zone->to_sys(local, std::chrono::choose::earliest).time_since_epoch().count() * Second;
}

Micros Zone::nextMidnight(Micros time)
{
    const std::int64_t utc = wholeSeconds(time);
    const std::int64_t midnight = floorToDay(utc + offset(utc)) + 86400;
    // The offset at that midnight, not the one now: the day of a DST change has 23 or 25 hours.
    const std::int64_t guess = midnight - offset(utc);
    return (midnight - offset(guess)) * Second;
}

} // namespace limier::generator
