// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/remotesentences.h"

#include "spoken.h"

#include <QSet>
#include <QTest>

using namespace limier;

class TestRemoteSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCode_data();
    void everyCode();
    void hostile_data();
    void hostile();
};

namespace
{

constexpr int Codes = static_cast<int>(RemoteErrorCode::Cancelled) + 1;

RemoteError errorOf(int code)
{
    return {.code = static_cast<RemoteErrorCode>(code),
            .host = "mail.acme.example",
            .subject = "/var/log/subject",
            .detail = "the-detail",
            .value = 7};
}

} // namespace

void TestRemoteSentences::everyCode_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("French") << QStringLiteral("fr");
}

/// Each has a sentence of its own, names what it is about, and says what to do: it has more than one sentence.
void TestRemoteSentences::everyCode()
{
    QFETCH(const QString, language);
    const Spoken spoken(language);
    QSet<QString> all;
    for (int code = 0; code < Codes; ++code) {
        const QString text = sentence(errorOf(code));
        QVERIFY2(text.size() > 40, qPrintable(text));
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral(". ")) || text.contains(QStringLiteral("; ")), qPrintable(text));
        QVERIFY2(!text.contains(u'%') && !text.contains(u'<') && !text.contains(u'&'), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("mail.acme.example")) || text.contains(QStringLiteral("subject")),
                 qPrintable(text));
        all.insert(text);
        // Without its facts it is still a sentence.
        const QString bare = sentence({.code = static_cast<RemoteErrorCode>(code)});
        QVERIFY2(bare.endsWith(u'.') && !bare.contains(u'%'), qPrintable(bare));
    }
    QCOMPARE(all.size(), Codes);
    QVERIFY(sentence(errorOf(Codes)).isEmpty());
}

void TestRemoteSentences::hostile_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("markup") << std::string("<img src=x><b>bold</b>");
    QTest::newRow("escape sequence") << std::string("\x1b[2J\x1b]0;title\x07");
    QTest::newRow("direction") << std::string("a\u202eb");
    QTest::newRow("placeholders") << std::string("%1 %2 %3 %4 %n");
    QTest::newRow("several lines") << std::string("one\ntwo\r\nthree");
    QTest::newRow("NUL") << std::string("a\0b", 3);
    QTest::newRow("not UTF-8") << std::string("\xff\xfe");
    QTest::newRow("endless") << std::string(10000, 'x');
}

void TestRemoteSentences::hostile()
{
    QFETCH(const std::string, text);
    const Spoken spoken(QStringLiteral("en"));
    for (int code = 0; code < Codes; ++code) {
        const QString shown = sentence(
            {.code = static_cast<RemoteErrorCode>(code), .host = text, .subject = text, .detail = text, .value = 7});
        QVERIFY2(shown.size() < 1200, qPrintable(shown));
        for (const QChar c : shown) {
            QVERIFY2(c.isPrint() || c == u' ', qPrintable(shown));
        }
        QVERIFY(!shown.contains(QChar(0x202E)));
        // What the text holds is replaced by nothing else.
        if (text.starts_with("%1")) {
            QVERIFY2(shown.contains(QStringLiteral("%1 %2 %3 %4 %n")), qPrintable(shown));
        }
    }
}

QTEST_GUILESS_MAIN(TestRemoteSentences)
#include "tst_remotesentences.moc"
