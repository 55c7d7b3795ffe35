// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/regexliteral.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace limier;
using namespace Qt::StringLiterals;

class TestRegexLiteral : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsLiterals_data();
    void findsLiterals();
    void survivesDeepGroups();
    void everyMatchHoldsALiteral();
};

namespace
{

/// E.g. "a|b & c" for the sets {a, b} and {c}; "exact: " before them where a text is enough.
QString described(const RegexLiterals &literals)
{
    QStringList sets;
    for (const LiteralSet &set : literals.required) {
        QStringList texts;
        for (const std::string &text : set) {
            texts.append(QString::fromStdString(text));
        }
        sets.append(texts.join(u'|'));
    }
    return (literals.exact ? u"exact: "_s : QString()) + (literals.caseless ? u"caseless: "_s : QString())
        + sets.join(u" & "_s);
}

bool holdsText(const QString &line, const LiteralSet &set, bool caseless)
{
    return std::ranges::any_of(set, [&](const std::string &text) {
        return line.contains(QString::fromStdString(text), caseless ? Qt::CaseInsensitive : Qt::CaseSensitive);
    });
}

QString pick(QRandomGenerator &random, const QStringList &from)
{
    return from[random.bounded(static_cast<int>(from.size()))];
}

QString randomPattern(QRandomGenerator &random, int depth)
{
    static const QStringList atoms{u"a"_s,           u"b"_s,     u"c"_s,      u"B"_s,     u"."_s,    u"[ab]"_s,
                                   u"[^a]"_s,        u"[a-c]"_s, u"\\w"_s,    u"\\x61"_s, u"^"_s,    u"$"_s,
                                   u"\\b"_s,         u"[]b]"_s,  u"\\]"_s,    u"{"_s,     u"(?i)"_s, u"[\\]a]"_s,
                                   u"[[:alpha:]]"_s, u"(?=b)"_s, u"(?<!a)"_s, u"-"_s,     u"[a-]"_s};
    static const QStringList counts{QString(), QString(),  QString(), QString(), u"*"_s,  u"+"_s,  u"?"_s,   u"{2}"_s,
                                    u"{0}"_s,  u"{1,2}"_s, u"{2,}"_s, u"*?"_s,   u"++"_s, u"?+"_s, u"{,2}"_s};
    static const QStringList opens{u"("_s, u"(?:"_s, u"(?>"_s, u"(?i:"_s, u"(?<n>"_s, u"(?|"_s, u"(?="_s};
    QString pattern;
    for (int parts = random.bounded(1, 5); parts > 0; --parts) {
        if (depth > 0 && random.bounded(4) == 0) {
            pattern += pick(random, opens) + randomPattern(random, depth - 1) + u')' + pick(random, counts);
        } else {
            pattern += pick(random, atoms) + pick(random, counts);
        }
        if (random.bounded(6) == 0) {
            pattern += u'|';
        }
    }
    return pattern;
}

} // namespace

void TestRegexLiteral::findsLiterals_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("caseless");
    QTest::addColumn<QString>("expected");

    QTest::newRow("plain text") << u"sasl_username="_s << false << u"exact: sasl_username="_s;
    QTest::newRow("escaped text") << u"\\[1\\.2\\.3\\.4\\]"_s << false << u"exact: [1.2.3.4]"_s;
    QTest::newRow("alternatives") << u"status=(deferred|bounced)"_s << false
                                  << u"exact: status=bounced|status=deferred"_s;
    QTest::newRow("whole alternatives") << u"reject:|milter-reject:"_s << false << u"exact: milter-reject:|reject:"_s;
    QTest::newRow("pieces") << u"to=<[a-z]+\\.[a-z]+@example\\.com>"_s << false << u"to=< & . & @example.com>"_s;
    QTest::newRow("any text between") << u"client=.*\\[203\\.0\\.113\\.[0-9]+\\]"_s << false
                                      << u"client= & [203.0.113. & ]"_s;
    QTest::newRow("counted class") << u"[0-9A-F]{8}: removed"_s << false << u": removed"_s;
    QTest::newRow("small class") << u"[Ss]ent"_s << false << u"exact: Sent|sent"_s;
    QTest::newRow("range") << u"4[0-2]0"_s << false << u"exact: 400|410|420"_s;
    QTest::newRow("large class") << u"4[0-9]0x"_s << false << u"4 & 0x"_s;
    QTest::newRow("optional letter") << u"colou?r"_s << false << u"exact: color|colour"_s;
    QTest::newRow("optional rest") << u"foo(bar)*"_s << false << u"foo"_s;
    QTest::newRow("repeated") << u"(ab){2}c"_s << false << u"exact: ababc"_s;
    QTest::newRow("at least once") << u"x(ab)+y"_s << false << u"x & ab & y"_s;
    QTest::newRow("anchors are checked afterwards") << u"^May"_s << false << u"May"_s;
    QTest::newRow("lookahead") << u"foo(?=bar)b"_s << false << u"foob"_s;
    QTest::newRow("negative lookahead") << u"foo(?!secret)"_s << false << u"foo"_s;
    QTest::newRow("named group") << u"(?<user>admin)@"_s << false << u"exact: admin@"_s;
    QTest::newRow("possessive") << u"a?+ab"_s << false << u"aab|ab"_s;
    QTest::newRow("without case, option") << u"Failed"_s << true << u"exact: caseless: failed"_s;
    QTest::newRow("without case, flag") << u"(?i)Failed"_s << false << u"exact: caseless: failed"_s;
    QTest::newRow("partly without case") << u"Auth(?i)Failed"_s << false << u"caseless: authfailed"_s;
    QTest::newRow("hexadecimal") << u"\\x41\\x{42}"_s << false << u"exact: AB"_s;
    QTest::newRow("not ASCII") << u"caf\u00e9 noir"_s << false << u"caf &  noir"_s;
    QTest::newRow("line break") << u"a\\nb"_s << false << u"a & b"_s;
    QTest::newRow("bracket in class") << u"[]x]y"_s << false << u"exact: ]y|xy"_s;
    QTest::newRow("brace that is none") << u"a{b}"_s << false << u"exact: a{b}"_s;
    QTest::newRow("POSIX class") << u"a[[:digit:]]b"_s << false << u"a & b"_s;
    QTest::newRow("property") << u"a\\p{Lu}b\\pLc"_s << false << u"a & b & c"_s;
    QTest::newRow("no literal") << u"[a-z]+"_s << false << QString();
    QTest::newRow("one branch without") << u"foo|[a-z]+"_s << false << QString();
    QTest::newRow("empty branch") << u"foo|"_s << false << QString();
    QTest::newRow("empty") << QString() << false << QString();
    QTest::newRow("white space ignored") << u"(?x)f o o"_s << false << QString();
    QTest::newRow("reference") << u"(foo)\\1"_s << false << QString();
    QTest::newRow("condition") << u"(a)?(?(1)foo|bar)"_s << false << QString();
    QTest::newRow("recursion") << u"foo(?R)?"_s << false << QString();
    QTest::newRow("verb") << u"(*ANYCRLF)foo"_s << false << QString();
    QTest::newRow("quoted") << u"\\Qa.b\\E+"_s << false << QString();
    QTest::newRow("comment") << u"foo(?#x)+"_s << false << QString();
}

void TestRegexLiteral::findsLiterals()
{
    QFETCH(QString, pattern);
    QFETCH(bool, caseless);
    QFETCH(QString, expected);
    QVERIFY(QRegularExpression(pattern).isValid());
    QCOMPARE(described(requiredLiterals(pattern, caseless)), expected);
}

void TestRegexLiteral::survivesDeepGroups()
{
    const QString pattern = QString(200000, u'(') + u'a' + QString(200000, u')');
    QVERIFY(requiredLiterals(pattern, false).required.empty());
}

void TestRegexLiteral::everyMatchHoldsALiteral()
{
    QRandomGenerator random(20260614);
    int matches = 0;
    for (int round = 0; round < 20000; ++round) {
        const QString pattern = randomPattern(random, 3);
        const bool caseless = random.bounded(4) == 0;
        const QRegularExpression regex(
            pattern, caseless ? QRegularExpression::CaseInsensitiveOption : QRegularExpression::NoPatternOption);
        if (!regex.isValid()) {
            continue;
        }
        const RegexLiterals literals = requiredLiterals(pattern, caseless);
        for (int i = 0; i < 10; ++i) {
            QString line;
            for (int length = random.bounded(12); length > 0; --length) {
                line += u"aabbccABC]{-"[random.bounded(12)];
            }
            const bool found = regex.match(line).hasMatch();
            matches += found ? 1 : 0;
            for (const LiteralSet &set : literals.required) {
                const bool holds = holdsText(line, set, literals.caseless);
                QVERIFY2(!found || holds, qPrintable(pattern + u"  in  "_s + line));
                QVERIFY2(!literals.exact || found == holds, qPrintable(pattern + u"  exactly in  "_s + line));
            }
        }
    }
    QVERIFY(matches > 10000);
}

QTEST_GUILESS_MAIN(TestRegexLiteral)
#include "tst_regexliteral.moc"
