// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/timeseries.h"

#include "core/generatedlog.h"
#include "core/logfolder.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <format>
#include <limits>
#include <string>

using namespace limier;
using namespace Qt::StringLiterals;

class TestTimeSeries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sumIsTheActivity_data();
    void sumIsTheActivity();
    void sumIsTheActivityOfEachUser();
    void sumIsTheActivityOfEachClient();
    void usersClientsTogetherAreTheUser();
    void countsEachThingAtItsOwnTime();
    void bucketsCoverTheRange_data();
    void bucketsCoverTheRange();
    void leavesOutWhatIsOutsideTheRange();
    void hasNoBucketForAnEmptyLog();

private:
    std::unique_ptr<Postings> m_postings;
    Activity m_activity;
};

namespace
{

constexpr Stamp Midnight = 1780272000; // 2026-06-01T00:00:00Z

std::string text(std::uint64_t messages, std::uint64_t recipients, const Outcome &outcome, std::uint64_t rejected,
                 std::uint64_t authFailures)
{
    return std::format("messages {} recipients {} sent {} deferred {} bounced {} expired {} rejected {} failures {}",
                       messages, recipients, outcome.sent, outcome.deferred, outcome.bounced, outcome.expired, rejected,
                       authFailures);
}

std::string text(const SeriesBucket &bucket)
{
    return text(bucket.messages, bucket.recipients, bucket.outcome, bucket.rejected, bucket.authFailures);
}

SeriesBucket sum(const TimeSeries &series)
{
    SeriesBucket sum;
    for (const SeriesBucket &bucket : series.buckets) {
        sum.messages += bucket.messages;
        sum.recipients += bucket.recipients;
        sum.outcome.sent += bucket.outcome.sent;
        sum.outcome.deferred += bucket.outcome.deferred;
        sum.outcome.bounced += bucket.outcome.bounced;
        sum.outcome.expired += bucket.outcome.expired;
        sum.rejected += bucket.rejected;
        sum.authFailures += bucket.authFailures;
    }
    return sum;
}

/// A log in which a message begins at midnight and another one @p seconds later.
std::shared_ptr<const MailIndex> spanning(Stamp seconds)
{
    std::string log;
    for (const Stamp time : {Midnight, Midnight + seconds}) {
        log += QDateTime::fromSecsSinceEpoch(time, QTimeZone::UTC).toString(Qt::ISODate).toStdString()
            + std::format(" mx postfix/smtpd[1]: {:X}: client=pc[192.0.2.1]\n", 0xA00000 + time - Midnight);
    }
    const LogFolder folder;
    folder.write(log);
    return folder.load();
}

} // namespace

void TestTimeSeries::initTestCase()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"mail.log"_s);
    generatedlog::generate("--lines 30000 --filter --incident stolen,relay,bruteforce --failed-names --time rfc3339",
                           log);
    m_postings = std::make_unique<Postings>(loadLogs({log.toStdString()}).index);
    m_activity = makeActivity(m_postings->index());
    QCOMPARE_GT(m_activity.total.messages, 1000U);
}

void TestTimeSeries::sumIsTheActivity_data()
{
    QTest::addColumn<Stamp>("bucket");
    QTest::newRow("a second") << Stamp{1};
    QTest::newRow("odd") << Stamp{977};
    QTest::newRow("an hour") << Stamp{3600};
    QTest::newRow("a week") << Stamp{7 * 86400};
}

void TestTimeSeries::sumIsTheActivity()
{
    QFETCH(const Stamp, bucket);
    const TimeSeries series = makeTimeSeries(*m_postings, {.bucket = bucket});
    QCOMPARE_GT(m_activity.rejected, 0U);
    QCOMPARE_GT(m_activity.authFailures, 0U);
    QCOMPARE(text(sum(series)),
             text(m_activity.total.messages, m_activity.total.recipients, m_activity.total.outcome, m_activity.rejected,
                  m_activity.authFailures));
}

void TestTimeSeries::sumIsTheActivityOfEachUser()
{
    int withFailures = 0;
    for (std::uint32_t i = 0; i < m_activity.users.size(); ++i) {
        const UserActivity &user = m_activity.users[i];
        const SeriesBucket all = sum(makeTimeSeries(*m_postings, {.user = UserId{i}}));
        QCOMPARE(text(all),
                 text(user.traffic.messages, user.traffic.recipients, user.traffic.outcome, all.rejected,
                      user.authFailures));
        withFailures += user.authFailures > 0 && user.traffic.messages > 0 ? 1 : 0;
    }
    QCOMPARE_GT(withFailures, 0);
}

void TestTimeSeries::sumIsTheActivityOfEachClient()
{
    int withRejections = 0;
    for (std::uint32_t i = 0; i < m_activity.clients.size(); ++i) {
        const ClientActivity &client = m_activity.clients[i];
        const SeriesBucket all = sum(makeTimeSeries(*m_postings, {.client = ClientId{i}}));
        QCOMPARE(text(all),
                 text(client.traffic.messages, client.traffic.recipients, client.traffic.outcome, client.rejected,
                      client.authFailures));
        withRejections += client.rejected > 0 ? 1 : 0;
    }
    QCOMPARE_GT(withRejections, 0);
}

void TestTimeSeries::usersClientsTogetherAreTheUser()
{
    std::size_t most = 0;
    for (std::uint32_t i = 0; i < m_activity.users.size(); ++i) {
        const UserActivity &user = m_activity.users[i];
        std::uint64_t messages = 0;
        std::uint64_t sent = 0;
        for (const ClientId client : user.clients) {
            const SeriesBucket all = sum(makeTimeSeries(*m_postings, {.user = UserId{i}, .client = client}));
            QCOMPARE_GT(all.messages, 0U);
            messages += all.messages;
            sent += all.outcome.sent;
        }
        QCOMPARE(messages, user.traffic.messages);
        QCOMPARE(sent, user.traffic.outcome.sent);
        most = std::max(most, user.clients.size());
    }
    QCOMPARE_GT(most, 1U);
}

void TestTimeSeries::countsEachThingAtItsOwnTime()
{
    const LogFolder folder;
    folder.write("2026-06-01T00:00:00+00:00 mx postfix/smtpd[1]: AAAAA1: client=pc[192.0.2.1], sasl_method=PLAIN, "
                 "sasl_username=alice\n"
                 "2026-06-01T00:00:00+00:00 mx postfix/qmgr[1]: AAAAA1: from=<a@acme>, size=1, nrcpt=2 (queue active)\n"
                 "2026-06-01T00:00:59+00:00 mx postfix/smtp[1]: AAAAA1: to=<b@there>, relay=there[198.51.100.1]:25, "
                 "delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (250 ok)\n"
                 "2026-06-01T00:01:00+00:00 mx postfix/smtp[1]: AAAAA1: to=<c@there>, relay=there[198.51.100.1]:25, "
                 "delay=1, delays=1/0/0/0, dsn=5.0.0, status=bounced (550 no)\n"
                 "2026-06-01T00:02:30+00:00 mx postfix/smtpd[1]: warning: pc[192.0.2.1]: SASL LOGIN authentication "
                 "failed: x, sasl_username=alice\n");
    const auto index = folder.load();
    const Postings postings(index);
    const TimeSeries series = makeTimeSeries(postings, {.bucket = 60, .user = index->findUser("alice").value()});
    QCOMPARE(series.start, Midnight);
    QCOMPARE(series.bucket, Stamp{60});
    QCOMPARE(series.buckets.size(), 3U);
    QCOMPARE(text(series.buckets[0]), text(1, 2, {.sent = 1}, 0, 0));
    QCOMPARE(text(series.buckets[1]), text(0, 0, {.bounced = 1}, 0, 0));
    QCOMPARE(text(series.buckets[2]), text(0, 0, {}, 0, 1));
}

void TestTimeSeries::bucketsCoverTheRange_data()
{
    QTest::addColumn<Stamp>("length"); ///< of the log
    QTest::addColumn<Stamp>("bucket");
    QTest::addColumn<Stamp>("expectedBucket");
    QTest::addColumn<std::size_t>("count");
    constexpr Stamp Most = MostBuckets;
    const auto row = [](const char *name, Stamp length, Stamp bucket, Stamp expected, std::size_t count) {
        QTest::newRow(name) << length << bucket << expected << count;
    };
    row("exactly", 120, 60, 60, 2);
    row("a rest", 121, 60, 60, 3);
    row("one", 60, 60, 60, 1);
    row("longer than the log", 60, 3600, 3600, 1);
    row("as long as can be", 60, std::numeric_limits<Stamp>::max(), std::numeric_limits<Stamp>::max(), 1);
    row("none asked for", 10, 0, 1, 10);
    row("as many as may be", Most, 1, 1, Most);
    row("one too many", Most + 1, 1, 2, Most / 2 + 1);
    row("nearly twice too many", 2 * Most - 1, 1, 2, Most);
    row("far too many", 10 * Most, 3, 10, Most);
}

void TestTimeSeries::bucketsCoverTheRange()
{
    QFETCH(const Stamp, length);
    QFETCH(const Stamp, bucket);
    QFETCH(const Stamp, expectedBucket);
    QFETCH(const std::size_t, count);
    const auto index = spanning(length - 1);
    QCOMPARE(spanOf(*index).since, Midnight);
    QCOMPARE(spanOf(*index).until, Midnight + length);
    const TimeSeries series = makeTimeSeries(Postings(index), {.bucket = bucket});
    QCOMPARE(series.start, Midnight);
    QCOMPARE(series.bucket, expectedBucket);
    QCOMPARE(series.buckets.size(), count);
    QCOMPARE_LE(series.buckets.size(), MostBuckets);
    QCOMPARE(sum(series).messages, 2U);
    QCOMPARE(series.buckets.front().messages, count == 1 ? 2U : 1U);
    QVERIFY(series.buckets.back().messages > 0);
}

void TestTimeSeries::leavesOutWhatIsOutsideTheRange()
{
    const auto index = spanning(1000);
    const Postings postings(index);
    const auto within = [&](Stamp since, Stamp until) {
        return makeTimeSeries(postings, {.range = {since, until}, .bucket = 100});
    };
    const TimeSeries before = within(Midnight - 500, Midnight + 1);
    QCOMPARE(before.start, Midnight - 500);
    QCOMPARE(before.buckets.size(), 6U);
    QCOMPARE(before.buckets[5].messages, 1U);
    QCOMPARE(sum(before).messages, 1U);
    QCOMPARE(sum(within(Midnight + 1, Midnight + 1000)).messages, 0U);
    QCOMPARE(sum(within(Midnight + 1, Midnight + 1001)).messages, 1U);
    // Behind the last line there is nothing to count.
    QCOMPARE(within(Midnight + 950, Midnight + 90000).buckets.size(), 1U);
    QVERIFY(within(Midnight + 2000, Midnight + 90000).buckets.empty());
    QVERIFY(within(Midnight + 10, Midnight + 10).buckets.empty());
    QVERIFY(within(Midnight + 20, Midnight + 10).buckets.empty());
}

void TestTimeSeries::hasNoBucketForAnEmptyLog()
{
    const LogFolder folder;
    const TimeSeries series = makeTimeSeries(Postings(folder.load()), {});
    QVERIFY(series.buckets.empty());
    QCOMPARE(series.bucket, Stamp{3600});
}

QTEST_GUILESS_MAIN(TestTimeSeries)
#include "tst_timeseries.moc"
