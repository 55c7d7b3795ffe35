// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logfiles.h"
#include "log/logname.h"

using namespace limier;

class LogNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void order_data();
    void order();
};

void LogNameTest::names_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("latest"); // empty: no day in it
    QTest::addColumn<bool>("isMailLog");
    const auto row = [](const char *name, const char *base, const char *latest, bool isMailLog) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(base) << QByteArray(latest) << isMailLog;
    };
    row("mail.log", "mail.log", "", true);
    row("Mail.LOG", "mail.log", "", true);
    row("mail.log.1", "mail.log", "", true);
    row("mail.log.2.gz", "mail.log", "", true);
    row("mail.log.12.xz", "mail.log", "", true);
    row("mail.log.gz.gz", "mail.log", "", true);
    row("maillog", "maillog", "", true);
    row("maillog-20260614", "maillog", "2026-06-15", true);
    row("maillog-20260614.zst", "maillog", "2026-06-15", true);
    row("mail.log-20260614.bz2", "mail.log", "2026-06-15", true);
    row("mail.log.2026-06-14", "mail.log", "2026-06-15", true);
    row("mail_2026_06_14.log", "mail.log", "2026-06-15", true);
    row("mail-20260614-235959.log.gz", "mail.log", "2026-06-15", true);
    row("mail-20240229", "mail", "2024-03-01", true);
    row("mail-20230229", "mail-20230229", "", false);
    row("mail-20261314", "mail-20261314", "", false);
    row("mail.info.1", "mail.info", "", true);
    row("postfix.log", "postfix.log", "", true);
    row("zimbra.log.3.gz", "zimbra.log", "", true);
    row("syslog.1", "syslog", "", false);
    row("email.log", "email.log", "", false);
    row("main.cf", "main.cf", "", false);
    row(".1", ".1", "", false);
    row("", "", "", false);
    row("mail.log.1234567", "mail.log.1234567", "", false);
}

void LogNameTest::names()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, base);
    QFETCH(const QByteArray, latest);
    QFETCH(const bool, isMailLog);
    const LogName parsed = parseLogName(name.toStdString());
    QCOMPARE(QByteArray::fromStdString(parsed.base), base);
    QCOMPARE(parsed.latest,
             latest.isEmpty() ? NoTime : logfiles::utc((latest + "T00:00:00Z").constData()).toSecsSinceEpoch());
    QCOMPARE(isMailLogName(parsed.base), isMailLog);
}

void LogNameTest::order_data()
{
    QTest::addColumn<QByteArray>("newer");
    QTest::addColumn<QByteArray>("older");
    QTest::newRow("numbers") << QByteArray("mail.log.2.gz") << QByteArray("mail.log.10.gz");
    QTest::newRow("the one written to") << QByteArray("mail.log") << QByteArray("mail.log.0");
    QTest::newRow("days") << QByteArray("maillog-20260614") << QByteArray("maillog-20251231.xz");
    QTest::newRow("the one written to and a day") << QByteArray("maillog") << QByteArray("maillog-20260614");
}

void LogNameTest::order()
{
    QFETCH(const QByteArray, newer);
    QFETCH(const QByteArray, older);
    QVERIFY(parseLogName(newer.toStdString()).age < parseLogName(older.toStdString()).age);
}

QTEST_GUILESS_MAIN(LogNameTest)
#include "tst_logname.moc"
