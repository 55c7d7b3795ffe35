// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generatedlog.h"
#include "core/logfiles.h"
#include "fuzz/invariants.h"
#include "fuzz/mutator.h"
#include "index/indexbuilder.h"
#include "log/postfixparser.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace limier;
using namespace Qt::StringLiterals;

/**
 * Damages logs at random and reads them. The seeds run from one on, so that a failure, which names its seed, comes
 * again; LIMIER_FUZZ_SECONDS says for how long, LIMIER_FUZZ_SEED where to begin.
 */
class TestMutations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void linesAreIndexed();
    void filesAreLoaded();

private:
    void checkLines(const std::string &text, std::mt19937 &random);
    void checkFile(const std::string &text, std::uint32_t seed);
    template <typename Check>
    void forEachSeed(Check check);

    std::vector<std::string> m_corpus;
};

namespace
{

std::size_t linesOf(std::string_view text)
{
    const auto newlines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    return newlines + (text.empty() || text.ends_with('\n') ? 0U : 1U);
}

/// The report as JSON; empty if that is no JSON.
QByteArray jsonOf(std::shared_ptr<const MailIndex> index)
{
    const QByteArray json = generatedlog::json({std::move(index), {}, false});
    QJsonParseError failure;
    QJsonDocument::fromJson(json, &failure);
    return failure.error == QJsonParseError::NoError ? json : QByteArray();
}

} // namespace

void TestMutations::initTestCase()
{
    const QDir rules(QStringLiteral(LIMIER_TEST_DATA "/rules"));
    for (const QString &name : rules.entryList({u"*.log"_s}, QDir::Files, QDir::Name)) {
        QFile file(rules.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_corpus.push_back(file.readAll().toStdString());
    }
    QCOMPARE_GT(m_corpus.size(), 40U);
    const QTemporaryDir folder;
    for (const char *options : {"--lines 300 --filter", "--lines 300 --ids long --time rfc3339 --postscreen"}) {
        const QString path = folder.filePath(u"generated.log"_s);
        generatedlog::generate(options, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_corpus.push_back(file.readAll().toStdString());
    }
}

template <typename Check>
void TestMutations::forEachSeed(Check check)
{
    constexpr int UsualSeconds = 10;
    const int seconds = qEnvironmentVariableIntValue("LIMIER_FUZZ_SECONDS");
    const int milliseconds = (seconds > 0 ? seconds : UsualSeconds) * 1000 / 2; // half for each kind of test
    auto seed = static_cast<std::uint32_t>(std::max(qEnvironmentVariableIntValue("LIMIER_FUZZ_SEED"), 1));
    QElapsedTimer timer;
    timer.start();
    int rounds = 0;
    for (; timer.elapsed() < milliseconds; ++seed, ++rounds) {
        check(seed);
        if (QTest::currentTestFailed()) {
            qInfo("the seed was %u", seed);
            return;
        }
    }
    QCOMPARE_GT(rounds, 0);
    qInfo("%d texts", rounds);
}

void TestMutations::linesAreIndexed()
{
    forEachSeed([&](std::uint32_t seed) {
        std::mt19937 random(seed);
        checkLines(fuzz::Mutator(m_corpus, seed).text(), random);
    });
}

void TestMutations::checkLines(const std::string &text, std::mt19937 &random)
{
    IndexBuilder builder("Europe/Paris");
    InputFile input;
    input.path = "mail.log";
    input.firstYear = 2026;
    builder.beginFile(input);
    std::shared_ptr<const MailIndex> middle;
    QByteArray middleJson;
    // Each chunk of lines has the end of its allocation where the text ends, so that a sanitizer sees a step too far.
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t wanted = at + 1 + random() % (text.size() + 1);
        const std::size_t newline = wanted >= text.size() ? std::string::npos : text.find('\n', wanted);
        const std::size_t end = newline == std::string::npos ? text.size() : newline + 1;
        const std::vector<char> exact(text.begin() + static_cast<std::ptrdiff_t>(at),
                                      text.begin() + static_cast<std::ptrdiff_t>(end));
        ParsedChunk chunk;
        chunk.text = {exact.data(), exact.size()};
        chunk.offset = at;
        PostfixParser().parse(chunk);
        QCOMPARE(chunk.lines, linesOf(chunk.text));
        builder.add(chunk);
        at = end;
        if (!middle) {
            middle = builder.snapshot(false);
            QCOMPARE(fuzz::brokenInvariant(*middle), QString());
            middleJson = jsonOf(middle);
            QVERIFY(!middleJson.isEmpty());
        }
    }
    builder.endFile(text.size(), {}, 0);
    const auto index = builder.snapshot(true);
    QCOMPARE(index->lineCount(), linesOf(text));
    QCOMPARE(fuzz::brokenInvariant(*index), QString());
    QVERIFY(!jsonOf(index).isEmpty());
    if (middle) {
        QCOMPARE(fuzz::brokenInvariant(*middle), QString());
        QVERIFY(jsonOf(middle) == middleJson);
    }
}

void TestMutations::filesAreLoaded()
{
    forEachSeed([&](std::uint32_t seed) { checkFile(fuzz::Mutator(m_corpus, seed).text(), seed); });
}

void TestMutations::checkFile(const std::string &text, std::uint32_t seed)
{
    const QTemporaryDir folder;
    // Seldom a second file, of other lines of the same hosts.
    logfiles::writeFile(folder.filePath(u"mail.log"_s), text);
    if (seed % 4 == 0) {
        logfiles::writeFile(folder.filePath(u"mail.log.1"_s), fuzz::Mutator(m_corpus, seed + 1).text());
    }
    LoadOptions options;
    options.timezone = "Europe/Paris";
    options.threads = 1;
    const LoadedLogs one = loadLogs({folder.path().toStdString()}, options);
    QCOMPARE(fuzz::brokenInvariant(*one.index), QString());
    const QByteArray json = jsonOf(one.index);
    QVERIFY(!json.isEmpty());
    std::size_t lines = 0;
    for (const IndexedFile &file : one.index->files()) {
        lines += file.lines;
    }
    QCOMPARE(lines, one.index->lineCount());
    if (seed % 4 != 0 && !one.index->files().empty() && one.index->files().front().input.origin.decodings.empty()) {
        QCOMPARE(lines, linesOf(text));
    }
    options.threads = 3;
    QVERIFY(jsonOf(loadLogs({folder.path().toStdString()}, options).index) == json);
}

QTEST_GUILESS_MAIN(TestMutations)
#include "tst_mutations.moc"
