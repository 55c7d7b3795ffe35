// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probefixture.h"
#include "remote/probe/probeparsers.h"

using namespace limier;
using namespace limier::test;
using namespace std::string_literals;

class TestProbeSystem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void system_data();
    void system();
    void hostName_data();
    void hostName();
    void timezone_data();
    void timezone();
    void clock_data();
    void clock();
    void addresses_data();
    void addresses();
    void disk_data();
    void disk();
    void packages_data();
    void packages();
    void journalTime();
};

namespace
{

QString textOf(const std::optional<std::string> &value)
{
    return value ? QString::fromStdString(*value) : QStringLiteral("none");
}

void textColumns()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("expected");
}

void row(const char *name, const std::string &text, const char *expected)
{
    QTest::newRow(name) << text << QString::fromUtf8(expected);
}

} // namespace

void TestProbeSystem::system_data()
{
    textColumns();
    row("Debian 12", probeFixture("os-release-debian12"), "Debian GNU/Linux 12 (bookworm)");
    row("Rocky 9", probeFixture("os-release-rocky9"), "Rocky Linux 9.4 (Blue Onyx)");
    row("no pretty name, quotes escaped", probeFixture("os-release-no-pretty"), "Some \"Linux\" 3");
    row("redhat-release", "CentOS Linux release 7.9.2009 (Core)\n", "CentOS Linux release 7.9.2009 (Core)");
    row("nothing", "", "none");
    row("only other keys", "ID=debian\nVERSION_ID=12\n", "none");
    row("an escape sequence", "PRETTY_NAME=\"\x1b[2JDebian\"\n", "none");
    row("a NUL", "PRETTY_NAME=\"Deb\0ian\"\n"s, "none");
    row("endless", "PRETTY_NAME=" + std::string(100000, 'x'), "none");
    row("half a quote", "PRETTY_NAME=\"\n", "\"");
}

void TestProbeSystem::system()
{
    QFETCH(const std::string, text);
    QTEST(textOf(probe::parseSystem(text)), "expected");
}

void TestProbeSystem::hostName_data()
{
    textColumns();
    row("short, then full", "mail\nmail.acme.example\n", "mail.acme.example");
    row("full already", "mail.acme.example\nmail\n", "mail.acme.example");
    row("no DNS", "mail\n", "mail");
    row("resolved to this host", "mail\nlocalhost\n", "mail");
    row("an error in its place", "mail\nhostname: Name or service not known\n", "mail");
    row("hostile", "<b>mail</b>\n", "none");
    row("nothing", "", "none");
}

void TestProbeSystem::hostName()
{
    QFETCH(const std::string, text);
    QTEST(textOf(probe::parseHostName(text)), "expected");
}

void TestProbeSystem::timezone_data()
{
    textColumns();
    row("a link", "/usr/share/zoneinfo/Europe/Paris\nnow +0200\n", "Europe/Paris");
    row("a relative link", "../usr/share/zoneinfo/America/Argentina/Buenos_Aires\nnow -0300\n",
        "America/Argentina/Buenos_Aires");
    row("right", "/usr/share/zoneinfo/right/Europe/Paris\nnow +0200\n", "Europe/Paris");
    row("UTC", "/usr/share/zoneinfo/Etc/UTC\nnow +0000\n", "Etc/UTC");
    row("/etc/timezone", "Europe/Berlin\nnow +0200\n", "Europe/Berlin");
    row("timedatectl of RHEL 7", probeFixture("timedatectl-rhel7"), "Europe/Paris");
    row("timedatectl of RHEL 6", "      Timezone: Europe/Paris (CEST, +0200)\nnow +0200\n", "Europe/Paris");
    row("only whole hours", "now +0200\n", "Etc/GMT-2");
    row("west", "now -0300\n", "Etc/GMT+3");
    row("half hours", "now +0530\n", "UTC+05:30");
    row("zero", "now +0000\n", "UTC");
    row("an unknown zone", "/usr/share/zoneinfo/Europe/Atlantis\nnow +0100\n", "Etc/GMT-1");
    row("up the tree", "/usr/share/zoneinfo/../../../etc/passwd\nnow +0000\n", "UTC");
    row("nonsense", "now +9999\n\x1b[31m\n", "none");
    row("nothing", "", "none");
}

void TestProbeSystem::timezone()
{
    QFETCH(const std::string, text);
    QTEST(textOf(probe::parseTimezone(text)), "expected");
}

void TestProbeSystem::clock_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<double>("expected");
    QTest::newRow("GNU") << "1717580000.250000000\n"s << 1717580000.25;
    QTest::newRow("busybox") << "1717580000.\n"s << 1717580000.5;
    QTest::newRow("an old one") << "1717580000.%N\n"s << 1717580000.5;
    QTest::newRow("BSD") << "1717580000.N\n"s << 1717580000.5;
    QTest::newRow("nothing") << ""s << -1.;
    QTest::newRow("a word") << "yesterday\n"s << -1.;
    QTest::newRow("negative") << "-5.0\n"s << -1.;
    QTest::newRow("huge") << "99999999999999999999.0\n"s << -1.;
    QTest::newRow("far in the future") << "9999999999999999.0\n"s << -1.;
}

void TestProbeSystem::clock()
{
    QFETCH(const std::string, text);
    QTEST(probe::parseClock(text).value_or(-1), "expected");
}

void TestProbeSystem::addresses_data()
{
    textColumns();
    row("ip -o addr", probeFixture("ip-addr"), "192.0.2.10 2001:db8::10 172.17.0.1");
    row("hostname -I", "192.0.2.10 2001:db8::10 192.0.2.10 \n", "192.0.2.10 2001:db8::10");
    row("own ones", "127.0.0.1 ::1 fe80::1%eth0 fe80::1\n", "");
    row("usage", "Usage: hostname [-b] {hostname|-F file}\n", "");
}

void TestProbeSystem::addresses()
{
    QFETCH(const std::string, text);
    QTEST(QString::fromUtf8(shown(probe::parseAddresses(text))), "expected");
    QCOMPARE(probe::parseAddresses("2: e inet 192.0.2.1/24 x\n" + std::string(3000, ' ')).size(), 1U);
}

void TestProbeSystem::disk_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<quint64>("left");
    QTest::addColumn<quint64>("all");
    const std::string head = "Filesystem     1024-blocks     Used Available Capacity Mounted on\n";
    QTest::newRow("plain") << head + "/dev/sda1         41152736  9136016  30143376      24% /\n"
                           << quint64{30143376} << quint64{39279392};
    QTest::newRow("a device with blanks") << head + "//nas/my share  1000 600 400 60% /var/spool/postfix\n"
                                          << quint64{400} << quint64{1000};
    QTest::newRow("full") << head + "/dev/sda1 100 100 0 100% /var\n" << quint64{0} << quint64{100};
    QTest::newRow("only the head") << head << quint64{0} << quint64{0};
    QTest::newRow("negative") << head + "/dev/sda1 100 90 -10 110% /\n" << quint64{0} << quint64{0};
    QTest::newRow("too much") << head + "/dev/sda1 1 1 9223372036854775807 1% /\n" << quint64{0} << quint64{0};
}

void TestProbeSystem::disk()
{
    QFETCH(const std::string, text);
    const probe::DiskSpace disk = probe::parseDiskSpace(text).value_or(probe::DiskSpace());
    QFETCH(const quint64, left);
    QFETCH(const quint64, all);
    QCOMPARE(disk.freeBytes, left * 1024);
    QCOMPARE(disk.diskBytes, all * 1024);
}

void TestProbeSystem::packages_data()
{
    textColumns();
    row("BlueMind 5 on Debian", probeFixture("packages-debian-bluemind5"),
        "BlueMind 5.1.6-12345~bookworm1, bm-cli 5.1.6-12345~bookworm1, tick");
    row("an edge on RHEL", probeFixture("packages-rhel-edge"), "BlueMind 4.9.28-4.el7");
    row("removed", probeFixture("packages-removed"), "");
    row("nothing", "", "");
    row("by its files only", "/etc/bm/bm.ini\n/usr/bin/bm-cli\n", "BlueMind , bm-cli ");
    row("a hostile version", "bm-core \x1b[31m5 install ok installed\n", "");
    row("kapacitor alone", "/usr/bin/kapacitor\n", ", tick");
}

void TestProbeSystem::packages()
{
    QFETCH(const std::string, text);
    const probe::Packages packages = probe::parsePackages(text);
    std::string found;
    found += packages.hasBlueMind ? "BlueMind " + packages.blueMindVersion : std::string();
    found += packages.hasBmCli ? ", bm-cli " + packages.bmCliVersion : std::string();
    found += packages.hasTickStack ? ", tick" : "";
    QTEST(QString::fromStdString(found), "expected");
}

void TestProbeSystem::journalTime()
{
    QCOMPARE(probe::parseJournalTime("1717580000.123456 mail postfix/qmgr[812]: A1B2C3: removed\n"), 1717580000);
    QCOMPARE(probe::parseJournalTime("-- No entries --\n"), 0);
    QCOMPARE(probe::parseJournalTime("1717580000\n"), 0);
    QCOMPARE(probe::parseJournalTime(""), 0);
}

QTEST_GUILESS_MAIN(TestProbeSystem)
#include "tst_probesystem.moc"
