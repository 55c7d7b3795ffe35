// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/linelist.h"
#include "logview/linematches.h"

#include <QTest>

using namespace limier;

class TestLineList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsAllLines();
    void holdsSomeLines_data();
    void holdsSomeLines();
    void goesFromMatchToMatch();
};

namespace
{

std::vector<LineId> ids(std::initializer_list<std::uint32_t> numbers)
{
    std::vector<LineId> result;
    for (const std::uint32_t number : numbers) {
        result.push_back(static_cast<LineId>(number));
    }
    return result;
}

} // namespace

void TestLineList::holdsAllLines()
{
    const LineList most = LineList::all(NoPlace);
    QVERIFY(most.isAll());
    QCOMPARE(most.size(), std::size_t{NoPlace});
    QCOMPARE(most.at(NoPlace - 1), static_cast<LineId>(NoPlace - 1));
    QCOMPARE(most.lowerRow(LineId{77}), std::size_t{77});
    QVERIFY(!LineList::all(77).contains(LineId{77}));
    QCOMPARE(LineList::all(3).ids(1), ids({1, 2}));
    QVERIFY(LineList().empty());
}

void TestLineList::holdsSomeLines_data()
{
    QTest::addColumn<bool>("isColumn");
    QTest::newRow("list") << false;
    QTest::newRow("column of the index") << true;
}

void TestLineList::holdsSomeLines()
{
    QFETCH(bool, isColumn);
    const std::vector<LineId> some = ids({2, 5, 9});
    Column<LineId> column;
    column.append(std::span(some));
    const LineList list = isColumn ? LineList(column) : LineList(some);
    QCOMPARE(list.size(), std::size_t{3});
    QVERIFY(!list.isAll());
    QCOMPARE(list.lowerRow(LineId{0}), std::size_t{0});
    QCOMPARE(list.lowerRow(LineId{5}), std::size_t{1});
    QCOMPARE(list.lowerRow(LineId{6}), std::size_t{2});
    QCOMPARE(list.lowerRow(LineId{10}), std::size_t{3});
    QVERIFY(list.contains(LineId{9}) && !list.contains(LineId{3}) && !list.contains(LineId{10}));
    QCOMPARE(list.ids(), some);
}

void TestLineList::goesFromMatchToMatch()
{
    LineMatches matches;
    QVERIFY(!matches.next(LineId{0}) && !matches.previous(LineId{0}));
    matches.append(ids({3, 8}));
    matches.append(ids({20}));
    QCOMPARE(matches.count(), std::size_t{3});
    QCOMPARE(matches.next(LineId{0}), LineId{3});
    QCOMPARE(matches.next(LineId{3}), LineId{8});
    QCOMPARE(matches.next(LineId{20}), LineId{3});
    QCOMPARE(matches.previous(LineId{20}), LineId{8});
    QCOMPARE(matches.previous(LineId{3}), LineId{20});
    QCOMPARE(matches.number(LineId{8}), std::size_t{2});
    QCOMPARE(matches.number(LineId{9}), std::size_t{0});
    QVERIFY(matches.hasBetween(LineId{8}, LineId{9}) && !matches.hasBetween(LineId{9}, LineId{20}));
}

QTEST_APPLESS_MAIN(TestLineList)
#include "tst_linelist.moc"
