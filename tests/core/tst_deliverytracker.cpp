// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/deliverytracker.h"

#include <QTest>

#include <map>
#include <random>
#include <tuple>
#include <vector>

using namespace limier;

class TestDeliveryTracker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsOneRecordForEachRecipient_data();
    void keepsOneRecordForEachRecipient();
    void tellsExpandedRecipientsApart();
    void tellsMessagesApart();
    void agreesWithAMap_data();
    void agreesWithAMap();
    void visitsEachDeliveryOfAMessage();
};

namespace
{

RecipientKey to(std::uint32_t address, std::uint32_t original = NoPlace)
{
    return {AddressId{address}, AddressId{original}};
}

} // namespace

void TestDeliveryTracker::keepsOneRecordForEachRecipient_data()
{
    QTest::addColumn<std::uint32_t>("recipients");
    // The way of looking a recipient up changes at 24.
    for (const std::uint32_t count : {1U, 2U, 23U, 24U, 25U, 26U, 48U, 49U, 3000U}) {
        QTest::addRow("%u", count) << count;
    }
}

void TestDeliveryTracker::keepsOneRecordForEachRecipient()
{
    QFETCH(const std::uint32_t, recipients);
    DeliveryTracker tracker;
    Message message;
    for (int attempt = 0; attempt < 3; ++attempt) {
        for (std::uint32_t i = 0; i < recipients; ++i) {
            bool isNew = false;
            const DeliveryId id = tracker.findOrAppend(MessageId{0}, message, to(i), isNew);
            QCOMPARE(isNew, attempt == 0);
            QCOMPARE(id, DeliveryId{i});
            QCOMPARE(tracker.deliveries()[i].recipient, AddressId{i});
        }
    }
    QCOMPARE(tracker.deliveries().size(), static_cast<std::size_t>(recipients));
}

void TestDeliveryTracker::tellsExpandedRecipientsApart()
{
    DeliveryTracker tracker;
    Message message;
    bool isNew = false;
    const DeliveryId plain = tracker.findOrAppend(MessageId{0}, message, to(1), isNew);
    const DeliveryId expanded = tracker.findOrAppend(MessageId{0}, message, to(1, 2), isNew);
    const DeliveryId other = tracker.findOrAppend(MessageId{0}, message, to(1, 3), isNew);
    QVERIFY(plain != expanded && expanded != other && plain != other);
    QCOMPARE(tracker.findOrAppend(MessageId{0}, message, to(1, 2), isNew), expanded);
    QVERIFY(!isNew);
    QCOMPARE(tracker.originalRecipients().size(), 2U);
    QCOMPARE(tracker.originalRecipients()[0].delivery, expanded);
    QCOMPARE(tracker.originalRecipients()[0].address, AddressId{2});
}

void TestDeliveryTracker::tellsMessagesApart()
{
    DeliveryTracker tracker;
    Message first;
    Message second;
    bool isNew = false;
    for (std::uint32_t i = 0; i < 40; ++i) {
        QVERIFY(isSet(tracker.findOrAppend(MessageId{0}, first, to(i), isNew)));
        QVERIFY(isNew);
        QVERIFY(isSet(tracker.findOrAppend(MessageId{1}, second, to(i), isNew)));
        QVERIFY(isNew);
    }
    QCOMPARE(tracker.findOrAppend(MessageId{1}, second, to(3), isNew), DeliveryId{7});
    QCOMPARE(tracker.deliveries()[7].message, MessageId{1});
}

void TestDeliveryTracker::agreesWithAMap_data()
{
    QTest::addColumn<unsigned>("messages");
    QTest::addColumn<unsigned>("addresses");
    QTest::newRow("one message, many recipients") << 1U << 5000U;
    QTest::newRow("few recipients") << 2000U << 10U;
    QTest::newRow("around the change") << 300U << 30U;
}

void TestDeliveryTracker::agreesWithAMap()
{
    QFETCH(const unsigned, messages);
    QFETCH(const unsigned, addresses);
    std::mt19937 random(messages);
    DeliveryTracker tracker;
    std::vector<Message> records(messages);
    std::map<std::tuple<unsigned, unsigned, unsigned>, DeliveryId> model;
    for (int i = 0; i < 50000; ++i) {
        const unsigned message = static_cast<unsigned>(random()) % messages;
        const unsigned address = static_cast<unsigned>(random()) % addresses;
        const unsigned original = random() % 3 == 0 ? static_cast<unsigned>(random()) % 3 : NoPlace;
        const auto next = static_cast<DeliveryId>(tracker.deliveries().size());
        const auto [known, fresh] = model.try_emplace({message, address, original}, next);
        bool isNew = false;
        QCOMPARE(tracker.findOrAppend(MessageId{message}, records[message], to(address, original), isNew),
                 known->second);
        QCOMPARE(isNew, fresh);
    }
    QCOMPARE(tracker.deliveries().size(), model.size());
}

void TestDeliveryTracker::visitsEachDeliveryOfAMessage()
{
    DeliveryTracker tracker;
    Message message;
    Message other;
    bool isNew = false;
    for (std::uint32_t i = 0; i < 60; ++i) {
        QVERIFY(isSet(tracker.findOrAppend(MessageId{0}, message, to(i), isNew)));
    }
    QVERIFY(isSet(tracker.findOrAppend(MessageId{1}, other, to(0), isNew)));
    const Column<Delivery> before = tracker.deliveries();
    int visited = 0;
    tracker.forEach(message, [&visited](Delivery &delivery) {
        delivery.status = Status::Expired;
        ++visited;
    });
    QCOMPARE(visited, 60);
    QCOMPARE(tracker.deliveries()[59].status, Status::Expired);
    QCOMPARE(tracker.deliveries()[60].status, Status::Sent);
    QCOMPARE(before[59].status, Status::Sent);
    tracker.forEach(Message(), [](Delivery &) { QFAIL("a message without deliveries has one"); });
}

QTEST_GUILESS_MAIN(TestDeliveryTracker)
#include "tst_deliverytracker.moc"
