// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logfiles.h"
#include "log/timestamp.h"

using namespace limier;
using logfiles::utc;

namespace
{

RawTime parsed(std::string_view line)
{
    RawTime time;
    (void)parseTime(line, time);
    return time;
}

/// Resolves lines one after the other and writes the result as "2024-05-05T00:08:55Z", one a line.
QStringList resolved(TimeResolver &resolver, const QStringList &lines)
{
    QStringList result;
    for (const QString &line : lines) {
        const UtcSeconds seconds = resolver.resolve(parsed(line.toStdString() + " mx1 postfix/qmgr[1]: x"));
        result << (seconds == NoTime
                       ? QStringLiteral("none")
                       : QDateTime::fromSecsSinceEpoch(seconds, QTimeZone(QTimeZone::UTC)).toString(Qt::ISODate));
    }
    return result;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QStringLiteral(", "));
}

UtcSeconds seconds(const char *iso)
{
    return utc(iso).toSecsSinceEpoch();
}

} // namespace

class TimestampTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data();
    void forms();
    void everyPlaceOfADigitIsChecked();
    void noTime_data();
    void noTime();
    void shortLines();
    void resolve_data();
    void resolve();
    void restartForgets();
    void yearOfFirst_data();
    void yearOfFirst();
};

void TimestampTest::forms_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("time"); // of a leap year where there is none
    QTest::addColumn<uint>("micros");
    const int yearLess = static_cast<int>(RawTime::Kind::YearLess);
    const int local = static_cast<int>(RawTime::Kind::Local);
    const int dated = static_cast<int>(RawTime::Kind::Utc);
    const auto row = [](const char *line, const char *rest, int kind, const char *time, uint micros) {
        QTest::newRow(line) << QByteArray(line) << QByteArray(rest) << kind << QString::fromLatin1(time) << micros;
    };
    row("May  5 00:08:55 mx1 x", "mx1 x", yearLess, "1972-05-05T00:08:55", 0);
    row("May 5 00:08:55 mx1", "mx1", yearLess, "1972-05-05T00:08:55", 0);
    row("May 05 00:08:55 mx1", "mx1", yearLess, "1972-05-05T00:08:55", 0);
    row("Dec 31 23:59:59 mx1", "mx1", yearLess, "1972-12-31T23:59:59", 0);
    row("Feb 29 12:00:00 mx1", "mx1", yearLess, "1972-02-29T12:00:00", 0);
    row("Mar  1 00:00:00 mx1", "mx1", yearLess, "1972-03-01T00:00:00", 0);
    row("May  5 00:08:55.123 mx1", "mx1", yearLess, "1972-05-05T00:08:55", 123000);
    row("May  5 00:08:55\tmx1", "mx1", yearLess, "1972-05-05T00:08:55", 0);
    row("May  5 00:08:55", "", yearLess, "1972-05-05T00:08:55", 0);
    row("2024-05-05T00:08:55.123456+02:00 mx1", "mx1", dated, "2024-05-04T22:08:55", 123456);
    row("2024-05-05T00:08:55.123456-03:30 mx1", "mx1", dated, "2024-05-05T03:38:55", 123456);
    row("2024-05-05T00:08:55.123456+02:00 mx1 postfix/smtpd[1]: x", "mx1 postfix/smtpd[1]: x", dated,
        "2024-05-04T22:08:55", 123456);
    row("2024-05-05T00:08:55.123456+02:00   mx1 postfix/smtpd[1]: x", "mx1 postfix/smtpd[1]: x", dated,
        "2024-05-04T22:08:55", 123456);
    row("2024-05-05T00:08:55.123456Z mx1 postfix/smtpd[1]", "mx1 postfix/smtpd[1]", dated, "2024-05-05T00:08:55",
        123456);
    row("2024-05-05T00:08:55Z mx1", "mx1", dated, "2024-05-05T00:08:55", 0);
    row("2024-05-05T00:08:55+02:00 mx1", "mx1", dated, "2024-05-04T22:08:55", 0);
    row("2024-05-05T00:08:55+0200 mx1", "mx1", dated, "2024-05-04T22:08:55", 0);
    row("2024-05-05T00:08:55.123456789+02:00 mx1 postfix/smtpd[1]", "mx1 postfix/smtpd[1]", dated,
        "2024-05-04T22:08:55", 123456);
    row("2024-05-05T00:08:55.1+02:00 mx1 postfix/smtpd[1]", "mx1 postfix/smtpd[1]", dated, "2024-05-04T22:08:55",
        100000);
    row("2024-05-05 00:08:55 +0200 1s3Ni7-0001AB-2C <= x", "1s3Ni7-0001AB-2C <= x", dated, "2024-05-04T22:08:55", 0);
    row("2024-05-05 00:08:55,123 mx1", "mx1", local, "2024-05-05T00:08:55", 123000);
    row("2024-02-29T00:00:00+00:00 mx1", "mx1", dated, "2024-02-29T00:00:00", 0);
    row("2023-03-01T00:00:00+00:00 mx1", "mx1", dated, "2023-03-01T00:00:00", 0);
    row("2013 Jun 10 06:27:30.123 mx1", "mx1", local, "2013-06-10T06:27:30", 123000);
    row("2024 Dec 31 23:59:59 mx1", "mx1", local, "2024-12-31T23:59:59", 0);
}

void TimestampTest::forms()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, rest);
    QFETCH(const int, kind);
    QFETCH(const QString, time);
    QFETCH(const uint, micros);
    const std::string_view text(line.constData(), static_cast<std::size_t>(line.size()));
    RawTime raw;
    const std::size_t at = parseTime(text, raw);
    QVERIFY(at > 0);
    QCOMPARE(QByteArray(line.mid(static_cast<qsizetype>(at))), rest);
    QCOMPARE(static_cast<int>(raw.kind), kind);
    UtcSeconds expected = seconds(qPrintable(time + QLatin1Char('Z')));
    if (raw.kind == RawTime::Kind::YearLess) {
        expected -= seconds("1972-01-01T00:00:00Z");
    }
    QCOMPARE(raw.seconds, expected);
    QCOMPARE(raw.micros, micros);
}

void TimestampTest::everyPlaceOfADigitIsChecked()
{
    for (const std::string good : {"May 15 11:08:11 mx1 postfix", "2011-11-11T11:11:11.111111+01:11 mx1 postfix/smtpd",
                                   "2013 Jun 11 06:27:11 mx1 postfix"}) {
        RawTime raw;
        const std::size_t end = good.find(" mx1");
        QCOMPARE(parseTime(good, raw), end + 1);
        for (std::size_t i = 0; i < end; ++i) {
            // The neighbours of the digits in ASCII and bytes that look like digits with a bit more or less.
            for (const char bad : {'/', ':', '\x01', '\x71', '\xb1', 'x'}) {
                std::string line = good;
                line[i] = bad;
                if (bad != good[i]) {
                    QVERIFY2(parseTime(line, raw) != end + 1, qPrintable(QString::fromLatin1(line)));
                }
            }
        }
    }
}

void TimestampTest::noTime_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"",
                             "postfix/smtpd[123]: x",
                             "May",
                             "May  5 00:08",
                             "May  0 00:08:55 mx1",
                             "May 32 00:08:55 mx1",
                             "Feb 30 00:08:55 mx1",
                             "Apr 31 00:08:55 mx1",
                             "Mai  5 00:08:55 mx1",
                             "may  5 00:08:55 mx1",
                             "May  5 24:08:55 mx1",
                             "May  5 00:60:55 mx1",
                             "May  5 00:08:61 mx1",
                             "May  5 00:08:55mx1",
                             "2024-13-05T00:08:55Z mx1",
                             "2024-00-05T00:08:55Z mx1",
                             "2024-05-00T00:08:55Z mx1",
                             "2023-02-29T00:08:55Z mx1",
                             "2024-02-30T00:08:55Z mx1",
                             "1969-05-05T00:08:55Z mx1",
                             "2106-05-05T00:08:55Z mx1",
                             "2024-05-05X00:08:55Z mx1",
                             "2024/05/05 00:08:55 mx1",
                             "2023 Feb 29 06:27:30 mx1",
                             "2024-05-05T00:08:55.123456+19:00 mx1 postfix/smtpd[1]",
                             "2024-05-05T00:08:55.123456+02:60 mx1 postfix",
                             "12345678901234567890",
                             "\xff\xfe\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"}) {
        QTest::newRow(line) << QByteArray(line);
    }
}

void TimestampTest::noTime()
{
    QFETCH(const QByteArray, line);
    RawTime raw{.seconds = 1, .micros = 1, .kind = RawTime::Kind::Utc};
    QCOMPARE(parseTime({line.constData(), static_cast<std::size_t>(line.size())}, raw), 0U);
    QVERIFY(raw.kind == RawTime::Kind::None);
    QCOMPARE(raw.seconds, 0);
}

void TimestampTest::shortLines()
{
    // Each beginning of a line in memory of exactly its size: nothing is read behind it.
    for (const std::string_view line :
         {"May  5 00:08:55.123 mx1", "2024-05-05T00:08:55.123456+02:00 mx1 postfix", "2013 Jun 10 06:27:30.123 mx1"}) {
        for (std::size_t size = 0; size <= line.size(); ++size) {
            const std::vector<char> exact(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(size));
            RawTime raw;
            const std::size_t end = parseTime({exact.data(), exact.size()}, raw);
            QVERIFY(end <= size);
        }
    }
}

void TimestampTest::resolve_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("year");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QStringList>("times");
    const auto row = [](const char *name, const char *zone, int year, const char *lines, const char *times) {
        QTest::newRow(name) << QString::fromLatin1(zone) << year << words(lines) << words(times);
    };
    row("a summer's and a winter's day", "Europe/Paris", 2024, "Jan 10 12:00:00, Jul 10 12:00:00",
        "2024-01-10T11:00:00Z, 2024-07-10T10:00:00Z");
    row("New Year", "Europe/Paris", 2023, "Dec 31 23:59:59, Jan  1 00:00:00, Jan  1 00:00:01",
        "2023-12-31T22:59:59Z, 2023-12-31T23:00:00Z, 2023-12-31T23:00:01Z");
    row("a late line over New Year", "UTC", 2023, "Dec 31 23:59:59, Jan  1 00:00:01, Dec 31 23:59:58, Jan  1 00:00:02",
        "2023-12-31T23:59:59Z, 2024-01-01T00:00:01Z, 2023-12-31T23:59:58Z, 2024-01-01T00:00:02Z");
    row("29 February", "UTC", 2024, "Feb 28 12:00:00, Feb 29 12:00:00, Mar  1 12:00:00",
        "2024-02-28T12:00:00Z, 2024-02-29T12:00:00Z, 2024-03-01T12:00:00Z");
    row("no 29 February", "UTC", 2023, "Feb 28 12:00:00, Mar  1 12:00:00, Sep  1 12:00:00",
        "2023-02-28T12:00:00Z, 2023-03-01T12:00:00Z, 2023-09-01T12:00:00Z");
    row("several years", "UTC", 2021,
        "Jun  1 00:00:00, Dec  1 00:00:00, Mar  1 00:00:00, Sep  1 00:00:00, Feb  1 00:00:00, Aug  1 00:00:00, Jan  1 "
        "00:00:00, Mar  1 00:00:00",
        "2021-06-01T00:00:00Z, 2021-12-01T00:00:00Z, 2022-03-01T00:00:00Z, 2022-09-01T00:00:00Z, "
        "2023-02-01T00:00:00Z, 2023-08-01T00:00:00Z, 2024-01-01T00:00:00Z, 2024-03-01T00:00:00Z");
    row("a quiet summer is no turn of the year", "UTC", 2024, "Mar  1 00:00:00, Nov  1 00:00:00, Oct 31 00:00:00",
        "2024-03-01T00:00:00Z, 2024-11-01T00:00:00Z, 2024-10-31T00:00:00Z");
    row("the clock put forward: the skipped hour is read as before", "Europe/Paris", 2024,
        "Mar 31 01:59:59, Mar 31 02:30:00, Mar 31 03:00:00",
        "2024-03-31T00:59:59Z, 2024-03-31T01:30:00Z, 2024-03-31T01:00:00Z");
    row("the repeated hour keeps the order of the file", "Europe/Paris", 2024,
        "Oct 27 01:59:59, Oct 27 02:00:00, Oct 27 02:59:59, Oct 27 02:00:00, Oct 27 02:30:00, Oct 27 02:59:59, Oct 27 "
        "03:00:00",
        "2024-10-26T23:59:59Z, 2024-10-27T00:00:00Z, 2024-10-27T00:59:59Z, 2024-10-27T01:00:00Z, "
        "2024-10-27T01:30:00Z, 2024-10-27T01:59:59Z, 2024-10-27T02:00:00Z");
    row("a late line in the repeated hour", "Europe/Paris", 2024, "Oct 27 02:59:59, Oct 27 02:00:00, Oct 27 02:59:58",
        "2024-10-27T00:59:59Z, 2024-10-27T01:00:00Z, 2024-10-27T00:59:58Z");
    row("out of order by seconds in the repeated hour", "Europe/Paris", 2024,
        "Oct 27 02:30:05, Oct 27 02:30:02, Oct 27 02:30:07",
        "2024-10-27T00:30:05Z, 2024-10-27T00:30:02Z, 2024-10-27T00:30:07Z");
    row("half an hour of DST", "Australia/Lord_Howe", 2024, "Apr  7 01:45:00, Apr  7 01:30:00, Apr  7 02:00:00",
        "2024-04-06T14:45:00Z, 2024-04-06T15:00:00Z, 2024-04-06T15:30:00Z");
    row("two zones", "Europe/Paris", 0, "2024-05-05T00:00:00.000000+02:00, 2024-05-04T18:00:01.000000-04:00",
        "2024-05-04T22:00:00Z, 2024-05-04T22:00:01Z");
    row("a clock set right", "UTC", 2024, "May  5 12:00:00, May  3 12:00:00, May  3 12:00:01",
        "2024-05-05T12:00:00Z, 2024-05-03T12:00:00Z, 2024-05-03T12:00:01Z");
    row("with a year, without a zone", "America/New_York", 0, "2013 Jun 10 06:27:30.123, 2013 Dec 10 06:27:30",
        "2013-06-10T10:27:30Z, 2013-12-10T11:27:30Z");
    row("after an upgrade the form has a year", "Europe/Paris", 2023,
        "Dec 31 23:00:00, 2024-01-01T00:00:01.000000+01:00", "2023-12-31T22:00:00Z, 2023-12-31T23:00:01Z");
    row("dated lines give the year of those after them", "UTC", 0,
        "2015-12-31T23:59:59.000000+00:00, Jan  1 00:00:00, Dec 31 23:59:58, Jan  1 00:00:01",
        "2015-12-31T23:59:59Z, 2016-01-01T00:00:00Z, 2015-12-31T23:59:58Z, 2016-01-01T00:00:01Z");
    row("both forms by turns", "UTC", 0,
        "2016-01-01T00:00:00.000000+00:00, Dec 31 23:59:59, 2016-02-29T00:00:00.000000+00:00, Feb 29 00:00:01",
        "2016-01-01T00:00:00Z, 2015-12-31T23:59:59Z, 2016-02-29T00:00:00Z, 2016-02-29T00:00:01Z");
    row("no time", "UTC", 2024, "May  5 12:00:00, ???, May  5 12:00:01",
        "2024-05-05T12:00:00Z, none, 2024-05-05T12:00:01Z");
    row("an unknown zone is UTC", "Europe/Nowhere", 2024, "Jul 10 12:00:00", "2024-07-10T12:00:00Z");
}

void TimestampTest::resolve()
{
    QFETCH(const QString, zone);
    QFETCH(const int, year);
    QFETCH(const QStringList, lines);
    QFETCH(const QStringList, times);
    TimeResolver resolver(zone.toStdString(), year);
    QCOMPARE(resolved(resolver, lines), times);
}

void TimestampTest::restartForgets()
{
    TimeResolver resolver("Europe/Paris", 2024);
    resolved(resolver, words("Oct 27 02:59:59, Oct 27 02:00:00"));
    resolver.restart(2024);
    QCOMPARE(resolved(resolver, words("Oct 27 02:00:00")), words("2024-10-27T00:00:00Z"));
    resolver.restart(2020);
    QCOMPARE(resolved(resolver, words("Jan  1 12:00:00, Dec 31 12:00:00, Jan  1 12:00:00")),
             words("2020-01-01T11:00:00Z, 2019-12-31T11:00:00Z, 2020-01-01T11:00:00Z"));
    QCOMPARE(resolver.year(), 2020);
}

void TimestampTest::yearOfFirst_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("anchor");
    QTest::addColumn<int>("wraps");
    QTest::addColumn<int>("year");
    const auto row = [](const char *first, const char *anchor, int wraps, int year) {
        QTest::addRow("%s %s %d", first, anchor, wraps) << QByteArray(first) << QByteArray(anchor) << wraps << year;
    };
    row("May  5 00:00:00", "2024-05-12T06:25:00Z", 0, 2024);
    row("May 13 00:00:00", "2024-05-12T06:25:00Z", 0, 2024); // the zone is not known yet
    row("May 14 00:00:00", "2024-05-12T06:25:00Z", 0, 2023);
    row("Dec 27 06:25:00", "2024-01-03T06:25:00Z", 0, 2023);
    row("Dec 27 06:25:00", "2024-01-03T06:25:00Z", 1, 2023); // that turn is the one in the text
    row("Dec 27 06:25:00", "2024-01-03T06:25:00Z", 2, 2022);
    row("May  5 00:00:00", "2024-05-12T06:25:00Z", 1, 2023);
    row("Jan  1 00:00:10", "2023-12-31T23:59:00Z", 0, 2024); // an anchor in UTC, a line east of it
    row("Feb 29 12:00:00", "2024-03-05T00:00:00Z", 0, 2024);
    row("Feb 29 12:00:00", "2024-02-20T00:00:00Z", 0, 2020);
    row("Feb 29 12:00:00", "2023-06-01T00:00:00Z", 0, 2020);
    row("Mar  1 00:00:00", "2023-03-01T00:00:00Z", 0, 2023);
    row("Aug  1 00:00:00", "1999-05-01T00:00:00Z", 0, 1998);
}

void TimestampTest::yearOfFirst()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, anchor);
    QFETCH(const int, wraps);
    QFETCH(const int, year);
    const RawTime raw = parsed(first.toStdString() + " mx1");
    QCOMPARE(yearOfFirstLine(raw.seconds, seconds(anchor.constData()), wraps), year);
}

QTEST_GUILESS_MAIN(TimestampTest)
#include "tst_timestamp.moc"
