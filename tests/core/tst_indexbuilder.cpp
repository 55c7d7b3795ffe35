// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/indexbuilder.h"

#include "log/postfixparser.h"

#include <QTest>

#include <format>
#include <string>
#include <vector>

using namespace limier;

class TestIndexBuilder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordsTheLifeOfAMessage();
    void doesNotDependOnTheChunks_data();
    void doesNotDependOnTheChunks();
    void snapshotsStayAsTheyWere();
    void countsFailedLoginsOnce_data();
    void countsFailedLoginsOnce();
    void countsRepeatedLines_data();
    void countsRepeatedLines();
    void beginsNewLives_data();
    void beginsNewLives();
    void keepsFilesApart();
    void namesTheLineThatWasTooLong();
};

namespace
{

/// Gives texts to a builder in chunks, as a reader does.
class Feed
{
public:
    Feed()
        : m_builder("UTC")
    {
    }

    void begin(const char *path)
    {
        InputFile input;
        input.path = path;
        input.firstYear = 2026;
        m_builder.beginFile(input);
        m_offset = 0;
    }
    void chunk(std::string_view text)
    {
        ParsedChunk chunk;
        chunk.text = text;
        chunk.offset = m_offset;
        PostfixParser().parse(chunk);
        m_builder.add(chunk);
        m_offset += text.size();
    }
    /// The same in chunks of @p lines lines.
    void lines(std::string_view text, std::size_t lines)
    {
        while (!text.empty()) {
            std::size_t end = 0;
            for (std::size_t i = 0; i < lines && end < text.size(); ++i) {
                end = text.find('\n', end) + 1;
            }
            chunk(text.substr(0, end));
            text.remove_prefix(end);
        }
    }
    void end(std::vector<Error> errors = {}) { m_builder.endFile(m_offset, std::move(errors), 0); }
    [[nodiscard]] std::shared_ptr<const MailIndex> index() const { return m_builder.snapshot(true); }

private:
    IndexBuilder m_builder;
    std::uint64_t m_offset = 0;
};

std::shared_ptr<const MailIndex> indexOf(std::string_view text)
{
    Feed feed;
    feed.begin("mail.log");
    feed.chunk(text);
    feed.end();
    return feed.index();
}

/// "10:00:01 smtpd[501]: text" as a line.
std::string line(std::string_view clock, std::string_view programAndText, std::string_view host = "mx")
{
    return std::format("Jun  1 {} {} postfix/{}\n", clock, host, programAndText);
}

/// Everything that is recorded, as text.
std::string digest(const MailIndex &index)
{
    std::string text = std::format("{} lines, {} of Postfix\n", index.lineCount(), index.postfixLines());
    for (std::size_t i = 0; i < index.messages().size(); ++i) {
        const Message &message = index.messages()[i];
        text += std::format("{} {} {} {}-{} {:x} from {} of {} to {}\n", index.queueId(message), message.first,
                            message.last, place(message.firstLine), place(message.lastLine), message.flags,
                            place(message.sender), place(message.origin), message.recipients);
        for (DeliveryId id = message.firstDelivery; isSet(id); id = index.delivery(id).next) {
            const Delivery &delivery = index.delivery(id);
            text += std::format("  {} {} {} {:x}\n", index.address(delivery.recipient),
                                static_cast<int>(delivery.status), delivery.attempts, delivery.flags);
        }
    }
    for (std::size_t i = 0; i < index.authFailures().size(); ++i) {
        const AuthFailure &failure = index.authFailures()[i];
        text += std::format("failure {} line {} {}\n", failure.time, place(failure.line), failure.count);
    }
    for (std::size_t i = 0; i < index.rejections().size(); ++i) {
        const Rejection &rejection = index.rejections()[i];
        text += std::format("rejection {} line {} {}\n", rejection.time, place(rejection.line), rejection.count);
    }
    return text;
}

std::string life(std::string_view id, std::string_view clock)
{
    const auto say = [&](std::string_view text) {
        std::string full(text);
        full.replace(full.find('%'), 1, id);
        return line(clock, full);
    };
    return say("smtpd[501]: %: client=pc[192.0.2.1], sasl_method=PLAIN, sasl_username=al")
        + say("cleanup[502]: %: message-id=<1@acme>")
        + say("qmgr[503]: %: from=<al@acme>, size=1234, nrcpt=2 (queue active)")
        + say("smtp[504]: %: to=<a@there>, relay=mx[198.51.100.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, "
              "status=sent (250 ok)")
        + say("smtp[504]: %: to=<b@there>, orig_to=<all@acme>, relay=none, delay=1, delays=0/0/0/1, dsn=4.4.1, "
              "status=deferred (no)");
}

std::uint32_t failures(const MailIndex &index)
{
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < index.authFailures().size(); ++i) {
        count += index.authFailures()[i].count;
    }
    return count;
}

constexpr Stamp TenOClock = 1780308000; // 2026-06-01T10:00:00Z

} // namespace

void TestIndexBuilder::recordsTheLifeOfAMessage()
{
    const auto index = indexOf("foreign line\n" + life("A1B2C3D4", "10:00:00")
                               + line("10:05:00",
                                      "smtp[504]: A1B2C3D4: to=<b@there>, orig_to=<all@acme>, "
                                      "relay=mx[198.51.100.1]:25, delay=1, dsn=2.0.0, status=sent (ok)")
                               + line("10:05:01", "qmgr[503]: A1B2C3D4: removed"));
    QCOMPARE(index->messages().size(), 1U);
    const Message &message = index->messages()[0];
    QCOMPARE(index->queueId(message), std::string("A1B2C3D4"));
    QCOMPARE(index->user(message.user), std::string_view("al"));
    QCOMPARE(index->clientIp(message.client), std::string_view("192.0.2.1"));
    QCOMPARE(index->clientName(message.client), std::string_view("pc"));
    QCOMPARE(index->address(message.sender), std::string_view("al@acme"));
    QCOMPARE(message.first, TenOClock);
    QCOMPARE(message.last, TenOClock + 301);
    QCOMPARE(message.firstLine, LineId{1});
    QCOMPARE(message.lastLine, LineId{7});
    QCOMPARE(message.size, 1234U);
    QCOMPARE(message.recipients, 2U);
    QVERIFY(message.has(Message::Begun) && message.has(Message::WasActive) && message.has(Message::Removed));
    QCOMPARE(index->deliveries().size(), 2U);
    const Delivery &second = index->deliveries()[1];
    QCOMPARE(second.attempts, std::uint16_t{2});
    QCOMPARE(second.status, Status::Sent);
    QCOMPARE(second.time, TenOClock + 300);
    QCOMPARE(second.line, LineId{6});
    QVERIFY(!isSet(second.reply));
    QCOMPARE(index->address(index->originalRecipient(DeliveryId{1})), std::string_view("all@acme"));
    QVERIFY(!isSet(index->originalRecipient(DeliveryId{0})));
    QVERIFY(!isSet(index->lineMessages()[0]));
    QCOMPARE(index->lineMessages()[7], MessageId{0});
    QCOMPARE(index->unrecognised().size(), 1U);
}

void TestIndexBuilder::doesNotDependOnTheChunks_data()
{
    QTest::addColumn<std::size_t>("lines");
    for (const std::size_t lines : {1U, 2U, 3U, 7U, 50U}) {
        QTest::addRow("%zu", lines) << lines;
    }
}

void TestIndexBuilder::doesNotDependOnTheChunks()
{
    QFETCH(const std::size_t, lines);
    const std::string text = life("A1B2C3D4", "10:00:00") + life("A1B2C3D4", "10:01:00")
        + life("3zXk4B1TbRz9zY", "10:02:00")
        + line("10:03:00", "smtpd[9]: warning: x[192.0.2.7]: SASL LOGIN authentication failed: y")
        + "Jun  1 10:03:01 mx last message repeated 4 times\n" + life("3zXk4B1TbRz9zZ", "10:04:00") + "\n"
        + line("10:05:00", "qmgr[503]: 3zXk4B1TbRz9zY: removed");
    Feed feed;
    feed.begin("mail.log");
    feed.lines(text, lines);
    feed.end();
    QCOMPARE(digest(*feed.index()), digest(*indexOf(text)));
    QCOMPARE(feed.index()->messages().size(), 4U);
    QCOMPARE(failures(*feed.index()), 5U);
}

void TestIndexBuilder::snapshotsStayAsTheyWere()
{
    Feed feed;
    feed.begin("mail.log");
    std::vector<std::pair<std::shared_ptr<const MailIndex>, std::string>> snapshots;
    const auto keep = [&] {
        snapshots.emplace_back(feed.index(), std::string());
        snapshots.back().second = digest(*snapshots.back().first);
    };
    keep();
    constexpr int Messages = 6000; // more deliveries than fit into one block of a column
    for (int i = 0; i < Messages; ++i) {
        feed.chunk(life(std::format("A{:07X}", i), "10:00:00"));
        if (i % 1500 == 7) {
            keep();
        }
    }
    // Now every message and delivery that the snapshots hold is changed.
    for (int i = 0; i < Messages; ++i) {
        feed.chunk(line("10:00:01", std::format("qmgr[503]: A{:07X}: from=<al@acme>, status=expired, returned", i))
                   + line("10:00:01", std::format("qmgr[503]: A{:07X}: removed", i)));
    }
    QCOMPARE(snapshots.size(), 5U);
    for (const auto &[index, before] : snapshots) {
        QVERIFY(digest(*index) == before);
    }
    const auto last = feed.index();
    QCOMPARE(last->messages().size(), static_cast<std::size_t>(Messages));
    for (std::size_t i = 0; i < last->messages().size(); ++i) {
        QVERIFY(last->messages()[i].has(Message::Removed));
        QCOMPARE(last->deliveries()[2 * i + 1].status, Status::Expired);
    }
}

void TestIndexBuilder::countsFailedLoginsOnce_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::uint32_t>("count");
    const std::string connect = line("10:00:00", "smtpd[9]: connect from x[192.0.2.7]");
    const std::string failure =
        line("10:00:01", "smtpd[9]: warning: x[192.0.2.7]: SASL LOGIN authentication failed: y");
    const std::string noAnswer = line("10:00:01",
                                      "smtpd[9]: warning: x[192.0.2.7]: SASL LOGIN authentication failed: "
                                      "Connection lost to authentication server");
    const auto bye = [](std::string_view auth) {
        return line("10:00:02", std::format("smtpd[9]: disconnect from x[192.0.2.7] ehlo=1 {} commands=2", auth));
    };
    QTest::newRow("a warning") << connect + failure << 1U;
    QTest::newRow("only the counter") << connect + bye("auth=0/3") << 3U;
    QTest::newRow("warning and counter") << connect + failure + bye("auth=0/1") << 1U;
    QTest::newRow("one of them with a warning") << connect + failure + bye("auth=0/3") << 3U;
    QTest::newRow("one failure, one success") << connect + bye("auth=1/2") << 1U;
    QTest::newRow("success") << connect + bye("auth=1") << 0U;
    QTest::newRow("no login") << connect + bye("quit=1") << 0U;
    QTest::newRow("no answer is no failure") << connect + noAnswer + bye("auth=0/1") << 0U;
    QTest::newRow("more warnings than attempts") << connect + failure + failure + bye("auth=0/1") << 2U;
    QTest::newRow("another session of the same process")
        << connect + failure + bye("auth=0/1") + connect + bye("auth=0/1") << 2U;
    QTest::newRow("the process begins anew") << connect + failure + connect + bye("auth=0/1") << 2U;
    QTest::newRow("more successes than attempts") << connect + bye("auth=5/2") << 0U;
}

void TestIndexBuilder::countsFailedLoginsOnce()
{
    QFETCH(const std::string, text);
    QFETCH(const std::uint32_t, count);
    QCOMPARE(failures(*indexOf(text)), count);
}

void TestIndexBuilder::countsRepeatedLines_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::uint32_t>("count");
    const std::string failure =
        line("10:00:01", "smtpd[9]: warning: x[192.0.2.7]: SASL LOGIN authentication failed: y");
    const std::string other = line("10:00:01", "smtpd[9]: warning: hostname x does not resolve to address 192.0.2.7");
    const std::string repeat = "Jun  1 10:00:02 mx last message repeated 4 times\n";
    QTest::newRow("behind it") << failure + repeat << 5U;
    QTest::newRow("two in a row") << failure + repeat + failure << 6U;
    QTest::newRow("behind something else") << failure + other + repeat << 1U;
    const std::string host2 = line("10:00:00", "qmgr[1]: A1B2C3D4: removed", "mx2");
    QTest::newRow("behind something else, two hosts") << host2 + failure + other + repeat << 1U;
    QTest::newRow("another host's line between") << failure + host2 + repeat << 5U;
    QTest::newRow("at the beginning") << repeat + failure << 1U;
    QTest::newRow("zero times") << failure + "Jun  1 10:00:02 mx last message repeated 0 times\n" << 1U;
    QTest::newRow("of another host") << failure + "Jun  1 10:00:02 mx2 last message repeated 4 times\n" << 1U;
    QTest::newRow("with its text") << line("10:00:01",
                                           "smtpd[9]: message repeated 3 times: [ warning: x[192.0.2.7]: "
                                           "SASL LOGIN authentication failed: y]")
                                   << 3U;
    QTest::newRow("by the log daemon's name") << failure + "Jun  1 10:00:02 mx syslogd: last message repeated 4 times\n"
                                              << 5U;
    QTest::newRow("and known to the counter")
        << failure + repeat + line("10:00:03", "smtpd[9]: disconnect from x[192.0.2.7] auth=0/5 commands=0/5") << 5U;
}

void TestIndexBuilder::countsRepeatedLines()
{
    QFETCH(const std::string, text);
    QFETCH(const std::uint32_t, count);
    QCOMPARE(failures(*indexOf(text)), count);
}

void TestIndexBuilder::beginsNewLives_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::size_t>("messages");
    const std::string client = line("10:00:00", "smtpd[1]: A1B2C3D4: client=pc[192.0.2.1]");
    const std::string removed = line("10:00:01", "qmgr[2]: A1B2C3D4: removed");
    const std::string active = line("10:00:01", "qmgr[2]: A1B2C3D4: from=<a@b>, size=1, nrcpt=1 (queue active)");
    const std::string activeLater = line("10:30:00", "qmgr[2]: A1B2C3D4: from=<a@b>, size=1, nrcpt=1 (queue active)");
    QTest::newRow("one") << client + active + removed << std::size_t{1};
    QTest::newRow("a client begins one") << client + active + client << std::size_t{2};
    QTest::newRow("pickup begins one") << client + active + line("10:00:02", "pickup[3]: A1B2C3D4: uid=0 from=<root>")
                                       << std::size_t{2};
    QTest::newRow("active again") << client + active + activeLater << std::size_t{1};
    QTest::newRow("active again after it was removed") << client + active + removed + activeLater << std::size_t{2};
    QTest::newRow("late line of a removed one") << client + active + removed + active << std::size_t{1};
    QTest::newRow("only removed") << removed << std::size_t{0};
    QTest::newRow("only another program names it")
        << std::string("Jun  1 10:00:00 mx opendkim[1]: A1B2C3D4: no signature data\n") << std::size_t{0};
    QTest::newRow("on another host") << client
            + line("10:00:01", "qmgr[2]: A1B2C3D4: from=<a@b>, size=1, nrcpt=1 (queue active)", "mx2")
                                     << std::size_t{2};
}

void TestIndexBuilder::beginsNewLives()
{
    QFETCH(const std::string, text);
    QFETCH(const std::size_t, messages);
    QCOMPARE(indexOf(text)->messages().size(), messages);
}

void TestIndexBuilder::keepsFilesApart()
{
    Feed feed;
    feed.begin("mail.log.1");
    feed.chunk(life("A1B2C3D4", "10:00:00"));
    feed.end();
    feed.begin("empty.log");
    feed.end();
    feed.begin("mail.log");
    feed.lines(line("10:05:00", "qmgr[503]: A1B2C3D4: removed") + life("A1B2C3D5", "10:06:00"), 2);
    feed.end();
    const auto index = feed.index();
    QCOMPARE(index->files().size(), 3U);
    QCOMPARE(index->files()[0].lines, 5U);
    QCOMPARE(index->files()[0].first, TenOClock);
    QCOMPARE(index->files()[1].lines, 0U);
    QCOMPARE(index->files()[1].first, 0U);
    QCOMPARE(index->files()[2].lines, 6U);
    QCOMPARE(index->parts()[2].firstLine, LineId{5});
    QCOMPARE(index->files()[2].first, TenOClock + 300);
    QCOMPARE(index->files()[2].last, TenOClock + 360);
    QCOMPARE(index->fileOf(LineId{4}), FileId{0});
    QCOMPARE(index->fileOf(LineId{5}), FileId{2});
    QCOMPARE(index->fileOf(LineId{10}), FileId{2});
    // A message that was removed in the next file is one message.
    QCOMPARE(index->messages().size(), 2U);
    QVERIFY(index->messages()[0].has(Message::Removed));
    QCOMPARE(index->messages()[0].lastLine, LineId{5});
}

void TestIndexBuilder::namesTheLineThatWasTooLong()
{
    Feed feed;
    feed.begin("mail.log");
    const std::string first = life("A1B2C3D4", "10:00:00");
    feed.chunk(first);
    std::string tooLong(5000, 'x');
    tooLong.push_back('\n');
    feed.chunk(tooLong);
    feed.chunk(life("A1B2C3D5", "10:00:00"));
    feed.end({{.code = ErrorCode::LineTooLong, .position = static_cast<std::int64_t>(first.size()), .value = 1},
              {.code = ErrorCode::ReadFailed, .position = 12345}});
    const std::vector<Error> errors = feed.index()->files()[0].errors;
    QCOMPARE(errors.size(), 2U);
    QCOMPARE(errors[0].position, 6);
    QCOMPARE(errors[1].position, 12345);
}

QTEST_GUILESS_MAIN(TestIndexBuilder)
#include "tst_indexbuilder.moc"
