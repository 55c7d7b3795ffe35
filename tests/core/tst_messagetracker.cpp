// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/messagetracker.h"

#include <QTest>

using namespace limier;

class TestMessageTracker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatItBegan();
    void beginsANewLife();
    void forgetsWhatWasRemoved();
    void keepsTheNewLifeOfAForgottenId();
    void keepsEverythingWhenAsked();
    void knowsWhatIsOver();
    void notesFirstAndLast();
    void joinsHops_data();
    void joinsHops();
    void joinsNoLoops();
    void joinsNoEndlessChains();
    void letsFewWaitForOneId();
    void joinsOnlyOnce();
    void letsDeliveriesWait_data();
    void letsDeliveriesWait();
    void findsPipedCopies();
};

namespace
{

constexpr QueueId A{0xAAAAAA1};
constexpr QueueId B{0xAAAAAA2};
constexpr QueueId C{0xAAAAAA3};

LineContext at(Stamp time, std::uint32_t line = 0, std::uint16_t node = 0)
{
    return {time, LineId{line}, node};
}

} // namespace

void TestMessageTracker::findsWhatItBegan()
{
    MessageTracker tracker;
    QCOMPARE(tracker.find(A, 0), None<MessageId>);
    const MessageId first = tracker.findOrBegin(A, at(1000));
    QCOMPARE(tracker.findOrBegin(A, at(1001)), first);
    QCOMPARE(tracker.find(A, 0), first);
    QCOMPARE(tracker.find(A, 1), None<MessageId>);
    const MessageId otherHost = tracker.findOrBegin(A, at(1002, 0, 1));
    QVERIFY(otherHost != first);
    QCOMPARE(tracker.message(otherHost).node, std::uint16_t{1});
    QCOMPARE(tracker.messages().size(), 2U);
    QCOMPARE(tracker.message(first).origin, first);
}

void TestMessageTracker::beginsANewLife()
{
    MessageTracker tracker;
    const MessageId first = tracker.beginNew(A, at(1000));
    const MessageId second = tracker.beginNew(A, at(2000));
    QVERIFY(tracker.message(first).has(Message::Superseded));
    tracker.close(second, Message::Removed, at(2001));
    const MessageId third = tracker.beginNew(A, at(3000));
    // A message that was seen to end was not cut off.
    QVERIFY(!tracker.message(second).has(Message::Superseded));
    QCOMPARE(tracker.find(A, 0), third);
    QCOMPARE(tracker.messages().size(), 3U);
}

void TestMessageTracker::forgetsWhatWasRemoved()
{
    MessageTracker tracker;
    const MessageId first = tracker.findOrBegin(A, at(1000));
    tracker.close(first, Message::Removed, at(1000));
    // Lines that come late still find it.
    const MessageId other = tracker.findOrBegin(B, at(1120));
    QCOMPARE(tracker.find(A, 0), first);
    const MessageId third = tracker.findOrBegin(C, at(1121));
    QCOMPARE(tracker.find(A, 0), None<MessageId>);
    QCOMPARE(tracker.find(B, 0), other);
    QCOMPARE(tracker.find(C, 0), third);
}

void TestMessageTracker::keepsTheNewLifeOfAForgottenId()
{
    MessageTracker tracker;
    const MessageId first = tracker.findOrBegin(A, at(1000));
    tracker.close(first, Message::Removed, at(1000));
    const MessageId second = tracker.beginNew(A, at(1001));
    const MessageId third = tracker.findOrBegin(B, at(5000));
    QCOMPARE(tracker.find(A, 0), second);
    QVERIFY(third != second);
}

void TestMessageTracker::keepsEverythingWhenAsked()
{
    MessageTracker tracker;
    tracker.keepClosed();
    const MessageId first = tracker.findOrBegin(A, at(1000));
    tracker.close(first, Message::Removed, at(1000));
    QVERIFY(isSet(tracker.findOrBegin(B, at(90000))));
    QCOMPARE(tracker.find(A, 0), first);
}

void TestMessageTracker::knowsWhatIsOver()
{
    MessageTracker tracker;
    const MessageId id = tracker.findOrBegin(A, at(1000));
    QVERIFY(!tracker.isOver(id, 100000));
    tracker.edit(id).flags |= Message::OnHold;
    tracker.close(id, Message::Deleted, at(1000));
    QVERIFY(tracker.message(id).has(Message::Removed));
    QVERIFY(tracker.message(id).has(Message::Deleted));
    QVERIFY(!tracker.message(id).has(Message::OnHold));
    QVERIFY(!tracker.isOver(id, 1120));
    QVERIFY(tracker.isOver(id, 1121));
}

void TestMessageTracker::notesFirstAndLast()
{
    MessageTracker tracker;
    const MessageId id = tracker.findOrBegin(A, at(1000, 5));
    tracker.touch(id, at(1010, 6));
    // A clock that was set back does not move the end of a message back.
    tracker.touch(id, at(900, 7));
    QCOMPARE(tracker.message(id).first, 1000U);
    QCOMPARE(tracker.message(id).last, 1010U);
    QCOMPARE(tracker.message(id).firstLine, LineId{5});
    QCOMPARE(tracker.message(id).lastLine, LineId{7});
}

void TestMessageTracker::joinsHops_data()
{
    QTest::addColumn<bool>("originIsBegun");
    QTest::addColumn<bool>("hopIsLater");
    QTest::addColumn<bool>("joins");
    QTest::newRow("later copy") << true << true << true;
    QTest::newRow("earlier mail") << true << false << false;
    QTest::newRow("later copy of a message whose beginning is not in the log") << false << true << true;
    QTest::newRow("earlier copy of one") << false << false << true;
}

void TestMessageTracker::joinsHops()
{
    QFETCH(const bool, originIsBegun);
    QFETCH(const bool, hopIsLater);
    QFETCH(const bool, joins);
    MessageTracker tracker;
    const MessageId first = tracker.findOrBegin(A, at(1000));
    const MessageId second = tracker.findOrBegin(B, at(1001));
    const MessageId origin = hopIsLater ? first : second;
    const MessageId hop = hopIsLater ? second : first;
    tracker.edit(origin).flags |= originIsBegun ? Message::Begun : std::uint16_t{0};
    QCOMPARE(tracker.join(hop, origin), joins);
    QCOMPARE(tracker.message(hop).origin, joins ? origin : hop);
    QCOMPARE(tracker.message(origin).origin, origin);
}

void TestMessageTracker::joinsNoLoops()
{
    MessageTracker tracker;
    const MessageId a = tracker.findOrBegin(A, at(1000));
    const MessageId b = tracker.findOrBegin(B, at(1001));
    const MessageId c = tracker.findOrBegin(C, at(1002));
    QVERIFY(!tracker.join(a, a));
    QVERIFY(tracker.join(b, a));
    QVERIFY(tracker.join(c, b));
    QVERIFY(!tracker.join(a, b));
    QVERIFY(!tracker.join(a, c));
    QCOMPARE(tracker.message(a).origin, a);
}

void TestMessageTracker::joinsNoEndlessChains()
{
    MessageTracker tracker;
    std::vector<MessageId> ids;
    for (std::uint64_t i = 0; i < 300; ++i) {
        ids.push_back(tracker.beginNew(QueueId{0x1000000 + i}, at(1000)));
    }
    std::size_t joined = 0;
    while (joined + 1 < ids.size() && tracker.join(ids[joined + 1], ids[joined])) {
        ++joined;
    }
    // More than any mail passes, and far less than would cost time.
    QCOMPARE(joined, std::size_t{100});
}

void TestMessageTracker::letsFewWaitForOneId()
{
    MessageTracker tracker;
    const MessageId origin = tracker.beginNew(A, at(1000));
    for (std::uint32_t i = 0; i < 5000; ++i) {
        tracker.awaitHop(B, DeliveryId{i}, origin, at(1000), false);
    }
    QCOMPARE(tracker.takeWaiting(B, at(1001), false).size(), std::size_t{1000});
    QVERIFY(tracker.takeWaiting(B, at(1001), false).empty());
}

void TestMessageTracker::joinsOnlyOnce()
{
    MessageTracker tracker;
    const MessageId a = tracker.findOrBegin(A, at(1000));
    const MessageId b = tracker.findOrBegin(B, at(1001));
    const MessageId c = tracker.findOrBegin(C, at(1002));
    QVERIFY(tracker.join(c, a));
    QVERIFY(tracker.join(c, a));
    QVERIFY(!tracker.join(c, b));
    QCOMPARE(tracker.message(c).origin, a);
}

void TestMessageTracker::letsDeliveriesWait_data()
{
    QTest::addColumn<Stamp>("later");
    QTest::addColumn<std::uint16_t>("node");
    QTest::addColumn<bool>("waitsForAny");
    QTest::addColumn<bool>("takesFromAny");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *name, Stamp later, int node, bool waits, bool takes, bool fits) {
        QTest::newRow(name) << later << static_cast<std::uint16_t>(node) << waits << takes << fits;
    };
    row("this host", 10, 0, false, false, true);
    row("an hour later", 3600, 0, false, false, true);
    row("too late", 3601, 0, false, false, false);
    row("another host that was not asked", 10, 1, false, true, false);
    row("another host", 10, 1, true, true, true);
    row("another host, not yet sure", 10, 1, true, false, false);
    row("this host, though another was meant", 10, 0, true, true, false);
}

void TestMessageTracker::letsDeliveriesWait()
{
    QFETCH(const Stamp, later);
    QFETCH(const std::uint16_t, node);
    QFETCH(const bool, waitsForAny);
    QFETCH(const bool, takesFromAny);
    QFETCH(const bool, fits);
    MessageTracker tracker;
    QVERIFY(tracker.takeWaiting(B, at(1000), true).empty());
    tracker.awaitHop(B, DeliveryId{7}, MessageId{3}, at(1000), waitsForAny);
    tracker.awaitHop(C, DeliveryId{8}, MessageId{3}, at(1000), waitsForAny);
    const auto taken = tracker.takeWaiting(B, at(1000 + later, 0, node), takesFromAny);
    QCOMPARE(taken.size(), fits ? 1U : 0U);
    if (fits) {
        QCOMPARE(taken[0].delivery, DeliveryId{7});
        QCOMPARE(taken[0].message, MessageId{3});
        QVERIFY(tracker.takeWaiting(B, at(1000 + later, 0, node), takesFromAny).empty());
    }
}

void TestMessageTracker::findsPipedCopies()
{
    MessageTracker tracker;
    const MessageId original = tracker.findOrBegin(A, at(1000));
    tracker.edit(original).messageIdHash = 77;
    tracker.edit(original).flags |= Message::Piped;
    QCOMPARE(tracker.handedInCopyOf(original), None<MessageId>);
    const MessageId copy = tracker.findOrBegin(B, at(1001));
    tracker.edit(copy).messageIdHash = 77;
    // It must have come from this host, without a login.
    QCOMPARE(tracker.handedInCopyOf(original), None<MessageId>);
    tracker.edit(copy).flags |= Message::LocalBirth;
    QCOMPARE(tracker.handedInCopyOf(original), copy);
    QCOMPARE(tracker.pipedOriginalOf(copy), original);
    tracker.edit(copy).user = UserId{1};
    QCOMPARE(tracker.handedInCopyOf(original), None<MessageId>);
    tracker.edit(copy).messageIdHash = 78;
    QCOMPARE(tracker.pipedOriginalOf(copy), None<MessageId>);
    // A Message-ID that is not known is nobody's.
    tracker.edit(original).messageIdHash = 0;
    QCOMPARE(tracker.handedInCopyOf(original), None<MessageId>);
}

QTEST_GUILESS_MAIN(TestMessageTracker)
#include "tst_messagetracker.moc"
