// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timescale.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace limier
{

struct TimeScale::Step {
    enum class Unit : std::uint8_t {
        Second,
        Day,
        Month
    };

    Unit unit;
    int count;

    [[nodiscard]] std::int64_t seconds() const
    {
        constexpr std::int64_t Day = 86400;
        return count * (unit == Unit::Second ? 1 : unit == Unit::Day ? Day : 30 * Day);
    }
};

namespace
{

constexpr int Minute = 60;
constexpr int Hour = 3600;

/// Puts @p time on a multiple of @p step of the local clock, the nearest one.
std::int64_t alignToClock(std::int64_t time, int step, const QTimeZone &zone)
{
    // Twice, because the first time may step over a change of the offset.
    for (int i = 0; i < 2; ++i) {
        const std::int64_t over = (time + zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(time, zone))) % step;
        time += over * 2 < step ? -over : step - over;
    }
    return time;
}

QDate firstDay(const QDate &day, bool byMonth, int count)
{
    if (byMonth) {
        const int month = (day.month() - 1) / count * count + 1;
        return {day.year(), month, 1};
    }
    // Weeks begin on Mondays, and so does day 0 of the Julian calendar.
    return day.addDays(-(day.toJulianDay() % count));
}

} // namespace

TimeScale::TimeScale(const TimeRange &range, double left, double width)
    : m_range(range)
    , m_left(left)
    , m_width(std::max(width, 1.0))
{
    m_range.until = std::max(m_range.until, m_range.since + 1);
}

double TimeScale::x(Stamp time) const
{
    const double length = static_cast<double>(m_range.until) - m_range.since;
    const double share = length <= 0 ? 0 : (static_cast<double>(time) - m_range.since) / length;
    return m_left + m_width * std::clamp(share, -1.0, 2.0);
}

Stamp TimeScale::time(double x) const
{
    const double share = m_width <= 0 ? 0 : std::clamp((x - m_left) / m_width, 0.0, 1.0);
    return m_range.since + static_cast<Stamp>(std::llround(share * (m_range.until - m_range.since)));
}

const TimeScale::Step &TimeScale::chooseStep(std::size_t most) const
{
    using enum Step::Unit;
    static constexpr std::array Steps{Step{Second, 1},
                                      Step{Second, 5},
                                      Step{Second, 15},
                                      Step{Second, 30},
                                      Step{Second, Minute},
                                      Step{Second, 2 * Minute},
                                      Step{Second, 5 * Minute},
                                      Step{Second, 10 * Minute},
                                      Step{Second, 15 * Minute},
                                      Step{Second, 30 * Minute},
                                      Step{Second, Hour},
                                      Step{Second, 2 * Hour},
                                      Step{Second, 3 * Hour},
                                      Step{Second, 6 * Hour},
                                      Step{Second, 12 * Hour},
                                      Step{Day, 1},
                                      Step{Day, 2},
                                      Step{Day, 7},
                                      Step{Day, 14},
                                      Step{Month, 1},
                                      Step{Month, 2},
                                      Step{Month, 3},
                                      Step{Month, 6},
                                      Step{Month, 12}};
    const std::int64_t length = m_range.until - m_range.since;
    const auto fits = [&](const Step &step) { return length / step.seconds() < static_cast<std::int64_t>(most); };
    const auto found = std::ranges::find_if(Steps, fits);
    return found == Steps.end() ? Steps.back() : *found;
}

std::vector<TimeTick> TimeScale::ticks(const QTimeZone &zone, std::size_t most) const
{
    if (m_range.until == 0 || most == 0) {
        return {};
    }
    const Step &step = chooseStep(most);
    return step.unit == Step::Unit::Second ? clockTicks(zone, step) : dayTicks(zone, step);
}

std::vector<TimeTick> TimeScale::clockTicks(const QTimeZone &zone, const Step &step) const
{
    const QLocale locale;
    const QString day = tr("d MMM", "a day on a time axis");
    const QString clock = step.count < Minute ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm");
    std::vector<TimeTick> ticks;
    bool anyDay = false;
    for (std::int64_t time = alignToClock(m_range.since, step.count, zone); time < m_range.until;
         time = alignToClock(time + step.count, step.count, zone)) {
        if (time < m_range.since) {
            continue;
        }
        const QDateTime local = QDateTime::fromSecsSinceEpoch(time, zone);
        const bool isDayStart = local.time() == QTime(0, 0);
        anyDay = anyDay || isDayStart;
        ticks.push_back(
            {static_cast<Stamp>(time), isDayStart ? locale.toString(local, day) : local.toString(clock), isDayStart});
    }
    if (!anyDay && !ticks.empty()) {
        const QDateTime local = QDateTime::fromSecsSinceEpoch(ticks.front().time, zone);
        ticks.front().label = locale.toString(local, day) + u' ' + ticks.front().label;
    }
    return ticks;
}

std::vector<TimeTick> TimeScale::dayTicks(const QTimeZone &zone, const Step &step) const
{
    const QLocale locale;
    const bool byMonth = step.unit == Step::Unit::Month;
    const QString format = !byMonth ? tr("d MMM", "a day on a time axis")
        : step.count < 12           ? tr("MMM yyyy", "a month on a time axis")
                                    : QStringLiteral("yyyy");
    std::vector<TimeTick> ticks;
    const QDate since = QDateTime::fromSecsSinceEpoch(m_range.since, zone).date();
    for (QDate day = firstDay(since, byMonth, step.count);;
         day = byMonth ? day.addMonths(step.count) : day.addDays(step.count)) {
        const std::int64_t time = day.startOfDay(zone).toSecsSinceEpoch();
        if (time >= m_range.until) {
            return ticks;
        }
        if (time >= m_range.since) {
            ticks.push_back({static_cast<Stamp>(time), locale.toString(day, format), true});
        }
    }
}

} // namespace limier
