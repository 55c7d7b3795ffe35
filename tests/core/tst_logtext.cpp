// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/logtext.h"

#include "core/logfolder.h"

#include <QFile>
#include <QRandomGenerator>

#include <functional>
#include <thread>

using namespace limier;
using namespace Qt::StringLiterals;

class TestLogText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryLine_data();
    void readsEveryLine();
    void readsAcrossFiles();
    void readsLinesInAnyOrder();
    void endsAtTheEndOfTheLog();
    void cutsLongLines();
    void findsTheLinesOfMessages();
    void refusesWhatIsNotTheIndexedText_data();
    void refusesWhatIsNotTheIndexedText();
    void keepsReadingARotatedFile();
    void readsWhatWasReadOfADamagedFile();
    void sharesWhatIsUnpacked();
    void saysThatThereIsNoRoomToUnpack();
    void unpacksOnceForSeveralThreads();
    void stopsUnpacking();
};

namespace
{

const QDateTime Start = logfiles::utc("2026-06-01T08:00:00Z");

/// Lines of very different lengths.
std::string unevenLines(int count)
{
    std::string text;
    for (const std::string &line : splitLines(logfiles::mailLines(Start, count))) {
        text += line + std::string(text.size() * 7919 % 400, '.') + '\n';
    }
    return text;
}

std::vector<std::string> textsOf(const LogText::Lines &lines)
{
    std::vector<std::string> texts;
    for (const TextLine &line : lines.value()) {
        texts.push_back(line.text);
    }
    return texts;
}

ErrorCode codeOf(const std::expected<TextLine, Error> &line)
{
    return line ? ErrorCode::Cancelled : line.error().code;
}

} // namespace

void TestLogText::readsEveryLine_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("text");
    const std::string text = unevenLines(3000);
    std::string withReturns = logfiles::mailLines(Start, 100);
    for (std::size_t at = 0; (at = withReturns.find('\n', at)) != std::string::npos; at += 2) {
        withReturns.replace(at, 1, "\r\n");
    }
    const std::string_view odd("May  5 00:00:01 mx postfix/qmgr[1]: \0\xff\x1b[31m \xc3\xa9\n\n\nx\n", 49);
    const std::string withOdd = logfiles::mailLines(Start, 40) + std::string(odd) + logfiles::mailLines(Start, 40);

    QTest::newRow("plain") << u"mail.log"_s << text << text;
    QTest::newRow("without the last line's end") << u"mail.log"_s << text.substr(0, text.size() - 1) << text;
    QTest::newRow("one line") << u"mail.log"_s << text.substr(0, text.find('\n') + 1)
                              << text.substr(0, text.find('\n'));
    QTest::newRow("carriage returns") << u"mail.log"_s << withReturns << withReturns;
    QTest::newRow("any bytes, empty lines") << u"mail.log"_s << withOdd << withOdd;
    QTest::newRow("gzip") << u"mail.log.1.gz"_s << logfiles::compressed(u"gzip"_s, text) << text;
    QTest::newRow("xz") << u"mail.log.1.xz"_s << logfiles::compressed(u"xz"_s, text) << text;
    QTemporaryDir folder;
    logfiles::writeFile(folder.filePath(u"mail.log"_s), text);
    QTest::newRow("archive") << u"export.tar"_s
                             << logfiles::run(u"tar"_s, {u"-c"_s, u"-C"_s, folder.path(), u"mail.log"_s}) << text;
}

void TestLogText::readsEveryLine()
{
    QFETCH(QString, name);
    QFETCH(std::string, bytes);
    QFETCH(std::string, text);
    LogFolder folder;
    folder.write(bytes, name);
    const LogText log(folder.load());
    const std::vector<std::string> expected = splitLines(text);
    QCOMPARE(log.index().lineCount(), expected.size());
    const LogText::Lines all = log.lines(LineId{0}, expected.size());
    QVERIFY(all.has_value());
    QVERIFY(textsOf(all) == expected);
    for (std::uint32_t i = 0; i < expected.size(); i += 13) {
        QCOMPARE((*all)[i].id, LineId{i});
        QCOMPARE(log.line(LineId{i})->text, expected[i]);
    }
    QCOMPARE(log.line(static_cast<LineId>(expected.size() - 1))->text, expected.back());
}

void TestLogText::readsAcrossFiles()
{
    LogFolder folder;
    const std::string older = logfiles::mailLines(Start, 100);
    const std::string newer = logfiles::mailLines(Start.addDays(1), 100);
    folder.write(newer, u"mail.log"_s);
    folder.write(logfiles::compressed(u"gzip"_s, older), u"mail.log.1.gz"_s);
    const LogText log(folder.load());
    QVERIFY(textsOf(log.lines(LineId{90}, 20))
            == splitLines(older.substr(older.size() / 10 * 9) + newer.substr(0, newer.size() / 10)));
}

void TestLogText::readsLinesInAnyOrder()
{
    LogFolder folder;
    const std::string text = unevenLines(5000);
    folder.write(text);
    const LogText log(folder.load());
    const std::vector<std::string> expected = splitLines(text);
    QRandomGenerator random(1);
    std::vector<LineId> ids;
    for (int i = 0; i < 2000; ++i) {
        // Far jumps, the same line again, and steps back and forth within a mark's lines.
        const int step = i % 3 == 0 || ids.empty() ? random.bounded(5000) : random.bounded(-5, 40);
        const int line = i % 3 == 0 || ids.empty() ? step : static_cast<int>(place(ids.back())) + step;
        ids.push_back(static_cast<LineId>(std::clamp(line, 0, 4999)));
    }
    const LogText::Lines lines = log.lines(ids);
    QVERIFY(lines.has_value());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        QCOMPARE((*lines)[i].text, expected[place(ids[i])]);
    }
}

void TestLogText::endsAtTheEndOfTheLog()
{
    LogFolder folder;
    folder.write(logfiles::mailLines(Start, 10));
    const LogText log(folder.load());
    QCOMPARE(log.lines(LineId{8}, 60)->size(), 2U);
    QVERIFY(log.lines(LineId{10}, 60)->empty());
    QVERIFY(log.lines(LineId{0}, 0)->empty());
}

void TestLogText::cutsLongLines()
{
    LogFolder folder;
    const std::string before = logfiles::mailLines(Start, 50);
    const std::string after = logfiles::mailLines(Start.addSecs(60), 50);
    folder.write(before + "Jun  1 08:00:55 mx1 postfix/qmgr[1]: " + std::string(5 * TextLine::LongestLine, 'x') + '\n'
                 + after);
    const LogText log(folder.load());
    QCOMPARE(log.index().lineCount(), 101U);
    const LogText::Lines lines = log.lines(LineId{49}, 4);
    QVERIFY(lines.has_value());
    QVERIFY((*lines)[0].isWhole);
    QVERIFY(!(*lines)[1].isWhole);
    QCOMPARE((*lines)[1].text.size(), TextLine::LongestLine);
    QVERIFY((*lines)[1].text.starts_with("Jun  1 08:00:55 mx1 postfix/qmgr[1]: xxx"));
    QVERIFY((*lines)[2].isWhole);
    QCOMPARE((*lines)[2].text, splitLines(after)[0]);
    const std::vector<LineId> twice{LineId{50}, LineId{50}, LineId{49}};
    QCOMPARE(log.lines(twice)->at(1).text.size(), TextLine::LongestLine);
    QCOMPARE(log.lines(twice)->at(2).text, splitLines(before).back());
}

void TestLogText::findsTheLinesOfMessages()
{
    LogFolder folder;
    folder.write("Jun  1 08:00:00 mx postfix/smtpd[1]: AAAAAA1: client=a[192.0.2.1]\n"
                 "Jun  1 08:00:00 mx postfix/smtpd[2]: BBBBBB2: client=b[192.0.2.2]\n"
                 "Jun  1 08:00:01 mx postfix/cleanup[3]: AAAAAA1: message-id=<1@a>\n"
                 "Jun  1 08:00:01 mx postfix/smtpd[2]: connect from c[192.0.2.3]\n"
                 "Jun  1 08:00:01 mx postfix/qmgr[4]: AAAAAA1: from=<x@a>, size=1, nrcpt=1 (queue active)\n"
                 "Jun  1 08:00:02 mx postfix/qmgr[4]: BBBBBB2: removed\n"
                 "Jun  1 08:00:02 mx postfix/qmgr[4]: AAAAAA1: removed\n"
                 "Jun  1 08:00:03 mx postfix/smtpd[1]: AAAAAA1: client=a[192.0.2.1]\n");
    const LogText log(folder.load());
    QCOMPARE(log.index().messages().size(), 3U);
    using Places = std::vector<std::uint32_t>;
    const auto linesOf = [&log](std::vector<MessageId> messages) {
        return places(std::span<const LineId>(log.lineIdsOf(messages)));
    };
    QCOMPARE(linesOf({MessageId{0}}), (Places{0, 2, 4, 6}));
    QCOMPARE(linesOf({MessageId{1}}), (Places{1, 5}));
    QCOMPARE(linesOf({MessageId{2}}), (Places{7}));
    QCOMPARE(linesOf({MessageId{2}, MessageId{1}}), (Places{1, 5, 7}));
    QCOMPARE(linesOf({}), Places());
    const std::vector<MessageId> second{MessageId{1}};
    QCOMPARE(textsOf(log.linesOf(second)),
             (std::vector<std::string>{"Jun  1 08:00:00 mx postfix/smtpd[2]: BBBBBB2: client=b[192.0.2.2]",
                                       "Jun  1 08:00:02 mx postfix/qmgr[4]: BBBBBB2: removed"}));
}

void TestLogText::refusesWhatIsNotTheIndexedText_data()
{
    using Change = std::function<void(const LogFolder &, const std::string &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("readBefore");
    QTest::addColumn<ErrorCode>("expected");
    const auto other = [](std::size_t size) {
        std::string text = logfiles::mailLines(Start.addDays(3), 4000);
        text.resize(size);
        return text;
    };
    const Change truncate = [](const LogFolder &folder, const std::string &text) {
        QVERIFY(QFile::resize(folder.path(), static_cast<qint64>(text.size() / 2)));
    };
    const Change replace = [other](const LogFolder &folder, const std::string &text) {
        folder.write(other(text.size()), u"new"_s);
        QVERIFY(QFile::remove(folder.path()) && QFile::rename(folder.path(u"new"_s), folder.path()));
    };
    const Change refill = [other](const LogFolder &folder, const std::string &text) {
        folder.write(other(text.size() + 1000));
    };
    const Change insert = [](const LogFolder &folder, const std::string &text) { folder.write("some bytes " + text); };
    const Change remove = [](const LogFolder &folder, const std::string &) { QVERIFY(QFile::remove(folder.path())); };

    QTest::newRow("truncated") << truncate << false << ErrorCode::FileShrank;
    QTest::newRow("truncated while open") << truncate << true << ErrorCode::FileShrank;
    QTest::newRow("another file") << replace << false << ErrorCode::FileReplaced;
    QTest::newRow("filled again while open") << refill << true << ErrorCode::FileReplaced;
    QTest::newRow("other line starts") << insert << false << ErrorCode::FileReplaced;
    QTest::newRow("removed") << remove << false << ErrorCode::NotFound;
}

void TestLogText::refusesWhatIsNotTheIndexedText()
{
    using Change = std::function<void(const LogFolder &, const std::string &)>;
    QFETCH(Change, change);
    QFETCH(bool, readBefore);
    QFETCH(ErrorCode, expected);
    LogFolder folder;
    const std::string text = logfiles::mailLines(Start, 2000);
    folder.write(text);
    const LogText log(folder.load());
    if (readBefore) {
        QCOMPARE(log.line(LineId{1900})->text, splitLines(text)[1900]);
    }
    change(folder, text);
    const auto line = log.line(LineId{1900});
    QCOMPARE(codeOf(line), expected);
    QCOMPARE(line.error().subject, folder.path().toStdString());
}

void TestLogText::keepsReadingARotatedFile()
{
    LogFolder folder;
    const std::string text = logfiles::mailLines(Start, 100);
    folder.write(text);
    const LogText log(folder.load());
    QVERIFY(log.line(LineId{0}).has_value());
    QVERIFY(QFile::rename(folder.path(), folder.path(u"mail.log.1"_s)));
    folder.write(logfiles::mailLines(Start.addDays(1), 5));
    QCOMPARE(log.line(LineId{99})->text, splitLines(text)[99]);

    QFile grown(folder.path(u"mail.log.1"_s));
    QVERIFY(grown.open(QIODevice::Append) && grown.write("more\n") == 5);
    grown.close();
    QCOMPARE(log.line(LineId{50})->text, splitLines(text)[50]);
}

void TestLogText::readsWhatWasReadOfADamagedFile()
{
    LogFolder folder;
    const std::string text = unevenLines(5000);
    const std::string packed = logfiles::compressed(u"gzip"_s, text);
    folder.write(packed.substr(0, packed.size() / 2), u"mail.log.1.gz"_s);
    const LogText log(folder.load());
    const std::size_t count = log.index().lineCount();
    QVERIFY(count > 100 && count < 5000);
    // The last line may be cut.
    QCOMPARE(log.line(static_cast<LineId>(count - 2))->text, splitLines(text)[count - 2]);
}

void TestLogText::sharesWhatIsUnpacked()
{
    LogFolder folder;
    const std::string text = logfiles::mailLines(Start, 100);
    folder.write(logfiles::compressed(u"gzip"_s, text), u"mail.log.1.gz"_s);
    const std::shared_ptr<const MailIndex> index = folder.load();
    const LogText log(index);
    QVERIFY(log.line(LineId{0}).has_value());
    QVERIFY(QFile::remove(folder.path(u"mail.log.1.gz"_s)));
    QCOMPARE(LogText(index, log).line(LineId{70})->text, splitLines(text)[70]);
    QCOMPARE(codeOf(LogText(index).line(LineId{70})), ErrorCode::NotFound);
}

void TestLogText::saysThatThereIsNoRoomToUnpack()
{
    LogFolder folder;
    folder.write(logfiles::compressed(u"gzip"_s, logfiles::mailLines(Start, 100)), u"mail.log.1.gz"_s);
    const LogText log(folder.load());
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", folder.path(u"missing"_s).toUtf8());
    const auto line = log.line(LineId{0});
    qputenv("TMPDIR", before);
    QVERIFY(!line.has_value());
    QCOMPARE(line.error().code, ErrorCode::TooLarge);
    QCOMPARE(line.error().subject, folder.path(u"mail.log.1.gz"_s).toStdString());
}

void TestLogText::unpacksOnceForSeveralThreads()
{
    LogFolder folder;
    const std::string text = unevenLines(20000);
    folder.write(logfiles::compressed(u"gzip"_s, text), u"mail.log.1.gz"_s);
    const LogText log(folder.load());
    const std::vector<std::string> expected = splitLines(text);
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (std::uint32_t first = 0; first < 4; ++first) {
            threads.emplace_back([&, first] {
                for (std::uint32_t i = first; i < expected.size(); i += 173) {
                    const auto line = log.line(LineId{i});
                    wrong += line && line->text == expected[i] ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(log.open(FileId{0}).value(), log.open(FileId{0}).value());
}

void TestLogText::stopsUnpacking()
{
    LogFolder folder;
    folder.write(logfiles::compressed(u"gzip"_s, unevenLines(20000)), u"mail.log.1.gz"_s);
    const LogText log(folder.load());
    std::stop_source stop;
    stop.request_stop();
    const auto opened = log.open(FileId{0}, stop.get_token());
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, ErrorCode::Cancelled);
    QVERIFY(log.line(LineId{0}).has_value());
}

QTEST_GUILESS_MAIN(TestLogText)
#include "tst_logtext.moc"
