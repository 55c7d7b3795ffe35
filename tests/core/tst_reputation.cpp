// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/mailfacts.h"
#include "analysis/reputation.h"

#include <QTest>

using namespace limier;

class TestReputation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void replies_data();
    void replies();
    void knowsWhereToAsk();
};

void TestReputation::replies_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<ReplyClass>("what");
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("zen") << QByteArray(
        "554 5.7.1 Service unavailable; Client host [*] blocked using zen.spamhaus.org; *")
                         << ReplyClass::Listing << QByteArray("Spamhaus");
    QTest::newRow("unknown list") << QByteArray("554 Client host [*] blocked using bl.example.net; see there")
                                  << ReplyClass::Listing << QByteArray("bl.example.net");
    QTest::newRow("Microsoft") << QByteArray("550 5.7.1 … part of their network is on our block list (S3150).")
                               << ReplyClass::Listing << QByteArray("Microsoft");
    QTest::newRow("content") << QByteArray("550 5.7.1 Message rejected as spam by Content Filtering")
                             << ReplyClass::Refusal << QByteArray();
    QTest::newRow("rate") << QByteArray("450 4.7.1 Too many messages from [*]") << ReplyClass::Refusal << QByteArray();
    QTest::newRow("greylist") << QByteArray("451 4.7.1 <*>: Recipient address rejected: Greylisted, see http://x/")
                              << ReplyClass::Other << QByteArray();
    QTest::newRow("nobody") << QByteArray("550 5.1.1 <*>: User unknown") << ReplyClass::Other << QByteArray();
    QTest::newRow("the sender's domain") << QByteArray("554 Sender address rejected: blocked using dbl.spamhaus.org")
                                         << ReplyClass::Refusal << QByteArray();
}

void TestReputation::replies()
{
    QFETCH(const QByteArray, reply);
    QFETCH(const QByteArray, list);
    QTEST(classOfReply(reply.toStdString()), "what");
    if (!list.isEmpty()) {
        QCOMPARE(QByteArray::fromStdString(listNamedIn(reply.toStdString())), list);
    }
}

void TestReputation::knowsWhereToAsk()
{
    QVERIFY(delistingPage("Spamhaus").starts_with("https://"));
    QVERIFY(delistingPage("bl.example.net").empty());
}

QTEST_GUILESS_MAIN(TestReputation)
#include "tst_reputation.moc"
