// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/timestamp.h"

#include "log/calendar.h"

#include <QByteArray>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <utility>

namespace limier
{

namespace
{

using calendar::Day;
using calendar::daysToYear;
using calendar::isLeap;
using calendar::LeapDayStart;
using calendar::MarchStart;
using calendar::secondsInYear;

constexpr std::int64_t QuarterHour = 900;

std::int64_t floorDiv(std::int64_t value, std::int64_t by)
{
    return value >= 0 ? value / by : -((by - 1 - value) / by);
}

/// The year in which @p yearLess lies closest to @p utc.
int nearestYear(std::int64_t yearLess, UtcSeconds utc)
{
    constexpr std::int64_t HalfYear = 183 * Day;
    const std::int64_t start = utc - secondsInYear(yearLess, true) + HalfYear;
    auto year = static_cast<int>(1970 + floorDiv(start * 400, 146097 * Day));
    // The mean length of a year is at most two days off.
    if (daysToYear(year) * Day > start) {
        --year;
    } else if (daysToYear(year + 1) * Day <= start) {
        ++year;
    }
    return year;
}

} // namespace

/// The zone's offsets by quarter hour of local time, and what was resolved last.
class TimeResolver::Zone
{
public:
    explicit Zone(const std::string &name)
        : m_zone(name.empty() ? QTimeZone::systemTimeZone() : QTimeZone(QByteArray::fromStdString(name)))
    {
        if (!m_zone.isValid()) {
            m_zone = QTimeZone::utc();
        }
    }

    /// The UTC times a local one can be; twice the same unless the hour is repeated.
    std::pair<UtcSeconds, UtcSeconds> candidates(std::int64_t local)
    {
        const std::int64_t quarter = floorDiv(local, QuarterHour);
        Entry &entry = m_cache[static_cast<std::uint64_t>(quarter) % m_cache.size()];
        if (entry.quarter != quarter) {
            entry = lookUp(quarter);
        }
        return {local - entry.first, local - entry.second};
    }

    UtcSeconds lastUtc = NoTime;
    bool lastWasDated = false;

private:
    struct Entry {
        std::int64_t quarter = std::numeric_limits<std::int64_t>::min();
        std::int32_t first = 0;  ///< offset of the earlier reading
        std::int32_t second = 0; ///< offset of the later reading
    };

    std::int32_t offsetAt(UtcSeconds utc) const
    {
        return m_zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(utc, QTimeZone::utc()));
    }

    Entry lookUp(std::int64_t quarter) const
    {
        const std::int64_t local = quarter * QuarterHour;
        const std::int32_t before = offsetAt(local - Day);
        const std::int32_t after = offsetAt(local + Day);
        const bool beforeFits = offsetAt(local - before) == before;
        const bool afterFits = offsetAt(local - after) == after;
        if (beforeFits && afterFits) {
            return {quarter, std::max(before, after), std::min(before, after)};
        }
        // A time that the clock skipped is read as if the clock had not yet been put forward.
        const std::int32_t offset = afterFits ? after : before;
        return {quarter, offset, offset};
    }

    QTimeZone m_zone;
    std::array<Entry, 256> m_cache;
};

TimeResolver::TimeResolver(const std::string &zone, int year)
    : m_zone(std::make_unique<Zone>(zone))
    , m_year(year)
{
    restart(year);
}

TimeResolver::~TimeResolver() = default;
TimeResolver::TimeResolver(TimeResolver &&) noexcept = default;
TimeResolver &TimeResolver::operator=(TimeResolver &&) noexcept = default;

void TimeResolver::restart(int year)
{
    m_year = year;
    m_leap = isLeap(year);
    m_yearStart = daysToYear(year) * Day;
    m_lastYearLess = -1;
    m_lastLocal = std::numeric_limits<std::int64_t>::min();
    m_zone->lastUtc = NoTime;
    m_zone->lastWasDated = false;
}

int TimeResolver::year() const
{
    return m_year;
}

UtcSeconds TimeResolver::resolve(const RawTime &time)
{
    switch (time.kind) {
    case RawTime::Kind::Utc:
        m_zone->lastWasDated = true;
        m_zone->lastUtc = time.seconds;
        m_lastLocal = std::numeric_limits<std::int64_t>::min();
        return time.seconds;
    case RawTime::Kind::Local:
        m_zone->lastWasDated = true;
        return utcFromLocal(time.seconds);
    case RawTime::Kind::YearLess:
        return utcFromLocal(localFromYearLess(time.seconds));
    case RawTime::Kind::None:
        break;
    }
    return NoTime;
}

std::int64_t TimeResolver::localFromYearLess(std::int64_t seconds)
{
    // Late lines go back a little, so a jump forward turns the year back only if it is nearly a whole year:
    // a quiet server may well write nothing from spring to autumn.
    constexpr std::int64_t TurnUp = 183 * Day;
    constexpr std::int64_t TurnDown = 274 * Day;
    int turn = 0;
    if (m_zone->lastWasDated) {
        turn = nearestYear(seconds, m_zone->lastUtc) - m_year;
        m_zone->lastWasDated = false;
    } else if (m_lastYearLess >= 0) {
        if (seconds < m_lastYearLess - TurnUp) {
            turn = 1;
        } else if (seconds > m_lastYearLess + TurnDown) {
            turn = -1;
        }
    }
    if (turn != 0) {
        m_year += turn;
        m_leap = isLeap(m_year);
        m_yearStart = daysToYear(m_year) * Day;
    }
    m_lastYearLess = seconds;
    return m_yearStart + secondsInYear(seconds, m_leap);
}

UtcSeconds TimeResolver::utcFromLocal(std::int64_t local)
{
    // Lines of one second may be a little out of order; more than this back in the repeated hour is its second time.
    constexpr std::int64_t Disorder = 60;
    constexpr std::int64_t FarBack = 3 * 3600;
    if (local == m_lastLocal) {
        return m_zone->lastUtc;
    }
    const auto [first, second] = m_zone->candidates(local);
    const UtcSeconds last = m_zone->lastUtc;
    const bool again = last != NoTime && first < last - Disorder && second >= last - FarBack;
    m_lastLocal = local;
    m_zone->lastUtc = again ? second : first;
    return m_zone->lastUtc;
}

int yearOfFirstLine(std::int64_t firstYearLess, UtcSeconds anchor, int wraps)
{
    const std::int64_t limit = anchor + Day;
    const int yearOfAnchor = QDateTime::fromSecsSinceEpoch(anchor, QTimeZone::utc()).date().year();
    const bool leapDay = firstYearLess >= LeapDayStart && firstYearLess < MarchStart;
    const auto fits = [&](int year) {
        return (!leapDay || isLeap(year))
            && daysToYear(year) * Day + secondsInYear(firstYearLess, isLeap(year)) <= limit;
    };
    // A turn of the year that lies between the first line and the anchor anyway is not counted a second time.
    int year = yearOfAnchor + 1;
    while (!fits(year) || (wraps > 0 && year > yearOfAnchor - wraps)) {
        --year;
    }
    return year;
}

} // namespace limier
