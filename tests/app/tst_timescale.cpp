// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timescale.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace limier;

class TestTimeScale : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void marksRoundTimes_data();
    void marksRoundTimes();
    void marksRepeatedHoursTwice();
    void startsDaysAtLocalMidnight();
    void marksNothingOfNothing();
    void convertsBothWays();
    void staysNear();
};

namespace
{

Stamp utc(const char *text)
{
    return static_cast<Stamp>(QDateTime::fromString(QLatin1StringView(text), Qt::ISODate).toSecsSinceEpoch());
}

QString labels(const std::vector<TimeTick> &ticks)
{
    QStringList texts;
    for (const TimeTick &tick : ticks) {
        texts.append(tick.label);
    }
    return texts.join(u'|');
}

} // namespace

void TestTimeScale::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestTimeScale::marksRoundTimes_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("since");
    QTest::addColumn<QByteArray>("until");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("expected");

    const auto add = [](const char *name, const char *zone, const char *since, const char *until, int most,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(zone) << QByteArray(since) << QByteArray(until) << most
                            << QString::fromLatin1(expected);
    };
    add("seconds", "UTC", "2026-06-01T08:00:00Z", "2026-06-01T08:00:20Z", 5,
        "1 Jun 08:00:00|08:00:05|08:00:10|08:00:15");
    add("minutes", "UTC", "2026-06-01T08:02:00Z", "2026-06-01T08:31:00Z", 7,
        "1 Jun 08:05|08:10|08:15|08:20|08:25|08:30");
    add("hours", "UTC", "2026-06-01T20:30:00Z", "2026-06-02T03:00:00Z", 4, "22:00|2 Jun|02:00");
    add("days", "UTC", "2026-06-01T20:30:00Z", "2026-06-05T03:00:00Z", 5, "2 Jun|3 Jun|4 Jun|5 Jun");
    add("weeks on Mondays", "UTC", "2026-06-02T00:00:00Z", "2026-06-30T00:00:00Z", 5, "8 Jun|15 Jun|22 Jun|29 Jun");
    add("months", "UTC", "2026-01-15T00:00:00Z", "2026-07-01T00:00:00Z", 4, "Mar 2026|May 2026");
    add("years", "UTC", "2024-05-01T00:00:00Z", "2026-07-01T00:00:00Z", 3, "2025|2026");
    add("zone of half an hour", "Asia/Kolkata", "2026-06-01T00:00:00Z", "2026-06-01T04:00:00Z", 5,
        "1 Jun 06:00|07:00|08:00|09:00");
    add("summer", "Europe/Paris", "2026-06-01T20:00:00Z", "2026-06-01T23:00:00Z", 4, "22:00|23:00|2 Jun");
    add("clocks go forward, by hours", "Europe/Paris", "2026-03-28T23:00:00Z", "2026-03-29T04:00:00Z", 6,
        "29 Mar|01:00|03:00|04:00|05:00");
    add("clocks go forward, by quarters", "Europe/Paris", "2026-03-29T00:30:00Z", "2026-03-29T01:31:00Z", 5,
        "29 Mar 01:30|01:45|03:00|03:15|03:30");
    add("clocks go forward, by 3 hours", "Europe/Paris", "2026-03-28T23:00:00Z", "2026-03-29T10:30:00Z", 4,
        "29 Mar|03:00|06:00|09:00|12:00");
    add("clocks go back, by hours", "Europe/Paris", "2026-10-24T22:00:00Z", "2026-10-25T04:00:00Z", 7,
        "25 Oct|01:00|02:00|02:00|03:00|04:00");
    add("clocks go back, by 6 hours", "Europe/Paris", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 5,
        "25 Oct|06:00|12:00|18:00");
    add("clocks go back, by days", "Europe/Paris", "2026-10-23T22:00:00Z", "2026-10-26T23:00:00Z", 4,
        "24 Oct|25 Oct|26 Oct");
}

void TestTimeScale::marksRoundTimes()
{
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, since);
    QFETCH(QByteArray, until);
    QFETCH(int, most);
    QFETCH(QString, expected);

    const TimeRange range{utc(since.constData()), utc(until.constData())};
    const TimeScale scale(range, 0, 500);
    const std::vector<TimeTick> ticks = scale.ticks(QTimeZone(zone), static_cast<std::size_t>(most));
    QCOMPARE(labels(ticks), expected);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        QVERIFY(range.contains(ticks[i].time));
        QVERIFY(i == 0 || ticks[i - 1].time < ticks[i].time);
    }
}

void TestTimeScale::marksRepeatedHoursTwice()
{
    const TimeScale scale({utc("2026-10-25T00:00:00Z"), utc("2026-10-25T02:00:00Z")}, 0, 500);
    const std::vector<TimeTick> ticks = scale.ticks(QTimeZone("Europe/Paris"), 3);
    QCOMPARE(ticks.size(), 2U);
    QCOMPARE(ticks[0].time, utc("2026-10-25T00:00:00Z"));
    QCOMPARE(ticks[1].time, utc("2026-10-25T01:00:00Z"));
    QVERIFY(ticks[0].label.endsWith(QStringLiteral("02:00")));
    QCOMPARE(ticks[1].label, QStringLiteral("02:00"));
}

void TestTimeScale::startsDaysAtLocalMidnight()
{
    const TimeScale scale({utc("2026-03-27T23:00:00Z"), utc("2026-03-30T22:00:00Z")}, 0, 500);
    const std::vector<TimeTick> ticks = scale.ticks(QTimeZone("Europe/Paris"), 4);
    QCOMPARE(ticks.size(), 3U);
    QCOMPARE(ticks[0].time, utc("2026-03-27T23:00:00Z"));
    QCOMPARE(ticks[1].time, utc("2026-03-28T23:00:00Z"));
    QCOMPARE(ticks[2].time, utc("2026-03-29T22:00:00Z"));
    QVERIFY(ticks[2].isDayStart);
}

void TestTimeScale::marksNothingOfNothing()
{
    QVERIFY(TimeScale().ticks(QTimeZone::utc(), 5).empty());
    QVERIFY(TimeScale({100, 200}, 0, 50).ticks(QTimeZone::utc(), 0).empty());
}

void TestTimeScale::convertsBothWays()
{
    const TimeScale scale({1000, 2000}, 50, 2000);
    QCOMPARE(scale.x(1000), 50.0);
    QCOMPARE(scale.x(1500), 1050.0);
    QCOMPARE(scale.right(), 2050.0);
    for (Stamp time = 1000; time <= 2000; ++time) {
        QCOMPARE(scale.time(scale.x(time)), time);
    }
}

void TestTimeScale::staysNear()
{
    const TimeScale scale({1000, 2000}, 0, 100);
    QCOMPARE(scale.time(-20), 1000U);
    QCOMPARE(scale.time(500), 2000U);
    QCOMPARE(scale.x(0), -100.0);
    QCOMPARE(scale.x(0xffffffffU), 200.0);
    QCOMPARE(TimeScale({5, 5}, 0, 0).range().until, 6U);
}

QTEST_GUILESS_MAIN(TestTimeScale)
#include "tst_timescale.moc"
