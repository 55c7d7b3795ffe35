// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/activity.h"

#include "core/madelog.h"

#include <QTest>

#include <algorithm>
#include <string>

using namespace limier;

class TestActivity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsAUsersMail();
    void countsAClientsMail();
    void countsSenders();
    void countsInAll();
    void countsAFilteredMailOnceWithItsLastOutcome();
    void countsWhatExpired();
    void countsANotificationForNobody();
    void leavesOutWhatIsNoMail();
    void keepsToATimeRange_data();
    void keepsToATimeRange();
    void countsNothingOfAnEmptyLog();
};

namespace
{

/// Seconds of a time of the day of the log.
Stamp at(int hour, int minute = 0, int second = 0)
{
    constexpr Stamp Midnight = 1780272000; // 2026-06-01T00:00:00Z
    return Midnight + static_cast<Stamp>(hour * 3600 + minute * 60 + second);
}

std::string text(const Outcome &outcome)
{
    return std::format("sent {} deferred {} bounced {} expired {}", outcome.sent, outcome.deferred, outcome.bounced,
                       outcome.expired);
}

std::string text(const Traffic &traffic)
{
    return std::format("messages {} recipients {} queued {} {}", traffic.messages, traffic.recipients, traffic.queued,
                       text(traffic.outcome));
}

constexpr std::string_view Pc = "pc[192.0.2.1]";
constexpr std::string_view Home = "home[203.0.113.9]";
constexpr std::string_view Box = "box[192.0.2.2]";

/// alice sends at 8 and 9 from two places, a machine without login at 10; somebody is refused and guesses at 11.
MadeLog day()
{
    MadeLog log;
    log.begin("08:00:00", "AAAAA1", Pc, "alice").active("08:00:00", "AAAAA1", "alice@acme", 3);
    log.deliver("08:00:01", "AAAAA1", "one@there", "sent").deliver("08:00:01", "AAAAA1", "two@there", "bounced");
    log.deliver("08:00:02", "AAAAA1", "three@there", "deferred");
    log.begin("09:00:00", "AAAAA2", Home, "alice").active("09:00:00", "AAAAA2", "boss@acme", 1);
    log.deliver("09:00:01", "AAAAA2", "one@there", "sent").remove("09:00:01", "AAAAA2");
    log.deliver("09:30:00", "AAAAA1", "three@there", "deferred");
    log.begin("10:00:00", "BBBBB1", Box).active("10:00:00", "BBBBB1", "box@acme", 2);
    log.deliver("10:00:01", "BBBBB1", "one@there", "sent").deliver("10:00:01", "BBBBB1", "two@there", "sent");
    log.remove("10:00:01", "BBBBB1");
    log.begin("10:05:00", "BBBBB2", Box).active("10:05:00", "BBBBB2", "alice@acme", 1);
    log.line(
        "10:05:01", "lmtp",
        "BBBBB2: to=<bob@acme>, relay=10.0.0.1[10.0.0.1]:24, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (ok)");
    log.remove("10:05:01", "BBBBB2");
    log.line("11:00:00", "smtpd",
             "NOQUEUE: reject: RCPT from bad[198.51.100.7]: 554 5.7.1 <x@there>: Relay access denied; from=<a@b> "
             "to=<x@there> proto=ESMTP helo=<bad>");
    log.line("11:00:01", "smtpd",
             "warning: bad[198.51.100.7]: SASL LOGIN authentication failed: (reason unavailable), "
             "sasl_username=alice");
    log.line("11:00:02", "smtpd",
             "warning: bad[198.51.100.7]: SASL LOGIN authentication failed: (reason unavailable), "
             "sasl_username=nobody");
    log.begin("12:00:00", "AAAAA3", Pc, "alice").active("12:00:00", "AAAAA3", "alice@acme", 1);
    log.deliver("12:00:05", "AAAAA3", "one@there", "sent").remove("12:00:05", "AAAAA3");
    return log;
}

} // namespace

void TestActivity::countsAUsersMail()
{
    const auto index = day().load();
    const Activity activity = makeActivity(*index);
    QCOMPARE(activity.users.size(), index->userCount());
    const UserActivity &alice = activity.users[place(index->findUser("alice").value())];
    QCOMPARE(text(alice.traffic),
             std::string("messages 3 recipients 5 queued 1 sent 3 deferred 1 bounced 1 expired 0"));
    QCOMPARE(alice.traffic.first, at(8));
    QCOMPARE(alice.traffic.last, at(12));
    QCOMPARE(alice.authFailures, 1U);
    QCOMPARE(alice.senders, 2U);
    QCOMPARE(alice.clients,
             (std::vector{index->findClient("192.0.2.1").value(), index->findClient("203.0.113.9").value()}));
    const UserActivity &nobody = activity.users[place(index->findUser("nobody").value())];
    QCOMPARE(nobody.authFailures, 1U);
    QCOMPARE(text(nobody.traffic),
             std::string("messages 0 recipients 0 queued 0 sent 0 deferred 0 bounced 0 expired 0"));
    QCOMPARE(nobody.traffic.first, 0U);
}

void TestActivity::countsAClientsMail()
{
    const auto index = day().load();
    const Activity activity = makeActivity(*index);
    const auto of = [&](std::string_view ip) { return activity.clients[place(index->findClient(ip).value())]; };
    const ClientActivity pc = of("192.0.2.1");
    QCOMPARE(text(pc.traffic), std::string("messages 2 recipients 4 queued 1 sent 2 deferred 1 bounced 1 expired 0"));
    QCOMPARE(pc.authenticated, 2U);
    QCOMPARE(pc.relayed, 0U);
    QCOMPARE(pc.users, std::vector{index->findUser("alice").value()});

    // Two messages without a login, one of them to another host; that it has two recipients does not matter.
    const ClientActivity box = of("192.0.2.2");
    QCOMPARE(text(box.traffic), std::string("messages 2 recipients 3 queued 0 sent 3 deferred 0 bounced 0 expired 0"));
    QCOMPARE(box.authenticated, 0U);
    QCOMPARE(box.relayed, 1U);
    QVERIFY(box.users.empty());
    QVERIFY(!box.isEmpty());

    const ClientActivity bad = of("198.51.100.7");
    QCOMPARE(bad.traffic.messages, 0U);
    QCOMPARE(bad.rejected, 1U);
    QCOMPARE(bad.authFailures, 2U);
    QVERIFY(!bad.isEmpty());
    QVERIFY(ClientActivity().isEmpty());
}

void TestActivity::countsSenders()
{
    const auto index = day().load();
    const Activity activity = makeActivity(*index);
    const auto of = [&](std::string_view address) {
        const SenderActivity &sender = activity.senders[place(index->findAddress(address).value())];
        return std::format("messages {} recipients {} users {} clients {}", sender.messages, sender.recipients,
                           sender.users, sender.clients);
    };
    QCOMPARE(of("alice@acme"), std::string("messages 3 recipients 5 users 1 clients 2"));
    QCOMPARE(of("boss@acme"), std::string("messages 1 recipients 1 users 1 clients 1"));
    QCOMPARE(of("box@acme"), std::string("messages 1 recipients 2 users 0 clients 1"));
    QCOMPARE(of("one@there"), std::string("messages 0 recipients 0 users 0 clients 0"));
}

void TestActivity::countsInAll()
{
    const Activity activity = makeActivity(*day().load());
    QCOMPARE(text(activity.total),
             std::string("messages 5 recipients 8 queued 1 sent 6 deferred 1 bounced 1 expired 0"));
    QCOMPARE(activity.total.first, at(8));
    QCOMPARE(activity.total.last, at(12));
    QCOMPARE(activity.rejected, 1U);
    QCOMPARE(activity.authFailures, 2U);
}

void TestActivity::countsAFilteredMailOnceWithItsLastOutcome()
{
    MadeLog log;
    log.begin("08:00:00", "AAAAA1", Pc, "alice").active("08:00:00", "AAAAA1", "alice@acme", 2);
    log.begin("08:00:01", "FFFFF1", "localhost[127.0.0.1]").active("08:00:01", "FFFFF1", "alice@acme", 2, "AAAAA1");
    for (const std::string_view recipient : {"one@there", "two@there"}) {
        log.deliver("08:00:01", "AAAAA1", recipient, "sent", "127.0.0.1[127.0.0.1]:10024",
                    "250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as FFFFF1");
    }
    log.remove("08:00:01", "AAAAA1");
    log.deliver("08:00:02", "FFFFF1", "one@there", "bounced").deliver("08:00:02", "FFFFF1", "two@there", "deferred");
    const auto index = log.load();
    QCOMPARE(index->messages().size(), 2U);
    const Activity activity = makeActivity(*index);
    const std::string expected = "messages 1 recipients 2 queued 1 sent 0 deferred 1 bounced 1 expired 0";
    QCOMPARE(text(activity.total), expected);
    QCOMPARE(text(activity.users[place(index->findUser("alice").value())].traffic), expected);
    QCOMPARE(text(activity.clients[place(index->findClient("192.0.2.1").value())].traffic), expected);
    QCOMPARE(activity.senders[place(index->findAddress("alice@acme").value())].messages, 1U);
    if (const auto filter = index->findClient("127.0.0.1")) {
        QVERIFY(activity.clients[place(*filter)].isEmpty());
    }
}

void TestActivity::countsWhatExpired()
{
    MadeLog log;
    log.begin("08:00:00", "AAAAA1", Pc, "alice").active("08:00:00", "AAAAA1", "alice@acme", 2);
    log.deliver("08:00:01", "AAAAA1", "one@there", "sent").deliver("08:00:01", "AAAAA1", "two@there", "deferred");
    log.line("20:00:00", "qmgr", "AAAAA1: from=<alice@acme>, status=expired, returned to sender");
    log.remove("20:00:00", "AAAAA1");
    QCOMPARE(text(makeActivity(*log.load()).total),
             std::string("messages 1 recipients 2 queued 0 sent 1 deferred 0 bounced 0 expired 1"));
}

void TestActivity::countsANotificationForNobody()
{
    MadeLog log;
    log.begin("08:00:00", "AAAAA1", Pc, "alice").active("08:00:00", "AAAAA1", "alice@acme", 1);
    log.deliver("08:00:01", "AAAAA1", "one@there", "bounced");
    log.line("08:00:01", "cleanup", "DDDDD1: message-id=<n@acme>");
    log.line("08:00:01", "bounce", "AAAAA1: sender non-delivery notification: DDDDD1");
    log.line("08:00:01", "qmgr", "DDDDD1: from=<>, size=2000, nrcpt=1 (queue active)").remove("08:00:01", "AAAAA1");
    log.deliver("08:00:02", "DDDDD1", "alice@acme", "sent").remove("08:00:02", "DDDDD1");
    const auto index = log.load();
    const Activity activity = makeActivity(*index);
    QCOMPARE(text(activity.total),
             std::string("messages 2 recipients 2 queued 0 sent 1 deferred 0 bounced 1 expired 0"));
    QCOMPARE(activity.users[place(index->findUser("alice").value())].traffic.messages, 1U);
    const SenderActivity &null = activity.senders[place(index->findAddress("").value())];
    QCOMPARE(null.messages, 1U);
    QCOMPARE(null.users, 0U);
    QCOMPARE(null.clients, 0U);
}

void TestActivity::leavesOutWhatIsNoMail()
{
    MadeLog log;
    // A mail that is refused at its end, and one whose client goes away.
    log.begin("08:00:00", "AAAAA1", Pc, "alice");
    log.line("08:00:00", "cleanup",
             "AAAAA1: milter-reject: END-OF-MESSAGE from pc[192.0.2.1]: 5.7.1 Spam; from=<alice@acme> to=<one@there> "
             "proto=ESMTP helo=<pc>");
    log.line("08:01:00", "smtpd", "connect from home[203.0.113.9]");
    log.begin("08:01:00", "AAAAA2", Home, "alice");
    log.line("08:01:05", "smtpd", "lost connection after DATA (100 bytes) from home[203.0.113.9]");
    log.begin("08:02:00", "AAAAA3", Box).active("08:02:00", "AAAAA3", "box@acme", 1);
    const auto index = log.load();
    const Activity activity = makeActivity(*index);
    QCOMPARE(text(activity.total),
             std::string("messages 1 recipients 1 queued 1 sent 0 deferred 0 bounced 0 expired 0"));
    QCOMPARE(activity.users[place(index->findUser("alice").value())].traffic.messages, 0U);
    QCOMPARE(activity.rejected, 1U);
}

void TestActivity::keepsToATimeRange_data()
{
    QTest::addColumn<Stamp>("since");
    QTest::addColumn<Stamp>("until");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<std::uint64_t>("rejected");
    QTest::addColumn<std::uint64_t>("failures");
    const auto row = [](const char *name, Stamp since, Stamp until, const char *expected, std::uint64_t rejected,
                        std::uint64_t failures) {
        QTest::newRow(name) << since << until << QString::fromLatin1(expected) << rejected << failures;
    };
    // What becomes of a message later counts with it.
    row("a message with its end later", at(8), at(8, 0, 1),
        "messages 1 recipients 3 queued 1 sent 1 deferred 1 bounced 1 expired 0", 0, 0);
    row("not what was begun before", at(8, 0, 1), at(9, 30),
        "messages 1 recipients 1 queued 0 sent 1 deferred 0 bounced 0 expired 0", 0, 0);
    row("until is outside", at(10), at(11), "messages 2 recipients 3 queued 0 sent 3 deferred 0 bounced 0 expired 0", 0,
        0);
    row("since is inside", at(11), at(11, 0, 2),
        "messages 0 recipients 0 queued 0 sent 0 deferred 0 bounced 0 expired 0", 1, 1);
    row("the end is open", at(10, 5), TimeRange().until,
        "messages 2 recipients 2 queued 0 sent 2 deferred 0 bounced 0 expired 0", 1, 2);
    row("empty", at(8), at(8), "messages 0 recipients 0 queued 0 sent 0 deferred 0 bounced 0 expired 0", 0, 0);
    row("everything", at(0), at(23), "messages 5 recipients 8 queued 1 sent 6 deferred 1 bounced 1 expired 0", 1, 2);
}

void TestActivity::keepsToATimeRange()
{
    QFETCH(const Stamp, since);
    QFETCH(const Stamp, until);
    QFETCH(const QString, expected);
    QFETCH(const std::uint64_t, rejected);
    QFETCH(const std::uint64_t, failures);
    const auto index = day().load();
    const Activity activity = makeActivity(*index, {since, until});
    QCOMPARE(QString::fromStdString(text(activity.total)), expected);
    QCOMPARE(activity.rejected, rejected);
    QCOMPARE(activity.authFailures, failures);
    std::uint64_t messages = 0;
    for (const ClientActivity &client : activity.clients) {
        messages += client.traffic.messages;
    }
    QCOMPARE(messages, activity.total.messages);
}

void TestActivity::countsNothingOfAnEmptyLog()
{
    const LogFolder folder;
    const Activity activity = makeActivity(*folder.load());
    QVERIFY(activity.users.empty() && activity.clients.empty() && activity.senders.empty());
    QCOMPARE(activity.total.messages, 0U);
    QCOMPARE(activity.total.first, 0U);
}

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
