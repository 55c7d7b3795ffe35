// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findertest.h"

using namespace limier;
using namespace logfiles;

class InputDatingTest : public FinderTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void orderIsByContent();
    void yearsGoBackFromTheFilesTime();
    void yearsOfASetCopiedAtOneTime();
    void yearsOfASetWithACopy();
    void yearsOfASetNamedTheOtherWay();
    void yearInTheName();
    void yearInTheGzipHeader();
    void yearOfTextOverSeveralYears_data();
    void yearOfTextOverSeveralYears();
    void yearOfALeapDayInTheText_data();
    void yearOfALeapDayInTheText();
    void yearBeforeDatedLines();
};

void InputDatingTest::orderIsByContent()
{
    put("log/mail.log", mailLines(m_start, 10, 1, Form::Rfc3339));
    put("log/mail.log.1", mailLines(m_start.addDays(20), 10, 1, Form::Rfc3339));
    put("log/mail.log.2", mailLines(m_start.addDays(10), 10, 1, Form::Rfc3339));
    put("log/mail.log.3", mailLines(m_start.addYears(-3), 10, 1, Form::Rfc3339));
    compareFound(find({QStringLiteral("log")}),
                 {QStringLiteral("log/mail.log.3"), QStringLiteral("log/mail.log"), QStringLiteral("log/mail.log.2"),
                  QStringLiteral("log/mail.log.1")},
                 {});
}

void InputDatingTest::yearsGoBackFromTheFilesTime()
{
    put("mail.log", mailLines(utc("2024-01-03T00:00:00Z"), 10), utc("2024-01-05T06:25:00Z"));
    put("mail.log.1", mailLines(utc("2023-12-27T00:00:00Z"), 8, 86400), utc("2024-01-03T06:25:00Z"));
    put("mail.log.2", mailLines(utc("2019-02-28T00:00:00Z"), 10), utc("2019-03-01T06:25:00Z"));
    const InputSet set = find({QStringLiteral("mail.log"), QStringLiteral("mail.log.1"), QStringLiteral("mail.log.2")});
    QCOMPARE(shown(set),
             QStringList({QStringLiteral("mail.log.2"), QStringLiteral("mail.log.1"), QStringLiteral("mail.log")}));
    QCOMPARE(set.files[0].firstYear, 2019);
    QCOMPARE(set.files[1].firstYear, 2023);
    QCOMPARE(set.files[2].firstYear, 2024);
}

void InputDatingTest::yearsOfASetCopiedAtOneTime()
{
    // Twenty months, one file each, all with the date of the copy.
    const QDateTime copied = utc("2024-05-20T12:00:00Z");
    QStringList expected;
    for (int i = 0; i < 20; ++i) {
        const QDateTime month = utc("2024-05-01T00:00:00Z").addMonths(-i);
        const QByteArray name = i == 0 ? QByteArray("log/mail.log") : "log/mail.log." + QByteArray::number(i);
        const std::string text = mailLines(month, 12, 86400 + i); // in no two years the same
        put(i % 3 == 2 ? (name + ".gz").constData() : name.constData(),
            i % 3 == 2 ? run(QStringLiteral("gzip"), {QStringLiteral("-nc")}, text) : text, copied);
        expected.prepend(timeText(month.toSecsSinceEpoch()));
    }
    const InputSet set = find({QStringLiteral("log")});
    QStringList times;
    for (const InputFile &file : set.files) {
        times << timeText(file.firstTime);
    }
    QCOMPARE(times, expected);
}

void InputDatingTest::yearsOfASetWithACopy()
{
    const QDateTime copied = utc("2024-05-20T12:00:00Z");
    const std::string text = mailLines(utc("2024-05-08T00:00:00Z"), 50, 3600);
    put("log/mail.log", mailLines(utc("2024-05-15T00:00:00Z"), 50, 3600), copied);
    put("log/mail.log.1", text, copied);
    put("log/mail.log.1.gz", run(QStringLiteral("gzip"), {QStringLiteral("-nc")}, text), copied);
    put("log/mail.log.2", mailLines(utc("2024-05-01T00:00:00Z"), 50, 3600), copied);
    const InputSet set = find({QStringLiteral("log")});
    compareFound(set,
                 {QStringLiteral("log/mail.log.2"), QStringLiteral("log/mail.log.1"), QStringLiteral("log/mail.log")},
                 {QStringLiteral("log/mail.log.1.gz duplicate")});
    for (const InputFile &file : set.files) {
        QCOMPARE(file.firstYear, 2024);
    }
}

void InputDatingTest::yearsOfASetNamedTheOtherWay()
{
    const QDateTime copied = utc("2024-05-20T12:00:00Z");
    for (int i = 0; i < 5; ++i) {
        put(("log/mail.log." + QByteArray::number(i + 1)).constData(),
            mailLines(utc("2024-01-01T00:00:00Z").addMonths(i), 5), copied);
    }
    const InputSet set = find({QStringLiteral("log")});
    QCOMPARE(shown(set).first(), QStringLiteral("log/mail.log.1"));
    QCOMPARE(shown(set).last(), QStringLiteral("log/mail.log.5"));
    for (const InputFile &file : set.files) {
        QCOMPARE(file.firstYear, 2024);
    }
}

void InputDatingTest::yearInTheName()
{
    put("maillog-20220103", mailLines(utc("2021-12-27T00:00:00Z"), 10), utc("2024-05-20T12:00:00Z"));
    put("maillog-20211227.xz", compressed(QStringLiteral("xz"), mailLines(utc("2021-12-20T00:00:00Z"), 10)),
        utc("2024-05-20T12:00:00Z"));
    const InputSet set = find({QStringLiteral("maillog-20220103"), QStringLiteral("maillog-20211227.xz")});
    QCOMPARE(timeText(set.files[0].firstTime), QStringLiteral("2021-12-20T00:00:00Z"));
    QCOMPARE(timeText(set.files[1].firstTime), QStringLiteral("2021-12-27T00:00:00Z"));
    QCOMPARE(timeText(set.files[1].anchor), QStringLiteral("2022-01-04T00:00:00Z"));
}

void InputDatingTest::yearInTheGzipHeader()
{
    put("mail", mailLines(utc("2021-12-27T00:00:00Z"), 10), utc("2022-01-03T06:25:00Z"));
    const std::string bytes =
        run(QStringLiteral("gzip"), {QStringLiteral("-Nc"), QStringLiteral("mail")}, {}, m_folder->path());
    put("mail.log.7.gz", bytes, utc("2024-05-20T12:00:00Z"));
    const InputSet set = find({QStringLiteral("mail.log.7.gz")});
    QCOMPARE(timeText(set.files[0].firstTime), QStringLiteral("2021-12-27T00:00:00Z"));
    QCOMPARE(timeText(set.files[0].anchor), QStringLiteral("2022-01-03T06:25:00Z"));
}

void InputDatingTest::yearOfTextOverSeveralYears_data()
{
    QTest::addColumn<int>("years");
    QTest::addColumn<int>("lines");
    QTest::addColumn<bool>("isCompressed");
    QTest::newRow("one turn") << 1 << 50 << false;
    QTest::newRow("three years, a few lines") << 3 << 50 << false;
    QTest::newRow("three years, a few lines, compressed") << 3 << 50 << true;
    QTest::newRow("five years, many lines") << 5 << 100000 << false;
}

void InputDatingTest::yearOfTextOverSeveralYears()
{
    QFETCH(const int, years);
    QFETCH(const int, lines);
    QFETCH(const bool, isCompressed);
    const QDateTime end = utc("2024-05-20T00:00:00Z");
    const QDateTime begin = end.addYears(-years).addDays(-3);
    std::string text = mailLines(begin, lines, begin.secsTo(end) / lines);
    if (lines > 1000) {
        // Nine tenths of all lines are of one day.
        text += mailLines(end, 9 * lines, 1);
        QVERIFY(text.size() > (std::size_t{4} << 20));
    }
    put("mail.log", isCompressed ? compressed(QStringLiteral("gzip"), text) : text, end.addDays(12));
    const InputSet set = find({QStringLiteral("mail.log")});
    QCOMPARE(set.files.size(), 1U);
    QCOMPARE(set.files[0].firstYear, begin.date().year());
    QCOMPARE(timeText(set.files[0].firstTime), begin.toTimeZone(QTimeZone(QTimeZone::UTC)).toString(Qt::ISODate));
}

void InputDatingTest::yearOfALeapDayInTheText_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<bool>("isCompressed");
    QTest::newRow("a few lines") << 20 << 20 << false;
    QTest::newRow("a few lines, compressed") << 20 << 20 << true;
    QTest::newRow("two lines among many") << 30000 << 60000 << false;
}

void InputDatingTest::yearOfALeapDayInTheText()
{
    QFETCH(const int, before);
    QFETCH(const int, after);
    QFETCH(const bool, isCompressed);
    // Copied in a year that would fit, were it not for the 29 February in the middle.
    const QDateTime begin = utc("2019-12-20T00:00:00Z");
    const QDateTime leapDay = utc("2020-02-29T12:00:00Z");
    const QDateTime end = utc("2020-03-20T00:00:00Z");
    const std::string text = mailLines(begin, before, begin.secsTo(leapDay.addDays(-1)) / before)
        + mailLines(leapDay, 2) + mailLines(leapDay.addDays(1), after, leapDay.addDays(1).secsTo(end) / after);
    QVERIFY(before < 1000 || text.size() > (std::size_t{1} << 20));
    put("mail.log", isCompressed ? compressed(QStringLiteral("gzip"), text) : text, utc("2023-06-01T00:00:00Z"));
    const InputSet set = find({QStringLiteral("mail.log")});
    QCOMPARE(set.files.size(), 1U);
    QCOMPARE(timeText(set.files[0].firstTime), QStringLiteral("2019-12-20T00:00:00Z"));
}

void InputDatingTest::yearBeforeDatedLines()
{
    // A system that was upgraded years ago; the file was copied today.
    put("mail.log",
        mailLines(utc("2020-11-01T00:00:00Z"), 100, 80000)
            + mailLines(utc("2021-02-03T00:00:00Z"), 100, 1, Form::Rfc3339),
        utc("2024-05-20T00:00:00Z"));
    const InputSet set = find({QStringLiteral("mail.log")});
    QCOMPARE(timeText(set.files[0].firstTime), QStringLiteral("2020-11-01T00:00:00Z"));
}

QTEST_GUILESS_MAIN(InputDatingTest)
#include "tst_inputdating.moc"
