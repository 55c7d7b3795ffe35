// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/usage.h"
#include "spoken.h"

#include <QTest>

#include <set>

using namespace limier;

using Kind = UsageError::Kind;

class TestUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void help_data();
    void help();
    void sentences_data();
    void sentences();
    void hostileValue();
    void needsDisplay();
};

void TestUsage::help_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << QStringLiteral("en");
    QTest::newRow("fr") << QStringLiteral("fr");
}

void TestUsage::help()
{
    QFETCH(const QString, language);
    const Spoken spoken(language);
    const QString text = helpText();
    for (const char *option :
         {"--report", "--output", "--since", "--until", "--timezone", "--lang", "--threads", "-h", "--help",
          "--version", "--server", "json", "csv", "md", "24h", "2026-06-14 18:30", "Europe/Paris"}) {
        QVERIFY2(text.contains(QLatin1StringView(option)), option);
    }
    QVERIFY(!text.contains(QStringLiteral("html")));
    for (const QString &line : text.split(u'\n')) {
        QVERIFY2(line.size() <= 90, qPrintable(line));
    }
    QVERIFY(text.contains(language == QStringLiteral("fr") ? QStringLiteral("Code de retour")
                                                           : QStringLiteral("Exit status")));
}

void TestUsage::sentences_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("fact");
    QTest::newRow("option") << Kind::UnknownOption << QStringLiteral("--opt");
    QTest::newRow("missing") << Kind::MissingValue << QStringLiteral("--opt");
    QTest::newRow("unexpected") << Kind::UnexpectedValue << QStringLiteral("--opt");
    QTest::newRow("form") << Kind::UnknownForm << QStringLiteral("val%1");
    QTest::newRow("language") << Kind::UnknownLanguage << QStringLiteral("val%1");
    QTest::newRow("zone") << Kind::UnknownZone << QStringLiteral("val%1");
    QTest::newRow("time") << Kind::BadTime << QStringLiteral("val%1");
    QTest::newRow("threads") << Kind::BadThreads << QStringLiteral("val%1");
    QTest::newRow("server in a report") << Kind::ServerInReport << QStringLiteral("--opt");
    QTest::newRow("server and path") << Kind::ServerAndPath << QStringLiteral("--server");
    QTest::newRow("path") << Kind::NoPath << QString();
}

void TestUsage::sentences()
{
    QFETCH(const Kind, kind);
    QFETCH(const QString, fact);
    std::set<QString> sentences;
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("fr")}) {
        const Spoken spoken(language);
        const QString sentence = usageSentence({.kind = kind, .option = "--opt", .value = "val%1"});
        QVERIFY2(sentence.contains(fact), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("limier --help")), qPrintable(sentence));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), 2U);
}

void TestUsage::hostileValue()
{
    const Spoken spoken(QStringLiteral("en"));
    const QString sentence = usageSentence({.kind = Kind::UnknownForm, .option = "--report", .value = "\x1b[2J"});
    QVERIFY2(sentence.startsWith(QStringLiteral(R"(There is no report in the form “\x1b[2J”)")), qPrintable(sentence));
}

void TestUsage::needsDisplay()
{
    const Spoken spoken(QStringLiteral("en"));
    for (const char *word : {"DISPLAY", "WAYLAND_DISPLAY", "ssh -X", "--report md"}) {
        QVERIFY2(needsDisplaySentence().contains(QLatin1StringView(word)), word);
        QVERIFY2(serverNeedsDisplaySentence().contains(QLatin1StringView(word)), word);
    }
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
