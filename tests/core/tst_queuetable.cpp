// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/queuetable.h"

#include <QTest>

#include <map>
#include <random>
#include <utility>

using namespace limier;

class TestQueueTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsNothingAtFirst();
    void tellsHostsApart();
    void takesTheLastMessage();
    void erasesOnlyTheMessageItIsAskedTo();
    void agreesWithAMap_data();
    void agreesWithAMap();
};

namespace
{

constexpr QueueId Short{0xA1B2C3};
const QueueId Long = QueueId::atPlace(0);

} // namespace

void TestQueueTable::knowsNothingAtFirst()
{
    QueueTable table;
    QCOMPARE(table.find(Short, 0), None<MessageId>);
    QCOMPARE(table.find(Long, 0), None<MessageId>);
    table.erase(Short, 0, None<MessageId>);
    QCOMPARE(table.find(Short, 0), None<MessageId>);
}

void TestQueueTable::tellsHostsApart()
{
    QueueTable table;
    table.set(Short, 0, MessageId{1});
    table.set(Short, 1, MessageId{2});
    table.set(Long, 0, MessageId{3});
    QCOMPARE(table.find(Short, 0), MessageId{1});
    QCOMPARE(table.find(Short, 1), MessageId{2});
    QCOMPARE(table.find(Short, 2), None<MessageId>);
    QCOMPARE(table.find(Long, 0), MessageId{3});
    table.erase(Short, 0, MessageId{1});
    QCOMPARE(table.find(Short, 0), None<MessageId>);
    QCOMPARE(table.find(Short, 1), MessageId{2});
}

void TestQueueTable::takesTheLastMessage()
{
    QueueTable table;
    table.set(Short, 0, MessageId{1});
    table.set(Short, 0, MessageId{9});
    QCOMPARE(table.find(Short, 0), MessageId{9});
    table.erase(Short, 0, MessageId{9});
    QCOMPARE(table.find(Short, 0), None<MessageId>);
}

void TestQueueTable::erasesOnlyTheMessageItIsAskedTo()
{
    QueueTable table;
    table.set(Short, 0, MessageId{1});
    table.set(Short, 0, MessageId{2});
    table.erase(Short, 0, MessageId{1});
    QCOMPARE(table.find(Short, 0), MessageId{2});
    table.erase(Short, 1, MessageId{2});
    table.erase(Long, 0, MessageId{2});
    QCOMPARE(table.find(Short, 0), MessageId{2});
}

void TestQueueTable::agreesWithAMap_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<unsigned>("ids");
    QTest::addColumn<unsigned>("erasing"); ///< of ten operations
    QTest::newRow("few IDs, often erased") << 1U << 50U << 5U;
    QTest::newRow("some IDs") << 2U << 3000U << 3U;
    QTest::newRow("grows") << 3U << 100000U << 1U;
    QTest::newRow("grows and stays") << 4U << 100000U << 4U;
}

void TestQueueTable::agreesWithAMap()
{
    QFETCH(const unsigned, seed);
    QFETCH(const unsigned, ids);
    QFETCH(const unsigned, erasing);
    using Key = std::pair<std::uint64_t, std::uint16_t>;
    std::mt19937 random(seed);
    QueueTable table;
    std::map<Key, MessageId> model;
    const auto known = [&model](const Key &key) {
        const auto at = model.find(key);
        return at == model.end() ? None<MessageId> : at->second;
    };
    for (std::uint32_t i = 0; i < 200000; ++i) {
        const std::uint64_t number = random() % ids;
        const QueueId id =
            number % 3 == 0 ? QueueId::atPlace(static_cast<std::uint32_t>(number)) : QueueId{0xA00000 + number * 16};
        const Key key{id.value, static_cast<std::uint16_t>(random() % 3)};
        if (random() % 10 >= erasing) {
            table.set(id, key.second, MessageId{i});
            model[key] = MessageId{i};
        } else {
            // Often the right message, now and then one of the past.
            const MessageId message = random() % 4 == 0 ? MessageId{i / 2} : known(key);
            table.erase(id, key.second, message);
            if (known(key) == message) {
                model.erase(key);
            }
        }
        QCOMPARE(table.find(id, key.second), known(key));
        if (i % 20000 == 0) {
            for (const auto &[each, message] : model) {
                QCOMPARE(table.find(QueueId{each.first}, each.second), message);
            }
        }
    }
    for (const auto &[each, message] : model) {
        QCOMPARE(table.find(QueueId{each.first}, each.second), message);
        table.erase(QueueId{each.first}, each.second, message);
    }
    for (const auto &[each, message] : model) {
        QCOMPARE(table.find(QueueId{each.first}, each.second), None<MessageId>);
    }
}

QTEST_GUILESS_MAIN(TestQueueTable)
#include "tst_queuetable.moc"
