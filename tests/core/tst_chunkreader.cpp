// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/chunkreader.h"

#include "core/logfiles.h"

#include <QTest>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

using namespace limier;

class TestChunkReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesEveryByteOnce_data();
    void givesEveryByteOnce();
    void cutsLongLines_data();
    void cutsLongLines();
    void doesNotCallAWholeLineCut_data();
    void doesNotCallAWholeLineCut();
    void keepsWhatCameBeforeAnError();
    void handsOnRemarks();
    void keepsWrappedLinesTogether();
    void doesNotWaitForATimeForEver();
};

namespace
{

constexpr std::size_t ChunkBytes = ChunkReader::ChunkBytes;
constexpr std::string_view Line = "May  5 10:00:00 mx1 postfix/qmgr[9]: 4A10000001: removed\n";

struct Piece {
    std::string text;
    std::uint64_t offset = 0;
};

/// A source that fails after its bytes, or has something to remark.
class FailingSource final : public ByteSource
{
public:
    FailingSource(std::string bytes, bool fails)
        : m_bytes(std::move(bytes))
        , m_fails(fails)
    {
    }

    std::expected<std::size_t, Error> read(char *buffer, std::size_t size) override
    {
        if (m_position == m_bytes.rawPosition() && m_fails && m_ended) {
            return std::unexpected(Error{.code = ErrorCode::ReadFailed, .subject = "log", .position = 7});
        }
        const auto got = m_bytes.read(buffer, size);
        m_position = m_bytes.rawPosition();
        m_ended = got.value_or(0) < size;
        return got;
    }
    std::uint64_t rawPosition() const override { return m_position; }
    std::vector<Error> remarks() const override { return {Error{.code = ErrorCode::FileGrew, .subject = "log"}}; }

private:
    logfiles::MemorySource m_bytes;
    std::uint64_t m_position = 0;
    bool m_fails;
    bool m_ended = false;
};

std::vector<Piece> readAll(ChunkReader &reader)
{
    std::vector<Piece> pieces;
    TextChunk chunk;
    while (reader.next(chunk)) {
        pieces.push_back({std::string(chunk.text()), chunk.offset});
    }
    return pieces;
}

std::string repeated(std::string_view text, std::size_t bytes)
{
    std::string result;
    while (result.size() < bytes) {
        result += text;
    }
    return result;
}

/// A line of that many bytes before its end.
std::string lineOf(std::size_t bytes)
{
    std::string line(bytes, 'x');
    line.push_back('\n');
    return line;
}

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts) {
        text.append(part);
    }
    return text;
}

} // namespace

void TestChunkReader::givesEveryByteOnce_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::size_t>("chunks");
    const std::string many = repeated(Line, 3 * ChunkBytes);
    QTest::newRow("nothing") << std::string() << std::size_t{0};
    QTest::newRow("one line") << std::string(Line) << std::size_t{1};
    QTest::newRow("no newline at the end") << joined({Line, "May  5 10:00:00 mx1 post"}) << std::size_t{1};
    QTest::newRow("blank lines") << std::string(5000, '\n') << std::size_t{1};
    QTest::newRow("several chunks") << many << std::size_t{4};
    QTest::newRow("several chunks without the last newline") << joined({many, "x"}) << std::size_t{4};
    QTest::newRow("one chunk to the byte") << lineOf(ChunkBytes - 1) << std::size_t{1};
    QTest::newRow("blank lines only, several chunks") << std::string(2 * ChunkBytes, '\n') << std::size_t{3};
    QTest::newRow("NUL bytes") << repeated(std::string_view("\0\0\n", 3), ChunkBytes + 10) << std::size_t{2};
    QTest::newRow("a newline, then no more for long") << joined({"\n", lineOf(ChunkBytes - 2)}) << std::size_t{1};
}

void TestChunkReader::givesEveryByteOnce()
{
    QFETCH(const std::string, text);
    QFETCH(const std::size_t, chunks);
    for (const std::size_t piece : {~std::size_t{0}, std::size_t{4093}}) {
        ChunkReader reader(std::make_unique<logfiles::MemorySource>(text, piece), "log");
        const std::vector<Piece> pieces = readAll(reader);
        std::string whole;
        for (const Piece &part : pieces) {
            QCOMPARE(part.offset, static_cast<std::uint64_t>(whole.size()));
            whole += part.text;
            // Only the last line may have no end.
            QVERIFY(part.text.ends_with('\n') || whole.size() == text.size());
        }
        QVERIFY(whole == text);
        QCOMPARE_LE(pieces.size(), chunks);
        QCOMPARE_GE(pieces.size() + 1, chunks);
        QCOMPARE(reader.bytes(), static_cast<std::uint64_t>(text.size()));
        QVERIFY(reader.errors().empty());
    }
}

void TestChunkReader::cutsLongLines_data()
{
    QTest::addColumn<std::size_t>("before"); ///< bytes of usual lines
    QTest::addColumn<std::size_t>("length");
    QTest::addColumn<bool>("hasEnd");
    QTest::newRow("a little too long") << std::size_t{0} << ChunkBytes + 1 << true;
    QTest::newRow("behind others") << 5 * Line.size() << ChunkBytes + 1 << true;
    QTest::newRow("very long") << std::size_t{1000} << 40 * ChunkBytes + 77 << true;
    QTest::newRow("up to the end") << std::size_t{1000} << 3 * ChunkBytes << false;
    QTest::newRow("across the end of a chunk") << ChunkBytes - 500 << 2 * ChunkBytes << true;
}

void TestChunkReader::cutsLongLines()
{
    QFETCH(const std::size_t, before);
    QFETCH(const std::size_t, length);
    QFETCH(const bool, hasEnd);
    const std::string head = repeated(Line, before);
    const std::string after = hasEnd ? joined({"\n", repeated(Line, 300)}) : std::string();
    const std::string text = joined({head, std::string(length, 'x'), after});
    ChunkReader reader(std::make_unique<logfiles::MemorySource>(text), "log");
    const std::vector<Piece> pieces = readAll(reader);
    std::size_t usual = 0;
    std::size_t longBytes = 0;
    for (const Piece &piece : pieces) {
        // What is given stands so in the text, at that place.
        QVERIFY(text.compare(piece.offset, piece.text.size(), piece.text) == 0);
        longBytes += static_cast<std::size_t>(std::ranges::count(piece.text, 'x'));
        usual += static_cast<std::size_t>(std::ranges::count(piece.text, '['));
    }
    QCOMPARE(usual, static_cast<std::size_t>(std::ranges::count(text, '[')));
    longBytes -= usual * static_cast<std::size_t>(std::ranges::count(Line, 'x'));
    QCOMPARE_GT(longBytes, 0U);
    QCOMPARE_LE(longBytes, ChunkBytes);
    QCOMPARE(reader.bytes(), static_cast<std::uint64_t>(text.size()));
    QCOMPARE(reader.errors().size(), 1U);
    QCOMPARE(reader.errors()[0].code, ErrorCode::LineTooLong);
    QCOMPARE(reader.errors()[0].value, 1);
    QCOMPARE(reader.errors()[0].position, static_cast<std::int64_t>(head.size()));
}

void TestChunkReader::doesNotCallAWholeLineCut_data()
{
    QTest::addColumn<std::string>("after");
    QTest::newRow("the end of the text") << std::string();
    QTest::newRow("an end of line") << std::string("\n");
    QTest::newRow("another line") << joined({"\n", Line});
}

void TestChunkReader::doesNotCallAWholeLineCut()
{
    QFETCH(const std::string, after);
    const std::string text = joined({std::string(ChunkBytes, 'x'), after});
    ChunkReader reader(std::make_unique<logfiles::MemorySource>(text), "log");
    const std::vector<Piece> pieces = readAll(reader);
    QCOMPARE(pieces.front().text.size(), ChunkBytes);
    QCOMPARE(reader.bytes(), static_cast<std::uint64_t>(text.size()));
    QVERIFY(reader.errors().empty());
}

void TestChunkReader::keepsWhatCameBeforeAnError()
{
    const std::string text = joined({repeated(Line, ChunkBytes + 1000), "May  5 10:00:00 mx1 post"});
    ChunkReader reader(std::make_unique<FailingSource>(text, true), "log");
    std::string whole;
    for (const Piece &piece : readAll(reader)) {
        whole += piece.text;
    }
    QVERIFY(whole == text);
    TextChunk chunk;
    QVERIFY(!reader.next(chunk));
    QCOMPARE(reader.errors().size(), 2U);
    QCOMPARE(reader.errors()[0].code, ErrorCode::ReadFailed);
    QCOMPARE(reader.errors()[0].position, 7);
    QCOMPARE(reader.errors()[1].code, ErrorCode::FileGrew);
}

void TestChunkReader::handsOnRemarks()
{
    ChunkReader reader(std::make_unique<FailingSource>(std::string(Line), false), "log");
    QCOMPARE(readAll(reader).size(), 1U);
    QCOMPARE(reader.errors().size(), 1U);
    QCOMPARE(reader.errors()[0].code, ErrorCode::FileGrew);
}

void TestChunkReader::keepsWrappedLinesTogether()
{
    const std::string wrapped = "May  5 10:00:00 mx1 postfix/qmgr[9]: 4A10000001:\n from=<a@b>,\n size=1, nrcpt=1\n";
    const std::string text = repeated(wrapped, 3 * ChunkBytes);
    ChunkReader reader(std::make_unique<logfiles::MemorySource>(text), "log");
    const std::vector<Piece> pieces = readAll(reader);
    QCOMPARE_GT(pieces.size(), 2U);
    for (const Piece &piece : pieces) {
        QVERIFY(piece.text.starts_with("May "));
        QVERIFY(piece.text.ends_with("nrcpt=1\n"));
    }
}

void TestChunkReader::doesNotWaitForATimeForEver()
{
    // Lines without a time are given, too, in chunks that are nearly full.
    const std::string text = repeated("no time here\n", 3 * ChunkBytes);
    ChunkReader reader(std::make_unique<logfiles::MemorySource>(text), "log");
    const std::vector<Piece> pieces = readAll(reader);
    QCOMPARE_GE(pieces.size(), 3U);
    QCOMPARE_GT(pieces[0].text.size(), ChunkBytes - 1000);
}

QTEST_GUILESS_MAIN(TestChunkReader)
#include "tst_chunkreader.moc"
