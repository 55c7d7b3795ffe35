// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probefixture.h"
#include "remote/probe/probeparsers.h"

using namespace limier;
using namespace limier::test;
using namespace std::string_literals;

class TestProbeLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paths_data();
    void paths();
    void listing_data();
    void listing();
    void hostileListing_data();
    void hostileListing();
    void empty();
};

void TestProbeLogs::paths_data()
{
    QTest::addColumn<std::string>("configuration");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *fixture, const char *expected) {
        QTest::newRow(fixture) << probeFixture(fixture) << QByteArray(expected);
    };
    row("rsyslog-debian10", "/var/log/mail.log /var/log/mail.info /var/log/syslog");
    row("rsyslog-debian12", "/var/log/mail.log /var/log/syslog");
    row("rsyslog-rhel7", "/var/log/maillog");
    row("rsyslog-rainerscript", "/srv/log/smtp/all.log");
    row("rsyslog-property", "/var/log/postfix.log");
    row("rsyslog-everything", "/var/log/all.log");
    row("rsyslog-forwarded", "");
    row("syslog-ng", "/var/log/mail.log /var/log/mail.info");
    QTest::newRow("comments") << "# mail.* /var/log/old.log\n"s << QByteArray();
    QTest::newRow("taken out again") << "*.*;mail.none /var/log/a.log\nmail.*;mail.none /var/log/b.log\n"s
                                     << QByteArray();
    QTest::newRow("several facilities") << "news,mail.* /var/log/both.log\n"s << QByteArray("/var/log/both.log");
    QTest::newRow("an action") << "mail.* action(type=\"omfile\"\n  file=\"/var/log/m.log\")\n"s
                               << QByteArray("/var/log/m.log");
    QTest::newRow("a console") << "mail.* /dev/console\nmail.* |/dev/xconsole\n"s << QByteArray();
    QTest::newRow("nonsense") << std::string(100000, '/') + "\n\x1b[2J\0mail.*;\n"s << QByteArray();
}

void TestProbeLogs::paths()
{
    QFETCH(const std::string, configuration);
    QTEST(shown(probe::mailLogPaths(configuration)), "expected");
}

namespace
{

/// "/var/log/mail.log current unreadable compressed"
QStringList shownLogs(const std::vector<RemoteLog> &logs)
{
    QStringList result;
    for (const RemoteLog &log : logs) {
        result << QString::fromStdString(log.path) + QLatin1String(log.isCurrent ? " current" : "")
                + QLatin1String(log.isReadable ? "" : " unreadable")
                + QLatin1String(log.isCompressed ? " compressed" : "");
    }
    return result;
}

} // namespace

void TestProbeLogs::listing_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::vector<std::string>>("paths");
    QTest::addColumn<QStringList>("expected");
    using Paths = std::vector<std::string>;
    QTest::newRow("Debian") << probeFixture("listing-debian") << Paths{"/var/log/mail.log", "/var/log/syslog"}
                            << QStringList{QStringLiteral("/var/log/mail.log current"),
                                           QStringLiteral("/var/log/mail.log.1"),
                                           QStringLiteral("/var/log/mail.log.2.gz unreadable compressed"),
                                           QStringLiteral("/var/log/mail.log.3.gz compressed")};
    QTest::newRow("RHEL") << probeFixture("listing-rhel") << Paths{"/var/log/mail.log", "/var/log/maillog"}
                          << QStringList{QStringLiteral("/var/log/maillog current"),
                                         QStringLiteral("/var/log/maillog-20240603"),
                                         QStringLiteral("/var/log/maillog-20240527"),
                                         QStringLiteral("/var/log/maillog-20240520.gz compressed")};
    const QStringList old{QStringLiteral("/srv/log/postfix/mail.log current"),
                          QStringLiteral("/srv/log/postfix/old/mail.log-20240604"),
                          QStringLiteral("/srv/log/postfix/old/mail.log-20240603.xz compressed")};
    QTest::newRow("rotated into another folder")
        << probeFixture("listing-olddir") << Paths{"/srv/log/postfix/mail.log"} << old;
    QTest::newRow("just rotated") << "file 5 1 100 /var/log/mail.log.1\n"s << Paths{"/var/log/mail.log"}
                                  << QStringList{QStringLiteral("/var/log/mail.log.1")};
    QTest::newRow("copied, all of one time")
        << "file 5 1 9 /l/mail.log.2\nfile 5 2 9 /l/mail.log.10\nfile 5 3 9 /l/mail.log\nfile 5 4 9 /l/mail.log.1\n"s
        << Paths{"/l/mail.log"}
        << QStringList{QStringLiteral("/l/mail.log current"), QStringLiteral("/l/mail.log.1"),
                       QStringLiteral("/l/mail.log.2"), QStringLiteral("/l/mail.log.10")};
    QTest::newRow("blanks in its name") << "file 5 1 9 /l/mail log\n"s << Paths{"/l/mail log"}
                                        << QStringList{QStringLiteral("/l/mail log current")};
}

void TestProbeLogs::listing()
{
    QFETCH(const std::string, text);
    QFETCH(const std::vector<std::string>, paths);
    const probe::LogListing listing = probe::parseLogListing(text);
    QVERIFY(!listing.isOdd);
    QTEST(shownLogs(probe::chooseMailLogs(listing.files, paths)), "expected");
}

void TestProbeLogs::hostileListing_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("an escape sequence") << "file 1 2 3 /var/log/mail.log\x1b[2J\n"s;
    QTest::newRow("a NUL") << "file 1 2 3 /var/log/a\0b\n"s;
    QTest::newRow("not absolute") << "file 1 2 3 mail.log\n"s;
    QTest::newRow("a line break in a name") << "file 1 2 3 /var/log/mail.log\nfake 1 2 3 /etc/shadow\n"s;
    QTest::newRow("a size that is none") << "file many 2 3 /var/log/mail.log\n"s;
    QTest::newRow("too large a size") << "file 99999999999999999999 2 3 /var/log/mail.log\n"s;
    QTest::newRow("an endless name") << "file 1 2 3 /" + std::string(100000, 'x') + "\n";
    QTest::newRow("not a listing") << "stat: missing operand\n"s;
}

void TestProbeLogs::hostileListing()
{
    QFETCH(const std::string, text);
    const probe::LogListing listing = probe::parseLogListing(text + "file 7 8 9 /var/log/good\n");
    QVERIFY(listing.isOdd);
    const auto good = std::ranges::find(listing.files, "/var/log/good"s, &RemoteLog::path);
    QVERIFY(good != listing.files.end());
    QCOMPARE(good->bytes, 7U);
    QCOMPARE(good->inode, 8U);
    QCOMPARE(good->modified, 9);
}

void TestProbeLogs::empty()
{
    const std::vector<RemoteLog> files =
        probe::parseLogListing("file 0 1 9 /l/mail.log\nfile 3 2 9 /l/maillog\n").files;
    QCOMPARE(shownLogs(probe::chooseMailLogs(files, {"/l/mail.log", "/l/maillog"})),
             QStringList{QStringLiteral("/l/maillog current")});
    // A server that has not sent a mail yet.
    QCOMPARE(shownLogs(probe::chooseMailLogs(files, {"/l/mail.log", "/l/none"})),
             QStringList{QStringLiteral("/l/mail.log current")});
    QVERIFY(probe::chooseMailLogs(files, {"/l/none"}).empty());
    QVERIFY(probe::chooseMailLogs(files, {}).empty());
}

QTEST_GUILESS_MAIN(TestProbeLogs)
#include "tst_probelogs.moc"
