// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/sessiontracker.h"

#include <QTest>

using namespace limier;

class TestSessionTracker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsOneSessionForEachProcess();
    void tellsClientsApartWhereThereAreNoPids();
    void staysBounded();
    void keepsWhatMattersWhenFull();
};

void TestSessionTracker::keepsOneSessionForEachProcess()
{
    SessionTracker sessions;
    sessions.session(0, 501).failures = 3;
    sessions.session(0, 502).failures = 4;
    sessions.session(1, 501).failures = 5;
    // Where the pid is known, the client does not matter.
    QCOMPARE(sessions.session(0, 501, ClientId{9}).failures, 3U);
    QCOMPARE(sessions.session(0, 502).failures, 4U);
    QCOMPARE(sessions.session(1, 501).failures, 5U);
    QCOMPARE(sessions.session(1, 502).failures, 0U);
    QVERIFY(!isSet(sessions.session(1, 502).message));
    sessions.session(0, 501) = {};
    QCOMPARE(sessions.session(0, 501).failures, 0U);
}

void TestSessionTracker::tellsClientsApartWhereThereAreNoPids()
{
    SessionTracker sessions;
    sessions.session(0, 0, ClientId{1}).failures = 1;
    sessions.session(0, 0, ClientId{2}).failures = 2;
    sessions.session(1, 0, ClientId{1}).failures = 3;
    sessions.session(0, 1).failures = 4; // a pid of the same number
    QCOMPARE(sessions.session(0, 0, ClientId{1}).failures, 1U);
    QCOMPARE(sessions.session(0, 0, ClientId{2}).failures, 2U);
    QCOMPARE(sessions.session(1, 0, ClientId{1}).failures, 3U);
    QCOMPARE(sessions.session(0, 1).failures, 4U);
}

void TestSessionTracker::staysBounded()
{
    SessionTracker sessions;
    sessions.session(0, 1).failures = 7;
    constexpr std::uint32_t Many = 1U << 20;
    for (std::uint32_t pid = 2; pid <= Many + 1; ++pid) {
        sessions.session(0, pid).failures = pid;
    }
    QCOMPARE(sessions.session(0, Many + 1).failures, Many + 1);
    QCOMPARE(sessions.session(0, 1).failures, 0U);
}

void TestSessionTracker::keepsWhatMattersWhenFull()
{
    SessionTracker sessions;
    sessions.session(0, 1).failures = 7;
    constexpr std::uint32_t Many = 1U << 20;
    for (std::uint32_t pid = 2; pid <= Many + 1; ++pid) {
        sessions.session(0, pid) = {}; // connected, nothing more
    }
    QCOMPARE(sessions.session(0, 1).failures, 7U);
}

QTEST_GUILESS_MAIN(TestSessionTracker)
#include "tst_sessiontracker.moc"
