// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/column.h"

#include <QTest>

#include <array>
#include <atomic>
#include <numeric>
#include <random>
#include <thread>
#include <vector>

using namespace limier;

class TestColumn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginsEmpty();
    void keepsWhatWasAppended();
    void appendsManyAtOnce_data();
    void appendsManyAtOnce();
    void runsTogetherGiveTheWhole_data();
    void runsTogetherGiveTheWhole();
    void copiesShareTheirBlocks();
    void copiesOutliveTheOriginal();
    void movesAndAssigns();
    void copiesNeverChange();
    void copiesAreReadWhileTheOriginalGoesOn();
};

namespace
{

using Numbers = Column<std::uint32_t>;

constexpr std::size_t BlockSize = Numbers::BlockSize;

std::vector<std::uint32_t> contents(const Numbers &column)
{
    std::vector<std::uint32_t> result;
    for (std::size_t i = 0; i < column.size(); ++i) {
        result.push_back(column[i]);
    }
    return result;
}

std::vector<std::uint32_t> counted(std::size_t count)
{
    std::vector<std::uint32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0U);
    return numbers;
}

Numbers countedColumn(std::size_t count)
{
    Numbers column;
    column.append(std::span<const std::uint32_t>(counted(count)));
    return column;
}

} // namespace

void TestColumn::beginsEmpty()
{
    const Numbers column;
    QVERIFY(column.empty());
    QCOMPARE(column.size(), 0U);
    QCOMPARE(column.bytes(), 0U);
}

void TestColumn::keepsWhatWasAppended()
{
    Numbers column;
    for (std::uint32_t i = 0; i < 3 * BlockSize + 5; ++i) {
        column.append(i);
        QCOMPARE(column.back(), i);
    }
    QVERIFY(!column.empty());
    QVERIFY(contents(column) == counted(3 * BlockSize + 5));
}

void TestColumn::appendsManyAtOnce_data()
{
    QTest::addColumn<std::size_t>("before");
    QTest::addColumn<std::size_t>("count");
    QTest::newRow("nothing") << std::size_t{7} << std::size_t{0};
    QTest::newRow("in one block") << std::size_t{7} << std::size_t{20};
    QTest::newRow("to the end of a block") << std::size_t{7} << BlockSize - 7;
    QTest::newRow("over its end") << BlockSize - 1 << std::size_t{2};
    QTest::newRow("from its end") << BlockSize << std::size_t{3};
    QTest::newRow("several blocks") << std::size_t{100} << 3 * BlockSize;
}

void TestColumn::appendsManyAtOnce()
{
    QFETCH(const std::size_t, before);
    QFETCH(const std::size_t, count);
    Numbers column = countedColumn(before);
    const std::vector<std::uint32_t> all = counted(before + count + 1);
    column.append(std::span(all).subspan(before, count));
    QCOMPARE(column.size(), before + count);
    column.append(all.back());
    QVERIFY(contents(column) == all);
}

void TestColumn::runsTogetherGiveTheWhole_data()
{
    QTest::addColumn<std::size_t>("from");
    QTest::addColumn<std::size_t>("to");
    QTest::addColumn<std::size_t>("runs");
    constexpr std::size_t Size = 3 * BlockSize + 100;
    QTest::newRow("all") << std::size_t{0} << Size << std::size_t{4};
    QTest::newRow("beyond the end") << std::size_t{0} << 2 * Size << std::size_t{4};
    QTest::newRow("in one block") << std::size_t{10} << std::size_t{20} << std::size_t{1};
    QTest::newRow("one block") << BlockSize << 2 * BlockSize << std::size_t{1};
    QTest::newRow("over an end") << BlockSize - 1 << BlockSize + 1 << std::size_t{2};
    QTest::newRow("none") << std::size_t{10} << std::size_t{10} << std::size_t{0};
    QTest::newRow("backwards") << std::size_t{10} << std::size_t{5} << std::size_t{0};
    QTest::newRow("behind the end") << Size << Size + 5 << std::size_t{0};
}

void TestColumn::runsTogetherGiveTheWhole()
{
    QFETCH(const std::size_t, from);
    QFETCH(const std::size_t, to);
    QFETCH(const std::size_t, runs);
    const Numbers column = countedColumn(3 * BlockSize + 100);
    std::vector<std::uint32_t> got;
    std::size_t count = 0;
    for (std::span<const std::uint32_t> run = column.run(from, to); !run.empty();
         run = column.run(from + got.size(), to)) {
        got.insert(got.end(), run.begin(), run.end());
        ++count;
    }
    QCOMPARE(count, runs);
    const std::vector<std::uint32_t> all = contents(column);
    const std::size_t end = std::max(std::min(to, all.size()), std::min(from, all.size()));
    const std::vector<std::uint32_t> expected(all.begin() + static_cast<std::ptrdiff_t>(std::min(from, all.size())),
                                              all.begin() + static_cast<std::ptrdiff_t>(end));
    QVERIFY(got == expected);
}

void TestColumn::copiesShareTheirBlocks()
{
    Numbers column = countedColumn(2 * BlockSize);
    const Numbers copy = column;
    QCOMPARE(&copy[0], &column[0]);
    QCOMPARE(&copy[BlockSize], &column[BlockSize]);
    // An edit makes a copy of its own block only, and that once.
    column.edit(5) = 1000;
    QVERIFY(&copy[0] != &column[0]);
    QCOMPARE(&copy[BlockSize], &column[BlockSize]);
    const std::uint32_t *const own = &column[0];
    column.edit(6) = 1001;
    QCOMPARE(&column[0], own);
    QCOMPARE(copy[5], 5U);
    QCOMPARE(column[5], 1000U);
}

void TestColumn::copiesOutliveTheOriginal()
{
    Numbers copy;
    {
        Numbers column = countedColumn(2 * BlockSize + 1);
        copy = column;
        column.edit(0) = 77;
    }
    QVERIFY(contents(copy) == counted(2 * BlockSize + 1));
    // It is the only one now: no need to copy a block.
    const std::uint32_t *const first = &copy[BlockSize];
    copy.edit(BlockSize) = 3;
    QCOMPARE(&copy[BlockSize], first);
}

void TestColumn::movesAndAssigns()
{
    Numbers column = countedColumn(BlockSize + 1);
    const Numbers copy = column;
    Numbers moved = std::move(column);
    QVERIFY(contents(moved) == contents(copy));
    Numbers other = countedColumn(3);
    other = moved;
    moved = countedColumn(2);
    QVERIFY(contents(other) == contents(copy));
    QVERIFY(contents(moved) == counted(2));
    const Numbers &same = other;
    other = same;
    QVERIFY(contents(other) == contents(copy));
}

void TestColumn::copiesNeverChange()
{
    std::mt19937 random(1);
    Numbers column;
    std::vector<std::uint32_t> model;
    std::vector<std::pair<Numbers, std::vector<std::uint32_t>>> copies;
    for (int round = 0; round < 40; ++round) {
        const std::vector<std::uint32_t> more = counted(random() % (BlockSize * 3 / 4));
        column.append(std::span(more));
        model.insert(model.end(), more.begin(), more.end());
        column.append(std::uint32_t{9});
        model.push_back(9);
        for (int edits = 0; edits < 20; ++edits) {
            const std::size_t at = random() % model.size();
            model[at] = static_cast<std::uint32_t>(random());
            column.edit(at) = model[at];
        }
        if (round % 3 == 0) {
            copies.emplace_back(column, model);
        }
        if (round % 10 == 9) {
            copies.erase(copies.begin() + static_cast<std::ptrdiff_t>(random() % copies.size()));
        }
    }
    QCOMPARE_GT(model.size(), 10 * BlockSize);
    QVERIFY(contents(column) == model);
    QCOMPARE(copies.size(), 10U);
    for (const auto &[copy, expected] : copies) {
        QVERIFY(contents(copy) == expected);
    }
}

void TestColumn::copiesAreReadWhileTheOriginalGoesOn()
{
    constexpr std::size_t Size = 4 * BlockSize + 123; // the last block is shared while it is filled
    constexpr int Readers = 3;
    Numbers column = countedColumn(Size);
    const std::vector<std::uint32_t> expected = contents(column);
    std::atomic<int> wrong = 0;
    std::atomic<int> passes = 0;
    std::size_t appended = 0;
    {
        std::vector<std::jthread> readers;
        for (int i = 0; i < Readers; ++i) {
            readers.emplace_back([copy = column, &expected, &wrong, &passes](const std::stop_token &stop) {
                do {
                    wrong += contents(copy) == expected ? 0 : 1;
                    ++passes;
                } while (!stop.stop_requested());
            });
        }
        // On a busy machine the readers may be done before this thread begins.
        do {
            column.edit(appended * 7919 % Size) = 1;
            column.append(static_cast<std::uint32_t>(appended));
            ++appended;
        } while (passes < 5 * Readers);
    }
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(column.size(), Size + appended);
    QCOMPARE(column.back(), static_cast<std::uint32_t>(appended - 1));
    QCOMPARE(column[0], 1U);
}

QTEST_GUILESS_MAIN(TestColumn)
#include "tst_column.moc"
