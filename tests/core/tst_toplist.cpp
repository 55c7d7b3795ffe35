// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/toplist.h"

#include "core/logfolder.h"

#include <QTest>

#include <algorithm>
#include <format>
#include <string>

using namespace limier;

class TestTopList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void ordersByRecipients();
    void ordersByMessages();
    void keepsTheOrderOfAppearanceAtEqualFigures();
    void givesAsManyAsAskedFor_data();
    void givesAsManyAsAskedFor();
    void keepsToATimeRange();
    void listsClients();
    void listsSenders();
    void leavesOutHopsAndWhatIsNoMail();
    void agreesWithTheActivity();

private:
    [[nodiscard]] std::string users(const TimeRange &range, std::size_t count, TopBy by) const;

    std::shared_ptr<const MailIndex> m_index;
};

namespace
{

constexpr Stamp Midnight = 1780272000; // 2026-06-01T00:00:00Z
constexpr std::size_t All = 100;

/// One message, begun @p second seconds after midnight.
std::string mail(int second, std::string_view id, std::string_view user, std::string_view ip, std::string_view sender,
                 int recipients)
{
    const std::string time =
        std::format("2026-06-01T{:02}:{:02}:{:02}+00:00 mx postfix/", second / 3600, second / 60 % 60, second % 60);
    const std::string login = user.empty() ? "" : std::format(", sasl_method=PLAIN, sasl_username={}", user);
    return std::format("{0}smtpd[1]: {1}: client=host[{2}]{3}\n"
                       "{0}cleanup[1]: {1}: message-id=<{1}@acme>\n"
                       "{0}qmgr[1]: {1}: from=<{4}>, size=1, nrcpt={5} (queue active)\n",
                       time, id, ip, login, sender, recipients);
}

template <typename Id, typename Name>
std::string text(const std::vector<TopEntry<Id>> &entries, Name name)
{
    std::string result;
    for (const TopEntry<Id> &entry : entries) {
        result += std::format("{} {}/{}, ", name(entry.id), entry.messages, entry.recipients);
    }
    return result;
}

} // namespace

void TestTopList::initTestCase()
{
    const LogFolder folder;
    folder.write(mail(0, "AAAAA0", "zoe", "192.0.2.3", "zoe@acme", 2)
                 + mail(10, "AAAAA1", "alice", "192.0.2.1", "alice@acme", 1)
                 + mail(20, "AAAAA2", "bob", "192.0.2.2", "bob@acme", 2)
                 + mail(30, "AAAAA3", "alice", "192.0.2.2", "other@acme", 1)
                 + mail(40, "AAAAA4", "carol", "192.0.2.1", "carol@acme", 50)
                 + mail(50, "AAAAA5", "", "192.0.2.4", "alice@acme", 9)
                 + mail(60, "AAAAA6", "alice", "192.0.2.1", "alice@acme", 1));
    m_index = folder.load();
    QCOMPARE(m_index->messages().size(), 7U);
}

std::string TestTopList::users(const TimeRange &range, std::size_t count, TopBy by) const
{
    return text(topUsers(*m_index, range, count, by), [this](UserId id) { return m_index->user(id); });
}

void TestTopList::ordersByRecipients()
{
    QCOMPARE(users({}, All, TopBy::Recipients), std::string("carol 1/50, alice 3/3, zoe 1/2, bob 1/2, "));
}

void TestTopList::ordersByMessages()
{
    QCOMPARE(users({}, All, TopBy::Messages), std::string("alice 3/3, zoe 1/2, bob 1/2, carol 1/50, "));
}

void TestTopList::keepsTheOrderOfAppearanceAtEqualFigures()
{
    const LogFolder folder;
    std::string log;
    std::string expected;
    for (int i = 0; i < 60; ++i) {
        const std::string user = std::format("user{}", i * 37 % 60);
        log += mail(i, std::format("BBBB{:02}", i), user, "192.0.2.1", "a@acme", 1);
        expected += i < 20 ? user + " 1/1, " : "";
    }
    folder.write(log);
    const auto index = folder.load();
    const auto name = [&](UserId id) { return index->user(id); };
    QCOMPARE(text(topUsers(*index, {}, 20, TopBy::Messages), name), expected);
    QCOMPARE(text(topUsers(*index, {}, 20, TopBy::Recipients), name), expected);
}

void TestTopList::givesAsManyAsAskedFor_data()
{
    QTest::addColumn<std::size_t>("count");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << std::size_t{0} << QString();
    QTest::newRow("one") << std::size_t{1} << QStringLiteral("carol 1/50, ");
    QTest::newRow("one of two that are equal") << std::size_t{3} << QStringLiteral("carol 1/50, alice 3/3, zoe 1/2, ");
    QTest::newRow("more than there are") << std::size_t{5}
                                         << QStringLiteral("carol 1/50, alice 3/3, zoe 1/2, bob 1/2, ");
    QTest::newRow("no limit") << ~std::size_t{0} << QStringLiteral("carol 1/50, alice 3/3, zoe 1/2, bob 1/2, ");
}

void TestTopList::givesAsManyAsAskedFor()
{
    QFETCH(const std::size_t, count);
    QFETCH(const QString, expected);
    QCOMPARE(QString::fromStdString(users({}, count, TopBy::Recipients)), expected);
}

void TestTopList::keepsToATimeRange()
{
    QCOMPARE(users({Midnight + 10, Midnight + 40}, All, TopBy::Messages), std::string("alice 2/2, bob 1/2, "));
    QCOMPARE(users({Midnight + 11, Midnight + 41}, All, TopBy::Recipients),
             std::string("carol 1/50, bob 1/2, alice 1/1, "));
    QCOMPARE(users({Midnight + 61, Midnight + 90}, All, TopBy::Messages), std::string());
}

void TestTopList::listsClients()
{
    const auto name = [this](ClientId id) { return m_index->clientIp(id); };
    QCOMPARE(text(topClients(*m_index, {}, All), name),
             std::string("192.0.2.1 3/52, 192.0.2.4 1/9, 192.0.2.2 2/3, 192.0.2.3 1/2, "));
    QCOMPARE(text(topClients(*m_index, {Midnight, Midnight + 31}, 2, TopBy::Messages), name),
             std::string("192.0.2.2 2/3, 192.0.2.3 1/2, "));
}

void TestTopList::listsSenders()
{
    const auto name = [this](AddressId id) { return m_index->address(id); };
    QCOMPARE(text(topSenders(*m_index, {}, 3), name), std::string("carol@acme 1/50, alice@acme 3/11, zoe@acme 1/2, "));
    QCOMPARE(text(topSenders(*m_index, {}, 2, TopBy::Messages), name), std::string("alice@acme 3/11, zoe@acme 1/2, "));
}

void TestTopList::leavesOutHopsAndWhatIsNoMail()
{
    const LogFolder folder;
    std::string hop = mail(1, "FFFFF1", "", "127.0.0.1", "alice@acme", 1);
    hop.replace(hop.find("<FFFFF1@"), 8, "<AAAAA1@");
    folder.write(mail(0, "AAAAA1", "alice", "192.0.2.1", "alice@acme", 1) + hop
                 + "2026-06-01T00:00:02+00:00 mx postfix/smtp[1]: AAAAA1: to=<b@there>, "
                   "relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: "
                   "queued as FFFFF1)\n"
                 + "2026-06-01T00:00:03+00:00 mx postfix/smtpd[1]: AAAAA2: client=host[192.0.2.1], sasl_method=PLAIN, "
                   "sasl_username=alice\n"
                   "2026-06-01T00:00:04+00:00 mx postfix/cleanup[1]: AAAAA2: milter-reject: END-OF-MESSAGE from "
                   "host[192.0.2.1]: 5.7.1 Spam; from=<alice@acme> to=<b@there> proto=ESMTP helo=<h>\n");
    const auto index = folder.load();
    QCOMPARE(index->messages().size(), 3U);
    QCOMPARE(text(topSenders(*index, {}, All), [&](AddressId id) { return index->address(id); }),
             std::string("alice@acme 1/1, "));
    QCOMPARE(text(topClients(*index, {}, All), [&](ClientId id) { return index->clientIp(id); }),
             std::string("192.0.2.1 1/1, "));
    QCOMPARE(text(topUsers(*index, {}, All), [&](UserId id) { return index->user(id); }), std::string("alice 1/1, "));
}

void TestTopList::agreesWithTheActivity()
{
    const Activity activity = makeActivity(*m_index);
    const std::vector<TopEntry<AddressId>> senders = topSenders(*m_index, {}, All);
    QCOMPARE(senders.size(), 5U);
    for (const TopEntry<AddressId> &entry : senders) {
        QCOMPARE(entry.messages, activity.senders[place(entry.id)].messages);
        QCOMPARE(entry.recipients, activity.senders[place(entry.id)].recipients);
    }
}

QTEST_GUILESS_MAIN(TestTopList)
#include "tst_toplist.moc"
