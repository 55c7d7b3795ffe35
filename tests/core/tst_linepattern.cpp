// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/linepattern.h"

#include <QTest>

#include <string>

using namespace limier;
using namespace Qt::StringLiterals;
using Kind = LinePattern::Kind;
using Answer = LineMatcher::Answer;

class TestLinePattern : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void matches_data();
    void matches();
    void saysWhatIsWrong();
    void boundsTheStepsOfALine();
    void decodesBytes();
};

void TestLinePattern::matches_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Qt::CaseSensitivity>("sensitivity");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("expected");
    const auto regex = [](const char *name, const QString &pattern, const QByteArray &line, bool expected) {
        QTest::newRow(name) << pattern << Kind::RegularExpression << Qt::CaseSensitive << line << expected;
    };
    const auto text = [](const char *name, const QString &pattern, Qt::CaseSensitivity sensitivity,
                         const QByteArray &line, bool expected) {
        QTest::newRow(name) << pattern << Kind::Text << sensitivity << line << expected;
    };

    regex("alternatives", u"status=(deferred|bounced)"_s, "x status=bounced y"_ba, true);
    regex("anchored", u"^May .*removed$"_s, "May  5 00:00:00 mx postfix/qmgr[1]: 1A2B3C: removed"_ba, true);
    regex("anchored elsewhere", u"^removed"_s, "1A2B3C: removed"_ba, false);
    regex("flag", u"(?i)FAILED"_s, "failed"_ba, true);
    regex("non-ASCII, UTF-8", u"caf\u00e9"_s, "un caf\xc3\xa9 noir"_ba, true);
    regex("non-ASCII, Latin-1", u"caf\u00e9"_s, "un caf\xe9 noir"_ba, true);
    regex("one character each", u"^.{5}$"_s, "\xc3\xa9t\xc3\xa9 \xe2\x82\xac"_ba, true);
    regex("empty line", u"^$"_s, QByteArray(""), true);
    regex("NUL", u"a\\x{00}b"_s, QByteArray("xa\0bx", 5), true);
    text("meta characters", u"[1.2.3.4]: (x)*"_s, Qt::CaseSensitive, "a [1.2.3.4]: (x)* b"_ba, true);
    text("meta characters mean nothing", u"a.c"_s, Qt::CaseSensitive, "abc"_ba, false);
    text("case counts", u"Failed"_s, Qt::CaseSensitive, "failed"_ba, false);
    text("case does not count", u"Failed"_s, Qt::CaseInsensitive, "FAILED"_ba, true);
    text("non-ASCII without case", u"\u00c9T\u00c9"_s, Qt::CaseInsensitive, "\xc3\xa9t\xc3\xa9"_ba, true);
    text("long s", u"sasl"_s, Qt::CaseInsensitive,
         "\xc5\xbf"
         "asl"_ba,
         true);
    text("backslashes", u"\\Qx\\E"_s, Qt::CaseSensitive, "a\\Qx\\E"_ba, true);
}

void TestLinePattern::matches()
{
    QFETCH(QString, pattern);
    QFETCH(Kind, kind);
    QFETCH(Qt::CaseSensitivity, sensitivity);
    QFETCH(QByteArray, line);
    QFETCH(bool, expected);
    const auto made = LinePattern::make(pattern, kind, sensitivity);
    QVERIFY(made.has_value());
    LineMatcher matcher(*made);
    QCOMPARE(matcher.match({line.constData(), static_cast<std::size_t>(line.size())}),
             expected ? Answer::Yes : Answer::No);
}

void TestLinePattern::saysWhatIsWrong()
{
    const auto made = LinePattern::make(u"to=<(abc"_s, Kind::RegularExpression, Qt::CaseSensitive);
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().position, 8);
    QCOMPARE(made.error().text, u"missing closing parenthesis"_s);
    QVERIFY(LinePattern::make(u"to=<(abc"_s, Kind::Text, Qt::CaseSensitive).has_value());
}

void TestLinePattern::boundsTheStepsOfALine()
{
    LineMatcher matcher(*LinePattern::make(u"(a+)+[0-9]"_s, Kind::RegularExpression, Qt::CaseSensitive));
    QCOMPARE(matcher.match(std::string(60, 'a') + 'b'), Answer::TooHard);
    QCOMPARE(matcher.match("aaa1"), Answer::Yes);
    QCOMPARE(matcher.match(std::string(LineMatcher::LongestLine, 'b') + "a1"), Answer::TooHard);
}

void TestLinePattern::decodesBytes()
{
    LineDecoder decoder;
    QCOMPARE(decoder.decode("\xff\xfe").toString(), u"\u00ff\u00fe"_s);
    QCOMPARE(decoder.decode("\xe2\x82\xac").toString(), u"\u20ac"_s);
    QCOMPARE(decoder.decode("\xe2\x82").toString(), u"\u00e2\u0082"_s);
    QCOMPARE(decoder.decode("abc").toString(), u"abc"_s);
    QCOMPARE(decoder.decode("").toString(), QString());
}

QTEST_GUILESS_MAIN(TestLinePattern)
#include "tst_linepattern.moc"
