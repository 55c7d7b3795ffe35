// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/overlapfilter.h"

#include "core/logfolder.h"

#include <QTest>

#include <algorithm>
#include <format>
#include <string>
#include <vector>

using namespace limier;

/// A filter is told of files whose lines are numbered by their seconds.
class TestOverlapFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void blanksWhatTheEarlierFileHad();
    void keepsFilesThatDoNotOverlap();
    void keepsOtherHostsLines();
    void keepsFilesThatBeginWithSomethingElse();
    void takesACutFirstLineForNothing();
    void blanksAFileOfOneLine();
    void blanksALineAsOftenAsItCame();
    void takesLineEndsForNothing();
    void looksNoFurtherThanItRemembers();
    void blanksInEachOfSeveralCopies();
    void remembersManyLines();
    void remembersALineThatCameVeryOften();
};

namespace
{

std::string line(int second)
{
    return std::format("Jun  1 {:02}:{:02}:{:02} mx postfix/qmgr[1]: {:X}: removed\n", second / 3600, second / 60 % 60,
                       second % 60, 0xA00000 + second);
}

std::string lines(int from, int to)
{
    std::string text;
    for (int second = from; second < to; ++second) {
        text += line(second);
    }
    return text;
}

/// The same with all lines blank.
std::string blanked(std::string_view text)
{
    std::string result(text);
    std::ranges::replace_if(result, [](char c) { return c != '\n'; }, '\r');
    return result;
}

InputFile fileFrom(UtcSeconds first, const std::string &host = "mx")
{
    InputFile file;
    file.firstTime = first;
    file.host = host;
    return file;
}

/// What becomes of @p text in the filter, whose next file it is.
std::string passed(OverlapFilter &filter, std::size_t number, std::string text, Stamp last,
                   std::uint32_t expectedBlanks)
{
    filter.beginFile(number);
    const std::uint32_t blanks = filter.blankKnown(text, 0);
    filter.remember(text, last);
    return blanks == expectedBlanks ? text : std::format("{} blanks in {}", blanks, text);
}

} // namespace

void TestOverlapFilter::blanksWhatTheEarlierFileHad()
{
    OverlapFilter filter(std::vector{fileFrom(0), fileFrom(10)});
    QCOMPARE(passed(filter, 0, lines(0, 20), 19, 0), lines(0, 20));
    QCOMPARE(passed(filter, 1, lines(10, 30), 29, 10), blanked(lines(10, 20)) + lines(20, 30));
}

void TestOverlapFilter::keepsFilesThatDoNotOverlap()
{
    // The times say that the second file begins behind the first one, so its lines cannot be those.
    OverlapFilter filter(std::vector{fileFrom(0), fileFrom(20)});
    QCOMPARE(passed(filter, 0, lines(0, 20), 19, 0), lines(0, 20));
    QCOMPARE(passed(filter, 1, lines(0, 20), 39, 0), lines(0, 20));
}

void TestOverlapFilter::keepsOtherHostsLines()
{
    OverlapFilter filter(std::vector{fileFrom(0), fileFrom(5, "other")});
    QCOMPARE(passed(filter, 0, lines(0, 20), 19, 0), lines(0, 20));
    QCOMPARE(passed(filter, 1, lines(5, 20), 19, 0), lines(5, 20));
}

void TestOverlapFilter::keepsFilesThatBeginWithSomethingElse()
{
    OverlapFilter filter(std::vector{fileFrom(0), fileFrom(10)});
    QCOMPARE(passed(filter, 0, lines(0, 20), 19, 0), lines(0, 20));
    const std::string text = lines(18, 30);
    QCOMPARE(passed(filter, 1, text, 29, 0), text);
}

void TestOverlapFilter::takesACutFirstLineForNothing()
{
    OverlapFilter filter(std::vector{fileFrom(0), fileFrom(10)});
    QCOMPARE(passed(filter, 0, lines(0, 20), 19, 0), lines(0, 20));
    const std::string cut = line(9).substr(20);
    QCOMPARE(passed(filter, 1, cut + lines(10, 25), 24, 10), cut + blanked(lines(10, 20)) + lines(20, 25));
}

void TestOverlapFilter::blanksAFileOfOneLine()
{
    OverlapFilter filter(std::vector{fileFrom(0), fileFrom(10)});
    QCOMPARE(passed(filter, 0, lines(0, 20), 19, 0), lines(0, 20));
    QCOMPARE(passed(filter, 1, line(10), 10, 1), blanked(line(10)));
}

void TestOverlapFilter::blanksALineAsOftenAsItCame()
{
    OverlapFilter filter(std::vector{fileFrom(0), fileFrom(0)});
    const std::string twice = lines(0, 3) + line(3) + line(3);
    QCOMPARE(passed(filter, 0, twice, 3, 0), twice);
    QCOMPARE(passed(filter, 1, twice + line(3), 3, 5), blanked(twice) + line(3));
}

void TestOverlapFilter::takesLineEndsForNothing()
{
    OverlapFilter filter(std::vector{fileFrom(0), fileFrom(0)});
    std::string windows;
    for (const std::string &one : splitLines(lines(0, 5))) {
        windows += one + "\r\n";
    }
    QCOMPARE(passed(filter, 0, windows + "\r\n\n", 4, 0), windows + "\r\n\n");
    QCOMPARE(passed(filter, 1, lines(0, 5) + "\n", 4, 5), blanked(lines(0, 5)) + "\n");
}

void TestOverlapFilter::looksNoFurtherThanItRemembers()
{
    OverlapFilter filter(std::vector{fileFrom(0), fileFrom(10)});
    QCOMPARE(passed(filter, 0, lines(0, 20), 19, 0), lines(0, 20));
    filter.beginFile(1);
    std::string first = lines(10, 15);
    QCOMPARE(filter.blankKnown(first, 0), 5U);
    std::string inside = line(15);
    QCOMPARE(filter.blankKnown(inside, 19), 1U);
    std::string behind = line(16);
    QCOMPARE(filter.blankKnown(behind, 20), 0U);
    QCOMPARE(behind, line(16));
}

void TestOverlapFilter::blanksInEachOfSeveralCopies()
{
    OverlapFilter filter(std::vector{fileFrom(0), fileFrom(5), fileFrom(5), fileFrom(6)});
    QCOMPARE(passed(filter, 0, lines(0, 20), 19, 0), lines(0, 20));
    QCOMPARE(passed(filter, 1, lines(5, 30), 29, 15), blanked(lines(5, 20)) + lines(20, 30));
    QCOMPARE(passed(filter, 2, lines(5, 40), 39, 25), blanked(lines(5, 30)) + lines(30, 40));
    QCOMPARE(passed(filter, 3, lines(6, 35), 34, 29), blanked(lines(6, 35)));
}

void TestOverlapFilter::remembersManyLines()
{
    constexpr int Count = 80000;
    OverlapFilter filter(std::vector{fileFrom(0), fileFrom(0)});
    filter.beginFile(0);
    for (int from = 0; from < Count; from += 1000) {
        filter.remember(lines(from, from + 1000), static_cast<Stamp>(from + 999));
    }
    filter.beginFile(1);
    for (int from = 0; from < Count; from += 1000) {
        std::string text = lines(from, from + 1000) + line(Count + from);
        QCOMPARE(filter.blankKnown(text, 0), 1000U);
        QVERIFY(text == blanked(lines(from, from + 1000)) + line(Count + from));
    }
}

void TestOverlapFilter::remembersALineThatCameVeryOften()
{
    // A search from one copy to the next would take minutes.
    constexpr int Count = 300000;
    std::string same;
    for (int i = 0; i < Count; ++i) {
        same += line(5);
    }
    OverlapFilter filter(std::vector{fileFrom(0), fileFrom(5), fileFrom(5)});
    QVERIFY(passed(filter, 0, lines(0, 5) + same, 5, 0) == lines(0, 5) + same);
    for (const std::size_t later : {1U, 2U}) {
        QVERIFY(passed(filter, later, same + lines(5, 7), 6, Count + (later == 1 ? 0U : 2U))
                == blanked(same) + (later == 1 ? lines(5, 7) : blanked(lines(5, 7))));
    }
}

QTEST_GUILESS_MAIN(TestOverlapFilter)
#include "tst_overlapfilter.moc"
