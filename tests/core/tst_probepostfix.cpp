// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probefixture.h"
#include "remote/probe/probeparsers.h"

using namespace limier;
using namespace limier::test;
using namespace std::string_literals;

class TestProbePostfix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsOfBlueMind();
    void settingsOfAnOldVersion();
    void brokenConfiguration();
    void hostileSettings_data();
    void hostileSettings();
    void queue_data();
    void queue();
};

namespace
{

std::string valueOf(const probe::PostfixAnswer &answer, std::string_view name)
{
    ServerFacts facts;
    facts.postfix = answer.settings;
    const std::string *value = facts.setting(name);
    return value != nullptr ? *value : "missing";
}

} // namespace

void TestProbePostfix::settingsOfBlueMind()
{
    const probe::PostfixAnswer answer = probe::parsePostfixSettings(probeFixture("postconf-bluemind-debian12"));
    QCOMPARE(answer.settings.size(), 25U);
    QCOMPARE(answer.settings.front().name, "mail_version"s);
    QCOMPARE(answer.settings.back().name, "compatibility_level"s);
    QCOMPARE(valueOf(answer, "mynetworks"), "127.0.0.0/8, 10.0.0.0/8, 192.0.2.10/32"s);
    QCOMPARE(valueOf(answer, "relayhost"), ""s);
    QCOMPARE(valueOf(answer, "smtpd_sender_restrictions"), "check_sender_access tcp:127.0.0.1:25250"s);
    QCOMPARE(valueOf(answer, "no_such"), "missing"s);
    QVERIFY(!answer.isOdd);
    QVERIFY(answer.firstError.empty());
}

void TestProbePostfix::settingsOfAnOldVersion()
{
    const probe::PostfixAnswer answer = probe::parsePostfixSettings(probeFixture("postconf-rhel7"));
    QCOMPARE(answer.settings.size(), 23U);
    QCOMPARE(valueOf(answer, "mail_version"), "2.10.1"s);
    QCOMPARE(valueOf(answer, "content_filter"), "smtp-amavis:[127.0.0.1]:10024"s);
    QCOMPARE(valueOf(answer, "maillog_file"), "missing"s);
    QVERIFY(!answer.isOdd);
    QVERIFY(answer.firstError.empty());
}

void TestProbePostfix::brokenConfiguration()
{
    const probe::PostfixAnswer answer = probe::parsePostfixSettings(probeFixture("postconf-broken"));
    QVERIFY(answer.settings.empty());
    QVERIFY(answer.firstError.contains("line 40"));
}

void TestProbePostfix::hostileSettings_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("an escape sequence") << "relayhost = \x1b[2J\n"s;
    QTest::newRow("a NUL") << "relayhost = a\0b\n"s;
    QTest::newRow("no equals sign") << "relayhost\n"s;
    QTest::newRow("no name") << "= value\n"s;
    QTest::newRow("a name of markup") << "<b> = value\n"s;
    QTest::newRow("an endless name") << QByteArray(100000, 'a').append(" = value\n").toStdString();
    QTest::newRow("an endless value") << QByteArray("relayhost = ").append(100000, 'a').toStdString();
}

void TestProbePostfix::hostileSettings()
{
    QFETCH(const std::string, text);
    const probe::PostfixAnswer answer = probe::parsePostfixSettings(text + "\nmail_version = 3.7.11\n");
    QVERIFY(answer.isOdd);
    QCOMPARE(answer.settings.size(), 1U);
    QCOMPARE(valueOf(answer, "mail_version"), "3.7.11"s);
}

void TestProbePostfix::queue_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const std::string &text, const char *expected) {
        QTest::newRow(name) << text << QString::fromLatin1(expected);
    };
    row("counted", "time 1717580000\nincoming 3\nactive 20\ndeferred 100000\nhold 5\nmaildrop 1\n",
        "3 20 100000 5 1 at 1717580000");
    row("wc of BSD pads", "time 1717580000\nincoming        0\ndeferred       12\n", "0 0 12 0 0 at 1717580000");
    row("no hold", "time 1\ndeferred 0\n", "0 0 0 0 0 at 1");
    row("by postqueue", "time 2\nsummary -- 23 Kbytes in 5 Requests.\nactive 1\ndeferred 3\nhold 1\n",
        "0 1 3 1 0 at 2");
    row("by postqueue, in lines of another form",
        "time 2\nsummary -- 23 Kbytes in 5 Requests.\nactive 0\ndeferred 0\nhold 0\n", "0 0 5 0 0 at 2");
    row("by postqueue, empty", "time 2\nactive 0\ndeferred 0\nhold 0\n", "0 0 0 0 0 at 2");
    row("denied", "time 2\nunreadable /var/spool/postfix\n", "unreadable /var/spool/postfix");
    row("Postfix does not run",
        "time 2\npostqueue: warning: something\npostqueue: fatal: Queue report unavailable - mail system is down\n",
        "error postqueue: fatal: Queue report unavailable - mail system is down");
    row("no number", "time 2\ndeferred many\n", "nothing");
    row("a negative one", "time 2\ndeferred -1\n", "nothing");
    row("too many", "time 2\ndeferred 18446744073709551615\n", "nothing");
    row("nothing", "", "nothing");
    row("a hostile folder", "unreadable \x1b[2J\n", "nothing");
}

void TestProbePostfix::queue()
{
    QFETCH(const std::string, text);
    const probe::QueueAnswer answer = probe::parseQueue(text);
    QString found = QStringLiteral("nothing");
    if (answer.length) {
        const QueueLength &queue = *answer.length;
        found = QStringLiteral("%1 %2 %3 %4 %5 at %6")
                    .arg(queue.incoming)
                    .arg(queue.active)
                    .arg(queue.deferred)
                    .arg(queue.hold)
                    .arg(queue.maildrop)
                    .arg(queue.time);
    } else if (!answer.unreadable.empty()) {
        found = QStringLiteral("unreadable ") + QString::fromStdString(answer.unreadable);
    } else if (!answer.error.empty()) {
        found = QStringLiteral("error ") + QString::fromStdString(answer.error);
    }
    QTEST(found, "expected");
}

QTEST_GUILESS_MAIN(TestProbePostfix)
#include "tst_probepostfix.moc"
