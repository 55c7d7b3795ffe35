// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parsedlines.h"

#include <QTest>

using namespace limier;
using namespace parsedlines;

/// One row for each form of line that Postfix and the programs beside it write.
class TestLineGrammar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void events_data();
    void events();
    void deliveries_data();
    void deliveries();
    void hostileTexts_data();
    void hostileTexts();
    void nothingToCount_data();
    void nothingToCount();
    void otherPrograms_data();
    void otherPrograms();
    void services_data();
    void services();
    void sizes();
};

void TestLineGrammar::events_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<EventType>("type");
    QTest::addColumn<QString>("queueId");
    QTest::addColumn<QString>("texts");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("link");

    const auto row = [](const char *name, const char *line, EventType type, const char *queueId, const char *texts,
                        int number = 0, const char *link = "") {
        QTest::newRow(name) << QString::fromUtf8(line) << type << QString::fromLatin1(queueId)
                            << QString::fromUtf8(texts) << number << QString::fromLatin1(link);
    };
    row("client", "smtpd: 4A10000001: client=mail.example[192.0.2.1]", EventType::Client, "4A10000001",
        "mail.example[192.0.2.1]|");
    row("login", "smtpd: 4A10000001: client=unknown[192.0.2.1], sasl_method=PLAIN, sasl_username=alice",
        EventType::Client, "4A10000001", "unknown[192.0.2.1]|alice");
    row("login with commas and blanks",
        "smtpd: 4A10000001: client=unknown[2001:db8::1], sasl_method=LOGIN, sasl_username=O'Brien, \"Al\" <a@b@c>, "
        "sasl_sender=x@y.example",
        EventType::Client, "4A10000001", "unknown[2001:db8::1]|O'Brien, \"Al\" <a@b@c>");
    row("login that looks like XFORWARD",
        "smtpd: 4A10000001: client=unknown[192.0.2.1], sasl_method=PLAIN, sasl_username=a, orig_client=b[192.0.2.9]",
        EventType::Client, "4A10000001", "unknown[192.0.2.1]|a, orig_client=b[192.0.2.9]");
    row("login of several words", "smtpd: 4A10000001: client=unknown[192.0.2.1], sasl_method=LOGIN, sasl_username=Al B",
        EventType::Client, "4A10000001", "unknown[192.0.2.1]|Al B");
    row("login in other letters",
        "smtpd: 4A10000001: client=pc[192.0.2.1], sasl_method=PLAIN, sasl_username=Zoé@Été.fr", EventType::Client,
        "4A10000001", "pc[192.0.2.1]|Zoé@Été.fr");
    row("login with brackets", "smtpd: 4A10000001: client=pc[192.0.2.1], sasl_method=PLAIN, sasl_username=a]b[c",
        EventType::Client, "4A10000001", "pc[192.0.2.1]|a]b[c");
    row("method without a name", "smtpd: 4A10000001: client=pc[192.0.2.1], sasl_method=ANONYMOUS", EventType::Client,
        "4A10000001", "pc[192.0.2.1]|");
    row("client with its port", "smtpd: 4A10000001: client=pc[192.0.2.1]:4711, sasl_method=PLAIN, sasl_username=al",
        EventType::Client, "4A10000001", "pc[192.0.2.1]|al");
    row("client of a socket", "smtpd: 4A10000001: client=localhost[unix:/var/spool/in]", EventType::Client,
        "4A10000001", "localhost[unix:/var/spool/in]|");
    row("proxy's client", "smtpd: NOQUEUE: client=pc[192.0.2.1], sasl_method=PLAIN, sasl_username=al",
        EventType::Client, "", "pc[192.0.2.1]|al");
    row("submission service", "submission/smtpd: 4A10000001: client=pc[192.0.2.1], sasl_method=PLAIN, sasl_username=al",
        EventType::Client, "4A10000001", "pc[192.0.2.1]|al");
    row("proxy accepted",
        "smtpd: proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok: queued as 4A10000009; from=<a@b> to=<c@d> proto=ESMTP "
        "helo=<x>",
        EventType::ProxyAccepted, "", "", 0, "4A10000009");
    row("XFORWARD",
        "smtpd: 4A10000001: client=localhost[127.0.0.1], orig_queue_id=4A10000002, orig_client=pc[192.0.2.9]",
        EventType::Client, "4A10000001", "pc[192.0.2.9]|", 0, "4A10000002");
    row("long ID", "smtpd: 3zXk4B1TbRz9zY: client=unknown[192.0.2.1]", EventType::Client, "3zXk4B1TbRz9zY",
        "unknown[192.0.2.1]|");
    row("64-bit inode", "qmgr: ED06590130AA1C9D6D862: removed", EventType::Removed, "ED06590130AA1C9D6D862", "");
    row("pickup", "pickup: 4A10000001: uid=33 from=<www-data>", EventType::Pickup, "4A10000001", "www-data", 33);
    row("requeued by pickup", "pickup: 4A10000001: uid=0 from=<a@b.example> orig_id=4A10000002", EventType::Pickup,
        "4A10000001", "a@b.example", 0, "4A10000002");
    row("pickup of the null sender", "pickup: 4A10000001: uid=0 from=<>", EventType::Pickup, "4A10000001", "");
    row("active", "qmgr: 4A10000001: from=<a@b.example>, size=1234, nrcpt=3 (queue active)", EventType::Active,
        "4A10000001", "a@b.example", 3);
    row("quoted sender", "qmgr: 4A10000001: from=<\"x>, size=9, y\"@b.example>, size=1, nrcpt=2 (queue active)",
        EventType::Active, "4A10000001", "\"x>, size=9, y\"@b.example", 2);
    row("null sender", "qmgr: 4A10000001: from=<>, size=1, nrcpt=1 (queue active)", EventType::Active, "4A10000001", "",
        1);
    row("expired", "qmgr: 4A10000001: from=<a@b.example>, status=expired, returned to sender", EventType::Expired,
        "4A10000001", "");
    row("force-expired", "qmgr: 4A10000001: from=<a@b.example>, status=force-expired, returned to sender",
        EventType::Expired, "4A10000001", "");
    row("sent to a filter",
        "smtp: 4A10000001: to=<u@v.example>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0/0/0/1, dsn=2.0.0, "
        "status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 4A10000002)",
        EventType::Delivery, "4A10000001", "u@v.example|127.0.0.1[127.0.0.1]:10024|", 0, "4A10000002");
    row("deferred",
        "smtp: 4A10000001: to=<u@v.example>, orig_to=<w@v.example>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, "
        "status=deferred (connect to mx.v.example[192.0.2.8]:25: Connection timed out)",
        EventType::Delivery, "4A10000001", "u@v.example|none|connect to *: Connection timed out|w@v.example");
    row("bounced",
        "smtp: 4A10000001: to=<u@v.example>, relay=mx[192.0.2.8]:25, conn_use=2, delay=1, delays=0/0/1/0, dsn=5.1.1, "
        "status=bounced (host mx[192.0.2.8] said: 550 5.1.1 <u@v.example>: unknown user (in reply to RCPT TO command))",
        EventType::Delivery, "4A10000001",
        "u@v.example|mx[192.0.2.8]:25|550 5.1.1 <*>: unknown user (in reply to RCPT TO command)");
    row("forwarded",
        "local: 4A10000001: to=<u@v.example>, relay=local, delay=0, delays=0/0/0/0, dsn=2.0.0, "
        "status=sent (forwarded as 4A10000003)",
        EventType::Delivery, "4A10000001", "u@v.example|local|", 0, "4A10000003");
    row("probe",
        "smtp: 4A10000001: to=<u@v.example>, relay=mx[192.0.2.8]:25, delay=0, delays=0/0/0/0, dsn=2.0.0, "
        "status=deliverable (250 ok)",
        EventType::Probe, "4A10000001", "");
    row("undeliverable probe",
        "smtp: 4A10000001: to=<u@v.example>, relay=mx[192.0.2.8]:25, delay=0, delays=0/0/0/0, dsn=5.1.1, "
        "status=undeliverable (host mx[192.0.2.8] said: 550 no)",
        EventType::Probe, "4A10000001", "");
    row("said in between", "smtp: 4A10000001: host mx[192.0.2.8] said: 450 try later (in reply to RCPT TO command)",
        EventType::Mention, "4A10000001", "");
    row("skipped", "qmgr: 4A10000001: skipped, still being delivered", EventType::Mention, "4A10000001", "");
    row("removed with blanks behind", "qmgr: 4A10000001: removed  ", EventType::Removed, "4A10000001", "");
    row("resent", "cleanup: 4A10000001: resent-message-id=<1@b>", EventType::Mention, "4A10000001", "");
    row("subject", "cleanup: 4A10000001: warning: header Subject: =?UTF-8?Q?=C3=A9?= from pc[192.0.2.9]; from=<a@b>",
        EventType::Mention, "4A10000001", "");
    row("held by cleanup", "cleanup: 4A10000001: hold: header X-Spam: yes from pc[192.0.2.9]; from=<a@b> to=<c@d>",
        EventType::Held, "4A10000001", "");
    row("discarded by cleanup", "cleanup: 4A10000001: discard: header X: y from pc[192.0.2.9]; from=<a@b> to=<c@d>",
        EventType::Discarded, "4A10000001", "");
    row("redirected", "cleanup: 4A10000001: redirect: header X: y from pc[192.0.2.9]; from=<a@b> to=<c@d>: e@f",
        EventType::Mention, "4A10000001", "");
    row("body refused",
        "cleanup: 4A10000001: reject: body buy now from pc[192.0.2.9]; from=<a@b> to=<c@d> proto=ESMTP helo=<x>: "
        "5.7.1 no spam",
        EventType::Rejection, "4A10000001", "|5.7.1 no spam|");
    row("header that quotes a client",
        "cleanup: 4A10000001: reject: header Subject: x from liar[203.0.113.9]: hi; from=<v@w> from pc[192.0.2.9]; "
        "from=<a@b> to=<c@d> proto=ESMTP helo=<x>: 5.7.1 no spam",
        EventType::Rejection, "4A10000001", "|5.7.1 no spam|");
    row("removed", "qmgr: 4A10000001: removed", EventType::Removed, "4A10000001", "");
    row("deleted", "postsuper: 4A10000001: removed", EventType::Deleted, "4A10000001", "");
    row("held", "postsuper: 4A10000001: placed on hold", EventType::Held, "4A10000001", "");
    row("released", "postsuper: 4A10000001: released from hold", EventType::Released, "4A10000001", "");
    row("requeued", "postsuper: 4A10000001: requeued", EventType::Requeued, "4A10000001", "");
    row("expired by hand", "postsuper: 4A10000001: expired", EventType::Mention, "4A10000001", "");
    row("delay notification", "bounce: 4A10000001: sender delay notification: 4A10000004", EventType::Notification,
        "4A10000001", "", 0, "4A10000004");
    row("status notification", "bounce: 4A10000001: sender delivery status notification: 3zXk4B1TbRz9zY",
        EventType::Notification, "4A10000001", "", 0, "3zXk4B1TbRz9zY");
    row("postmaster's notification", "bounce: 4A10000001: postmaster non-delivery notification: 4A10000004",
        EventType::Notification, "4A10000001", "", 0, "4A10000004");
    row("notification", "bounce: 4A10000001: sender non-delivery notification: 4A10000004", EventType::Notification,
        "4A10000001", "", 0, "4A10000004");
    row("rejection",
        "smtpd: NOQUEUE: reject: RCPT from pc[192.0.2.9]: 554 5.7.1 <x@y.example>: Relay access denied; "
        "from=<a@b.example> to=<x@y.example> proto=ESMTP helo=<pc>",
        EventType::Rejection, "", "pc[192.0.2.9]|554 5.7.1 <*>: Relay access denied|");
    row("login inside a sender",
        "smtpd: NOQUEUE: reject: RCPT from pc[192.0.2.9]: 554 5.7.1 no; from=<\"x> sasl_username=y\"@z.example> "
        "to=<a@b.example> proto=ESMTP helo=<pc>",
        EventType::Rejection, "", "pc[192.0.2.9]|554 5.7.1 no|");
    row("login of a refused client",
        "smtpd: NOQUEUE: reject: RCPT from pc[192.0.2.9]: 554 5.7.1 no; from=<x@z.example> to=<a@b.example> "
        "proto=ESMTP helo=<pc> sasl_username=<bob>",
        EventType::Rejection, "", "pc[192.0.2.9]|554 5.7.1 no|bob");
    row("link inside a sender", "pickup: 4A10000001: uid=33 from=<x orig_id=4A10000002>", EventType::Pickup,
        "4A10000001", "x orig_id=4A10000002", 33);
    row("milter",
        "cleanup: 4A10000001: milter-reject: END-OF-MESSAGE from pc[192.0.2.9]: 5.7.1 Spam; from=<a@b.example>",
        EventType::Rejection, "4A10000001", "|5.7.1 Spam|");
    row("refused by a milter at its connection",
        "smtpd: NOQUEUE: milter-reject: CONNECT from unknown[192.0.2.9]: 451 4.7.1 try again later; proto=SMTP",
        EventType::Rejection, "", "unknown[192.0.2.9]|451 4.7.1 try again later|");
    row("lost with its queue ID", "smtpd: 4A10000001: lost connection after DATA (9 bytes) from pc[192.0.2.9]",
        EventType::ConnectionLost, "4A10000001", "");
    row("connect", "smtpd: connect from pc[192.0.2.9]", EventType::Connect, "", "");
    row("disconnect without a login",
        "smtpd: disconnect from pc[192.0.2.9] ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5", EventType::Disconnect, "",
        "");
    row("disconnect without counters", "smtpd: disconnect from pc[192.0.2.9]", EventType::Disconnect, "", "");
    row("one login that succeeded", "smtpd: disconnect from pc[192.0.2.9] ehlo=1 auth=1 quit=1 commands=3",
        EventType::Disconnect, "", "pc[192.0.2.9]", 1);
    row("warning without a reason",
        "smtpd: warning: unknown[192.0.2.7]: SASL PLAIN authentication failed: (reason unavailable), "
        "sasl_username=O, sasl_username=P",
        EventType::AuthFailure, "", "unknown[192.0.2.7]|O, sasl_username=P");
    row("warning without a colon", "smtpd: warning: unknown[192.0.2.7]: SASL CRAM-MD5 authentication failed",
        EventType::AuthFailure, "", "unknown[192.0.2.7]|");
    row("warning with the port", "smtpd: warning: pc[192.0.2.7]:4711: SASL LOGIN authentication failed: x",
        EventType::AuthFailure, "", "pc[192.0.2.7]|");
    row("name that was not sent",
        "smtpd: warning: pc[192.0.2.7]: SASL LOGIN authentication failed: x, sasl_username=(unavailable)",
        EventType::AuthFailure, "", "pc[192.0.2.7]|");
    row("given up", "smtpd: warning: pc[192.0.2.7]: SASL LOGIN authentication aborted", EventType::AuthProblem, "",
        "pc[192.0.2.7]|");
    row("warning",
        "smtpd: warning: unknown[192.0.2.7]: SASL LOGIN authentication failed: UGFzc3dvcmQ6, "
        "sasl_username=bob",
        EventType::AuthFailure, "", "unknown[192.0.2.7]|bob");
    row("no answer",
        "smtpd: warning: unknown[192.0.2.7]: SASL PLAIN authentication failed: Connection lost to "
        "authentication server",
        EventType::AuthProblem, "", "unknown[192.0.2.7]|");
    row("disconnect", "smtpd: disconnect from unknown[192.0.2.7] ehlo=1 auth=1/3 quit=1 commands=3/5",
        EventType::Disconnect, "", "unknown[192.0.2.7]", 3);
    row("lost", "smtpd: lost connection after DATA (12 bytes) from unknown[192.0.2.7]", EventType::ConnectionLost, "",
        "");
    row("postscreen",
        "postscreen: NOQUEUE: reject: RCPT from [192.0.2.7]:4711: 550 5.7.1 Service unavailable; "
        "from=<a@b>, to=<c@d>, proto=ESMTP, helo=<x>",
        EventType::Rejection, "", "[192.0.2.7]|550 5.7.1 Service unavailable|");
}

void TestLineGrammar::events()
{
    QFETCH(const QString, line);
    const std::string text = lineOf(line);
    const ParsedChunk chunk = parse(text);
    QCOMPARE(chunk.lines, 1U);
    QCOMPARE(chunk.postfixLines, 1U);
    QCOMPARE(chunk.unrecognised.size(), std::size_t{0});
    QCOMPARE(chunk.events.size(), std::size_t{1});
    const Event &event = chunk.events.front();
    QTEST(event.type, "type");
    QTEST(idOf(chunk, event.queueId), "queueId");
    QTEST(idOf(chunk, event.link), "link");
    QTEST(textsOf(chunk, event), "texts");
    QTEST(static_cast<int>(event.number), "number");
    QCOMPARE(event.pid, 501U);
}

void TestLineGrammar::deliveries_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Status>("status");
    QTest::addColumn<QString>("flags");
    QTest::addColumn<QString>("link");
    const auto row = [](const char *name, const char *program, const char *relay, const char *outcome, Status status,
                        const char *flags, const char *link = "") {
        QTest::newRow(name) << QStringLiteral("%1: 4A10000001: to=<u@v.example>, relay=%2, delay=1, "
                                              "delays=0.1/0/0.2/0.7, dsn=2.0.0, status=%3")
                                   .arg(QLatin1StringView(program), QLatin1StringView(relay),
                                        QLatin1StringView(outcome))
                            << status << QString::fromLatin1(flags) << QString::fromLatin1(link);
    };
    constexpr const char *Mx = "mx.v.example[192.0.2.8]:25";
    row("sent", "smtp", Mx, "sent (250 2.0.0 Ok)", Status::Sent, "remote");
    row("sent by the relay service", "relay/smtp", Mx, "sent (250 2.0.0 Ok)", Status::Sent, "remote");
    row("sent over an old connection", "smtp", "mx.v.example[192.0.2.8]:25, conn_use=7", "sent (250 Ok)", Status::Sent,
        "remote");
    row("sent over IPv6", "smtp", "mx.v.example[2001:db8::8]:25", "sent (250 Ok)", Status::Sent, "remote");
    row("queued by somebody else", "smtp", Mx, "sent (250 2.0.0 Ok: queued as 4A10000002)", Status::Sent, "remote",
        "4A10000002");
    row("queued, said in the middle", "smtp", Mx, "sent (250 queued as 4A10000002 for you)", Status::Sent, "remote");
    row("to the filter over IPv6", "smtp", "localhost[::1]:10024", "sent (250 ok: queued as 3zXk4B1TbRz9zY)",
        Status::Sent, "loopback", "3zXk4B1TbRz9zY");
    row("to the filter by LMTP", "lmtp", "127.0.0.1[127.0.0.1]:10024", "sent (250 ok: queued as 4A10000002)",
        Status::Sent, "loopback", "4A10000002");
    row("to the mailbox", "lmtp", "10.0.0.5[10.0.0.5]:24", "sent (250 2.1.5 Ok)", Status::Sent, "");
    row("to the mailbox by a socket", "lmtp", "mail[/var/run/lmtp]", "sent (250 2.1.5 Ok)", Status::Sent, "loopback");
    row("to the mailbox by Postfix's socket", "lmtp", "mail[private/dovecot-lmtp]", "sent (250 2.1.5 Ok)", Status::Sent,
        "loopback");
    row("by virtual", "virtual", "virtual", "sent (delivered to maildir)", Status::Sent, "");
    row("by local", "local", "local", "sent (delivered to mailbox)", Status::Sent, "");
    row("by a command of local", "local", "local", "sent (delivered to command: /usr/bin/procmail)", Status::Sent, "");
    row("by pipe", "pipe", "dovecot", "sent (delivered via dovecot service)", Status::Sent, "through pipe");
    row("by discard", "discard", "none", "sent (thrown away)", Status::Sent, "");
    row("by error", "error", "none", "bounced (no such domain)", Status::Bounced, "");
    row("by retry", "retry", "none", "deferred (suspended)", Status::Deferred, "");
    row("by qmgr", "qmgr", "none", "deferred (delivery temporarily suspended: x)", Status::Deferred, "");
    row("no connection", "smtp", "none", "deferred (connect to x[192.0.2.8]:25: timed out)", Status::Deferred, "");
    row("soft bounce", "smtp", Mx, "SOFTBOUNCE (550 no)", Status::Deferred, "remote");
    row("expired", "error", "none", "expired (delivery deadline exceeded)", Status::Expired, "");
    row("deferred does not hand over", "smtp", "localhost[127.0.0.1]:10024", "deferred (451 queued as 4A10000002)",
        Status::Deferred, "loopback");
    row("status in the reply", "smtp", Mx, "deferred (host said: 450, status=sent (250 ok))", Status::Deferred,
        "remote");
    row("blanks behind", "smtp", Mx, "sent (250 2.0.0 Ok: queued as 4A10000002)  ", Status::Sent, "remote",
        "4A10000002");
}

void TestLineGrammar::deliveries()
{
    QFETCH(const QString, line);
    const std::string text = lineOf(line);
    const ParsedChunk chunk = parse(text);
    QCOMPARE(chunk.unrecognised.size(), std::size_t{0});
    QCOMPARE(chunk.events.size(), std::size_t{1});
    const Event &event = chunk.events.front();
    QCOMPARE(event.type, EventType::Delivery);
    QTEST(event.status, "status");
    QTEST(flagsOf(event), "flags");
    QTEST(idOf(chunk, event.link), "link");
    QCOMPARE(textsOf(chunk, event).section(u'|', 0, 0), QStringLiteral("u@v.example"));
}

void TestLineGrammar::hostileTexts_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<EventType>("type");
    QTest::addColumn<QString>("texts");
    const auto row = [](const char *name, const char *line, EventType type, const char *texts) {
        QTest::newRow(name) << QString::fromUtf8(line) << type << QString::fromUtf8(texts);
    };
    row("login that looks like a sasl_sender",
        "smtpd: 4A10000001: client=a[192.0.2.1], sasl_method=PLAIN, sasl_username=x, sasl_sender=y, sasl_sender=z@v",
        EventType::Client, "a[192.0.2.1]|x, sasl_sender=y");
    row("login that looks like another one",
        "smtpd: 4A10000001: client=a[192.0.2.1], sasl_method=PLAIN, sasl_username=x, sasl_username=admin",
        EventType::Client, "a[192.0.2.1]|x, sasl_username=admin");
    row("login that looks like XFORWARD's ID",
        "smtpd: 4A10000001: client=a[192.0.2.1], sasl_method=PLAIN, sasl_username=x, orig_queue_id=4A10000002",
        EventType::Client, "a[192.0.2.1]|x, orig_queue_id=4A10000002");
    row("quotes that are not closed", "qmgr: 4A10000001: from=<\"a@b.example>, size=7, nrcpt=2 (queue active)",
        EventType::Active, "\"a@b.example");
    row("quotes that the reply closes",
        "smtp: 4A10000001: to=<\"u@v.example>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, "
        "status=deferred (he said \"no\", relay=x)",
        EventType::Delivery, "\"u@v.example|none|he said \"no\", relay=x");
    row("sender that ends itself",
        "qmgr: 4A10000001: from=<x>, size=1, nrcpt=9000 (queue active)@b.example>, size=7, nrcpt=2 (queue active)",
        EventType::Active, "x>, size=1, nrcpt=9000 (queue active)@b.example");
    row("sender that expires",
        "qmgr: 4A10000001: from=<x>, status=expired, y@b.example>, size=7, nrcpt=2 (queue active)", EventType::Active,
        "x>, status=expired, y@b.example");
    row("recipient with brackets and commas",
        "smtp: 4A10000001: to=<a>,b<c>@v.example>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (x)",
        EventType::Delivery, "a>,b<c>@v.example|none|x");
    row("quoted recipient that looks like a delivery",
        "smtp: 4A10000001: to=<\"a>, relay=b, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (\"@v.example>, "
        "orig_to=<c@v.example>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (x)",
        EventType::Delivery,
        "\"a>, relay=b, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (\"@v.example|none|x|c@v.example");
    row("local sender that looks like a requeued one", "pickup: 4A10000001: uid=33 from=<x orig_id=4A10000002>",
        EventType::Pickup, "x orig_id=4A10000002");
    row("the same with a bracket", "pickup: 4A10000001: uid=33 from=<x> orig_id=4A10000002>", EventType::Pickup,
        "x> orig_id=4A10000002");
    row("HELO that looks like a reply",
        "smtpd: NOQUEUE: reject: RCPT from pc[192.0.2.9]: 554 5.7.1 no; from=<a> to=<b> proto=ESMTP "
        "helo=<x: 250 ok; from=<c>>",
        EventType::Rejection, "pc[192.0.2.9]|554 5.7.1 no|");
    row("subject that looks like a line", "cleanup: 4A10000001: warning: header Subject: 4A10000002: removed",
        EventType::Mention, "");
}

void TestLineGrammar::hostileTexts()
{
    QFETCH(const QString, line);
    const std::string text = lineOf(line);
    const ParsedChunk chunk = parse(text);
    QCOMPARE(chunk.unrecognised.size(), std::size_t{0});
    QCOMPARE(chunk.events.size(), std::size_t{1});
    const Event &event = chunk.events.front();
    QTEST(event.type, "type");
    QTEST(textsOf(chunk, event), "texts");
    QVERIFY(event.link.isEmpty());
    QCOMPARE(idOf(chunk, event.queueId), line.contains(u"NOQUEUE") ? QString() : QStringLiteral("4A10000001"));
}

void TestLineGrammar::nothingToCount_data()
{
    QTest::addColumn<QString>("line");
    const auto row = [](const char *line) { QTest::newRow(line) << QString::fromLatin1(line); };
    row("smtpd: warning: hostname pc.example does not resolve to address 192.0.2.1: Name or service not known");
    row("smtpd: warning: SASL authentication failure: Password verification failed");
    row("smtpd: lost connection after EHLO from unknown[192.0.2.1]");
    row("smtpd: lost connection after AUTH from unknown[192.0.2.1]");
    row("smtpd: Anonymous TLS connection established from pc[192.0.2.1]: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384");
    row("smtpd: improper command pipelining after EHLO from unknown[192.0.2.1]: x");
    row("smtpd: too many errors after AUTH from unknown[192.0.2.1]");
    row("anvil: statistics: max connection rate 1/60s for (smtp:192.0.2.1) at May  5 10:00:00");
    row("scache: statistics: address lookup hits=0 miss=1 success=0%");
    row("master: reload -- version 3.7.10, configuration /etc/postfix");
    row("smtp: connect to mx.v.example[192.0.2.8]:25: Connection timed out");
    row("smtp: Untrusted TLS connection established to mx[192.0.2.8]:25: TLSv1.3 with cipher X (256/256 bits)");
    row("postscreen: CONNECT from [192.0.2.1]:4711 to [192.0.2.2]:25");
    row("postscreen: PASS OLD [192.0.2.1]:4711");
    row("postscreen: NOQUEUE: too many connections: CONNECT from [192.0.2.1]:4711");
    row("postsuper: Deleted: 12 messages");
    row("qmgr: warning: connect to transport private/smtp: Connection refused");
    row("newdaemon: warning: something");
}

void TestLineGrammar::nothingToCount()
{
    QFETCH(const QString, line);
    const std::string text = lineOf(line);
    const ParsedChunk chunk = parse(text);
    QCOMPARE(chunk.events.size(), std::size_t{0});
    QCOMPARE(chunk.unrecognised.size(), std::size_t{0});
    QCOMPARE(chunk.postfixLines, 1U);
}

void TestLineGrammar::otherPrograms_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("event");
    const auto row = [](const char *name, const char *line, const char *event) {
        QTest::newRow(name) << QByteArray(line) << QString::fromLatin1(event);
    };
    row("signature", "opendkim[7]: 4A10000001: DKIM-Signature field added (s=x, d=y)", "mention 4A10000001");
    row("amavis", "amavis[7]: (7-01) Passed CLEAN {RelayedOutbound}, Queue-ID: 4A10000001, queued_as: 4A10000002", "");
    row("dovecot", "dovecot: lmtp(7): Connect from local", "");
    row("cyrus", "cyrus/imaps[7]: badlogin: pc [192.0.2.1] plaintext u@v.example SASL(-13): authentication failure",
        "");
    row("postfix without a program", "postfix[7]: Postfix is running with backwards-compatible settings", "postfix");
    row("rsyslog's socket", "rsyslogd: imuxsock lost 145 messages from pid 501 due to rate-limiting", "gap 145");
    row("rsyslog's socket, other form", "rsyslogd[9]: imuxsock: 77 messages lost due to rate-limiting (200 allowed)",
        "gap 77");
    row("rsyslog's beginning", "rsyslogd-2177: imuxsock[pid 501]: begin to drop messages due to rate-limiting", "");
    row("journald", "systemd-journald[300]: Suppressed 2112 messages from /system.slice/postfix.service", "gap 2112");
    row("who is no log daemon", "evil[7]: lost 9 messages", "");
    row("nothing lost", "rsyslogd: imuxsock lost 0 messages from pid 501 due to rate-limiting", "");
    row("more than can be", "journal: Suppressed 99999999999999 messages from x", "gap 4294967295");
    row("loss without a number", "rsyslogd: messages lost due to rate-limiting", "");
    row("a log daemon that repeats", "syslogd: last message repeated 3 times", "repeat 3");
}

void TestLineGrammar::otherPrograms()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, event);
    const QByteArray text = "May  5 10:00:00 mx1 " + line + '\n';
    const ParsedChunk chunk = parse({text.data(), static_cast<std::size_t>(text.size())});
    QString got;
    if (!chunk.events.empty()) {
        const Event &first = chunk.events.front();
        got = first.type == EventType::ForeignMention ? QStringLiteral("mention ") + idOf(chunk, first.queueId)
            : first.type == EventType::Gap            ? QStringLiteral("gap ") + QString::number(first.number)
            : first.type == EventType::Repeat         ? QStringLiteral("repeat ") + QString::number(first.number)
                                                      : QStringLiteral("another event");
    } else if (chunk.postfixLines == 1) {
        got = QStringLiteral("postfix");
    }
    QCOMPARE(got, event);
    QCOMPARE_LE(chunk.events.size(), std::size_t{1});
    QCOMPARE(chunk.unrecognised.size(), std::size_t{0});
}

void TestLineGrammar::services_data()
{
    QTest::addColumn<Service>("service");
    const auto row = [](const char *program, Service service) { QTest::newRow(program) << service; };
    row("postfix/smtpd", Service::Smtpd);
    row("postfix/submission/smtpd", Service::Smtpd);
    row("postfix/10025/smtpd", Service::Smtpd);
    row("postfix-edge/smtpd", Service::Smtpd);
    row("mx/smtpd", Service::Smtpd);
    row("postfix/amavis/smtp", Service::Smtp);
    row("postfix/relay", Service::Smtp);
    row("postfix/nqmgr", Service::Qmgr);
    row("postfix/retry", Service::Error);
    row("postfix/trace", Service::Bounce);
    row("postfix/anvil", Service::Quiet);
    row("postfix", Service::Quiet);
    row("postfix/newdaemon", Service::Unknown);
    row("postfix/", Service::Unknown);
    row("postfix/SMTPD", Service::Unknown);
    row("postfix/smtpd/x", Service::Unknown);
    row("smtpd", Service::Foreign);
    row("postfixed", Service::Foreign);
    row("cyrus/lmtpunix", Service::Foreign);
    row("/", Service::Foreign);
}

void TestLineGrammar::services()
{
    QTEST(serviceOf(QTest::currentDataTag()), "service");
}

void TestLineGrammar::sizes()
{
    const std::string text = lineOf(QStringLiteral("qmgr: 4A10000001: from=<a@b>, size=1234, nrcpt=3 (queue active)"))
        + lineOf(QStringLiteral("qmgr: 4A10000002: from=<a@b>, size=99999999999999, nrcpt=99999999999 (queue active)"))
        + lineOf(QStringLiteral("qmgr: 4A10000003: from=<a@b>, size=12"))
        + lineOf(QStringLiteral("smtpd: disconnect from pc[192.0.2.9] ehlo=1 auth=2/7 data=0/1 commands=3/9"))
        + lineOf(QStringLiteral("smtpd: disconnect from pc[192.0.2.9] ehlo=1 auth=5 data=1/2 commands=8"));
    const ParsedChunk chunk = parse(text);
    QCOMPARE(chunk.events.size(), std::size_t{5});
    QCOMPARE(chunk.events[0].size, 1234U);
    QCOMPARE(chunk.events[1].size, 0xffffffffU);
    QCOMPARE(chunk.events[1].number, 0xffffffffU);
    QCOMPARE(chunk.events[2].size, 12U);
    QCOMPARE(chunk.events[2].number, 0U);
    QCOMPARE(chunk.events[3].size, 2U);
    QCOMPARE(chunk.events[3].number, 7U);
    QVERIFY((chunk.events[3].flags & Event::NoData) != 0);
    QCOMPARE(chunk.events[4].size, 5U);
    QCOMPARE(chunk.events[4].number, 5U);
    QVERIFY((chunk.events[4].flags & Event::NoData) == 0);
}

QTEST_GUILESS_MAIN(TestLineGrammar)
#include "tst_linegrammar.moc"
