// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parsedlines.h"

#include <QTest>

#include <string>
#include <vector>

using namespace limier;
using namespace parsedlines;

/// Chunks of lines: their forms, their number and their order.
class TestPostfixParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void notUnderstood_data();
    void notUnderstood();
    void header_data();
    void header();
    void repeated_data();
    void repeated();
    void wrapped_data();
    void wrapped();
    void notWrapped_data();
    void notWrapped();
    void linesAndMarks();
    void textWithoutItsLastEnd();
    void isTheSameWhateverWasParsedBefore();
    void hostile_data();
    void hostile();
};

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

void TestPostfixParser::repeated_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<EventType>("type");
    QTest::addColumn<int>("repeat");
    QTest::addColumn<int>("number");
    constexpr const char *Failure = "warning: unknown[192.0.2.7]: SASL LOGIN authentication failed: x";
    const auto row = [](const char *name, const QByteArray &line, EventType type, int repeat, int number = 0) {
        QTest::newRow(name) << line << type << repeat << number;
    };
    row("four times", QByteArray("postfix/smtpd[1]: message repeated 4 times: [ ") + Failure + ']',
        EventType::AuthFailure, 4);
    row("more than can be", QByteArray("postfix/smtpd[1]: message repeated 99999999999 times: [ ") + Failure + ']',
        EventType::AuthFailure, 65535);
    row("no times", QByteArray("postfix/smtpd[1]: message repeated 0 times: [ ") + Failure + ']',
        EventType::AuthFailure, 1);
    row("without its end", QByteArray("postfix/smtpd[1]: message repeated 2 times: [ ") + Failure,
        EventType::AuthFailure, 2);
    row("of another program", "opendkim[1]: message repeated 2 times: [ 4A10000001: x]", EventType::ForeignMention, 2);
    row("last message", "last message repeated 2 times", EventType::Repeat, 1, 2);
    row("last message of a program", "postfix/smtpd[1]: last message repeated 2 times", EventType::Repeat, 1, 2);
}

void TestPostfixParser::repeated()
{
    QFETCH(const QByteArray, line);
    const QByteArray text = "May  5 10:00:00 mx1 " + line + '\n';
    const ParsedChunk chunk = parse({text.data(), static_cast<std::size_t>(text.size())});
    QCOMPARE(chunk.unrecognised.size(), std::size_t{0});
    QCOMPARE(chunk.events.size(), std::size_t{1});
    QCOMPARE(chunk.postfixLines, line.startsWith("postfix/") ? 1U : 0U);
    QTEST(chunk.events[0].type, "type");
    QTEST(static_cast<int>(chunk.events[0].repeat), "repeat");
    QTEST(static_cast<int>(chunk.events[0].number), "number");
}

void TestPostfixParser::wrapped_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<int>("rows"); ///< of each line
    QTest::newRow("in two rows") << 80 << QByteArray("\n") << 2;
    QTest::newRow("in three rows") << 61 << QByteArray("\n") << 3;
    QTest::newRow("in two rows with returns") << 80 << QByteArray("\r\n") << 2;
    QTest::newRow("in three rows with returns") << 61 << QByteArray("\r\n") << 3;
}

void TestPostfixParser::wrapped()
{
    QFETCH(const int, width);
    QFETCH(const QByteArray, end);
    QFETCH(const int, rows);
    const QByteArray line =
        "May  5 10:00:00 mx1 postfix/qmgr[9]: 4A10000001: from=<somebody.with.a.long.name@b.example>"
        ", size=1234, nrcpt=3 (queue active)";
    QByteArray text;
    for (int i = 0; i < 3; ++i) {
        for (qsizetype at = 0; at < line.size(); at += width) {
            text += line.mid(at, width) + end;
        }
    }
    const ParsedChunk chunk = parse({text.data(), static_cast<std::size_t>(text.size())});
    QCOMPARE(chunk.lines, static_cast<std::uint32_t>(3 * rows));
    QCOMPARE(chunk.unrecognised.size(), std::size_t{0});
    QCOMPARE(chunk.postfixLines, 3U);
    std::vector<std::uint32_t> active;
    for (const Event &event : chunk.events) {
        if (event.type == EventType::Active) {
            active.push_back(event.line);
            QCOMPARE(event.number, 3U);
            QCOMPARE(chunk.view(chunk.texts[event.firstText]), std::string_view("somebody.with.a.long.name@b.example"));
        } else {
            // The rows behind the first one belong to the message, too.
            QCOMPARE(event.type, EventType::ForeignMention);
            QCOMPARE(idOf(chunk, event.queueId), QStringLiteral("4A10000001"));
        }
    }
    const auto step = static_cast<std::uint32_t>(rows);
    QCOMPARE(active, (std::vector<std::uint32_t>{0, step, 2 * step}));
    QCOMPARE(chunk.events.size(), static_cast<std::size_t>(3 * rows));
}

void TestPostfixParser::notWrapped_data()
{
    QTest::addColumn<QByteArray>("between");
    QTest::newRow("short line") << QByteArray("stack trace follows");
    QTest::newRow("long line") << QByteArray(300, 'x');
    QTest::newRow("blank line") << QByteArray();
}

void TestPostfixParser::notWrapped()
{
    QFETCH(const QByteArray, between);
    QByteArray text;
    for (int i = 0; i < 5; ++i) {
        text += "May  5 10:00:00 mx1 postfix/qmgr[9]: 4A10000001: from=<" + QByteArray(30 + 7 * i, 'a')
            + "@b.example>, size=1234, nrcpt=3 (queue active)\n" + between + '\n';
    }
    const ParsedChunk chunk = parse({text.data(), static_cast<std::size_t>(text.size())});
    QCOMPARE(chunk.lines, 10U);
    QCOMPARE(chunk.events.size(), std::size_t{5});
    const std::vector<std::uint32_t> odd{1, 3, 5, 7, 9};
    QCOMPARE(chunk.unrecognised, between.isEmpty() ? std::vector<std::uint32_t>() : odd);
}

void TestPostfixParser::linesAndMarks()
{
    QByteArray text;
    std::vector<std::uint32_t> marks;
    for (int i = 0; i < 100; ++i) {
        if (i % static_cast<int>(ParsedChunk::LinesPerMark) == 0) {
            marks.push_back(static_cast<std::uint32_t>(text.size()));
        }
        text += i % 5 == 0 ? QByteArray("\n")
                           : "May  5 10:00:0" + QByteArray::number(i % 10) + " mx" + QByteArray::number(i % 3)
                + " postfix/qmgr[9]: 4A100000" + QByteArray::number(10 + i % 90) + ": removed\n";
    }
    const ParsedChunk chunk = parse({text.data(), static_cast<std::size_t>(text.size())});
    QCOMPARE(chunk.lines, 100U);
    QCOMPARE(chunk.lineMarks, marks);
    QCOMPARE(chunk.events.size(), std::size_t{80});
    const std::uint32_t minute = chunk.events.front().seconds - 1;
    for (const Event &event : chunk.events) {
        QCOMPARE(chunk.nodes.at(event.node), "mx" + std::to_string(event.line % 3));
        QCOMPARE(event.seconds, minute + event.line % 10);
    }
    QCOMPARE(chunk.firstTime.seconds, std::int64_t{minute} + 1);
    QCOMPARE(chunk.lastTime.seconds, std::int64_t{minute} + 9);
}

void TestPostfixParser::textWithoutItsLastEnd()
{
    const ParsedChunk one = parse("May  5 10:00:00 mx1 postfix/qmgr[9]: 4A10000001: removed");
    QCOMPARE(one.lines, 1U);
    QCOMPARE(one.events.size(), std::size_t{1});
    const ParsedChunk none = parse("");
    QCOMPARE(none.lines, 0U);
    QVERIFY(none.firstTime.kind == RawTime::Kind::None);
    QCOMPARE(parse("\n").lines, 1U);
    QCOMPARE(parse("\n\nx").lines, 3U);
}

void TestPostfixParser::isTheSameWhateverWasParsedBefore()
{
    const std::string first = "May  5 10:00:00 mx1 postfix/qmgr[9]: 4A10000001: removed\nodd line\n";
    const std::string second = "May  6 10:00:00 mx2 postfix/qmgr[8]: 3zXk4B1TbRz9zY: removed\n";
    PostfixParser parser;
    ParsedChunk chunk;
    for (const std::string &text : {first, second, first}) {
        chunk.text = text;
        parser.parse(chunk);
        const ParsedChunk fresh = parse(text);
        QCOMPARE(chunk.lines, fresh.lines);
        QCOMPARE(chunk.nodes, fresh.nodes);
        QCOMPARE(chunk.unrecognised, fresh.unrecognised);
        QCOMPARE(chunk.events.size(), fresh.events.size());
        QCOMPARE(idOf(chunk, chunk.events[0].queueId), idOf(fresh, fresh.events[0].queueId));
        QCOMPARE(chunk.events[0].node, std::uint16_t{0});
    }
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
