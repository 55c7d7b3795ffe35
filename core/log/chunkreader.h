// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/bytesource.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// A piece of a log text in memory, whole lines. Reused.
struct TextChunk {
    std::vector<char> buffer;
    std::size_t length = 0;
    std::uint64_t offset = 0; ///< of its first byte in the text

    [[nodiscard]] std::string_view text() const { return {buffer.data(), length}; }
};

/**
 * Cuts the text of one input into chunks of whole lines. A chunk ends before a line with a time stamp, so that lines
 * that a terminal wrapped stay together; a line longer than a chunk is cut and its rest skipped. One thread at a time;
 * memory: one chunk.
 */
class ChunkReader
{
public:
    /// With what is parsed from it, it has to fit into a core's own cache; a line of a log has at most some kilobytes.
    static constexpr std::size_t ChunkBytes = std::size_t{1} << 18;

    /// @p start: place of the source's first byte in the text.
    ChunkReader(std::unique_ptr<ByteSource> source, std::string path, std::uint64_t start = 0);

    /// The next lines; false at the end.
    bool next(TextChunk &chunk);

    [[nodiscard]] std::uint64_t rawPosition() const { return m_source->rawPosition(); }
    /// The place in the text behind what was read.
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }
    /// What went wrong; complete once next() returned false.
    [[nodiscard]] std::vector<Error> errors() const;

private:
    std::size_t fill(char *to, std::size_t size);
    /// Skips what is left of a line; true if anything was.
    bool skipLine();
    [[nodiscard]] std::size_t cut(std::string_view text) const;

    std::unique_ptr<ByteSource> m_source;
    std::string m_path;
    std::uint64_t m_start;
    std::string m_carry; ///< the beginning of the next chunk
    std::vector<Error> m_errors;
    std::uint64_t m_bytes;
    std::uint64_t m_longLines = 0;
    std::uint64_t m_firstLongLine = 0; ///< byte where the first of them starts
    bool m_ended = false;
};

} // namespace limier
