// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/surge.h"

#include <QTest>

using namespace limier;

class TestSurge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheSpanBeyondTheLimit();
    void findsNothingInWhatIsUsual();
    void takesEventsOutsideOfTheSpan();
};

namespace
{

constexpr Stamp Begin = 1780272000;
constexpr Stamp Hour = 3600;

/// A day with so many events in each hour, and so many in its hours 10 to 12.
HourCounter day(std::uint64_t usual, std::uint64_t high)
{
    HourCounter hours({Begin, Begin + 24 * Hour});
    for (Stamp hour = 0; hour < 24; ++hour) {
        hours.add(Begin + hour * Hour + 60, hour >= 10 && hour < 13 ? high : usual);
    }
    return hours;
}

Surge surgeOf(const HourCounter &hours)
{
    const double quiet = hours.quietHour(99);
    return hours.largestSurge(std::vector<double>(hours.size(), 2 * quiet + 1),
                              std::vector<double>(hours.size(), quiet));
}

} // namespace

void TestSurge::findsTheSpanBeyondTheLimit()
{
    const Surge surge = surgeOf(day(4, 40));
    QCOMPARE(surge.since, Begin + 10 * Hour);
    QCOMPARE(surge.until, Begin + 13 * Hour);
    QCOMPARE(surge.events, 120U);
    QCOMPARE(surge.usual, 12.0);
    QCOMPARE(surge.excess(), 108.0);
    QCOMPARE(surge.peakHour, 40U);
}

void TestSurge::findsNothingInWhatIsUsual()
{
    QCOMPARE(surgeOf(day(4, 5)).excess(), 0.0);
    QCOMPARE(surgeOf(HourCounter({})).events, 0U);
}

void TestSurge::takesEventsOutsideOfTheSpan()
{
    HourCounter hours({Begin, Begin + 2 * Hour});
    hours.add(Begin - Hour, 5);
    hours.add(Begin + 500 * Hour, 7);
    QCOMPARE(hours.scaled(1, 0).back(), 7.0);
    QCOMPARE(hours.quietHour(99), 99.0);
}

QTEST_GUILESS_MAIN(TestSurge)
#include "tst_surge.moc"
