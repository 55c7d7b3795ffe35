// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/lineheader.h"

#include <QTest>

#include <string>
#include <vector>

using namespace limier;

class TestLineHeader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesLinesApart_data();
    void takesLinesApart();
    void refusesOtherLines_data();
    void refusesOtherLines();
    void readsTheTimeBehindAnyPrefix();
    void isTheSameBehindAnyLine_data();
    void isTheSameBehindAnyLine();
};

namespace
{

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// "host|program|pid|message".
QByteArray text(const LineHeader &header)
{
    const auto bytes = [](std::string_view part) {
        return QByteArray(part.data(), static_cast<qsizetype>(part.size()));
    };
    return bytes(header.host) + '|' + bytes(header.program) + '|' + QByteArray::number(header.pid) + '|'
        + bytes(header.message);
}

} // namespace

void TestLineHeader::takesLinesApart_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("parts");
    const auto row = [](const char *name, const QByteArray &line,
                        const char *parts = "mx1|postfix/qmgr|9|A1: removed") {
        QTest::newRow(name) << line << QByteArray(parts);
    };
    row("traditional", "May  5 00:08:55 mx1 postfix/qmgr[9]: A1: removed");
    row("RFC 3339", "2024-05-05T00:08:55.123456+02:00 mx1 postfix/qmgr[9]: A1: removed");
    row("RFC 3339, Z", "2024-05-05T00:08:55Z mx1 postfix/qmgr[9]: A1: removed");
    row("journalctl -o short-iso", "2024-05-05T00:08:55+0200 mx1 postfix/qmgr[9]: A1: removed");
    row("year first", "2013 Jun 10 06:27:30.123 mx1 postfix/qmgr[9]: A1: removed");
    row("byte order mark", "\xef\xbb\xbfMay  5 00:08:55 mx1 postfix/qmgr[9]: A1: removed");
    row("priority", "<22>May  5 00:08:55 mx1 postfix/qmgr[9]: A1: removed");
    row("container", "mail-1  | May  5 00:08:55 mx1 postfix/qmgr[9]: A1: removed");
    row("quotes of a spreadsheet", "\"May  5 00:08:55 mx1 postfix/qmgr[9]: A1: removed\"");
    row("all of it", "\xef\xbb\xbfmail |  <22>May  5 00:08:55 mx1 postfix/qmgr[9]: A1: removed");
    row("carriage returns", "May  5 00:08:55 mx1 postfix/qmgr[9]: A1: removed\r\r");
    row("several blanks", "May  5 00:08:55 mx1   postfix/qmgr[9]:   A1: removed");
    row("a comma at the end stays", "May  5 00:08:55 mx1 postfix/qmgr[9]: A1: x,", "mx1|postfix/qmgr|9|A1: x,");
    row("blanks at the end stay", "May  5 00:08:55 mx1 postfix/qmgr[9]: A1: x ", "mx1|postfix/qmgr|9|A1: x ");
    row("another instance", "May  5 00:08:55 mx1 postfix-edge/smtpd[9]: x", "mx1|postfix-edge/smtpd|9|x");
    row("submission", "May  5 00:08:55 mx1 postfix/submission/smtpd[9]: x", "mx1|postfix/submission/smtpd|9|x");
    row("no pid", "May  5 00:08:55 mx1 postfix/smtpd: x", "mx1|postfix/smtpd|0|x");
    row("empty pid", "May  5 00:08:55 mx1 postfix/smtpd[]: x", "mx1|postfix/smtpd|0|x");
    row("no message", "May  5 00:08:55 mx1 postfix/smtpd[9]:", "mx1|postfix/smtpd|9|");
    row("no blank before the message", "May  5 00:08:55 mx1 dovecot:x", "mx1|dovecot|0|x");
    row("largest pid", "May  5 00:08:55 mx1 a[4294967295]: x", "mx1|a|4294967295|x");
    row("host with its domain", "May  5 00:08:55 mx1.acme.example a[1]: x", "mx1.acme.example|a|1|x");
    row("IPv6 host", "May  5 00:08:55 2001:db8::1 a[1]: x", "2001:db8::1|a|1|x");
    row("repeated", "May  5 00:08:55 mx1 last message repeated 3 times", "mx1||0|last message repeated 3 times");
    row("NUL bytes", QByteArray("May  5 00:08:55 mx1 a[1]: x\0y", 29), "mx1|a|1|x");
    QTest::newRow("invalid UTF-8") << QByteArray("May  5 00:08:55 m\xff a[1]: \xc3") << QByteArray("m\xff|a|1|\xc3");
}

void TestLineHeader::takesLinesApart()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, parts);
    LineHeader header;
    QVERIFY(parseLineHeader(view(line), header));
    QVERIFY(header.time.kind != RawTime::Kind::None);
    QCOMPARE(text(header).left(parts.size()), parts);
    QVERIFY(line.contains(QByteArray(header.message.data(), static_cast<qsizetype>(header.message.size()))));
    QCOMPARE(header.message.size(), static_cast<std::size_t>(text(header).size() - text(header).lastIndexOf('|') - 1));
}

void TestLineHeader::refusesOtherLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("hasTime");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("only a return") << QByteArray("\r") << false;
    QTest::newRow("no time") << QByteArray("mx1 postfix/qmgr[9]: A1: removed") << false;
    QTest::newRow("only a time") << QByteArray("May  5 00:08:55") << true;
    QTest::newRow("time and blanks") << QByteArray("May  5 00:08:55    ") << true;
    QTest::newRow("only a host") << QByteArray("May  5 00:08:55 mx1") << true;
    QTest::newRow("no colon") << QByteArray("May  5 00:08:55 mx1 postfix/qmgr[9] A1 removed") << true;
    QTest::newRow("bracket not closed") << QByteArray("May  5 00:08:55 mx1 postfix/qmgr[9: A1: removed") << true;
    QTest::newRow("letters for a pid") << QByteArray("May  5 00:08:55 mx1 postfix/qmgr[x]: A1: removed") << true;
    QTest::newRow("program of two words") << QByteArray("May  5 00:08:55 mx1 my program: x") << true;
    QTest::newRow("too many prefixes") << QByteArray("a | b | c | d | May  5 00:08:55 mx1 a[1]: x") << false;
    QTest::newRow("prefix that is too long") << QByteArray(100, 'a') + " | May  5 00:08:55 mx1 a[1]: x" << false;
    QTest::newRow("priority that is none") << QByteArray("<x>May  5 00:08:55 mx1 a[1]: x") << false;
    QTest::newRow("endless") << QByteArray(100000, '<') << false;
}

void TestLineHeader::refusesOtherLines()
{
    QFETCH(const QByteArray, line);
    QFETCH(const bool, hasTime);
    LineHeader header;
    QVERIFY(!parseLineHeader(view(line), header));
    QCOMPARE(header.time.kind != RawTime::Kind::None, hasTime);
}

void TestLineHeader::readsTheTimeBehindAnyPrefix()
{
    LineHeader plain;
    LineHeader prefixed;
    QVERIFY(parseLineHeader("2024-05-05T00:08:55.5Z mx1 a[1]: x", plain));
    QVERIFY(parseLineHeader("mail | 2024-05-05T00:08:55.5Z mx1 a[1]: x", prefixed));
    QCOMPARE(prefixed.time.seconds, plain.time.seconds);
    QCOMPARE(prefixed.time.kind, plain.time.kind);
    QCOMPARE(plain.time.seconds, std::int64_t{1714867735});
}

void TestLineHeader::isTheSameBehindAnyLine_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("the same second") << QByteArrayList{"May  5 00:08:55 mx1 a[1]: x", "May  5 00:08:55 mx1 b[2]: y"};
    QTest::newRow("the next second") << QByteArrayList{"May  5 00:08:55 mx1 a[1]: x", "May  5 00:08:56 mx1 b[2]: y",
                                                       "May  5 00:08:56 mx1 c[3]: z"};
    QTest::newRow("hosts that begin alike")
        << QByteArrayList{"May  5 00:08:55 mx1 a[1]: x", "May  5 00:08:55 mx10 a[1]: x", "May  5 00:08:55 mx a[1]: x",
                          "May  5 00:08:55 mx1 a[1]: x"};
    QTest::newRow("something else between")
        << QByteArrayList{"May  5 00:08:55 mx1 a[1]: x", "garbage", "May  5 00:08:55 mx1 a", "", "May  5 00:08:55",
                          "May  5 00:08:55 mx1 b[2]: y"};
    QTest::newRow("prefixes") << QByteArrayList{"mail | May  5 00:08:55 mx1 a[1]: x", "May  5 00:08:55 mx1 a[1]: x",
                                                "mail | May  5 00:08:55 mx1 b[2]: y", "<22>May  5 00:08:55 mx1 a: x"};
    QTest::newRow("another form of time")
        << QByteArrayList{"May  5 00:08:55 mx1 a[1]: x", "2026-05-05T00:08:55Z mx1 a[1]: x",
                          "2026-05-05T00:08:55.5Z mx1 a[1]: x", "2026-05-05T00:08:55.5Z mx1 b[2]: y"};
    QTest::newRow("repeated") << QByteArrayList{"May  5 00:08:55 mx1 a[1]: x",
                                                "May  5 00:08:55 mx1 last message repeated 2 times"};
}

void TestLineHeader::isTheSameBehindAnyLine()
{
    QFETCH(const QByteArrayList, lines);
    LineStart last;
    std::string lastHost;
    for (const QByteArray &line : lines) {
        LineHeader alone;
        LineHeader inTurn;
        const bool isLine = parseLineHeader(view(line), alone);
        QCOMPARE(parseLineHeader(view(line), last, inTurn), isLine);
        QCOMPARE(inTurn.time.seconds, alone.time.seconds);
        QCOMPARE(inTurn.time.kind, alone.time.kind);
        if (isLine) {
            QCOMPARE(text(inTurn), text(alone));
            QCOMPARE(inTurn.isLastHost, lastHost == alone.host);
            lastHost = alone.host;
        }
    }
}

QTEST_GUILESS_MAIN(TestLineHeader)
#include "tst_lineheader.moc"
