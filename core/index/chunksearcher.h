// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/linepattern.h"
#include "index/literalfinder.h"
#include "index/logtext.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace limier
{

/// Lines of one file to search: all from one to another, or some.
struct SearchChunk {
    FileId file = None<FileId>;
    std::size_t part = 0; ///< that holds them; of all lines from one to another
    std::uint32_t firstLine = 0;
    std::uint32_t endLine = 0;
    std::size_t firstMark = 0; ///< the LineMarks that hold them
    std::size_t endMark = 0;
    std::span<const LineId> lines; ///< only these, if there are any

    [[nodiscard]] std::size_t size() const { return lines.empty() ? endLine - firstLine : lines.size(); }
};

struct ChunkMatches {
    std::vector<LineId> lines;
    std::uint64_t tooHard = 0;
    std::optional<Error> error;
};

/// Cuts the lines from @p first to before @p end into chunks that are read and searched in one go.
[[nodiscard]] std::vector<SearchChunk> cutIntoChunks(const MailIndex &index, std::uint32_t first, std::uint32_t end);
[[nodiscard]] std::vector<SearchChunk> cutIntoChunks(const MailIndex &index, std::span<const LineId> lines);

/// Searches chunks for one pattern. One for each thread; owns a buffer of a chunk's size.
class ChunkSearcher
{
public:
    ChunkSearcher(const LogText &text, const LinePattern &pattern, const LiteralFinder &finder, std::stop_token stop);

    [[nodiscard]] ChunkMatches search(const SearchChunk &chunk);

private:
    class Position;

    void searchWhole(const SearchChunk &chunk, const OpenText &text, std::uint64_t from, std::size_t size);
    void searchSingly(const SearchChunk &chunk, std::shared_ptr<const OpenText> text);
    void searchLiterals(const SearchChunk &chunk, Position position);
    void searchLines(const SearchChunk &chunk, Position position);
    void judge(LineId id, LineMatcher::Answer answer);
    [[nodiscard]] LineMatcher::Answer match(std::string_view line);
    [[nodiscard]] LineMatcher::Answer matchExpression(std::string_view line);

    const LogText &m_text;
    const LiteralFinder &m_finder;
    std::stop_token m_stop;
    LineMatcher m_matcher;
    std::vector<char> m_buffer;
    ChunkMatches m_result;
};

} // namespace limier
