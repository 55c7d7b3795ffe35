// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/postfixparser.h"

#include <QTest>

#include <string>

using namespace limier;

namespace
{

/// A line as a row's text names it: "smtpd: 4A10000001: client=…".
std::string lineOf(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    return "May  5 10:00:00 mx1 postfix/" + text.left(colon).toStdString() + "[501]" + text.mid(colon).toStdString()
        + "\n";
}

/// The texts of an event, separated by "|"; absent ones are empty.
QString textsOf(const ParsedChunk &chunk, const Event &event)
{
    QStringList texts;
    for (std::size_t i = event.firstText; i < chunk.texts.size(); ++i) {
        const std::string_view text = chunk.view(chunk.texts[i]);
        texts << QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    return texts.join(u'|');
}

QString idOf(const ParsedChunk &chunk, QueueId id)
{
    if (id.isEmpty()) {
        return {};
    }
    return QString::fromStdString(id.isLong() ? std::string(chunk.view(chunk.longIds[id.place()])) : id.shortText());
}

ParsedChunk parse(std::string_view text)
{
    ParsedChunk chunk;
    chunk.text = text;
    PostfixParser().parse(chunk);
    return chunk;
}

} // namespace

class TestPostfixParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void events_data();
    void events();
    void notUnderstood_data();
    void notUnderstood();
    void header_data();
    void header();
    void repeated();
    void wrapped();
    void hostile_data();
    void hostile();
};

void TestPostfixParser::events_data()
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
    row("XFORWARD",
        "smtpd: 4A10000001: client=localhost[127.0.0.1], orig_queue_id=4A10000002, orig_client=pc[192.0.2.9]",
        EventType::Client, "4A10000001", "pc[192.0.2.9]|", 0, "4A10000002");
    row("long ID", "smtpd: 3zXk4B1TbRz9zY: client=unknown[192.0.2.1]", EventType::Client, "3zXk4B1TbRz9zY",
        "unknown[192.0.2.1]|");
    row("64-bit inode", "qmgr: ED06590130AA1C9D6D862: removed", EventType::Removed, "ED06590130AA1C9D6D862", "");
    row("pickup", "pickup: 4A10000001: uid=33 from=<www-data>", EventType::Pickup, "4A10000001", "www-data", 33);
    row("requeued by pickup", "pickup: 4A10000001: uid=0 from=<a@b.example> orig_id=4A10000002", EventType::Pickup,
        "4A10000001", "a@b.example", 0, "4A10000002");
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
    row("removed", "qmgr: 4A10000001: removed", EventType::Removed, "4A10000001", "");
    row("deleted", "postsuper: 4A10000001: removed", EventType::Deleted, "4A10000001", "");
    row("held", "postsuper: 4A10000001: placed on hold", EventType::Held, "4A10000001", "");
    row("released", "postsuper: 4A10000001: released from hold", EventType::Released, "4A10000001", "");
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

void TestPostfixParser::events()
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

void TestPostfixParser::notUnderstood_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isPostfix");
    QTest::newRow("no time") << QByteArray("hello world\n") << false;
    QTest::newRow("no program") << QByteArray("May  5 10:00:00 mx1 hello\n") << false;
    QTest::newRow("unknown text of smtpd") << QByteArray("May  5 10:00:00 mx1 postfix/smtpd[1]: gibberish\n") << true;
    QTest::newRow("unknown program") << QByteArray("May  5 10:00:00 mx1 postfix/newd[1]: gibberish\n") << true;
    QTest::newRow("month 13") << QByteArray("2026-13-05T10:00:00Z mx1 postfix/smtpd[1]: connect from a[b]\n") << false;
}

void TestPostfixParser::notUnderstood()
{
    QFETCH(const QByteArray, line);
    QFETCH(const bool, isPostfix);
    const ParsedChunk chunk = parse({line.data(), static_cast<std::size_t>(line.size())});
    QCOMPARE(chunk.unrecognised, std::vector<std::uint32_t>{0});
    QCOMPARE(chunk.postfixLines, isPostfix ? 1U : 0U);
}

void TestPostfixParser::header_data()
{
    QTest::addColumn<QByteArray>("line");
    constexpr const char *Message = "postfix/qmgr[9]: 4A10000001: removed";
    const auto row = [&](const char *name, const QByteArray &before, const QByteArray &after = {}) {
        QTest::newRow(name) << before + Message + after + '\n';
    };
    row("traditional", "May  5 00:08:55 mx1 ");
    row("RFC 3339", "2024-05-05T00:08:55.123456+02:00 mx1 ");
    row("UTC", "2024-05-05T00:08:55Z mx1 ");
    row("year first", "2013 Jun 10 06:27:30.123 mx1 ");
    row("container", "mail-1  | May  5 00:08:55 mx1 ");
    row("priority", "<22>May  5 00:08:55 mx1 ");
    row("carriage return", "May  5 00:08:55 mx1 ", "\r");
    row("spreadsheet", "May  5 00:08:55 mx1 ", ",,");
    row("quoted", "\"May  5 00:08:55 mx1 ", "\"");
    row("byte order mark", "\xef\xbb\xbfMay  5 00:08:55 mx1 ");
    QTest::newRow("another instance") << QByteArray("May  5 00:08:55 mx1 postfix-edge/qmgr[9]: 4A10000001: removed\n");
    QTest::newRow("no pid") << QByteArray("May  5 00:08:55 mx1 postfix/qmgr: 4A10000001: removed\n");
}

void TestPostfixParser::header()
{
    QFETCH(const QByteArray, line);
    const ParsedChunk chunk = parse({line.data(), static_cast<std::size_t>(line.size())});
    QCOMPARE(chunk.events.size(), std::size_t{1});
    QCOMPARE(chunk.events[0].type, EventType::Removed);
    QCOMPARE(chunk.nodes, std::vector<std::string>{"mx1"});
    QCOMPARE(chunk.unrecognised.size(), std::size_t{0});
}

void TestPostfixParser::repeated()
{
    const ParsedChunk chunk = parse("May  5 10:00:00 mx1 postfix/smtpd[1]: message repeated 4 times: [ warning: "
                                    "unknown[192.0.2.7]: SASL LOGIN authentication failed: x]\n"
                                    "May  5 10:00:01 mx1 last message repeated 2 times\n");
    QCOMPARE(chunk.events.size(), std::size_t{2});
    QCOMPARE(chunk.events[0].type, EventType::AuthFailure);
    QCOMPARE(chunk.events[0].repeat, std::uint16_t{4});
    QCOMPARE(chunk.events[1].type, EventType::Repeat);
    QCOMPARE(chunk.events[1].number, 2U);
}

void TestPostfixParser::wrapped()
{
    const std::string line =
        "May  5 10:00:00 mx1 postfix/qmgr[9]: 4A10000001: from=<somebody.with.a.long.name@b.example>"
        ", size=1234, nrcpt=3 (queue active)";
    std::string text;
    for (int i = 0; i < 3; ++i) {
        text += line.substr(0, 80) + '\n' + line.substr(80) + '\n';
    }
    const ParsedChunk chunk = parse(text);
    QCOMPARE(chunk.lines, 6U);
    QCOMPARE(chunk.unrecognised.size(), std::size_t{0});
    QCOMPARE(chunk.postfixLines, 3U);
    QCOMPARE(chunk.events.front().type, EventType::Active);
    QCOMPARE(chunk.events.front().number, 3U);
    QCOMPARE(textsOf(chunk, chunk.events.back()).section(u'|', -1),
             QStringLiteral("somebody.with.a.long.name@b.example"));
}

void TestPostfixParser::hostile_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no closing bracket") << QByteArray("smtpd[1]: 4A10000001: client=unknown[1.2.3.4");
    QTest::newRow("brackets reversed") << QByteArray("smtpd[1]: 4A10000001: client=unknown]1.2.3.4[");
    QTest::newRow("empty client") << QByteArray("smtpd[1]: 4A10000001: client=");
    QTest::newRow("address without end") << QByteArray("qmgr[1]: 4A10000001: from=<") + QByteArray(100000, '>');
    QTest::newRow("long login") << QByteArray("smtpd[1]: 4A10000001: client=a[b], sasl_username=")
            + QByteArray(100000, 'x');
    QTest::newRow("huge numbers") << QByteArray("qmgr[1]: 4A10000001: from=<a>, size=99999999999999999999, "
                                                "nrcpt=99999999999999999999 (queue active)");
    QTest::newRow("huge pid") << QByteArray("qmgr[99999999999999999999]: 4A10000001: removed");
    QTest::newRow("NUL") << QByteArray("smtpd[1]: 4A10000001: client=") + QByteArray(3, '\0')
            + "[1.2.3.4], sasl_username=" + QByteArray(2, '\0');
    QTest::newRow("invalid UTF-8") << QByteArray("smtpd[1]: 4A10000001: client=\xff\xfe[1.2.3.4]");
    QTest::newRow("status without reply") << QByteArray("smtp[1]: 4A10000001: to=<a>, relay=b, delay=1, status=sent ");
    QTest::newRow("nothing behind to") << QByteArray("smtp[1]: 4A10000001: to=<");
    QTest::newRow("only a queue ID") << QByteArray("smtp[1]: 4A10000001: ");
    QTest::newRow("repeated nothing") << QByteArray("smtpd[1]: message repeated 9999999999 times: [ ]");
    QTest::newRow("blanks") << QByteArray("smtpd[1]: disconnect from a[b]") + QByteArray(100000, ' ');
}

void TestPostfixParser::hostile()
{
    QFETCH(const QByteArray, message);
    // The text ends with the last byte of an allocation, so that a sanitizer sees a step behind it.
    const QByteArray line = "May  5 10:00:00 mx1 postfix/" + message;
    const std::vector<char> exact(line.begin(), line.end());
    const ParsedChunk chunk = parse({exact.data(), exact.size()});
    QCOMPARE(chunk.lines, 1U);
    QVERIFY(chunk.events.size() <= 1);
    for (const TextRef &text : chunk.texts) {
        QVERIFY(chunk.view(text).size() == text.length);
    }
}

QTEST_GUILESS_MAIN(TestPostfixParser)
#include "tst_postfixparser.moc"
