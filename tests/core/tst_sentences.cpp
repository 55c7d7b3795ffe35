// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sentences.h"
#include "spoken.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>
#include <set>

using namespace limier;

class TestSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCode_data();
    void everyCode();
    void languagesDiffer();
    void texts_data();
    void texts();
    void hostileNames();
    void plurals();
};

namespace
{

/// Every code that has a name.
std::vector<ErrorCode> everyErrorCode()
{
    std::vector<ErrorCode> codes;
    for (int value = 0; qstrcmp(errorName(static_cast<ErrorCode>(value)), "unknown") != 0; ++value) {
        codes.push_back(static_cast<ErrorCode>(value));
    }
    return codes;
}

Error errorOf(ErrorCode code)
{
    return {.code = code, .subject = "/var/log/mail.log", .position = 1234567, .value = 7654321, .detail = "DETAIL"};
}

} // namespace

void TestSentences::everyCode_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("language");
    for (const ErrorCode code : everyErrorCode()) {
        QTest::addRow("%s en", errorName(code)) << code << QStringLiteral("en");
        QTest::addRow("%s fr", errorName(code)) << code << QStringLiteral("fr");
    }
}

void TestSentences::everyCode()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, language);
    const Spoken spoken(language);
    const QString sentence = errorSentence(errorOf(code));
    QVERIFY2(sentence.contains(QStringLiteral("/var/log/mail.log")), qPrintable(sentence));
    // What happened, then what to do.
    static const QRegularExpression twoSentences(QStringLiteral(R"(\. \p{Lu}.*\.$)"));
    QVERIFY2(sentence.contains(twoSentences), qPrintable(sentence));
    QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
}

void TestSentences::languagesDiffer()
{
    std::set<QString> sentences;
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("fr")}) {
        const Spoken spoken(language);
        for (const ErrorCode code : everyErrorCode()) {
            sentences.insert(errorSentence(errorOf(code)));
        }
    }
    QCOMPARE(sentences.size(), 2 * everyErrorCode().size());
}

void TestSentences::texts_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("french");
    QTest::newRow("permission")
        << Error{.code = ErrorCode::NotReadable, .subject = "mail.log", .detail = "Permission denied"}
        << QStringLiteral("“mail.log” cannot be read: Permission denied. Run Limier as a user who may read it, or copy "
                          "the log to where you may.")
        << QStringLiteral("Impossible de lire «\u00a0mail.log\u00a0»\u00a0: Permission denied. Lancez Limier sous un "
                          "compte qui en a le droit, ou copiez le journal là où vous pouvez le lire.");
    QTest::newRow("standard input")
        << Error{.code = ErrorCode::Empty, .subject = "-"}
        << QStringLiteral("“-” (standard input) is empty. Check the command that writes to it.")
        << QStringLiteral("«\u00a0-\u00a0» (entrée standard) est vide. Vérifiez la commande qui y écrit.");
    QTest::newRow("zip bomb")
        << Error{.code = ErrorCode::TooLarge, .subject = "a.gz", .value = 64'000'000'000}
        << QStringLiteral("“a.gz” expands to more than 64.0 GB; the rest was not read. If it really is a log, "
                          "decompress it and open the result.")
        << QStringLiteral("«\u00a0a.gz\u00a0» dépasse 64,0 Go une fois décompressé\u202f; la suite n’a pas été lue. "
                          "S’il s’agit bien d’un journal, décompressez-le et ouvrez le résultat.");
    QTest::newRow("large folder")
        << Error{.code = ErrorCode::FolderTooLarge, .subject = "/d", .value = 100000}
        << QStringLiteral(
               "“/d” holds more than 100,000 files; the others were not looked at. Give the logs themselves.")
        << QStringLiteral("«\u00a0/d\u00a0» contient plus de 100\u202f000 fichiers\u202f; les autres n’ont pas été "
                          "examinés. Indiquez les journaux eux-mêmes.");
    QTest::newRow("overlap")
        << Error{.code = ErrorCode::Overlap, .subject = "mail.log", .value = 5001}
        << QStringLiteral("5,001 lines of “mail.log” stand in other files as well; they were counted once. Nothing "
                          "needs to be done.")
        << QStringLiteral("5\u202f001 lignes de «\u00a0mail.log\u00a0» figurent aussi dans d’autres fichiers\u202f; "
                          "elles n’ont été comptées qu’une fois. Il n’y a rien à faire.");
    QTest::newRow("duplicate")
        << Error{.code = ErrorCode::Duplicate, .subject = "a%2", .detail = "b%1"}
        << QStringLiteral("“a%2” holds the same lines as “b%1”; they were counted once. Nothing needs to be done.")
        << QStringLiteral("«\u00a0a%2\u00a0» contient les mêmes lignes que «\u00a0b%1\u00a0»\u202f; elles n’ont été "
                          "comptées qu’une fois. Il n’y a rien à faire.");
}

void TestSentences::texts()
{
    QFETCH(const Error, error);
    QFETCH(const QString, english);
    QFETCH(const QString, french);
    {
        const Spoken spoken(QStringLiteral("en"));
        QCOMPARE(errorSentence(error), english);
    }
    const Spoken spoken(QStringLiteral("fr"));
    QCOMPARE(errorSentence(error), french);
}

void TestSentences::hostileNames()
{
    const Spoken spoken(QStringLiteral("en"));
    for (const ErrorCode code : everyErrorCode()) {
        const Error error{
            .code = code, .subject = "a\x1b]0;x\x07`|\n", .position = 1, .value = 1, .detail = "<b>\x1b`|\r"};
        const QString plain = errorSentence(error);
        QVERIFY2(plain.contains(QStringLiteral(R"(“a\x1b]0;x\x07`|\x0a”)")), qPrintable(plain));
        QVERIFY(!plain.contains(u'\x1b'));
        const QString markdown = errorSentence(error, SentenceForm::Markdown);
        QVERIFY2(markdown.contains(QStringLiteral(R"(`a\x1b]0;x\x07\x60\x7c\x0a`)")), qPrintable(markdown));
        QVERIFY2(!markdown.contains(u'|') && !markdown.contains(u'\n') && !markdown.contains(u'\x1b'),
                 qPrintable(markdown));
        QVERIFY2(!markdown.contains(u'<') || markdown.contains(QStringLiteral(R"(`<b>\x1b\x60\x7c\x0d`)")),
                 qPrintable(markdown));
    }
}

void TestSentences::plurals()
{
    Error error{.code = ErrorCode::LineTooLong, .subject = "mail.log", .position = 1500, .value = 1};
    {
        const Spoken french(QStringLiteral("fr"));
        QVERIFY(errorSentence(error).startsWith(QStringLiteral("1 ligne de «")));
        error.value = 3'000'000'000;
        QVERIFY(errorSentence(error).startsWith(QStringLiteral("3\u202f000\u202f000\u202f000 lignes de «")));
    }
    const Spoken english(QStringLiteral("en"));
    QVERIFY(errorSentence(error).startsWith(QStringLiteral("3,000,000,000 lines of “mail.log”, from line 1,500")));
    error.value = 1;
    QVERIFY(errorSentence(error).startsWith(QStringLiteral("1 line of “mail.log”, line 1,500, was")));
    QCOMPARE(pluralCount(std::numeric_limits<std::uint64_t>::max()), std::numeric_limits<int>::max());
}

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
