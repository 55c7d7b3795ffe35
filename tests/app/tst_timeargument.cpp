// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/timeargument.h"

#include <QTest>

using namespace limier;

class TestTimeArgument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void times_data();
    void times();
    void refused_data();
    void refused();
    void withoutLastLine();
};

void TestTimeArgument::times_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("since");
    QTest::addColumn<qint64>("until");
    const auto row = [](const char *text, const char *zone, qint64 since, qint64 until) {
        QTest::addRow("%s %s", text, zone) << QByteArray(text) << QByteArray(zone) << since << until;
    };
    constexpr qint64 Midnight = 1781395200; // 2026-06-14T00:00:00Z
    constexpr qint64 Hour = 3600;
    row("2026-06-14", "UTC", Midnight, Midnight + 24 * Hour);
    row("2026-06-14", "Europe/Paris", Midnight - 2 * Hour, Midnight + 22 * Hour);
    row("2026-06-14 18:30", "UTC", Midnight + 18 * Hour + 1800, Midnight + 18 * Hour + 1800);
    row("2026-06-14T18:30", "Europe/Paris", Midnight + 16 * Hour + 1800, Midnight + 16 * Hour + 1800);
    row("2026-06-14 18:30:05", "UTC", Midnight + 18 * Hour + 1805, Midnight + 18 * Hour + 1805);
    row("2026-06-14T18:30:05+02:00", "Asia/Tokyo", Midnight + 16 * Hour + 1805, Midnight + 16 * Hour + 1805);
    row("2026-06-14T18:30:05.250Z", "Asia/Tokyo", Midnight + 18 * Hour + 1805, Midnight + 18 * Hour + 1805);
    row("2026-06-14T18:30Z", "Asia/Tokyo", Midnight + 18 * Hour + 1800, Midnight + 18 * Hour + 1800);
    row("2026-06-14 18:30+0200", "UTC", Midnight + 16 * Hour + 1800, Midnight + 16 * Hour + 1800);
    // The day on which the clocks go back has 25 hours.
    row("2026-10-25", "Europe/Paris", 1792879200, 1792879200 + 25 * Hour);
    // The last line is at Midnight.
    row("90m", "UTC", Midnight - 5400, Midnight - 5400);
    row("24h", "Europe/Paris", Midnight - 24 * Hour, Midnight - 24 * Hour);
    row("3d", "UTC", Midnight - 72 * Hour, Midnight - 72 * Hour);
    row("3j", "UTC", Midnight - 72 * Hour, Midnight - 72 * Hour);
    row("2w", "UTC", Midnight - 14 * 24 * Hour, Midnight - 14 * 24 * Hour);
    row("45s", "UTC", Midnight - 45, Midnight - 45);
    row("0h", "UTC", Midnight, Midnight);
}

void TestTimeArgument::times()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, zone);
    QFETCH(const qint64, since);
    QFETCH(const qint64, until);
    constexpr UtcSeconds LastLine = 1781395200;
    const auto time = TimeArgument::parse(text.toStdString());
    QVERIFY(time);
    QCOMPARE(qint64{time->asSince(zone.toStdString(), LastLine)}, since);
    QCOMPARE(qint64{time->asUntil(zone.toStdString(), LastLine)}, until);
}

void TestTimeArgument::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "x",
                             "yesterday",
                             "24",
                             "h",
                             "-24h",
                             "+24h",
                             "24 h",
                             "24hh",
                             "1.5h",
                             "24y",
                             "99999999999999999999h",
                             "200000000s",
                             "2026",
                             "2026-06",
                             "2026-6-14",
                             "2026-06-31",
                             "2026-02-29",
                             "2026-06-14 25:00",
                             "2026-06-14 18",
                             "2026-06-14 18:3",
                             "2026-06-14 18:30x",
                             "2026-06-14 18:30:05 x",
                             "14/06/2026",
                             "Jun 14 18:30:05",
                             "2026 Jun 14 18:30:05",
                             "18:30",
                             "2026-06-14T18:30:05+99:00"}) {
        QTest::addRow("%s", text) << QByteArray(text);
    }
}

void TestTimeArgument::refused()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!TimeArgument::parse(text.toStdString()));
}

void TestTimeArgument::withoutLastLine()
{
    QCOMPARE(TimeArgument::parse("24h")->asSince("UTC", NoTime), NoTime);
    QCOMPARE(TimeArgument::parse("24h")->asUntil("UTC", NoTime), NoTime);
}

QTEST_APPLESS_MAIN(TestTimeArgument)
#include "tst_timeargument.moc"
