// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/literalfinder.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cctype>
#include <memory>

using namespace limier;
using namespace Qt::StringLiterals;

class TestLiteralFinder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesTheRarestSet();
    void checksTheOtherSetsOfALine();
    void isOfNoUseWithoutLiterals();
    void findsAtEveryPlace_data();
    void findsAtEveryPlace();
    void staysWithinTheText();
    void marksOtherFormsOfLettersAsUnsure();
    void agreesWithPlainSearch();
};

namespace
{

constexpr std::string_view Sample =
    "May  5 00:08:55 mx postfix/smtpd[1]: 1A2B3C: client=unknown[192.0.2.1], sasl_username=admin\n"
    "May  5 00:08:55 mx postfix/smtpd[1]: 1A2B3D: client=unknown[192.0.2.1], sasl_username=admin\n"
    "May  5 00:08:56 mx postfix/smtp[2]: 1A2B3C: to=<a@example.com>, status=sent (250 ok)\n"
    "May  5 00:08:56 mx postfix/smtp[2]: 1A2B3D: to=<b@example.com>, status=deferred (450 no)\n";

LiteralFinder finderFor(QStringView pattern, bool caseless = false)
{
    return LiteralFinder(requiredLiterals(pattern, caseless), Sample);
}

std::ptrdiff_t place(const LiteralFinder &finder, std::string_view text)
{
    const LiteralFinder::Hit hit = finder.find(text.data(), text.data() + text.size());
    return hit.at == nullptr ? -1 : hit.at - text.data();
}

/// The first place where one of the texts stands, looked for one place after the other.
std::ptrdiff_t plainPlace(const LiteralSet &set, std::string_view text, bool caseless)
{
    const auto same = [caseless](char a, char b) {
        return a == b || (caseless && std::tolower(static_cast<unsigned char>(a)) == b);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const std::string &wanted : set) {
            if (text.size() - i >= wanted.size() && std::ranges::equal(text.substr(i, wanted.size()), wanted, same)) {
                return static_cast<std::ptrdiff_t>(i);
            }
        }
    }
    return -1;
}

} // namespace

void TestLiteralFinder::takesTheRarestSet()
{
    // "client=" and "status=" stand in half of the sample's lines, "450" in one.
    const LiteralFinder finder = finderFor(u"(client|status)=.*450");
    QCOMPARE(place(finder, "client="), -1);
    QCOMPARE(place(finder, "x450"), 1);
}

void TestLiteralFinder::checksTheOtherSetsOfALine()
{
    const LiteralFinder finder = finderFor(u"(client|status)=.*450.*\\(.*ok");
    QVERIFY(finder.holdsOthers("ok, client=450"));
    QVERIFY(!finder.holdsOthers("client=450, not so"));
    QVERIFY(!finder.holdsOthers("450 ok"));
    QVERIFY(finderFor(u"450").holdsOthers(""));
    QVERIFY(finderFor(u"450.*ask", true).holdsOthers("450 a\u017FK"));
}

void TestLiteralFinder::isOfNoUseWithoutLiterals()
{
    QVERIFY(!finderFor(u"[0-9]+").isUseful());
    QVERIFY(finderFor(u"x[0-9]+").isUseful());
}

void TestLiteralFinder::findsAtEveryPlace_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("caseless");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("one byte") << u"%"_s << false << "%"_ba;
    QTest::newRow("two bytes") << u"zq"_s << false << "zq"_ba;
    QTest::newRow("short") << u"status="_s << false << "status="_ba;
    QTest::newRow("long") << QString(100, u'a') << false << QByteArray(100, 'a');
    QTest::newRow("one of two") << u"status=(deferred|bounced)"_s << false << "status=bounced"_ba;
    QTest::newRow("one of unlike ones") << u"quota|blocked|relay"_s << false << "relay"_ba;
    QTest::newRow("without case") << u"Failed"_s << true << "fAILED"_ba;
    QTest::newRow("no letters, without case") << u"[1.2]"_s << true << "1"_ba;
    QTest::newRow("NUL") << u"\\x{00}x"_s << false << QByteArray("\0x", 2);
}

void TestLiteralFinder::findsAtEveryPlace()
{
    QFETCH(QString, pattern);
    QFETCH(bool, caseless);
    QFETCH(QByteArray, text);
    const LiteralFinder finder = finderFor(pattern, caseless);
    QVERIFY(finder.isUseful());
    for (std::size_t before = 0; before < 70; ++before) {
        for (const std::size_t after : {0U, 1U, 15U, 16U, 40U}) {
            const std::string all = std::string(before, '~') + text.toStdString() + std::string(after, '~');
            QCOMPARE(place(finder, all), static_cast<std::ptrdiff_t>(before));
            QCOMPARE(place(finder, std::string_view(all).substr(0, before + static_cast<std::size_t>(text.size()) - 1)),
                     -1);
        }
    }
}

void TestLiteralFinder::staysWithinTheText()
{
    // Exactly as long as needed, so that the address sanitizer sees every byte too many.
    const LiteralFinder finder = finderFor(u"status=(deferred|bounced)");
    for (std::size_t size = 0; size < 200; ++size) {
        const auto text = std::make_unique<char[]>(size);
        std::fill_n(text.get(), size, 's');
        QCOMPARE(finder.find(text.get(), text.get() + size).at, nullptr);
    }
}

void TestLiteralFinder::marksOtherFormsOfLettersAsUnsure()
{
    const LiteralFinder finder = finderFor(u"sink", true);
    const auto isMatch = [&](std::string_view text) { return finder.find(text.data(), text.data() + text.size()); };
    QVERIFY(isMatch("x SINK").isMatch);
    const LiteralFinder::Hit longS = isMatch("x \u017Fink");
    QVERIFY(longS.at != nullptr && !longS.isMatch);
    const LiteralFinder::Hit kelvin = isMatch("x sin\u212A");
    QVERIFY(kelvin.at != nullptr && !kelvin.isMatch);
    QCOMPARE(place(finderFor(u"pin", true), "p\u017F\u212A"), -1);
}

void TestLiteralFinder::agreesWithPlainSearch()
{
    QRandomGenerator random(7);
    const auto randomText = [&random](int length) {
        std::string text;
        for (; length > 0; --length) {
            text += "aabAB="[random.bounded(6)];
        }
        return text;
    };
    int found = 0;
    for (int round = 0; round < 3000; ++round) {
        RegexLiterals literals{.required = {}, .caseless = random.bounded(2) == 0, .exact = true};
        LiteralSet set;
        for (int count = random.bounded(1, 5); count > 0; --count) {
            std::string text = randomText(random.bounded(1, 9));
            if (literals.caseless) {
                std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
            }
            set.push_back(text);
        }
        literals.required.push_back(set);
        const std::string text = randomText(random.bounded(120));
        const LiteralFinder finder(literals, randomText(500));
        const std::ptrdiff_t expected = plainPlace(set, text, literals.caseless);
        QCOMPARE(place(finder, text), expected);
        found += expected >= 0 ? 1 : 0;
    }
    QVERIFY(found > 1000 && found < 2900);
}

QTEST_GUILESS_MAIN(TestLiteralFinder)
#include "tst_literalfinder.moc"
