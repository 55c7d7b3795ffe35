// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generatedlog.h"
#include "core/logfiles.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

using namespace limier;
using namespace Qt::StringLiterals;

class TestLogLoader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isTheSameWithAnyNumberOfThreads_data();
    void isTheSameWithAnyNumberOfThreads();
    void hardlyAnythingButEndsOfLines();
    void filesAreReadAsOne_data();
    void filesAreReadAsOne();
    void overlappingCopiesAreCountedOnce_data();
    void overlappingCopiesAreCountedOnce();
    void anExcerptIsCountedOnce();
    void refusesWhatIsMissingAndReadsTheRest();
    void givesAnIndexOfNothing();
    void tellsItsProgress();
    void givesTheIndexSoFar();
    void cancelledLoadHoldsWhatWasRead_data();
    void cancelledLoadHoldsWhatWasRead();
    void cancelledBeforeItBegan();

private:
    /// Lines from @p from to before @p to of the log.
    [[nodiscard]] std::string part(std::size_t from, std::size_t to) const;

    QTemporaryDir m_folder;
    QString m_path;
    std::vector<std::string> m_lines; ///< with their ends
    QJsonObject m_numbers;            ///< of the whole log
    QString m_longPath;               ///< of a log that takes a while
    std::string m_longText;
};

namespace
{

using Lines = std::pair<std::size_t, std::size_t>;

constexpr std::size_t Everything = ~std::size_t{0};

LoadOptions paris(unsigned threads = 0)
{
    LoadOptions options;
    options.timezone = "Europe/Paris";
    options.threads = threads;
    return options;
}

/// The report without what depends on how the lines lie in files.
QJsonObject numbers(const LoadedLogs &loaded)
{
    QJsonObject report = QJsonDocument::fromJson(generatedlog::json(loaded)).object();
    report.remove("inputs"_L1);
    return report;
}

/// Writes the parts into a folder; their names tell nothing of their order.
QString writeParts(const QTemporaryDir &folder, const std::vector<std::string> &parts)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        logfiles::writeFile(folder.filePath(u"%1.log"_s.arg(QChar(u'z' - static_cast<ushort>(i)))), parts[i]);
    }
    return folder.path();
}

/// Of each file how many of its lines were counted in others.
std::vector<std::int64_t> overlaps(const MailIndex &index)
{
    std::vector<std::int64_t> counts;
    for (const IndexedFile &file : index.files()) {
        const auto remark = std::ranges::find(file.errors, ErrorCode::Overlap, &Error::code);
        counts.push_back(remark == file.errors.end() ? 0 : remark->value);
    }
    return counts;
}

} // namespace

void TestLogLoader::initTestCase()
{
    m_path = m_folder.filePath(u"whole.log"_s);
    generatedlog::generate("--lines 40000 --time rfc3339 --filter --incident stolen,relay", m_path);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    while (!file.atEnd()) {
        m_lines.push_back(file.readLine().toStdString());
    }
    QCOMPARE_GE(m_lines.size(), 40000U);
    m_numbers = numbers(loadLogs({m_path.toStdString()}, paris()));
    QCOMPARE(m_numbers["totals"_L1]["lines"_L1].toInteger(), static_cast<qint64>(m_lines.size()));

    const QString plain = m_folder.filePath(u"long.log"_s);
    m_longPath = m_folder.filePath(u"long.log.gz"_s);
    generatedlog::generate("--lines 300000 --time rfc3339 --seed 2", plain);
    QFile longFile(plain);
    QVERIFY(longFile.open(QIODevice::ReadOnly));
    m_longText = longFile.readAll().toStdString();
    logfiles::writeFile(m_longPath, logfiles::compressed(u"gzip"_s, m_longText));
}

std::string TestLogLoader::part(std::size_t from, std::size_t to) const
{
    std::string text;
    for (std::size_t i = from; i < std::min(to, m_lines.size()); ++i) {
        text += m_lines[i];
    }
    return text;
}

void TestLogLoader::isTheSameWithAnyNumberOfThreads_data()
{
    QTest::addColumn<unsigned>("threads");
    QTest::newRow("two") << 2U;
    QTest::newRow("three") << 3U;
    QTest::newRow("sixteen") << 16U;
    QTest::newRow("as many as cores") << 0U;
}

void TestLogLoader::isTheSameWithAnyNumberOfThreads()
{
    QFETCH(const unsigned, threads);
    for (const QString &path : {m_path, m_longPath}) {
        const QByteArray one = generatedlog::json(loadLogs({path.toStdString()}, paris(1)));
        QCOMPARE_GT(one.size(), 10000);
        QVERIFY(generatedlog::json(loadLogs({path.toStdString()}, paris(threads))) == one);
    }
}

void TestLogLoader::hardlyAnythingButEndsOfLines()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"mail.log"_s);
    logfiles::writeFile(path, part(0, 100) + std::string(8'000'000, '\n') + part(100, 200));
    std::vector<std::size_t> counts;
    for (const unsigned threads : {1U, 4U}) {
        LoadOptions options = paris(threads);
        options.mostShortLines = 2'000'000;
        const LoadedLogs loaded = loadLogs({path.toStdString()}, options);
        const IndexedFile &file = loaded.index->files().front();
        QVERIFY(file.lines > 2'000'000 && file.lines < 4'000'000);
        QCOMPARE(file.errors.size(), std::size_t{1});
        QCOMPARE(file.errors.front().code, ErrorCode::TooManyLines);
        QCOMPARE(file.errors.front().value, std::int64_t{file.lines});
        QVERIFY(loaded.index->messages().size() > 0);
        counts.push_back(file.lines);
    }
    QCOMPARE(counts[0], counts[1]);
}

void TestLogLoader::filesAreReadAsOne_data()
{
    QTest::addColumn<std::vector<Lines>>("parts");
    QTest::newRow("halves") << std::vector<Lines>{{0, 20000}, {20000, Everything}};
    QTest::newRow("many") << std::vector<Lines>{{0, 1}, {1, 9000}, {9000, 9050}, {9050, 30000}, {30000, Everything}};
}

void TestLogLoader::filesAreReadAsOne()
{
    QFETCH(const std::vector<Lines>, parts);
    const QTemporaryDir folder;
    std::vector<std::string> texts;
    for (const auto &[from, to] : parts) {
        texts.push_back(part(from, to));
    }
    const LoadedLogs loaded = loadLogs({writeParts(folder, texts).toStdString()}, paris());
    QCOMPARE(loaded.index->files().size(), parts.size());
    QCOMPARE(loaded.index->knownLines(), 0U);
    QVERIFY(loaded.index->isComplete());
    QCOMPARE(numbers(loaded), m_numbers);
}

void TestLogLoader::overlappingCopiesAreCountedOnce_data()
{
    QTest::addColumn<std::vector<Lines>>("parts");
    QTest::addColumn<std::vector<std::int64_t>>("known");
    QTest::newRow("head and tail") << std::vector<Lines>{{0, 20000}, {15000, Everything}}
                                   << std::vector<std::int64_t>{0, 5000};
    QTest::newRow("a part beside the whole")
        << std::vector<Lines>{{0, Everything}, {10000, 12000}} << std::vector<std::int64_t>{0, 2000};
    QTest::newRow("one after the other") << std::vector<Lines>{{0, 15000}, {10000, 25000}, {20000, Everything}}
                                         << std::vector<std::int64_t>{0, 5000, 5000};
    QTest::newRow("three that share lines") << std::vector<Lines>{{0, 20000}, {10000, 30000}, {12000, Everything}}
                                            << std::vector<std::int64_t>{0, 10000, 18000};
}

void TestLogLoader::overlappingCopiesAreCountedOnce()
{
    QFETCH(const std::vector<Lines>, parts);
    QFETCH(const std::vector<std::int64_t>, known);
    const QTemporaryDir folder;
    std::vector<std::string> texts;
    for (const auto &[from, to] : parts) {
        texts.push_back(part(from, to));
    }
    const std::string path = writeParts(folder, texts).toStdString();
    for (const unsigned threads : {1U, 4U}) {
        const LoadedLogs loaded = loadLogs({path}, paris(threads));
        QCOMPARE(overlaps(*loaded.index), known);
        QCOMPARE(numbers(loaded), m_numbers);
    }
}

void TestLogLoader::anExcerptIsCountedOnce()
{
    const QTemporaryDir folder;
    std::string excerpt;
    std::int64_t count = 0;
    for (const std::string &line : m_lines) {
        if (line.contains("status=")) {
            excerpt += line;
            ++count;
        }
    }
    QCOMPARE_GT(count, 3000);
    const LoadedLogs loaded = loadLogs({writeParts(folder, {part(0, Everything), excerpt}).toStdString()}, paris());
    QCOMPARE(overlaps(*loaded.index), (std::vector<std::int64_t>{0, count}));
    QCOMPARE(loaded.index->knownLines(), static_cast<std::uint64_t>(count));
    QCOMPARE(numbers(loaded), m_numbers);
}

void TestLogLoader::refusesWhatIsMissingAndReadsTheRest()
{
    const std::string missing = m_folder.filePath(u"missing.log"_s).toStdString();
    const LoadedLogs loaded = loadLogs({missing, m_path.toStdString()}, paris());
    QCOMPARE(loaded.refused.size(), 1U);
    QCOMPARE(loaded.refused.front().path, missing);
    QCOMPARE(loaded.refused.front().error.code, ErrorCode::NotFound);
    QVERIFY(!loaded.cancelled);
    QCOMPARE(numbers(loaded), m_numbers);
}

void TestLogLoader::givesAnIndexOfNothing()
{
    const LoadedLogs loaded = loadLogs({m_folder.filePath(u"missing.log"_s).toStdString()}, paris());
    QCOMPARE(loaded.refused.size(), 1U);
    QVERIFY(loaded.index != nullptr);
    QVERIFY(loaded.index->files().empty());
    QCOMPARE(loaded.index->lineCount(), 0U);
    QCOMPARE(loaded.index->timezone(), std::string("Europe/Paris"));
}

void TestLogLoader::tellsItsProgress()
{
    std::vector<LoadProgress> steps;
    LoadOptions options = paris(1);
    options.progress = [&](const LoadProgress &progress) { steps.push_back(progress); };
    const LoadedLogs loaded = loadLogs({m_longPath.toStdString()}, options);
    QVERIFY(!steps.empty());
    const auto size = static_cast<std::uint64_t>(QFile(m_longPath).size());
    for (const LoadProgress &step : steps) {
        QCOMPARE(step.bytesTotal, size);
        QCOMPARE_GT(step.bytesRead, 0U);
        QCOMPARE_LE(step.bytesRead, size);
        QCOMPARE_LE(step.lines, loaded.index->lineCount());
        QCOMPARE(step.path, m_longPath.toStdString());
    }
    QVERIFY(std::ranges::is_sorted(steps, {}, &LoadProgress::bytesRead));
    QVERIFY(std::ranges::is_sorted(steps, {}, &LoadProgress::lines));
    QCOMPARE_GT(steps.back().lines, 0U);
}

void TestLogLoader::givesTheIndexSoFar()
{
    std::vector<LoadedLogs> partials;
    std::vector<QByteArray> reports;
    LoadOptions options = paris(2);
    // Makes the load so slow that a partial index is due, twice.
    int delays = 2;
    options.progress = [&delays](const LoadProgress &) {
        if (delays-- > 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
        }
    };
    options.partial = [&](std::shared_ptr<const MailIndex> index) {
        reports.push_back(generatedlog::json(partials.emplace_back(LoadedLogs{std::move(index), {}, false})));
    };
    const LoadedLogs loaded = loadLogs({m_longPath.toStdString()}, options);
    QVERIFY(loaded.index->isComplete());
    QVERIFY(!partials.empty());
    std::size_t lines = 0;
    std::size_t messages = 0;
    std::size_t deliveries = 0;
    for (std::size_t i = 0; i < partials.size(); ++i) {
        const MailIndex &index = *partials[i].index;
        QVERIFY(!index.isComplete());
        QCOMPARE_GT(index.lineCount(), lines);
        QCOMPARE_GE(index.messages().size(), messages);
        QCOMPARE_GE(index.deliveries().size(), deliveries);
        lines = index.lineCount();
        messages = index.messages().size();
        deliveries = index.deliveries().size();
        // What came after it changed nothing in it.
        QVERIFY(generatedlog::json(partials[i]) == reports[i]);
    }
    QCOMPARE_LE(lines, loaded.index->lineCount());
    QCOMPARE_LE(messages, loaded.index->messages().size());
    QCOMPARE_GT(messages, 0U);
}

void TestLogLoader::cancelledLoadHoldsWhatWasRead_data()
{
    QTest::addColumn<unsigned>("threads");
    QTest::newRow("one thread") << 1U;
    QTest::newRow("several threads") << 4U;
}

void TestLogLoader::cancelledLoadHoldsWhatWasRead()
{
    QFETCH(const unsigned, threads);
    std::stop_source stop;
    LoadOptions options = paris(threads);
    options.stop = stop.get_token();
    options.progress = [&stop](const LoadProgress &) { stop.request_stop(); };
    const LoadedLogs loaded = loadLogs({m_longPath.toStdString()}, options);
    QVERIFY(loaded.cancelled);
    QVERIFY(!loaded.index->isComplete());
    QVERIFY(loaded.refused.empty());
    QCOMPARE_GT(loaded.index->lineCount(), 0U);
    QCOMPARE_LT(loaded.index->lineCount(), 300000U);

    // The same as of a log that ends there.
    std::size_t end = 0;
    for (std::size_t i = 0; i < loaded.index->lineCount(); ++i) {
        end = m_longText.find('\n', end) + 1;
    }
    const QString head = m_folder.filePath(u"head.log"_s);
    logfiles::writeFile(head, std::string_view(m_longText).substr(0, end));
    QCOMPARE(numbers(loaded), numbers(loadLogs({head.toStdString()}, paris())));
}

void TestLogLoader::cancelledBeforeItBegan()
{
    std::stop_source stop;
    stop.request_stop();
    LoadOptions options = paris();
    options.stop = stop.get_token();
    const LoadedLogs loaded = loadLogs({m_path.toStdString()}, options);
    QVERIFY(loaded.cancelled);
    QVERIFY(loaded.index != nullptr);
    QVERIFY(!loaded.index->isComplete());
    QCOMPARE(loaded.index->lineCount(), 0U);
}

QTEST_GUILESS_MAIN(TestLogLoader)
#include "tst_logloader.moc"
