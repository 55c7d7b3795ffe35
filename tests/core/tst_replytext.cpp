// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/replytext.h"

#include <QTest>

#include <string>

using namespace limier;

class TestReplyText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesOutWhatVaries_data();
    void leavesOutWhatVaries();
    void givesEqualRefusalsEqualTexts_data();
    void givesEqualRefusalsEqualTexts();
    void isBounded_data();
    void isBounded();
};

namespace
{

std::string generalised(const QByteArray &reply)
{
    std::string out = "what was there before";
    generaliseReply({reply.constData(), static_cast<std::size_t>(reply.size())}, out);
    return out;
}

} // namespace

void TestReplyText::leavesOutWhatVaries_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *reply, const char *expected) {
        QTest::newRow(name) << QByteArray(reply) << QByteArray(expected);
    };
    row("empty", "", "");
    row("plain", "connection timed out", "connection timed out");
    row("codes stay", "550 5.7.1 Relay access denied", "550 5.7.1 Relay access denied");
    row("long codes stay", "450 4.7.25 Client host rejected", "450 4.7.25 Client host rejected");
    row("an IP is no code", "554 5.7.1 5.10.20.30 is listed", "554 5.7.1 * is listed");
    row("host with its IP", "lost connection with mx.there.example[192.0.2.1] while receiving",
        "lost connection with * while receiving");
    row("address", "554 5.7.1 <bob@there.example>: Relay access denied", "554 5.7.1 <*>: Relay access denied");
    row("address without brackets", "550 unknown user bob@there.example", "550 unknown user *");
    row("the host that says it", "host mx.there.example[192.0.2.1] said: 550 5.1.1 no such user",
        "550 5.1.1 no such user");
    row("the host that refuses", "host mx.there.example[192.0.2.1] refused to talk to me: 421 busy",
        "refused to talk to me: 421 busy");
    row("a host that says that another refuses", "host mx[192.0.2.1] said: 450 x refused to talk to me: y",
        "450 x refused to talk to me: y");
    row("IP", "Client host [192.0.2.1] blocked using zen.example", "Client host [*] blocked using zen.example");
    row("queue ID", "queued as 4F7E81A2B3", "queued as *");
    row("short words with digits stay", "S3140 blocked", "S3140 blocked");
    row("parameters of an address on the web", "see https://there.example/why?ip=192.0.2.1&id=77",
        "see https://there.example/why");
    row("the lines of one reply", "550-5.7.26 no DMARC 550-5.7.26 again", "550-5.7.26 no DMARC 550-5.7.26 again");
    row("blanks", "  450   4.2.0    try later ", "450 4.2.0 try later");
    row("bracket without its end", "550 <bob@there.example: no", "550 <*>");
    row("brackets only", "<><>", "<*><*>");
}

void TestReplyText::leavesOutWhatVaries()
{
    QFETCH(const QByteArray, reply);
    QFETCH(const QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(generalised(reply)), expected);
}

void TestReplyText::givesEqualRefusalsEqualTexts_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::newRow("greylisting")
        << QByteArray("host a.example[192.0.2.1] said: 450 4.2.0 <x@y>: Greylisted for 123456 s")
        << QByteArray("host b.example[192.0.2.2] said: 450 4.2.0 <z@y>: Greylisted for 654321 s");
    QTest::newRow("IPv6") << QByteArray("connect to mx.example[2001:db8::1]:25: timed out")
                          << QByteArray("connect to mx.example[2001:db8::2]:25: timed out");
    QTest::newRow("session number") << QByteArray("421 4.7.0 try later x12si1234567wmj.45 - gsmtp")
                                    << QByteArray("421 4.7.0 try later a7si7654321edq.99 - gsmtp");
}

void TestReplyText::givesEqualRefusalsEqualTexts()
{
    QFETCH(const QByteArray, one);
    QFETCH(const QByteArray, other);
    QVERIFY(!generalised(one).empty());
    QCOMPARE(generalised(one), generalised(other));
}

void TestReplyText::isBounded_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("one long word") << QByteArray(100000, 'x');
    QTest::newRow("many words") << QByteArray("word ").repeated(20000);
    QTest::newRow("punctuation") << QByteArray(100000, '(');
    QTest::newRow("open brackets") << QByteArray(100000, '<');
    QTest::newRow("pairs of brackets") << QByteArray("<>").repeated(50000);
    QTest::newRow("NUL bytes") << QByteArray(100000, '\0');
    QTest::newRow("high bytes") << QByteArray(100000, '\xff');
    QTest::newRow("hosts that say") << QByteArray("host said: ").repeated(10000);
}

void TestReplyText::isBounded()
{
    QFETCH(const QByteArray, reply);
    const std::string text = generalised(reply);
    QCOMPARE_GT(text.size(), 0U);
    QCOMPARE_LE(text.size(), MaxReplyLength);
}

QTEST_GUILESS_MAIN(TestReplyText)
#include "tst_replytext.moc"
