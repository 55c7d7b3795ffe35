// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/chunksearcher.h"

#include "index/linemarks.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace limier
{

namespace
{

using Answer = LineMatcher::Answer;

constexpr std::uint64_t ChunkBytes = std::uint64_t{1} << 20;
constexpr std::uint64_t LargestChunk = std::uint64_t{4} << 20; // more only where there are huge lines
constexpr std::size_t LinesOfChunk = 2048;

std::uint64_t offsetOfMark(const MailIndex &index, std::size_t part, std::size_t mark)
{
    return mark < endOfMarks(index, part) ? index.lineMarks()[mark].offset : index.parts()[part].end;
}

/// The place of the first mark that stands @p bytes or more behind the mark at @p first.
std::size_t markAfter(const MailIndex &index, std::size_t first, std::size_t end, std::uint64_t bytes)
{
    const std::uint64_t goal = index.lineMarks()[first].offset + bytes;
    std::size_t low = first + 1;
    while (low < end) {
        const std::size_t middle = low + (end - low) / 2;
        if (index.lineMarks()[middle].offset < goal) {
            low = middle + 1;
        } else {
            end = middle;
        }
    }
    return low;
}

std::string_view withoutReturn(std::string_view line)
{
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

} // namespace

std::vector<SearchChunk> cutIntoChunks(const MailIndex &index, std::uint32_t first, std::uint32_t end)
{
    std::vector<SearchChunk> chunks;
    for (std::size_t i = 0; i < index.parts().size(); ++i) {
        const FilePart &part = index.parts()[i];
        const std::uint32_t from = std::max(first, place(part.firstLine));
        const std::uint32_t to = std::min(end, place(index.endOfPart(i)));
        if (from >= to) {
            continue;
        }
        const std::size_t endMark = endOfMarks(index, i);
        const std::size_t lastMark = markBefore(index, static_cast<LineId>(to - 1), part.firstMark, endMark);
        std::size_t mark = markBefore(index, static_cast<LineId>(from), part.firstMark, endMark);
        while (mark <= lastMark) {
            const std::size_t next = std::min(markAfter(index, mark, endMark, ChunkBytes), lastMark + 1);
            chunks.push_back({.file = part.file,
                              .part = i,
                              .firstLine = std::max(from, place(index.lineMarks()[mark].line)),
                              .endLine = next <= lastMark ? place(index.lineMarks()[next].line) : to,
                              .firstMark = mark,
                              .endMark = next,
                              .lines = {}});
            mark = next;
        }
    }
    return chunks;
}

std::vector<SearchChunk> cutIntoChunks(const MailIndex &index, std::span<const LineId> lines)
{
    std::vector<SearchChunk> chunks;
    while (!lines.empty()) {
        const std::size_t part = index.partOf(lines.front());
        const auto inPart = std::ranges::lower_bound(lines, index.endOfPart(part)) - lines.begin();
        const std::size_t count = std::clamp<std::size_t>(static_cast<std::size_t>(inPart), 1, LinesOfChunk);
        SearchChunk chunk;
        chunk.file = index.parts()[part].file;
        chunk.lines = lines.first(std::min(count, lines.size()));
        chunks.push_back(chunk);
        lines = lines.subspan(chunk.lines.size());
    }
    return chunks;
}

/// A line of the chunk in memory, and its number; moves forward.
class ChunkSearcher::Position
{
public:
    Position(std::string_view text, std::uint64_t offset, const Column<LineMark> &marks, const SearchChunk &chunk)
        : m_text(text)
        , m_offset(offset)
        , m_marks(marks)
        , m_mark(chunk.firstMark)
        , m_endMark(chunk.endMark)
        , m_begin(text.data())
        , m_end(text.data() + text.size())
        , m_line(place(marks[chunk.firstMark].line))
    {
    }

    [[nodiscard]] bool atEnd() const { return m_begin >= m_end; }
    [[nodiscard]] const char *begin() const { return m_begin; }
    [[nodiscard]] const char *end() const { return m_end; }
    [[nodiscard]] LineId id() const { return static_cast<LineId>(m_line); }

    /// To the line that holds @p at. Counts line breaks only from the last mark before it.
    void moveTo(const char *at)
    {
        const auto offset = m_offset + static_cast<std::uint64_t>(at - m_text.data());
        const std::size_t before = m_mark;
        while (m_mark + 1 < m_endMark && m_marks[m_mark + 1].offset <= offset) {
            ++m_mark;
        }
        if (m_mark != before && place(m_marks[m_mark].line) > m_line) {
            m_line = place(m_marks[m_mark].line);
            m_begin = m_text.data() + (m_marks[m_mark].offset - m_offset);
        }
        for (const char *stop = lineEnd(); stop < at; stop = lineEnd()) {
            m_begin = stop + 1;
            ++m_line;
        }
    }
    [[nodiscard]] std::string_view line() const { return {m_begin, lineEnd()}; }
    /// Behind @p line.
    void moveBehind(std::string_view line)
    {
        m_begin = line.data() + line.size() + 1;
        ++m_line;
    }

private:
    [[nodiscard]] const char *lineEnd() const
    {
        const auto *newline =
            static_cast<const char *>(std::memchr(m_begin, '\n', static_cast<std::size_t>(m_end - m_begin)));
        return newline != nullptr ? newline : m_end;
    }

    std::string_view m_text;
    std::uint64_t m_offset;
    const Column<LineMark> &m_marks;
    std::size_t m_mark;
    std::size_t m_endMark;
    const char *m_begin;
    const char *m_end;
    std::uint32_t m_line;
};

ChunkSearcher::ChunkSearcher(const LogText &text, const LinePattern &pattern, const LiteralFinder &finder,
                             std::stop_token stop)
    : m_text(text)
    , m_finder(finder)
    , m_stop(std::move(stop))
    , m_matcher(pattern)
{
}

ChunkMatches ChunkSearcher::search(const SearchChunk &chunk)
{
    m_result = {};
    auto text = m_text.open(chunk.file, m_stop);
    if (!text) {
        m_result.error = std::move(text).error();
        return std::move(m_result);
    }
    if (chunk.lines.empty()) {
        const std::uint64_t from = offsetOfMark(m_text.index(), chunk.part, chunk.firstMark);
        const std::uint64_t size = offsetOfMark(m_text.index(), chunk.part, chunk.endMark) - from;
        if (size <= LargestChunk) {
            searchWhole(chunk, **text, from, static_cast<std::size_t>(size));
            return std::move(m_result);
        }
    }
    searchSingly(chunk, *std::move(text));
    return std::move(m_result);
}

void ChunkSearcher::searchWhole(const SearchChunk &chunk, const OpenText &text, std::uint64_t from, std::size_t size)
{
    m_buffer.resize(std::max(m_buffer.size(), size));
    if (const std::expected<void, Error> done = text.read(from, m_buffer.data(), size); !done) {
        m_result.error = done.error();
        return;
    }
    const MailIndex &index = m_text.index();
    if (chunk.endMark < endOfMarks(index, chunk.part) && m_buffer[size - 1] != '\n') {
        m_result.error = text.error(ErrorCode::FileReplaced);
        return;
    }
    const Position start({m_buffer.data(), size}, from, index.lineMarks(), chunk);
    if (m_finder.isUseful()) {
        searchLiterals(chunk, start);
    } else {
        searchLines(chunk, start);
    }
}

void ChunkSearcher::searchLiterals(const SearchChunk &chunk, Position position)
{
    while (!position.atEnd() && !m_stop.stop_requested()) {
        const LiteralFinder::Hit hit = m_finder.find(position.begin(), position.end());
        if (hit.at == nullptr) {
            return;
        }
        position.moveTo(hit.at);
        if (place(position.id()) >= chunk.endLine) {
            return;
        }
        const std::string_view line = position.line();
        if (place(position.id()) >= chunk.firstLine) {
            const bool isCut = line.size() > TextLine::LongestLine;
            judge(position.id(), isCut ? match(line) : hit.isMatch ? Answer::Yes : matchExpression(line));
        }
        position.moveBehind(line);
    }
}

void ChunkSearcher::searchLines(const SearchChunk &chunk, Position position)
{
    while (!position.atEnd() && place(position.id()) < chunk.endLine && !m_stop.stop_requested()) {
        const std::string_view line = position.line();
        if (place(position.id()) >= chunk.firstLine) {
            judge(position.id(), matchExpression(line));
        }
        position.moveBehind(line);
    }
}

/// Line by line: where only some are wanted, or some are huge.
void ChunkSearcher::searchSingly(const SearchChunk &chunk, std::shared_ptr<const OpenText> text)
{
    LineCursor cursor(m_text.index(), chunk.file, std::move(text));
    for (std::size_t i = 0; i < chunk.size() && !m_stop.stop_requested(); ++i) {
        const auto next = static_cast<LineId>(chunk.firstLine + static_cast<std::uint32_t>(i));
        const LineId id = chunk.lines.empty() ? next : chunk.lines[i];
        std::expected<TextLine, Error> line = cursor.read(id);
        if (!line) {
            m_result.error = std::move(line).error();
            return;
        }
        judge(id, match(line->text));
    }
}

void ChunkSearcher::judge(LineId id, Answer answer)
{
    if (answer == Answer::Yes) {
        m_result.lines.push_back(id);
    }
    m_result.tooHard += answer == Answer::TooHard ? 1 : 0;
}

LineMatcher::Answer ChunkSearcher::match(std::string_view line)
{
    const std::string_view seen = line.substr(0, TextLine::LongestLine);
    if (m_finder.isUseful()) {
        const LiteralFinder::Hit hit = m_finder.find(seen.data(), seen.data() + seen.size());
        if (hit.at == nullptr || hit.isMatch) {
            return hit.at == nullptr ? Answer::No : Answer::Yes;
        }
    }
    return matchExpression(seen);
}

LineMatcher::Answer ChunkSearcher::matchExpression(std::string_view line)
{
    return m_finder.holdsOthers(line) ? m_matcher.match(withoutReturn(line)) : Answer::No;
}

} // namespace limier
