// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logfiles.h"
#include "log/decompressor.h"

#include <QtEndian>

using namespace limier;
using namespace logfiles;

namespace
{

constexpr ExpandBounds NoBounds{};

ReadResult decompress(const std::string &bytes, Decoding decoding, std::size_t inputPiece = ~std::size_t{0},
                      std::size_t outputPiece = 65536, const ExpandBounds &bounds = NoBounds)
{
    auto made = Decompressor::make(std::make_unique<MemorySource>(bytes, inputPiece), decoding, bounds, 0, "log.gz");
    if (!made) {
        return {.text = {}, .error = made.error(), .remarks = {}};
    }
    ReadResult result = readAll(**made, outputPiece);
    // A source that ended stays at its end.
    char more = 0;
    const auto again = (*made)->read(&more, 1);
    if (!again || *again != 0) {
        result.text += "read after the end";
    }
    return result;
}

std::string sampleText()
{
    return mailLines(utc("2024-05-05T00:00:00Z"), 6000);
}

} // namespace

class DecompressorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data();
    void forms();
    void severalMembers_data() { forms_data(); }
    void severalMembers();
    void anyBufferSizes_data() { forms_data(); }
    void anyBufferSizes();
    void truncated_data() { forms_data(); }
    void truncated();
    void truncatedInSecondMember_data() { forms_data(); }
    void truncatedInSecondMember();
    void corrupt_data() { forms_data(); }
    void corrupt();
    void padding_data() { forms_data(); }
    void padding();
    void trailingGarbage_data() { forms_data(); }
    void trailingGarbage();
    void nothing_data() { forms_data(); }
    void nothing();
    void wrongChecksumIsCorrupt();
    void deflateEndsAtItsSize();
    void stopsAtTheLimit();
    void stopsAtTheRatio();
    void highRatioOfALittleTextIsFine();
    void rawPositionReachesTheSize();
};

void DecompressorTest::forms_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<int>("decoding");
    QTest::newRow("gzip") << QStringLiteral("gzip") << static_cast<int>(Decoding::GZip);
    QTest::newRow("bzip2") << QStringLiteral("bzip2") << static_cast<int>(Decoding::BZip2);
    QTest::newRow("xz") << QStringLiteral("xz") << static_cast<int>(Decoding::Xz);
    QTest::newRow("zstd") << QStringLiteral("zstd") << static_cast<int>(Decoding::Zstd);
}

#define FETCH_FORM                                                                                                     \
    QFETCH(const QString, tool);                                                                                       \
    QFETCH(const int, decoding);                                                                                       \
    const auto form = static_cast<Decoding>(decoding);

void DecompressorTest::forms()
{
    FETCH_FORM
    const std::string text = sampleText();
    const ReadResult result = decompress(compressed(tool, text), form);
    QVERIFY(!result.error);
    QVERIFY(result.remarks.empty());
    QVERIFY(result.text == text);
}

void DecompressorTest::severalMembers()
{
    FETCH_FORM
    const std::string first = sampleText();
    const std::string second = mailLines(utc("2024-05-06T00:00:00Z"), 3);
    std::string bytes = compressed(tool, first);
    for (int i = 0; i < 30; ++i) {
        bytes += compressed(tool, second);
    }
    bytes += compressed(tool, {}); // what "gzip </dev/null" appends
    const ReadResult result = decompress(bytes, form);
    QVERIFY(!result.error);
    QVERIFY(result.remarks.empty());
    QCOMPARE(result.text.size(), first.size() + 30 * second.size());
    QVERIFY(result.text.starts_with(first));
    QVERIFY(result.text.ends_with(second));
}

void DecompressorTest::anyBufferSizes()
{
    FETCH_FORM
    const std::string text = mailLines(utc("2024-05-05T00:00:00Z"), 300);
    const std::string bytes = compressed(tool, text) + compressed(tool, text);
    for (const std::size_t inputPiece : {1U, 2U, 3U, 7U, 4096U}) {
        for (const std::size_t outputPiece : {1U, 5U, 1000U}) {
            const ReadResult result = decompress(bytes, form, inputPiece, outputPiece);
            QVERIFY2(!result.error && result.remarks.empty(),
                     qPrintable(QStringLiteral("%1 %2").arg(inputPiece).arg(outputPiece)));
            QVERIFY(result.text == text + text);
        }
    }
}

void DecompressorTest::truncated()
{
    FETCH_FORM
    const std::string text = sampleText();
    const std::string bytes = compressed(tool, text);
    for (const std::size_t size : {std::size_t{5}, bytes.size() / 2, bytes.size() - 4, bytes.size() - 1}) {
        const ReadResult result = decompress(bytes.substr(0, size), form);
        QVERIFY(result.error);
        QCOMPARE(errorName(result.error->code), "truncated-compression");
        QCOMPARE(result.error->subject, "log.gz");
        QCOMPARE(result.error->position, static_cast<std::int64_t>(result.text.size()));
        QVERIFY(text.starts_with(result.text));
    }
    // All but the end mark: nothing of the text is lost.
    QVERIFY(tool != QLatin1String("gzip") || decompress(bytes.substr(0, bytes.size() - 4), form).text == text);
}

void DecompressorTest::truncatedInSecondMember()
{
    FETCH_FORM
    const std::string text = sampleText();
    const std::string bytes = compressed(tool, text);
    const ReadResult result = decompress(bytes + bytes.substr(0, bytes.size() / 2), form);
    QVERIFY(result.error);
    QCOMPARE(errorName(result.error->code), "truncated-compression");
    QVERIFY(result.text.starts_with(text));
    QVERIFY((text + text).starts_with(result.text));
}

void DecompressorTest::corrupt()
{
    FETCH_FORM
    const std::string text = sampleText();
    std::string bytes = compressed(tool, text);
    for (std::size_t i = 0; i < 64; ++i) {
        bytes[bytes.size() * 2 / 3 + i] ^= 0x5a;
    }
    const ReadResult result = decompress(bytes, form);
    QVERIFY(result.error);
    QCOMPARE(errorName(result.error->code), "corrupt-compression");
    QCOMPARE(result.error->position, static_cast<std::int64_t>(result.text.size()));
    // What stands before the damage is kept.
    QVERIFY(tool == QLatin1String("bzip2") || text.starts_with(result.text.substr(0, text.size() / 2)));
}

void DecompressorTest::padding()
{
    FETCH_FORM
    const std::string text = sampleText();
    for (const std::size_t zeros : {4U, 1024U, 600000U}) {
        const ReadResult result = decompress(compressed(tool, text) + std::string(zeros, '\0'), form);
        QVERIFY(!result.error);
        QVERIFY(result.remarks.empty());
        QVERIFY(result.text == text);
    }
}

void DecompressorTest::trailingGarbage()
{
    FETCH_FORM
    const std::string text = sampleText();
    for (const char *garbage : {"\n", "x", "some garbage behind the data"}) {
        const ReadResult result = decompress(compressed(tool, text) + garbage, form);
        QVERIFY(!result.error);
        QCOMPARE(result.remarks.size(), 1U);
        QCOMPARE(errorName(result.remarks[0].code), "trailing-garbage");
        QCOMPARE(result.remarks[0].position, static_cast<std::int64_t>(text.size()));
        QVERIFY(result.text == text);
    }
}

void DecompressorTest::nothing()
{
    FETCH_FORM
    const ReadResult empty = decompress(compressed(tool, {}), form);
    QVERIFY(!empty.error);
    QVERIFY(empty.text.empty());
    const ReadResult noBytes = decompress({}, form);
    QVERIFY(noBytes.error);
    QCOMPARE(errorName(noBytes.error->code), "truncated-compression");
}

void DecompressorTest::wrongChecksumIsCorrupt()
{
    const std::string text = sampleText();
    std::string bytes = compressed(QStringLiteral("gzip"), text);
    bytes[bytes.size() - 8] ^= 1;
    const ReadResult result = decompress(bytes, Decoding::GZip);
    QVERIFY(result.error);
    QCOMPARE(errorName(result.error->code), "corrupt-compression");
    QVERIFY(result.text == text);
}

void DecompressorTest::deflateEndsAtItsSize()
{
    const std::string text = sampleText();
    const std::string gzip = run(QStringLiteral("gzip"), {QStringLiteral("-nc")}, text);
    const std::string deflated = gzip.substr(10, gzip.size() - 18); // without the header and the checksum
    const auto read = [&](std::uint64_t expected) {
        auto made = Decompressor::make(std::make_unique<MemorySource>(deflated), Decoding::Deflate, NoBounds, expected,
                                       "log.zip");
        return readAll(**made);
    };
    const ReadResult whole = read(text.size());
    QVERIFY(!whole.error);
    QVERIFY(whole.text == text);
    const ReadResult less = read(text.size() + 1);
    QVERIFY(less.error);
    QCOMPARE(errorName(less.error->code), "truncated-compression");
    QVERIFY(less.text == text);
}

void DecompressorTest::stopsAtTheLimit()
{
    const std::string text = sampleText();
    const ExpandBounds bounds{.limit = 100000};
    const ReadResult result = decompress(compressed(QStringLiteral("zstd"), text), Decoding::Zstd, 4096, 65536, bounds);
    QVERIFY(result.error);
    QCOMPARE(errorName(result.error->code), "too-large");
    QCOMPARE(result.error->value, 100000);
    QVERIFY(result.text == text.substr(0, 100000));
}

void DecompressorTest::stopsAtTheRatio()
{
    const std::string zeros(std::size_t{300} << 20, '0');
    const std::string bytes = compressed(QStringLiteral("zstd"), zeros);
    QVERIFY(bytes.size() < 100000);
    for (const std::uint64_t rawBytes : {std::uint64_t{0}, std::uint64_t{bytes.size()}}) {
        const ExpandBounds bounds{.rawBytes = rawBytes};
        auto made = Decompressor::make(std::make_unique<MemorySource>(bytes), Decoding::Zstd, bounds, 0, "bomb.zst");
        std::vector<char> buffer(std::size_t{1} << 20);
        std::uint64_t total = 0;
        std::expected<std::size_t, Error> got = 0;
        while ((got = (*made)->read(buffer.data(), buffer.size())).value_or(0) > 0) {
            total += *got;
        }
        QVERIFY(!got);
        QCOMPARE(errorName(got.error().code), "too-large");
        QCOMPARE(total, ExpandBounds::FreeBytes);
    }
}

void DecompressorTest::highRatioOfALittleTextIsFine()
{
    const std::string zeros(std::size_t{20} << 20, '0');
    const ReadResult result = decompress(compressed(QStringLiteral("zstd"), zeros), Decoding::Zstd);
    QVERIFY(!result.error);
    QCOMPARE(result.text.size(), zeros.size());
}

void DecompressorTest::rawPositionReachesTheSize()
{
    const std::string bytes = compressed(QStringLiteral("gzip"), sampleText());
    auto made = Decompressor::make(std::make_unique<MemorySource>(bytes), Decoding::GZip, NoBounds, 0, "log.gz");
    QCOMPARE((*made)->rawPosition(), 0U);
    std::vector<char> buffer(1000);
    QVERIFY((*made)->read(buffer.data(), buffer.size()).value_or(0) > 0);
    QVERIFY((*made)->rawPosition() < bytes.size() / 2);
    readAll(**made);
    QCOMPARE((*made)->rawPosition(), bytes.size());
}

QTEST_GUILESS_MAIN(DecompressorTest)
#include "tst_decompressor.moc"
