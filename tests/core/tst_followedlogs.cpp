// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/followedlogs.h"

#include "core/generatedlog.h"
#include "core/indexcontent.h"
#include "core/logfolder.h"
#include "core/madelog.h"
#include "index/linesearch.h"

#include <QRandomGenerator>
#include <QTest>

#include <filesystem>

using namespace limier;
using namespace Qt::StringLiterals;

class TestFollowedLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isTheSameHoweverItComes_data();
    void isTheSameHoweverItComes();
    void readsABigAdditionOnAllThreads();
    void saysWhenNothingIsNew();
    void waitsForTheEndOfALine();
    void readsWhatIsLeftOfAFinishedLog();
    void followsAcrossRotation();
    void beginsWithALogThatIsStillEmpty();
    void keepsTheLinesOfTwoHostsApart();
    void needsFewPartsForTwoHosts();
    void joinsHopsOfHostsThatAreReadInAnyOrder_data();
    void joinsHopsOfHostsThatAreReadInAnyOrder();
    void startsOverForAnotherHost();
    void countsEqualLines();
    void turnsTheYear();
    void readsEachLogInItsZone();
    void tellsOfALongLineOnce();
    void readsLinesWhileTheBeginIsFilledIn();
    void noticesThatALogIsLost_data();
    void noticesThatALogIsLost();

private:
    std::string m_generated;
};

namespace
{

LoadOptions utc(unsigned threads = 1)
{
    LoadOptions options;
    options.timezone = "UTC";
    options.threads = threads;
    return options;
}

LogInput growing(const QString &path, bool grows = true)
{
    LogInput input;
    input.path = path.toStdString();
    input.grows = grows;
    return input;
}

void append(const QString &path, std::string_view bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
    QCOMPARE(file.write(bytes.data(), static_cast<qint64>(bytes.size())), static_cast<qint64>(bytes.size()));
}

std::string withReturns(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        result += c == '\n' ? std::string("\r\n") : std::string(1, c);
    }
    return result;
}

/// The texts of all lines of a file, found through the index by file and number.
std::vector<std::string> linesOf(const std::shared_ptr<const MailIndex> &index, FileId file)
{
    const LogText text(index);
    std::vector<std::string> lines(index->files()[place(file)].lines);
    for (std::uint32_t i = 0; i < index->lineCount(); ++i) {
        if (index->fileOf(LineId{i}) == file) {
            lines[index->numberInFile(LineId{i}) - 1] = text.line(LineId{i}).value().text;
        }
    }
    return lines;
}

/// The lines of @p text from @p from to before @p to, with their ends.
std::string someLines(std::string_view text, std::size_t from, std::size_t to)
{
    std::string result;
    for (std::size_t i = 0; !text.empty(); ++i) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        if (i >= from && i < to) {
            result += text.substr(0, end);
        }
        text.remove_prefix(end);
    }
    return result;
}

} // namespace

void TestFollowedLogs::initTestCase()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"mail.log"_s);
    generatedlog::generate("--lines 6000 --time rfc3339 --filter --incident stolen,relay", path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_generated = file.readAll().toStdString();
}

void TestFollowedLogs::isTheSameHoweverItComes_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("pieces");
    const std::string huge = someLines(m_generated, 0, 300) + "2026-06-01T10:00:00+00:00 mx postfix/qmgr[1]: "
        + std::string(3'000'000, 'x') + '\n' + someLines(m_generated, 300, 600);
    std::string nul = someLines(m_generated, 0, 900);
    nul.insert(nul.find('\n', nul.size() / 2) + 1, std::string(5000, '\0') + "\n\n\n");
    QTest::newRow("in two") << m_generated << 2;
    QTest::newRow("in many pieces") << m_generated << 200;
    QTest::newRow("carriage returns") << withReturns(someLines(m_generated, 0, 900)) << 50;
    QTest::newRow("bytes of zero, empty lines") << nul << 50;
    QTest::newRow("a huge line") << huge << 20;
    QTest::newRow("no end of the last line") << m_generated.substr(0, m_generated.size() - 1) << 10;
    QTest::newRow("byte by byte") << someLines(m_generated, 0, 12) << 3000;
}

void TestFollowedLogs::isTheSameHoweverItComes()
{
    QFETCH(const std::string, text);
    QFETCH(const int, pieces);
    const LogFolder folder;
    folder.write(text);
    const LoadedLogs whole = loadLogs({folder.path().toStdString()}, utc());

    for (const quint32 seed : {1U, 2U, 3U}) {
        QRandomGenerator random(seed);
        std::vector<std::size_t> splits;
        for (int i = 1; i < pieces; ++i) {
            splits.push_back(random.bounded(static_cast<quint32>(text.size())));
        }
        splits.push_back(text.size());
        std::ranges::sort(splits);
        folder.write(std::string_view(text).substr(0, splits.front()));
        FollowedLogs logs(utc());
        std::shared_ptr<const MailIndex> index = logs.load({growing(folder.path())}).index;
        for (std::size_t i = 1; i < splits.size(); ++i) {
            append(folder.path(), std::string_view(text).substr(splits[i - 1], splits[i] - splits[i - 1]));
            const FollowedLogs::Update update = logs.update({growing(folder.path())});
            QVERIFY(!update.startedOver);
            index = update.index ? update.index : index;
        }
        const FollowedLogs::Update last = logs.update({growing(folder.path(), false)});
        index = last.index ? last.index : index;
        QCOMPARE(IndexContent(*index).differenceFrom(IndexContent(*whole.index)), std::string());
        QCOMPARE(index->files().size(), std::size_t{1});
        QCOMPARE(index->parts().size(), std::size_t{1});
        QVERIFY(linesOf(index, FileId{0}) == linesOf(whole.index, FileId{0}));
        QVERIFY(logs.refused().empty());
    }
}

void TestFollowedLogs::readsABigAdditionOnAllThreads()
{
    const LogFolder folder;
    std::string text;
    while (text.size() < 8'000'000) {
        text += m_generated;
    }
    folder.write(text);
    const LoadedLogs whole = loadLogs({folder.path().toStdString()}, utc());
    folder.write(m_generated);
    FollowedLogs logs(utc(4));
    QCOMPARE(logs.load({growing(folder.path())}).index->lineCount(), splitLines(m_generated).size());
    append(folder.path(), std::string_view(text).substr(m_generated.size()));
    const FollowedLogs::Update update = logs.update({growing(folder.path())});
    QVERIFY(update.index != nullptr);
    QCOMPARE(IndexContent(*update.index).differenceFrom(IndexContent(*whole.index)), std::string());
}

void TestFollowedLogs::saysWhenNothingIsNew()
{
    const LogFolder folder;
    folder.write(m_generated);
    FollowedLogs logs(utc());
    const std::shared_ptr<const MailIndex> before = logs.load({growing(folder.path())}).index;
    QVERIFY(before->files().front().errors.empty());
    QVERIFY(logs.update({growing(folder.path())}).index == nullptr);
    append(folder.path(), someLines(m_generated, 0, 1));
    const std::shared_ptr<const MailIndex> after = logs.update({growing(folder.path())}).index;
    QCOMPARE(after->lineCount(), before->lineCount() + 1);
    QVERIFY(logs.update({growing(folder.path())}).index == nullptr);
    QVERIFY(after->files().front().errors.empty());
}

void TestFollowedLogs::waitsForTheEndOfALine()
{
    const LogFolder folder;
    const std::string lines = logfiles::mailLines(logfiles::utc("2026-06-01T10:00:00Z"), 3);
    const std::string begin = lines.substr(0, lines.find('\n') + 20);
    folder.write(begin);
    FollowedLogs logs(utc());
    QCOMPARE(logs.load({growing(folder.path())}).index->lineCount(), std::size_t{1});
    append(folder.path(), lines.substr(begin.size(), 10));
    QVERIFY(logs.update({growing(folder.path())}).index == nullptr);
    append(folder.path(), lines.substr(begin.size() + 10));
    QCOMPARE(logs.update({growing(folder.path())}).index->lineCount(), std::size_t{3});
}

void TestFollowedLogs::readsWhatIsLeftOfAFinishedLog()
{
    const LogFolder folder;
    const std::string lines = logfiles::mailLines(logfiles::utc("2026-06-01T10:00:00Z"), 2);
    folder.write(lines.substr(0, lines.size() - 1));
    FollowedLogs logs(utc());
    QCOMPARE(logs.load({growing(folder.path())}).index->lineCount(), std::size_t{1});
    QCOMPARE(logs.update({growing(folder.path(), false)}).index->lineCount(), std::size_t{2});
    append(folder.path(), lines);
    QVERIFY(logs.update({growing(folder.path(), false)}).index == nullptr);
    QVERIFY(logs.update({growing(folder.path())}).index == nullptr);
}

void TestFollowedLogs::followsAcrossRotation()
{
    const LogFolder folder;
    const std::size_t all = splitLines(m_generated).size();
    const QString older = folder.path(u"mail.log.1"_s);
    const QString newer = folder.path(u"mail.log"_s);
    const std::string first = someLines(m_generated, 0, all / 2);
    const std::string second = someLines(m_generated, all / 2, all);
    logfiles::writeFile(older, first);
    logfiles::writeFile(newer, second);
    const LoadedLogs whole = loadLogs({older.toStdString(), newer.toStdString()}, utc());

    logfiles::writeFile(older, first.substr(0, first.size() / 2));
    QVERIFY(QFile::remove(newer));
    FollowedLogs logs(utc());
    QVERIFY(logs.load({growing(older)}).refused.empty());
    append(older, first.substr(first.size() / 2));
    logfiles::writeFile(newer, {});
    QVERIFY(logs.update({growing(older, false), growing(newer)}).index != nullptr);
    QVERIFY(logs.update({growing(older, false), growing(newer)}).index == nullptr);
    append(newer, second.substr(0, 100));
    append(newer, second.substr(100, 5000));
    QCOMPARE(logs.update({growing(older, false), growing(newer)}).index->files().size(), std::size_t{2});
    append(newer, second.substr(5100));
    const auto index = logs.update({growing(older, false), growing(newer)}).index;
    QCOMPARE(IndexContent(*index).differenceFrom(IndexContent(*whole.index)), std::string());
    QVERIFY(logs.refused().empty());
}

void TestFollowedLogs::beginsWithALogThatIsStillEmpty()
{
    const LogFolder folder;
    folder.write({});
    FollowedLogs logs(utc());
    const LoadedLogs loaded = logs.load({growing(folder.path())});
    QCOMPARE(loaded.index->lineCount(), std::size_t{0});
    QVERIFY(loaded.refused.empty());
    append(folder.path(), "2026-06-01T10:00:00+00:00 mx newsyslog[1]: logfile turned over\n");
    QVERIFY(logs.update({growing(folder.path())}).index == nullptr);
    append(folder.path(), m_generated);
    QCOMPARE(logs.update({growing(folder.path())}).index->lineCount(), splitLines(m_generated).size() + 1);
    QVERIFY(logs.refused().empty());
}

void TestFollowedLogs::keepsTheLinesOfTwoHostsApart()
{
    const LogFolder folder;
    const QDateTime start = logfiles::utc("2026-06-01T10:00:00Z");
    const std::string one = logfiles::mailLines(start, 400, 1, logfiles::Form::Rfc3339, "one");
    const std::string two = logfiles::mailLines(start, 400, 1, logfiles::Form::Rfc3339, "two");
    const QString onePath = folder.path(u"one.log"_s);
    const QString twoPath = folder.path(u"two.log"_s);
    const std::vector<LogInput> inputs{growing(onePath), growing(twoPath)};
    logfiles::writeFile(onePath, someLines(one, 0, 10));
    logfiles::writeFile(twoPath, someLines(two, 0, 10));
    FollowedLogs logs(utc());
    std::shared_ptr<const MailIndex> index = logs.load(inputs).index;
    for (std::size_t i = 10; i < 400; i += 5) {
        append(onePath, someLines(one, i, i + 5));
        if (i % 3 != 0) {
            append(twoPath, someLines(two, i - (i % 3 == 2 ? 5 : 0), i + 5));
        }
        index = logs.update(inputs).index;
    }
    QCOMPARE(index->files().size(), std::size_t{2});
    QVERIFY(linesOf(index, FileId{0}) == splitLines(one));
    for (std::uint32_t i = 0; i < index->lineCount(); ++i) {
        const FileId file = index->fileOf(LineId{i});
        QCOMPARE(LogText(index).line(LineId{i}).value().text.contains(" one "), place(file) == 0);
    }
    const LineSearch search(std::make_shared<const LogText>(index),
                            LinePattern::make(u" two postfix"_s, LinePattern::Kind::Text, Qt::CaseSensitive).value());
    const LineSearchResult found = search.all({});
    QCOMPARE(found.matches, std::uint64_t{index->files()[1].lines});
    QVERIFY(found.errors.empty());
}

void TestFollowedLogs::needsFewPartsForTwoHosts()
{
    const LogFolder folder;
    const QDateTime start = logfiles::utc("2026-06-01T10:00:00Z");
    const std::vector<LogInput> inputs{growing(folder.path(u"one.log"_s)), growing(folder.path(u"two.log"_s))};
    const auto write = [&](int second) {
        for (const auto &[name, host] : {std::pair(u"one.log"_s, "one"), std::pair(u"two.log"_s, "two")}) {
            append(folder.path(name), logfiles::mailLines(start.addSecs(second), 2, 0, logfiles::Form::Rfc3339, host));
        }
    };
    write(0);
    FollowedLogs logs(utc());
    std::shared_ptr<const MailIndex> index = logs.load(inputs).index;
    for (int second = 1; second <= 500; ++second) {
        write(second);
        index = logs.update(inputs).index;
    }
    QCOMPARE(index->lineCount(), std::size_t{2004});
    QCOMPARE_LE(index->parts().size(), std::size_t{502});
    QCOMPARE(index->files().size(), std::size_t{2});
}

void TestFollowedLogs::joinsHopsOfHostsThatAreReadInAnyOrder_data()
{
    QTest::addColumn<QStringList>("order");
    QTest::newRow("as they happened") << QStringList{u"edge"_s, u"main"_s};
    QTest::newRow("the next host first") << QStringList{u"main"_s, u"edge"_s};
}

void TestFollowedLogs::joinsHopsOfHostsThatAreReadInAnyOrder()
{
    QFETCH(const QStringList, order);
    const std::map<QString, std::string> older{
        {u"edge"_s,
         "2026-06-01T10:00:00+00:00 edge postfix/smtpd[1]: 5E5E5E1: client=c[192.0.2.1]\n"
         "2026-06-01T10:00:00+00:00 edge postfix/smtpd[1]: AAAAAA1: client=c[192.0.2.9]\n"
         "2026-06-01T10:00:00+00:00 edge postfix/cleanup[1]: AAAAAA1: message-id=<one@there>\n"},
        {u"main"_s, "2026-06-01T09:00:00+00:00 main postfix/smtpd[1]: 0D0D0D1: client=c[192.0.2.1]\n"}};
    const std::map<QString, std::string> newer{
        {u"edge"_s,
         "2026-06-01T10:00:02+00:00 edge postfix/smtp[1]: AAAAAA1: to=<a@acme.tld>, relay=main[10.0.0.2]:25,"
         " delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as BBBBBB1)\n"},
        {u"main"_s,
         "2026-06-01T10:00:01+00:00 main postfix/smtpd[1]: BBBBBB1: client=edge[10.0.0.1]\n"
         "2026-06-01T10:00:01+00:00 main postfix/cleanup[1]: BBBBBB1: message-id=<one@there>\n"}};
    const LogFolder folder;
    std::vector<LogInput> inputs;
    for (const QString &host : order) {
        logfiles::writeFile(folder.path(host), older.at(host));
        inputs.push_back(growing(folder.path(host)));
    }
    FollowedLogs logs(utc());
    QVERIFY(logs.load(inputs).refused.empty());
    std::shared_ptr<const MailIndex> index;
    for (const QString &host : order) {
        append(folder.path(host), newer.at(host));
        index = logs.update(inputs).index;
    }
    const auto named = [&index](std::string_view id) {
        for (std::uint32_t i = 0; i < index->messages().size(); ++i) {
            if (index->queueId(index->messages()[i]) == id) {
                return MessageId{i};
            }
        }
        return None<MessageId>;
    };
    QCOMPARE(index->originOf(named("BBBBBB1")), named("AAAAAA1"));
    QCOMPARE(index->originOf(named("AAAAAA1")), named("AAAAAA1"));
    QVERIFY(index->delivery(index->message(named("AAAAAA1")).firstDelivery).has(Delivery::HandedOver));

    // The same when all is there from the beginning.
    const std::shared_ptr<const MailIndex> whole = loadLogs(inputs, utc()).index;
    QCOMPARE(IndexContent(*index).differenceFrom(IndexContent(*whole)), std::string());
}

void TestFollowedLogs::startsOverForAnotherHost()
{
    const LogFolder folder;
    const QDateTime start = logfiles::utc("2026-06-01T10:00:00Z");
    const QString one = folder.path(u"one.log"_s);
    const QString two = folder.path(u"two.log"_s);
    const QString three = folder.path(u"three.log"_s);
    logfiles::writeFile(one, logfiles::mailLines(start, 10, 1, logfiles::Form::Rfc3339, "one"));
    logfiles::writeFile(two, logfiles::mailLines(start, 10, 1, logfiles::Form::Rfc3339, "two"));
    logfiles::writeFile(three, logfiles::mailLines(start, 10, 1, logfiles::Form::Rfc3339, "three"));
    FollowedLogs logs(utc());
    QCOMPARE(logs.load({growing(one)}).index->lineCount(), std::size_t{10});
    const FollowedLogs::Update second = logs.update({growing(one), growing(two)});
    QVERIFY(second.startedOver);
    QCOMPARE(second.index->lineCount(), std::size_t{20});
    const FollowedLogs::Update third = logs.update({growing(one), growing(two), growing(three)});
    QVERIFY(!third.startedOver); // nothing that was read has been forgotten
    QCOMPARE(third.index->lineCount(), std::size_t{30});
}

void TestFollowedLogs::countsEqualLines()
{
    const LogFolder folder;
    const std::string line = logfiles::mailLines(logfiles::utc("2026-06-01T10:00:00Z"), 1);
    folder.write(line + line + line + line);
    FollowedLogs logs(utc());
    QCOMPARE(logs.load({growing(folder.path())}).index->postfixLines(), std::uint64_t{4});
    std::shared_ptr<const MailIndex> index;
    for (int i = 0; i < 5; ++i) {
        append(folder.path(), line + line + line + line);
        index = logs.update({growing(folder.path())}).index;
    }
    QCOMPARE(index->postfixLines(), std::uint64_t{24});
    QCOMPARE(index->knownLines(), std::uint64_t{0});
}

void TestFollowedLogs::turnsTheYear()
{
    const LogFolder folder;
    const QString older = folder.path(u"mail.log.1"_s);
    const QString newer = folder.path(u"mail.log"_s);
    const QDateTime eve = logfiles::utc("2025-12-31T23:59:00Z");
    const auto inputs = [&](bool isRotated) {
        std::vector<LogInput> result{growing(older, !isRotated)};
        result.front().modified = eve.toSecsSinceEpoch() + 3;
        if (isRotated) {
            result.push_back(growing(newer));
            result.back().modified = eve.toSecsSinceEpoch() + 200;
        }
        return result;
    };
    logfiles::writeFile(older, logfiles::mailLines(eve, 3));
    FollowedLogs logs(utc());
    QVERIFY(logs.load(inputs(false)).refused.empty());
    append(older, logfiles::mailLines(eve.addSecs(50), 20));
    const Stamp midnight = static_cast<Stamp>(eve.addSecs(60).toSecsSinceEpoch());
    QCOMPARE(logs.update(inputs(false)).index->files().front().last, midnight + 9);
    append(older, logfiles::mailLines(eve.addSecs(100), 1));
    logfiles::writeFile(newer, logfiles::mailLines(eve.addSecs(120), 5));
    const std::shared_ptr<const MailIndex> index = logs.update(inputs(true)).index;
    QCOMPARE(index->files()[0].last, midnight + 40);
    QCOMPARE(index->files()[1].first, midnight + 60);
    QCOMPARE(index->files()[1].last, midnight + 64);
}

void TestFollowedLogs::readsEachLogInItsZone()
{
    const LogFolder folder;
    const QDateTime start = logfiles::utc("2026-06-01T10:00:00Z");
    std::vector<LogInput> inputs{growing(folder.path(u"one.log"_s)), growing(folder.path(u"two.log"_s))};
    inputs[0].timezone = "Europe/Paris";
    inputs[1].timezone = "America/New_York";
    // Each writes its own clock: ten o'clock UTC is noon in Paris and six in New York.
    append(folder.path(u"one.log"_s),
           logfiles::mailLines(start.addSecs(2 * 3600), 5, 1, logfiles::Form::YearLess, "one"));
    append(folder.path(u"two.log"_s),
           logfiles::mailLines(start.addSecs(-4 * 3600), 5, 1, logfiles::Form::YearLess, "two"));
    for (LogInput &input : inputs) {
        input.modified = start.addSecs(60).toSecsSinceEpoch();
    }
    FollowedLogs logs(utc());
    const auto isRight = [&](const std::shared_ptr<const MailIndex> &index, qint64 last) {
        const auto first = static_cast<Stamp>(start.toSecsSinceEpoch());
        return std::ranges::all_of(index->files(), [&](const IndexedFile &file) {
            return file.first == first && file.last == first + static_cast<Stamp>(last);
        });
    };
    QVERIFY(isRight(logs.load(inputs).index, 4));
    append(folder.path(u"one.log"_s),
           logfiles::mailLines(start.addSecs(2 * 3600 + 10), 5, 1, logfiles::Form::YearLess, "one"));
    append(folder.path(u"two.log"_s),
           logfiles::mailLines(start.addSecs(10 - 4 * 3600), 5, 1, logfiles::Form::YearLess, "two"));
    QVERIFY(isRight(logs.update(inputs).index, 14));
}

void TestFollowedLogs::tellsOfALongLineOnce()
{
    const LogFolder folder;
    folder.write(m_generated);
    FollowedLogs logs(utc());
    QVERIFY(logs.load({growing(folder.path())}).refused.empty());
    std::shared_ptr<const MailIndex> index;
    const std::size_t lines = splitLines(m_generated).size();
    for (int i = 0; i < 3; ++i) {
        append(folder.path(), std::string(2'000'000, 'x') + '\n' + someLines(m_generated, 0, 4));
        index = logs.update({growing(folder.path())}).index;
    }
    const std::vector<Error> &errors = index->files().front().errors;
    QCOMPARE(errors.size(), std::size_t{1});
    QCOMPARE(errors.front().code, ErrorCode::LineTooLong);
    QCOMPARE(errors.front().value, std::int64_t{3});
    QCOMPARE(errors.front().position, static_cast<std::int64_t>(lines + 1));
    QCOMPARE(index->lineCount(), lines + 15);
}

void TestFollowedLogs::readsLinesWhileTheBeginIsFilledIn()
{
    const LogFolder folder;
    const std::size_t start = m_generated.size() - 20000;
    folder.write(std::string(start, '\0') + m_generated.substr(start));
    std::vector<LogInput> inputs{growing(folder.path())};
    inputs.front().start = start;
    FollowedLogs logs(utc());
    std::shared_ptr<const MailIndex> index = logs.load(inputs).index;
    const std::vector<std::string> expected = splitLines(m_generated.substr(m_generated.find('\n', start) + 1));
    QCOMPARE(index->lineCount(), expected.size());
    QCOMPARE(index->files().front().bytes, m_generated.size());
    const LogText text(index);
    QCOMPARE(text.line(LineId{0}).value().text, expected.front());
    folder.write(m_generated); // the same file, with what comes before
    QVERIFY(linesOf(index, FileId{0}) == expected);
    QCOMPARE(text.line(LineId{1}).value().text, expected[1]);
    append(folder.path(), someLines(m_generated, 0, 3));
    index = logs.update(inputs).index;
    QCOMPARE(index->lineCount(), expected.size() + 3);
    QCOMPARE(LogText(index, text).line(static_cast<LineId>(expected.size())).value().text, splitLines(m_generated)[0]);
}

void TestFollowedLogs::noticesThatALogIsLost_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("cut") << u"cut"_s << ErrorCode::FileShrank;
    QTest::newRow("replaced") << u"replaced"_s << ErrorCode::FileReplaced;
    QTest::newRow("removed") << u"removed"_s << ErrorCode::NotFound;
}

void TestFollowedLogs::noticesThatALogIsLost()
{
    QFETCH(const QString, how);
    QFETCH(const ErrorCode, code);
    const LogFolder folder;
    folder.write(m_generated);
    FollowedLogs logs(utc());
    const std::size_t lines = logs.load({growing(folder.path())}).index->lineCount();
    if (how == u"cut") {
        std::filesystem::resize_file(folder.path().toStdString(), 100);
    } else {
        QVERIFY(QFile::rename(folder.path(), folder.path(u"other"_s)));
        if (how == u"replaced") {
            folder.write(m_generated + m_generated);
        }
    }
    const std::shared_ptr<const MailIndex> index = logs.update({growing(folder.path())}).index;
    QVERIFY(index != nullptr);
    QCOMPARE(index->lineCount(), lines);
    QCOMPARE(index->files().front().errors.size(), std::size_t{1});
    QCOMPARE(index->files().front().errors.front().code, code);
    QVERIFY(logs.update({growing(folder.path())}).index == nullptr);
}

QTEST_GUILESS_MAIN(TestFollowedLogs)
#include "tst_followedlogs.moc"
