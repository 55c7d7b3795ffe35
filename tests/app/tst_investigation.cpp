// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/investigation.h"

#include "app/openedlog.h"
#include "core/madelog.h"

#include <QSignalSpy>
#include <QTest>

using namespace limier;

class TestInvestigation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensALog();
    void evaluatesTheNewestFilter();
    void countsByWhatIsAskedFor();
    void stops();
    void opensAnotherLog();
    void anotherLogMakesRequestsOutdated();
    void keepsWhatWasRefused();
    void roundsBuckets_data();
    void roundsBuckets();
};

namespace
{

std::string twoUsers()
{
    MadeLog log;
    log.begin("08:00:00", "A1B2C3D4E5", "a[192.0.2.1]", "ann").active("08:00:01", "A1B2C3D4E5", "ann@acme", 5);
    log.begin("09:00:00", "B1B2C3D4E5", "b[198.51.100.2]", "bob").active("09:00:01", "B1B2C3D4E5", "bob@acme", 1);
    log.begin("10:00:00", "C1B2C3D4E5", "b[198.51.100.2]", "bob").active("10:00:01", "C1B2C3D4E5", "bob@acme", 1);
    return log.text();
}

} // namespace

void TestInvestigation::opensALog()
{
    OpenedLog log;
    QSignalSpy states(&log.investigation, &Investigation::stateChanged);
    QVERIFY(log.open(twoUsers()));
    QCOMPARE(states.size(), 2);
    QCOMPARE(log.investigation.state(), Investigation::State::Complete);
    QCOMPARE(log.evaluation().activity.total.messages, 3U);
    QCOMPARE(log.evaluation().users.entries.size(), 2U);
    QCOMPARE(log.evaluation().index().user(log.evaluation().users.entries[0].id), "ann");
    QCOMPARE(log.evaluation().logins.size(), 2U);
}

void TestInvestigation::evaluatesTheNewestFilter()
{
    OpenedLog log;
    QVERIFY(log.open(twoUsers()));
    FilterStack &filters = log.investigation.filters();
    filters.add({FilterField::User, false, "ann"});
    filters.add({FilterField::User, true, "ann"});
    QVERIFY(log.settle());
    QCOMPARE(log.evaluation().activity.total.messages, 2U);
    filters.goBack();
    QVERIFY(log.settle());
    QCOMPARE(log.evaluation().activity.total.messages, 1U);
    filters.goForward();
    filters.clear();
    QVERIFY(log.settle());
    QCOMPARE(log.evaluation().activity.total.messages, 3U);
}

void TestInvestigation::countsByWhatIsAskedFor()
{
    OpenedLog log;
    QVERIFY(log.open(twoUsers()));
    log.display.setCountBy(TopBy::Messages);
    QVERIFY(log.settle());
    QCOMPARE(log.evaluation().index().user(log.evaluation().users.entries[0].id), "bob");
}

void TestInvestigation::stops()
{
    OpenedLog log;
    log.investigation.open({sampleLog()});
    log.investigation.cancel();
    QVERIFY(QTest::qWaitFor([&] { return log.investigation.state() != Investigation::State::Loading; }));
    QCOMPARE(log.investigation.state(), Investigation::State::Stopped);
}

void TestInvestigation::opensAnotherLog()
{
    OpenedLog log;
    log.investigation.open({sampleLog()});
    QVERIFY(log.open(twoUsers()));
    QCOMPARE(log.evaluation().activity.total.messages, 3U);
    QVERIFY(log.investigation.filters().current().isEmpty());
}

void TestInvestigation::anotherLogMakesRequestsOutdated()
{
    OpenedLog log;
    QVERIFY(log.open(twoUsers()));
    const int first = log.investigation.beginRequest();
    QVERIFY(log.investigation.isNewestRequest(first));
    const int second = log.investigation.beginRequest();
    QVERIFY(!log.investigation.isNewestRequest(first));
    log.investigation.open({sampleLog()});
    QVERIFY(!log.investigation.isNewestRequest(second));
}

void TestInvestigation::keepsWhatWasRefused()
{
    OpenedLog log;
    QVERIFY(log.openPaths({QStringLiteral("/nonexistent/mail.log")}));
    QCOMPARE(log.investigation.refused().size(), 1U);
    QCOMPARE(log.evaluation().activity.total.messages, 0U);
}

void TestInvestigation::roundsBuckets_data()
{
    QTest::addColumn<quint32>("length");
    QTest::addColumn<quint32>("bucket");
    QTest::newRow("nothing") << 0U << 1U;
    QTest::newRow("a minute") << 60U << 1U;
    QTest::newRow("an hour") << 3600U << 60U;
    QTest::newRow("a day") << 86400U << 900U;
    QTest::newRow("a year") << 31536000U << 604800U;
    QTest::newRow("sixty years") << 1892160000U << 604800U * 32U;
}

void TestInvestigation::roundsBuckets()
{
    QFETCH(quint32, length);
    QFETCH(quint32, bucket);
    QCOMPARE(roundBucket({1000, 1000 + length}, 100), bucket);
}

QTEST_MAIN(TestInvestigation)
#include "tst_investigation.moc"
