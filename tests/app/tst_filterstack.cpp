// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/filterstack.h"

#include <QSignalSpy>
#include <QTest>

using namespace limier;

class TestFilterStack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginsEmpty();
    void addsAndRemoves();
    void sameTermTwiceIsOne();
    void withoutReplacesOnly();
    void goesBackAndForward();
    void changeForgetsWhatLayAhead();
    void draggedRangeIsOneStep();
    void severalTermsAreOneStep();
    void eachDragIsAStep();
    void sameRangeIsNoStep();
    void resetForgets();
};

namespace
{

const FilterTerm Ann{FilterField::User, false, "ann"};
const FilterTerm Bob{FilterField::User, false, "bob"};

} // namespace

void TestFilterStack::beginsEmpty()
{
    FilterStack stack;
    QVERIFY(stack.current().isEmpty());
    QVERIFY(!stack.canGoBack());
    QVERIFY(!stack.canGoForward());
}

void TestFilterStack::addsAndRemoves()
{
    FilterStack stack;
    const QSignalSpy changes(&stack, &FilterStack::changed);
    stack.add(Ann);
    stack.add(Bob);
    QCOMPARE(stack.current().terms, (std::vector{Ann, Bob}));
    stack.remove(Ann);
    QCOMPARE(stack.current().terms, std::vector{Bob});
    QCOMPARE(changes.size(), 3);
}

void TestFilterStack::sameTermTwiceIsOne()
{
    FilterStack stack;
    stack.add(Ann);
    const QSignalSpy changes(&stack, &FilterStack::changed);
    stack.add(Ann);
    QCOMPARE(stack.current().terms.size(), 1U);
    QCOMPARE(changes.size(), 0);
}

void TestFilterStack::withoutReplacesOnly()
{
    FilterStack stack;
    stack.add(Ann);
    stack.add({FilterField::User, true, "ann"});
    QCOMPARE(stack.current().terms.size(), 1U);
    QVERIFY(stack.current().terms.front().isExcluded);
}

void TestFilterStack::goesBackAndForward()
{
    FilterStack stack;
    stack.add(Ann);
    stack.add(Bob);
    stack.goBack();
    QCOMPARE(stack.current().terms, std::vector{Ann});
    stack.goBack();
    QVERIFY(stack.current().isEmpty());
    stack.goBack(); // there is nothing before
    QVERIFY(stack.current().isEmpty());
    stack.goForward();
    stack.goForward();
    stack.goForward();
    QCOMPARE(stack.current().terms.size(), 2U);
    QVERIFY(!stack.canGoForward());
}

void TestFilterStack::changeForgetsWhatLayAhead()
{
    FilterStack stack;
    stack.add(Ann);
    stack.goBack();
    stack.add(Bob);
    QVERIFY(!stack.canGoForward());
    QCOMPARE(stack.current().terms, std::vector{Bob});
}

void TestFilterStack::draggedRangeIsOneStep()
{
    FilterStack stack;
    stack.add(Ann);
    for (Stamp since = 100; since < 200; ++since) {
        stack.setRange({since, 500});
    }
    QCOMPARE(stack.current().range, (TimeRange{199, 500}));
    stack.goBack();
    QVERIFY(stack.current().hasWholeRange());
    QCOMPARE(stack.current().terms, std::vector{Ann});
}

void TestFilterStack::severalTermsAreOneStep()
{
    FilterStack stack;
    stack.add(std::vector{Ann, Bob});
    QCOMPARE(stack.current().terms.size(), 2U);
    stack.goBack();
    QVERIFY(stack.current().isEmpty());
}

void TestFilterStack::eachDragIsAStep()
{
    FilterStack stack;
    stack.setRange({100, 500});
    stack.setRange({110, 500});
    stack.endRangeStep();
    stack.setRange({120, 400});
    stack.goBack();
    QCOMPARE(stack.current().range, (TimeRange{110, 500}));
    stack.goBack();
    QVERIFY(stack.current().isEmpty());
}

void TestFilterStack::sameRangeIsNoStep()
{
    FilterStack stack;
    stack.setRange({100, 500});
    stack.add(Ann);
    stack.setRange({100, 500});
    stack.setRange({200, 500});
    stack.goBack();
    QCOMPARE(stack.current().terms, std::vector{Ann});
    QCOMPARE(stack.current().range, (TimeRange{100, 500}));
}

void TestFilterStack::resetForgets()
{
    FilterStack stack;
    stack.add(Ann);
    stack.reset();
    QVERIFY(stack.current().isEmpty());
    QVERIFY(!stack.canGoBack());
}

QTEST_GUILESS_MAIN(TestFilterStack)
#include "tst_filterstack.moc"
