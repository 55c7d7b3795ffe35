// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/selection.h"

#include "analysis/overview.h"
#include "core/madelog.h"

#include <QTest>

using namespace limier;

class TestSelection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void selectsMessages_data();
    void selectsMessages();
    void selectsRefusals_data();
    void selectsRefusals();
    void keepsToARange();
    void activityIsThatOfTheSelection();
    void seriesIsThatOfTheSelection();
    void topSeriesAddUp();
    void matrixShowsWhoSendsFromWhere();
    void domainsAndReplies();
    void logins();
    void networks_data();
    void networks();

private:
    [[nodiscard]] Selection select(const QStringList &terms, const TimeRange &range = {}) const;

    std::shared_ptr<const MailIndex> m_index;
};

namespace
{

FilterField fieldOf(const QString &name)
{
    const QStringList names{QStringLiteral("user"),   QStringLiteral("client"), QStringLiteral("network"),
                            QStringLiteral("sender"), QStringLiteral("to"),     QStringLiteral("domain"),
                            QStringLiteral("status"), QStringLiteral("login"),  QStringLiteral("host")};
    Q_ASSERT(names.contains(name));
    return static_cast<FilterField>(names.indexOf(name));
}

} // namespace

Selection TestSelection::select(const QStringList &terms, const TimeRange &range) const
{
    Filter filter;
    filter.range = range;
    for (const QString &term : terms) { // "user=ann", "!status=sent"
        const QString key = term.section(u'=', 0, 0);
        filter.terms.push_back(
            {fieldOf(QString(key).remove(u'!')), key.startsWith(u'!'), term.section(u'=', 1).toStdString()});
    }
    return Selection(m_index, filter);
}

void TestSelection::initTestCase()
{
    MadeLog log;
    // A: ann's, sent; B: bob's, bounced at one recipient; C: an open relay's; D: of a cron job.
    log.begin("08:00:00", "A1B2C3D4E5", "pc[192.0.2.1]", "ann")
        .active("08:00:01", "A1B2C3D4E5", "ann@acme", 1)
        .deliver("08:00:02", "A1B2C3D4E5", "x@Far.example", "sent")
        .remove("08:00:02", "A1B2C3D4E5");
    log.begin("09:00:00", "B1B2C3D4E5", "unknown[198.51.100.2]", "bob")
        .active("09:00:01", "B1B2C3D4E5", "bob@acme", 2)
        .deliver("09:00:02", "B1B2C3D4E5", "y@far.example", "bounced", "there[198.51.100.1]:25", "550 spam")
        .deliver("09:00:02", "B1B2C3D4E5", "z@near.example", "deferred", "there[198.51.100.1]:25", "450 later");
    log.begin("10:00:00", "C1B2C3D4E5", "gateway[192.0.2.77]")
        .active("10:00:01", "C1B2C3D4E5", "any@where", 1)
        .deliver("10:00:02", "C1B2C3D4E5", "x@far.example", "sent")
        .remove("10:00:02", "C1B2C3D4E5");
    log.line("11:00:00", "pickup", "D1B2C3D4E5: uid=33 from=<www-data>")
        .active("11:00:01", "D1B2C3D4E5", "www-data@acme", 1);
    log.line("12:00:00", "smtpd",
             "warning: unknown[198.51.100.2]: SASL LOGIN authentication failed: no, sasl_username=bob")
        .line("12:00:01", "smtpd",
              "NOQUEUE: reject: RCPT from gateway[192.0.2.77]: 554 5.7.1 no; from=<a> to=<b> proto=ESMTP helo=<c>");
    m_index = log.load();
    QCOMPARE(m_index->messages().size(), 4U);
}

void TestSelection::selectsMessages_data()
{
    QTest::addColumn<QStringList>("terms");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *terms, const char *expected) {
        QTest::newRow(*terms == '\0' ? "everything" : terms)
            << QString::fromLatin1(terms).split(u' ', Qt::SkipEmptyParts) << QString::fromLatin1(expected);
    };
    row("", "ABCD");
    row("user=ann", "A");
    row("user=ann user=bob", "AB");
    row("!user=ann", "BCD");
    row("user=ann !user=ann", "");
    row("user=nobody", "");
    row("client=192.0.2.77", "C");
    row("network=192.0.2.0/24", "AC");
    row("!network=192.0.2.0/24", "BD");
    row("network=192.0.2.0/24 user=ann", "A");
    row("sender=any@where", "C");
    row("to=x@far.example", "C");
    row("domain=far.example", "ABC");
    row("!domain=near.example", "ACD");
    row("status=bounced", "B");
    row("status=deferred status=sent", "ABC");
    row("!status=sent", "BD");
    row("login=authenticated", "AB");
    row("login=unauthenticated", "C");
    row("login=relayed", "C");
    row("login=local", "D");
    row("!login=local", "ABC");
    row("host=mx", "ABCD");
    row("host=other", "");
}

void TestSelection::selectsMessages()
{
    QFETCH(QStringList, terms);
    QFETCH(QString, expected);
    QString found;
    for (const MessageId id : select(terms).messages()) {
        found += QChar::fromLatin1(m_index->queueId(m_index->message(id)).front());
    }
    QCOMPARE(found, expected);
}

void TestSelection::selectsRefusals_data()
{
    QTest::addColumn<QStringList>("terms");
    QTest::addColumn<bool>("rejection");
    QTest::addColumn<bool>("failure");
    const auto row = [](const char *terms, bool rejection, bool failure) {
        QTest::newRow(*terms == '\0' ? "everything" : terms)
            << QString::fromLatin1(terms).split(u' ', Qt::SkipEmptyParts) << rejection << failure;
    };
    row("", true, true);
    row("user=bob", false, true);
    row("!user=bob", true, false);
    row("client=192.0.2.77", true, false);
    row("network=198.51.100.0/24", false, true);
    row("status=sent", false, false);
    row("!status=sent", true, true);
    row("host=mx", true, true);
    row("host=other", false, false);
    row("!host=mx", false, false);
    row("!host=other", true, true);
}

void TestSelection::selectsRefusals()
{
    QFETCH(QStringList, terms);
    const Selection selection = select(terms);
    QTEST(selection.has(m_index->rejections()[0]), "rejection");
    QTEST(selection.has(m_index->authFailures()[0]), "failure");
}

void TestSelection::keepsToARange()
{
    const Stamp nine = m_index->messages()[1].first;
    const Selection selection = select({}, {nine, nine + 1});
    QVERIFY(!selection.has(MessageId{0}));
    QVERIFY(selection.hasAnytime(MessageId{0}));
    QVERIFY(selection.has(MessageId{1}));
    QVERIFY(!selection.has(m_index->authFailures()[0]));
    QVERIFY(selection.hasAnytime(m_index->authFailures()[0]));
}

void TestSelection::activityIsThatOfTheSelection()
{
    const Activity all = makeActivity(select({}));
    const Activity plain = makeActivity(*m_index);
    QCOMPARE(all.total.messages, plain.total.messages);
    QCOMPARE(all.total.outcome.sent, plain.total.outcome.sent);
    QCOMPARE(all.rejected, 1U);
    const std::vector<SenderActivity> senders = makeSenderActivity(select({}));
    QCOMPARE(senders.size(), plain.senders.size());
    for (std::size_t i = 0; i < senders.size(); ++i) {
        QCOMPARE(senders[i].messages, plain.senders[i].messages);
        QCOMPARE(senders[i].recipients, plain.senders[i].recipients);
        QCOMPARE(senders[i].users, plain.senders[i].users);
        QCOMPARE(senders[i].clients, plain.senders[i].clients);
    }
    const Activity bob = makeActivity(select({QStringLiteral("user=bob")}));
    QCOMPARE(bob.total.messages, 1U);
    QCOMPARE(bob.total.outcome.bounced, 1U);
    QCOMPARE(bob.total.queued, 1U);
    QCOMPARE(bob.authFailures, 1U);
    QCOMPARE(bob.rejected, 0U);
}

void TestSelection::seriesIsThatOfTheSelection()
{
    const Stamp nine = m_index->messages()[1].first;
    // The filter's own range does not restrict a series.
    const TimeSeries series =
        makeTimeSeries(select({QStringLiteral("network=192.0.2.0/24")}, {nine, nine + 1}), {}, 3600);
    QCOMPARE(series.buckets.size(), 5U);
    QCOMPARE(series.buckets[0].messages, 1U);
    QCOMPARE(series.buckets[1].messages, 0U);
    QCOMPARE(series.buckets[2].outcome.sent, 1U);
    QCOMPARE(series.buckets[4].rejected, 1U);
    QCOMPARE(series.buckets[4].authFailures, 0U);
}

void TestSelection::topSeriesAddUp()
{
    const Selection all = select({});
    const Overview overview = makeOverview(all, makeActivity(all), {.series = 1});
    const TopSeries<UserId> &series = overview.users;
    QCOMPARE(series.entries.size(), 1U);
    QCOMPARE(m_index->user(series.entries[0].id), "bob");
    QCOMPARE(series.values.size(), 2U);
    QCOMPARE(series.values[0][1], 2U);
    QCOMPARE(series.values[1][0], 1U);
    const Overview more = makeOverview(all, makeActivity(all), {.by = TopBy::Messages});
    QCOMPARE(more.clients.entries.size(), 3U);
    QCOMPARE(more.clients.values.back(), (std::vector<std::uint64_t>{0, 0, 0, 0, 0}));
}

void TestSelection::matrixShowsWhoSendsFromWhere()
{
    const Selection all = select({});
    const UserClientMatrix matrix = makeOverview(all, makeActivity(all), {}).matrix;
    // What was relayed has no user, and stands in front.
    QCOMPARE(matrix.users.size(), 3U);
    QCOMPARE(matrix.users[0], None<UserId>);
    QCOMPARE(m_index->user(matrix.users[1]), "bob");
    QCOMPARE(matrix.clients.size(), 3U);
    QCOMPARE(m_index->clientIp(matrix.clients[0]), "198.51.100.2");
    QCOMPARE(m_index->clientIp(matrix.clients[2]), "192.0.2.77");
    QCOMPARE(matrix.values, (std::vector<std::uint64_t>{0, 0, 1, 2, 0, 0, 0, 1, 0}));
    QCOMPARE(matrix.networks, (std::vector<std::uint64_t>{1, 1, 1}));
    QCOMPARE(matrix.totals, (std::vector<std::uint64_t>{1, 2, 1}));
    const Selection ann = select({QStringLiteral("user=ann")});
    QCOMPARE(makeOverview(ann, makeActivity(ann), {}).matrix.users.size(), 1U);
}

void TestSelection::domainsAndReplies()
{
    const auto domains = topRecipientDomains(select({}), 10);
    QCOMPARE(domains.size(), 2U);
    QCOMPARE(domains[0].text, "far.example");
    QCOMPARE(domains[0].count, 3U);
    const auto replies = topReplies(select({}), 10);
    QCOMPARE(replies.size(), 2U);
    QCOMPARE(m_index->reply(replies[0].reply), "550 spam");
    QCOMPARE(replies[0].bounced, 1U);
    QCOMPARE(replies[1].deferred, 1U);
    QVERIFY(topReplies(select({QStringLiteral("user=ann")}), 10).empty());
}

void TestSelection::logins()
{
    const auto logins = makeLogins(select({}));
    QCOMPARE(logins.size(), 2U);
    QCOMPARE(m_index->user(logins[0].user), "bob");
    QCOMPARE(logins[0].failures, 1U);
    QCOMPARE(logins[0].successes, 1U);
    QVERIFY(logins[0].firstSuccess < logins[0].firstFailure);
    QCOMPARE(logins[0].last, logins[0].firstFailure);
    QCOMPARE(logins[1].failures, 0U);
}

void TestSelection::networks_data()
{
    QTest::addColumn<QByteArray>("ip");
    QTest::addColumn<QByteArray>("network");
    QTest::newRow("IPv4") << QByteArray("198.51.100.7") << QByteArray("198.51.100.0/24");
    QTest::newRow("IPv6") << QByteArray("2001:db8:1:2:3:4:5:6") << QByteArray("2001:db8:1:2::/64");
    QTest::newRow("short IPv6") << QByteArray("2001:db8::1") << QByteArray("2001:db8::/64");
    QTest::newRow("gap behind the network") << QByteArray("2001:db8:0:2::1") << QByteArray("2001:db8:0:2::/64");
    QTest::newRow("loopback") << QByteArray("::1") << QByteArray("::/64");
    QTest::newRow("mapped") << QByteArray("::ffff:192.0.2.9") << QByteArray("192.0.2.0/24");
    QTest::newRow("too many groups") << QByteArray("1:2:3:4:5:6:7:8:9") << QByteArray("1:2:3:4:5:6:7:8:9");
    QTest::newRow("too few groups") << QByteArray("1:2:3") << QByteArray("1:2:3");
    QTest::newRow("no address") << QByteArray("unix:socket") << QByteArray("unix:socket");
    QTest::newRow("word") << QByteArray("unknown") << QByteArray("unknown");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestSelection::networks()
{
    QFETCH(QByteArray, ip);
    QFETCH(QByteArray, network);
    QCOMPARE(QByteArray::fromStdString(networkOf(ip.toStdString())), network);
}

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
