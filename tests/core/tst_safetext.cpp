// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/safetext.h"

#include <QTest>

using namespace limier;

class TestSafeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void visible_data();
    void visible();
    void everyCodePoint();
    void everyPairOfBytes();
    void code_data();
    void code();
    void limit();
};

void TestSafeText::visible_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("admin@acme.tld") << QByteArray("admin@acme.tld");
    QTest::newRow("accents") << QByteArray("josé 日本 💌") << QByteArray("josé 日本 💌");
    QTest::newRow("backslash") << QByteArray(R"(ACME\bob)") << QByteArray(R"(ACME\bob)");
    QTest::newRow("colour") << QByteArray("\x1b[31mred") << QByteArray(R"(\x1b[31mred)");
    QTest::newRow("nul") << QByteArray("a\0b", 3) << QByteArray(R"(a\x00b)");
    QTest::newRow("line end") << QByteArray("a\r\nb") << QByteArray(R"(a\x0d\x0ab)");
    QTest::newRow("delete") << QByteArray("\x7f") << QByteArray(R"(\x7f)");
    QTest::newRow("c1 as utf-8") << QByteArray("\xc2\x9b"
                                               "31m")
                                 << QByteArray(R"(\u009b31m)");
    QTest::newRow("c1 as a byte") << QByteArray("\x9b"
                                                "31m")
                                  << QByteArray(R"(\x9b31m)");
    QTest::newRow("right to left") << QByteArray("\xe2\x80\xae") << QByteArray(R"(\u202e)");
    QTest::newRow("isolate") << QByteArray("\xe2\x81\xa6") << QByteArray(R"(\u2066)");
    QTest::newRow("no width") << QByteArray("\xe2\x80\x8b") << QByteArray(R"(\u200b)");
    QTest::newRow("line separator") << QByteArray("\xe2\x80\xa8") << QByteArray(R"(\u2028)");
    QTest::newRow("tag") << QByteArray("\xf3\xa0\x81\x81") << QByteArray(R"(\ue0041)");
    QTest::newRow("latin 1") << QByteArray("\xe9t\xe9") << QByteArray(R"(\xe9t\xe9)");
    QTest::newRow("cut off") << QByteArray("\xe2\x82") << QByteArray(R"(\xe2\x82)");
    QTest::newRow("too long a form") << QByteArray("\xe0\x80\xaf") << QByteArray(R"(\xe0\x80\xaf)");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray(R"(\xed\xa0\x80)");
    QTest::newRow("beyond unicode") << QByteArray("\xf4\x90\x80\x80") << QByteArray(R"(\xf4\x90\x80\x80)");
}

void TestSafeText::visible()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(visibleText(bytes.toStdString())), text);
}

void TestSafeText::everyCodePoint()
{
    for (char32_t codePoint = 0; codePoint <= 0x10FFFF; ++codePoint) {
        if (codePoint >= 0xD800 && codePoint <= 0xDFFF) {
            continue;
        }
        const auto utf16 = QChar::fromUcs4(codePoint);
        const std::string utf8 = QStringView(utf16).toUtf8().toStdString();
        const CodePoint read = firstCodePoint(utf8 + "\x80");
        if (!read.isValid || read.value != codePoint || read.length != utf8.size()) {
            QFAIL(qPrintable(QString::number(codePoint, 16)));
        }
    }
}

void TestSafeText::everyPairOfBytes()
{
    for (unsigned pair = 0; pair < 0x10000; ++pair) {
        const std::string bytes{static_cast<char>(pair >> 8), static_cast<char>(pair & 0xFF)};
        const QString shown = QString::fromStdString(visibleText(bytes));
        for (const QChar c : shown) {
            if (c == QChar::ReplacementCharacter || c.category() == QChar::Other_Control
                || c.category() == QChar::Other_Format) {
                QFAIL(qPrintable(QString::number(pair, 16)));
            }
        }
    }
}

void TestSafeText::code_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("span");
    QTest::newRow("address") << QByteArray("a_b*c@acme.tld") << QByteArray("`a_b*c@acme.tld`");
    QTest::newRow("html") << QByteArray("<b>&lt;") << QByteArray("`<b>&lt;`");
    QTest::newRow("backtick") << QByteArray("a`b") << QByteArray(R"(`a\x60b`)");
    QTest::newRow("pipe") << QByteArray("a|b") << QByteArray(R"(`a\x7cb`)");
    QTest::newRow("backslash and pipe") << QByteArray(R"(a\|b)") << QByteArray(R"(`a\\x7cb`)");
    QTest::newRow("line end") << QByteArray("a\n# b") << QByteArray(R"(`a\x0a# b`)");
}

void TestSafeText::code()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, span);
    QCOMPARE(QByteArray::fromStdString(codeSpan(bytes.toStdString())), span);
}

void TestSafeText::limit()
{
    QCOMPARE(visibleText("éèà", 3), std::string("éèà"));
    QCOMPARE(visibleText("éèàù", 3), std::string("éèà…"));
    QCOMPARE(codeSpan("a\x1b"
                      "b",
                      2),
             std::string("`a\\x1b…`"));
}

QTEST_APPLESS_MAIN(TestSafeText)
#include "tst_safetext.moc"
