// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/linesearch.h"

#include "core/logfolder.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>

using namespace limier;
using namespace Qt::StringLiterals;
using Kind = LinePattern::Kind;
using Answer = LineMatcher::Answer;

class TestLineSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsWhatMatchesLineByLine_data();
    void findsWhatMatchesLineByLine();
    void searchesPartsOfTheLog_data();
    void searchesPartsOfTheLog();
    void searchesSomeLines();
    void numbersEachMatch();
    void reportsProgress();
    void stops();
    void countsLinesThatAreTooHard();
    void searchesTheRestWhenAFileIsGone();
    void searchesAnEmptyLog();

private:
    LogFolder m_folder;
    std::vector<std::string> m_lines;
    std::shared_ptr<const LogText> m_text;
};

namespace
{

LinePattern patternFor(const QString &pattern, Qt::CaseSensitivity sensitivity = Qt::CaseSensitive)
{
    return LinePattern::make(pattern, Kind::RegularExpression, sensitivity).value();
}

std::vector<std::uint32_t> found(const std::function<LineSearchResult(const LineSearchOptions &)> &search,
                                 unsigned threads = 2)
{
    std::vector<std::uint32_t> lines;
    LineSearchOptions options;
    options.threads = threads;
    options.found = [&lines](std::span<const LineId> more) {
        std::ranges::copy(places(more), std::back_inserter(lines));
    };
    const LineSearchResult result = search(options);
    if (result.matches != lines.size() || result.cancelled || !result.errors.empty()) {
        qFatal("%zu lines, %llu matches, %zu errors", lines.size(), static_cast<unsigned long long>(result.matches),
               result.errors.size());
    }
    return lines;
}

/// About 40 bytes to some kB a line, with what logs hold.
std::string randomLines(QRandomGenerator &random, int count, const QDateTime &first)
{
    static constexpr std::string_view Pieces[] = {"status=sent",
                                                  "status=deferred",
                                                  "status=bounced",
                                                  "to=<a.b@example.com>",
                                                  "sasl_username=admin",
                                                  "SASL LOGIN authentication failed",
                                                  "caf\xc3\xa9",
                                                  "caf\xe9",
                                                  std::string_view("\0x", 2),
                                                  "[203.0.113.77]",
                                                  "client=unknown",
                                                  "aaaaaaaaaaaaaaaaaaaaaaaaaaab",
                                                  "\xc5\xbf"
                                                  "asl",
                                                  "\x1b[31m"};
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += logfiles::yearLess(first.addSecs(i / 50)) + " mx postfix/smtp[1]: ";
        for (int pieces = random.bounded(5); pieces > 0; --pieces) {
            text += Pieces[random.bounded(static_cast<int>(std::size(Pieces)))];
            text += std::string(static_cast<std::size_t>(random.bounded(60)), ' ');
        }
        text += random.bounded(10) == 0 ? "\r\n" : "\n";
    }
    return text;
}

} // namespace

void TestLineSearch::initTestCase()
{
    QRandomGenerator random(3);
    const QDateTime start = logfiles::utc("2026-06-01T00:00:00Z");
    const std::string first = randomLines(random, 20000, start);
    const std::string huge =
        logfiles::yearLess(start.addDays(1)) + " mx postfix/smtp[1]: " + std::string(5 << 20, 'y') + "status=bounced\n";
    const std::string large = logfiles::yearLess(start.addDays(1)) + " mx postfix/smtp[1]: status=bounced "
        + std::string(50000, 'y') + "status=deferred\n";
    const std::string second = randomLines(random, 30000, start.addDays(1));
    const std::string third = randomLines(random, 3, start.addDays(2)) + "Jun  3 09:00:00 mx postfix/x: status=bounced";
    m_folder.write(logfiles::compressed(u"gzip"_s, first), u"mail.log.2.gz"_s);
    m_folder.write(huge + second + large, u"mail.log.1"_s);
    m_folder.write(third, u"mail.log"_s);
    m_lines = splitLines(first + huge + second + large + third);
    m_text = std::make_shared<const LogText>(m_folder.load());
    QCOMPARE(m_text->index().lineCount(), m_lines.size());
    QVERIFY(first.size() + second.size() > (3U << 20)); // several chunks
}

void TestLineSearch::findsWhatMatchesLineByLine_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<Qt::CaseSensitivity>("sensitivity");
    for (const QString &pattern :
         {u"sasl_username="_s, u"status=(deferred|bounced)"_s, u"to=<[a-z]+\\.[a-z]+@example\\.com>"_s,
          u"client=.*\\[203\\.0\\.113\\.[0-9]+\\]"_s, u"status=sent *$"_s, u"^Jun  2.*failed"_s, u"caf\u00e9"_s,
          u"(?i)authentication FAILED"_s, u"[A-Z]{5} [a-z]+"_s, u"^$"_s, u"nowhere"_s, u"x?"_s, u"\\x{00}x"_s,
          u"admin|unknown|77\\]|\\x1b"_s, u"a{27}b"_s}) {
        QTest::addRow("%s", qPrintable(pattern)) << pattern << Qt::CaseSensitive;
    }
    QTest::newRow("sasl without case") << u"sasl"_s << Qt::CaseInsensitive;
    QTest::newRow("accent without case") << u"CAF\u00c9"_s << Qt::CaseInsensitive;
}

void TestLineSearch::findsWhatMatchesLineByLine()
{
    QFETCH(QString, pattern);
    QFETCH(Qt::CaseSensitivity, sensitivity);
    const LinePattern made = patternFor(pattern, sensitivity);
    LineMatcher matcher(made);
    std::vector<std::uint32_t> expected;
    std::vector<std::uint32_t> tooHard;
    for (std::uint32_t i = 0; i < m_lines.size(); ++i) {
        const Answer answer = matcher.match(m_lines[i]);
        if (answer == Answer::Yes) {
            expected.push_back(i);
        } else if (answer == Answer::TooHard) {
            tooHard.push_back(i);
        }
    }
    const LineSearch search(m_text, made);
    const auto all = [&search](const LineSearchOptions &options) { return search.all(options); };
    const std::vector<std::uint32_t> one = found(all, 1);
    QVERIFY(found(all, 3) == one);
    // What the expression cannot try, a text can still be found in.
    std::vector<std::uint32_t> sure;
    std::ranges::set_difference(one, tooHard, std::back_inserter(sure));
    QCOMPARE(sure.size(), expected.size());
    QVERIFY(sure == expected);
}

void TestLineSearch::searchesPartsOfTheLog_data()
{
    QTest::addColumn<std::uint32_t>("first");
    QTest::addColumn<std::uint32_t>("end");
    QTest::newRow("within a mark's lines") << 105U << 111U;
    QTest::newRow("one line") << 4711U << 4712U;
    QTest::newRow("none") << 500U << 500U;
    QTest::newRow("across files") << 19000U << 50003U;
    QTest::newRow("the huge line") << 20000U << 20001U;
    QTest::newRow("behind the huge line") << 20001U << 20300U;
    QTest::newRow("to behind the end") << 49000U << 4000000000U;
}

void TestLineSearch::searchesPartsOfTheLog()
{
    QFETCH(std::uint32_t, first);
    QFETCH(std::uint32_t, end);
    for (const QString &pattern : {u"status=(deferred|bounced)"_s, u"[a-z]{4}=[a-z]+"_s, u"[0-9]:"_s}) {
        const LineSearch search(m_text, patternFor(pattern));
        std::vector<std::uint32_t> expected =
            found([&search](const LineSearchOptions &options) { return search.all(options); });
        std::erase_if(expected, [&](std::uint32_t line) { return line < first || line >= end; });
        QVERIFY(
            found([&](const LineSearchOptions &options) { return search.range(LineId{first}, LineId{end}, options); })
            == expected);
    }
}

void TestLineSearch::searchesSomeLines()
{
    std::vector<LineId> some;
    for (std::uint32_t i = 0; i < m_lines.size(); i += i % 100 < 50 ? 1U : 37U) {
        some.push_back(LineId{i});
    }
    for (const QString &pattern : {u"status=(deferred|bounced)"_s, u"[a-z]{4}=[a-z]+"_s}) {
        const LineSearch search(m_text, patternFor(pattern));
        std::vector<std::uint32_t> expected =
            found([&search](const LineSearchOptions &options) { return search.all(options); });
        std::erase_if(expected, [&](std::uint32_t line) { return !std::ranges::binary_search(some, LineId{line}); });
        QVERIFY(!expected.empty());
        QVERIFY(found([&](const LineSearchOptions &options) { return search.lines(some, options); }) == expected);
    }
}

void TestLineSearch::numbersEachMatch()
{
    // Each line says its own number; some are found close together, some far apart.
    LogFolder folder;
    std::string text;
    for (int i = 0; i < 40000; ++i) {
        text += std::format("Jun  1 08:00:00 mx postfix/qmgr[1]: {:X}: line {} {}\n", 0xA00000 + i, i,
                            i % 1000 < 3 || i % 97 == 0 ? "here" : std::string(static_cast<std::size_t>(i % 90), '-'));
    }
    folder.write(text);
    const auto log = std::make_shared<const LogText>(folder.load());
    const LineSearch search(log, patternFor(u"here"_s));
    const std::vector<std::uint32_t> lines =
        found([&search](const LineSearchOptions &options) { return search.all(options); });
    QVERIFY(lines.size() > 500);
    for (const std::uint32_t line : lines) {
        QVERIFY(log->line(LineId{line})->text.contains(std::format(" line {} here", line)));
    }
}

void TestLineSearch::reportsProgress()
{
    std::vector<LineSearchProgress> reports;
    LineSearchOptions options;
    options.progress = [&reports](const LineSearchProgress &progress) { reports.push_back(progress); };
    const LineSearchResult result = LineSearch(m_text, patternFor(u"[a-z]{4}=[a-z]+"_s)).all(options);
    QVERIFY(!reports.empty());
    QVERIFY(std::ranges::is_sorted(reports, {}, &LineSearchProgress::lines));
    QCOMPARE(reports.back().lines, m_lines.size());
    QCOMPARE(reports.back().linesTotal, m_lines.size());
    QCOMPARE(reports.back().matches, result.matches);
}

void TestLineSearch::stops()
{
    std::stop_source stop;
    LineSearchOptions options;
    options.stop = stop.get_token();
    std::uint64_t lines = 0;
    options.found = [&](std::span<const LineId> more) {
        lines += more.size();
        stop.request_stop();
    };
    const LineSearch search(m_text, patternFor(u"[a-z]{4}=[a-z]+"_s));
    const LineSearchResult result = search.all(options);
    QVERIFY(result.cancelled);
    QVERIFY(result.errors.empty());
    QCOMPARE(result.matches, lines);
    QVERIFY(lines > 0 && lines < found([&](const LineSearchOptions &all) { return search.all(all); }).size());

    const LineSearchResult atOnce = search.all(options);
    QVERIFY(atOnce.cancelled);
    QCOMPARE(atOnce.matches, 0U);
}

void TestLineSearch::countsLinesThatAreTooHard()
{
    LogFolder folder;
    folder.write("Jun  1 08:00:00 mx postfix/qmgr[1]: A00001: " + std::string(60, 'a')
                 + "b\n"
                   "Jun  1 08:00:00 mx postfix/qmgr[1]: A00002: aa1\n"
                   "Jun  1 08:00:00 mx postfix/qmgr[1]: A00003: a"
                 + std::string(LineMatcher::LongestLine, 'c') + "\n");
    const LineSearch search(std::make_shared<const LogText>(folder.load()), patternFor(u"(a+)+[0-9c]"_s));
    const LineSearchResult result = search.all({});
    QCOMPARE(result.matches, 1U);
    QCOMPARE(result.tooHard, 2U);
}

void TestLineSearch::searchesTheRestWhenAFileIsGone()
{
    LogFolder folder;
    const QDateTime start = logfiles::utc("2026-06-01T00:00:00Z");
    folder.write(logfiles::mailLines(start, 3000), u"mail.log.1"_s);
    folder.write(logfiles::mailLines(start.addDays(1), 1000), u"mail.log"_s);
    const LineSearch search(std::make_shared<const LogText>(folder.load()), patternFor(u"removed"_s));
    QVERIFY(QFile::resize(folder.path(u"mail.log.1"_s), 1000));
    const LineSearchResult result = search.all({});
    QCOMPARE(result.errors.size(), 1U);
    QCOMPARE(result.errors.front().code, ErrorCode::FileShrank);
    QCOMPARE(result.errors.front().subject, folder.path(u"mail.log.1"_s).toStdString());
    QCOMPARE(result.matches, 1000U);
}

void TestLineSearch::searchesAnEmptyLog()
{
    const LogFolder folder;
    const LineSearch search(std::make_shared<const LogText>(folder.load()), patternFor(u"removed"_s));
    bool reported = false;
    LineSearchOptions options;
    options.progress = [&reported](const LineSearchProgress &progress) { reported = progress.linesTotal == 0; };
    QCOMPARE(search.all(options).matches, 0U);
    QVERIFY(reported);
}

QTEST_GUILESS_MAIN(TestLineSearch)
#include "tst_linesearch.moc"
