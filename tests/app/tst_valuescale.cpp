// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/valuescale.h"

#include <QTest>

#include <limits>

using namespace limier;

class TestValueScale : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void marksRoundValues_data();
    void marksRoundValues();
    void endsAboveTheLargest_data();
    void endsAboveTheLargest();
};

void TestValueScale::marksRoundValues_data()
{
    QTest::addColumn<quint64>("largest");
    QTest::addColumn<int>("most");
    QTest::addColumn<QList<quint64>>("expected");

    QTest::newRow("nothing") << quint64{0} << 4 << QList<quint64>{0, 1};
    QTest::newRow("one") << quint64{1} << 4 << QList<quint64>{0, 1};
    QTest::newRow("never parts of one") << quint64{3} << 8 << QList<quint64>{0, 1, 2, 3};
    QTest::newRow("tens") << quint64{47} << 5 << QList<quint64>{0, 10, 20, 30, 40};
    QTest::newRow("fifties") << quint64{188} << 4 << QList<quint64>{0, 50, 100, 150};
    QTest::newRow("little room") << quint64{188} << 1 << QList<quint64>{0, 100};
    QTest::newRow("no room") << quint64{7} << 0 << QList<quint64>{0, 5};
    QTest::newRow("many") << quint64{1'234'567} << 3 << QList<quint64>{0, 500'000, 1'000'000};
}

void TestValueScale::marksRoundValues()
{
    QFETCH(quint64, largest);
    QFETCH(int, most);
    QFETCH(QList<quint64>, expected);

    const ValueScale scale = makeValueScale(largest, static_cast<std::size_t>(most));
    QCOMPARE(QList<quint64>(scale.ticks.begin(), scale.ticks.end()), expected);
}

void TestValueScale::endsAboveTheLargest_data()
{
    QTest::addColumn<quint64>("largest");

    QTest::newRow("small") << quint64{1};
    QTest::newRow("usual") << quint64{4812};
    QTest::newRow("beyond reason") << std::numeric_limits<quint64>::max() / 200;
}

void TestValueScale::endsAboveTheLargest()
{
    QFETCH(quint64, largest);

    const ValueScale scale = makeValueScale(largest, 5);
    QVERIFY(scale.top >= largest);
    QVERIFY(scale.top <= largest + largest / 10 + 1);
    QVERIFY(scale.ticks.size() >= 2);
    QVERIFY(scale.ticks.back() <= scale.top);
}

QTEST_GUILESS_MAIN(TestValueScale)
#include "tst_valuescale.moc"
