// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/postings.h"

#include "core/logfolder.h"

#include <QTest>

#include <algorithm>
#include <thread>

using namespace limier;
using namespace Qt::StringLiterals;

class TestPostings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void listsAUsersMessagesWithTheirHops();
    void listsAClientsMessagesWithTheirHops();
    void listsSenders();
    void listsRecipientsAndWhatTheyWereExpandedFrom();
    void listsTheWholeWayOfAMail();
    void findsEachLifeOfAQueueId();
    void findsLongQueueIds();
    void findsMessageIds();
    void keepsToATimeRange();
    void knowsNothingOfAnEmptyLog();
    void agreesWithAPlainSearch();
    void isMadeOnceForSeveralThreads();

private:
    using Ids = std::vector<std::uint32_t>;

    [[nodiscard]] std::vector<std::string> queueIds(std::span<const MessageId> messages) const;

    LogFolder m_folder;
    std::shared_ptr<const MailIndex> m_index;
    std::unique_ptr<Postings> m_postings;
};

namespace
{

using Texts = std::vector<std::string>;

// alice sends through a content filter, twice under one queue ID; a machine sends to an alias; a bounce.
constexpr std::string_view Log =
    "Jun  1 08:00:00 mx postfix/smtpd[1]: AAAAAA1: client=pc[192.0.2.1], sasl_method=PLAIN, sasl_username=alice\n"
    "Jun  1 08:00:00 mx postfix/cleanup[2]: AAAAAA1: message-id=<one@acme>\n"
    "Jun  1 08:00:00 mx postfix/qmgr[3]: AAAAAA1: from=<alice@acme>, size=1, nrcpt=1 (queue active)\n"
    "Jun  1 08:00:01 mx postfix/smtpd[4]: FFFFFF1: client=localhost[127.0.0.1]\n"
    "Jun  1 08:00:01 mx postfix/cleanup[2]: FFFFFF1: message-id=<one@acme>\n"
    "Jun  1 08:00:01 mx postfix/smtp[5]: AAAAAA1: to=<bob@there>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, "
    "delays=1/0/0/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as FFFFFF1)\n"
    "Jun  1 08:00:01 mx postfix/qmgr[3]: AAAAAA1: removed\n"
    "Jun  1 08:00:01 mx postfix/qmgr[3]: FFFFFF1: from=<alice@acme>, size=1, nrcpt=1 (queue active)\n"
    "Jun  1 08:00:02 mx postfix/smtp[5]: FFFFFF1: to=<bob@there>, relay=there[198.51.100.1]:25, delay=1, "
    "delays=1/0/0/0, dsn=2.0.0, status=sent (250 ok)\n"
    "Jun  1 08:00:02 mx postfix/qmgr[3]: FFFFFF1: removed\n"
    "Jun  1 09:00:00 mx postfix/smtpd[1]: BBBBBB2: client=box[192.0.2.2]\n"
    "Jun  1 09:00:00 mx postfix/cleanup[2]: BBBBBB2: message-id=<two@acme>\n"
    "Jun  1 09:00:00 mx postfix/qmgr[3]: BBBBBB2: from=<box@acme>, size=1, nrcpt=1 (queue active)\n"
    "Jun  1 09:00:01 mx postfix/lmtp[6]: BBBBBB2: to=<bob@acme>, orig_to=<info@acme>, relay=10.0.0.1[10.0.0.1]:24, "
    "delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (250 ok)\n"
    "Jun  1 09:00:01 mx postfix/qmgr[3]: BBBBBB2: removed\n"
    "Jun  1 10:00:00 mx postfix/smtpd[1]: AAAAAA1: client=pc[192.0.2.1], sasl_method=PLAIN, sasl_username=alice\n"
    "Jun  1 10:00:00 mx postfix/cleanup[2]: AAAAAA1: message-id=<three@acme>\n"
    "Jun  1 10:00:00 mx postfix/qmgr[3]: AAAAAA1: from=<other@acme>, size=1, nrcpt=1 (queue active)\n"
    "Jun  1 11:00:00 mx postfix/smtpd[1]: 4bKx5z2Hq9zJ: client=box[192.0.2.2]\n"
    "Jun  1 11:00:00 mx postfix/qmgr[3]: 4bKx5z2Hq9zJ: from=<>, size=1, nrcpt=1 (queue active)\n";

} // namespace

std::vector<std::string> TestPostings::queueIds(std::span<const MessageId> messages) const
{
    std::vector<std::string> result;
    for (const MessageId id : messages) {
        result.push_back(m_index->queueId(m_index->message(id)));
    }
    return result;
}

void TestPostings::initTestCase()
{
    m_folder.write(Log);
    m_index = m_folder.load();
    QCOMPARE(m_index->messages().size(), 5U);
    m_postings = std::make_unique<Postings>(m_index);
}

void TestPostings::listsAUsersMessagesWithTheirHops()
{
    const UserId alice = m_index->findUser("alice").value();
    QCOMPARE(queueIds(m_postings->ofUser(alice)), (Texts{"AAAAAA1", "FFFFFF1", "AAAAAA1"}));
    QVERIFY(m_postings->ofUser(None<UserId>).empty());
}

void TestPostings::listsAClientsMessagesWithTheirHops()
{
    const auto of = [this](std::string_view ip) {
        return queueIds(m_postings->ofClient(m_index->findClient(ip).value()));
    };
    QCOMPARE(of("192.0.2.1"), (Texts{"AAAAAA1", "FFFFFF1", "AAAAAA1"}));
    QCOMPARE(of("192.0.2.2"), (Texts{"BBBBBB2", "4bKx5z2Hq9zJ"}));
    QCOMPARE(of("127.0.0.1"), Texts());
}

void TestPostings::listsSenders()
{
    const auto of = [this](std::string_view sender) {
        return queueIds(m_postings->ofSender(m_index->findAddress(sender).value()));
    };
    QCOMPARE(of("alice@acme"), (Texts{"AAAAAA1", "FFFFFF1"}));
    QCOMPARE(of("other@acme"), (Texts{"AAAAAA1"}));
    QCOMPARE(of(""), (Texts{"4bKx5z2Hq9zJ"}));
    QCOMPARE(of("bob@there"), Texts());
}

void TestPostings::listsRecipientsAndWhatTheyWereExpandedFrom()
{
    const auto of = [this](std::string_view recipient) {
        return places(m_postings->ofRecipient(m_index->findAddress(recipient).value()));
    };
    QCOMPARE(of("bob@there"), (Ids{0, 1}));
    QCOMPARE(of("bob@acme"), (Ids{2}));
    QCOMPARE(of("info@acme"), (Ids{2}));
    QCOMPARE(of("alice@acme"), Ids());
}

void TestPostings::listsTheWholeWayOfAMail()
{
    const MessageId origin = m_postings->withQueueId("AAAAAA1").front();
    const MessageId hop = m_postings->withQueueId("FFFFFF1").front();
    QCOMPARE(queueIds(m_postings->ofMail(origin)), (Texts{"AAAAAA1", "FFFFFF1"}));
    QCOMPARE(queueIds(m_postings->ofMail(hop)), (Texts{"AAAAAA1", "FFFFFF1"}));
    QCOMPARE(queueIds(m_postings->ofMail(m_postings->withQueueId("BBBBBB2").front())), (Texts{"BBBBBB2"}));
}

void TestPostings::findsEachLifeOfAQueueId()
{
    QCOMPARE(places(std::span<const MessageId>(m_postings->withQueueId("AAAAAA1"))), (Ids{0, 3}));
    QCOMPARE(m_postings->withQueueId("BBBBBB2").size(), 1U);
    for (const std::string_view none : {"AAAAAA2", "", "AAAAAA1 ", "AAAAAA1:", "no queue ID", "0AAAAAA1"}) {
        QVERIFY(m_postings->withQueueId(none).empty());
    }
}

void TestPostings::findsLongQueueIds()
{
    QCOMPARE(queueIds(m_postings->withQueueId("4bKx5z2Hq9zJ")), (Texts{"4bKx5z2Hq9zJ"}));
    QVERIFY(m_postings->withQueueId("4bKx5z2Hq9zK").empty());
}

void TestPostings::findsMessageIds()
{
    QCOMPARE(queueIds(m_postings->withMessageId("<one@acme>")), (Texts{"AAAAAA1", "FFFFFF1"}));
    QCOMPARE(queueIds(m_postings->withMessageId("two@acme")), (Texts{"BBBBBB2"}));
    QVERIFY(m_postings->withMessageId("four@acme").empty());
    QVERIFY(m_postings->withMessageId("").empty());
}

void TestPostings::keepsToATimeRange()
{
    const std::span<const MessageId> all = m_postings->ofUser(m_index->findUser("alice").value());
    const Stamp first = m_index->message(all.front()).first;
    const Stamp last = m_index->message(all.back()).first;
    QCOMPARE(last - first, 7200U);
    QCOMPARE(queueIds(m_postings->within(all, first, last)), (Texts{"AAAAAA1", "FFFFFF1"}));
    QCOMPARE(queueIds(m_postings->within(all, first + 1, last + 1)), (Texts{"FFFFFF1", "AAAAAA1"}));
    QVERIFY(m_postings->within(all, last + 1, ~Stamp{0}).empty());
    const std::span<const DeliveryId> bob = m_postings->ofRecipient(m_index->findAddress("bob@there").value());
    QCOMPARE(places(std::span<const DeliveryId>(m_postings->within(bob, first + 1, last))), (Ids{1}));
}

void TestPostings::knowsNothingOfAnEmptyLog()
{
    const LogFolder folder;
    const Postings postings(folder.load());
    QVERIFY(postings.ofUser(UserId{0}).empty());
    QVERIFY(postings.ofRecipient(AddressId{0}).empty());
    QVERIFY(postings.withQueueId("AAAAAA1").empty());
    QVERIFY(postings.withMessageId("<one@acme>").empty());
}

void TestPostings::agreesWithAPlainSearch()
{
    LogFolder folder;
    std::string text;
    for (unsigned i = 0; i < 30000; ++i) {
        text += std::format("Jun  1 08:{:02}:{:02} mx postfix/smtpd[1]: {:X}: client=h[10.0.{}.{}], sasl_method=PLAIN, "
                            "sasl_username=user{}\n",
                            i / 600, i / 10 % 60, 0xA00000 + i * 7919 % 20011, i % 3, i % 251, i * i % 97);
    }
    folder.write(text);
    const std::shared_ptr<const MailIndex> index = folder.load();
    QCOMPARE(index->messages().size(), 30000U);
    const Postings postings(index);
    std::size_t listed = 0;
    for (std::uint32_t user = 0; user < index->userCount(); ++user) {
        Ids expected;
        for (std::uint32_t i = 0; i < index->messages().size(); ++i) {
            if (index->messages()[i].user == UserId{user}) {
                expected.push_back(i);
            }
        }
        QCOMPARE(places(postings.ofUser(UserId{user})), expected);
        listed += expected.size();
    }
    QCOMPARE(listed, 30000U);
    for (std::uint32_t i = 0; i < 30000; i += 211) {
        const std::vector<MessageId> lives = postings.withQueueId(index->queueId(index->messages()[i]));
        QVERIFY(std::ranges::is_sorted(lives) && std::ranges::binary_search(lives, MessageId{i}));
        QVERIFY(!lives.empty() && lives.size() <= 2);
    }
}

void TestPostings::isMadeOnceForSeveralThreads()
{
    const Postings postings(m_index);
    const UserId alice = m_index->findUser("alice").value();
    std::array<const MessageId *, 4> data{};
    {
        std::vector<std::jthread> threads;
        for (const MessageId *&mine : data) {
            threads.emplace_back([&] { mine = postings.ofUser(alice).data(); });
        }
    }
    QVERIFY(std::ranges::adjacent_find(data, std::ranges::not_equal_to()) == data.end());
}

QTEST_GUILESS_MAIN(TestPostings)
#include "tst_postings.moc"
