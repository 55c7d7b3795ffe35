// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/chunkreader.h"

#include "log/timestamp.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace limier
{

ChunkReader::ChunkReader(std::unique_ptr<ByteSource> source, std::string path, std::uint64_t start)
    : m_source(std::move(source))
    , m_path(std::move(path))
    , m_start(start)
    , m_bytes(start)
{
}

bool ChunkReader::next(TextChunk &chunk)
{
    chunk.buffer.resize(ChunkBytes);
    chunk.offset = m_bytes;
    std::memcpy(chunk.buffer.data(), m_carry.data(), m_carry.size());
    std::size_t length = m_carry.size();
    length += fill(chunk.buffer.data() + length, ChunkBytes - length);
    const std::string_view all(chunk.buffer.data(), length);
    const std::size_t end = m_ended ? length : cut(all);
    m_carry.assign(all.substr(end));
    chunk.length = end;
    m_bytes += end;
    if (end == ChunkBytes && all.back() != '\n' && skipLine()) {
        m_firstLongLine = m_longLines++ == 0 ? chunk.offset : m_firstLongLine;
    }
    return chunk.length > 0;
}

std::size_t ChunkReader::fill(char *to, std::size_t size)
{
    std::size_t done = 0;
    while (done < size && !m_ended) {
        const std::expected<std::size_t, Error> count = m_source->read(to + done, size - done);
        if (!count) {
            m_errors.push_back(count.error());
            if (m_errors.back().position >= 0) {
                m_errors.back().position += static_cast<std::int64_t>(m_start);
            }
            m_ended = true;
        } else {
            done += *count;
            m_ended = *count == 0;
        }
    }
    return done;
}

bool ChunkReader::skipLine()
{
    bool lost = false;
    std::vector<char> block(ChunkBytes / 4);
    while (!m_ended) {
        const std::size_t length = fill(block.data(), block.size());
        const std::string_view text(block.data(), length);
        const std::size_t newline = text.find('\n');
        if (newline != std::string_view::npos) {
            m_bytes += newline + 1;
            m_carry.assign(text.substr(newline + 1));
            return lost || newline > 0;
        }
        m_bytes += length;
        lost |= length > 0;
    }
    return lost;
}

std::size_t ChunkReader::cut(std::string_view text) const
{
    constexpr int MostWraps = 64;
    const std::size_t last = text.rfind('\n');
    if (last == std::string_view::npos) {
        return text.size();
    }
    std::size_t newline = last;
    RawTime ignored;
    for (int i = 0; i < MostWraps && newline > 0; ++i) {
        const std::size_t before = text.rfind('\n', newline - 1);
        if (before == std::string_view::npos) {
            break;
        }
        if (parseTime(text.substr(before + 1, 64), ignored) > 0) {
            return before + 1;
        }
        newline = before;
    }
    return last + 1;
}

std::vector<Error> ChunkReader::errors() const
{
    std::vector<Error> errors = m_errors;
    std::ranges::move(m_source->remarks(), std::back_inserter(errors));
    if (m_longLines > 0) {
        errors.push_back({.code = ErrorCode::LineTooLong,
                          .subject = m_path,
                          .position = static_cast<std::int64_t>(m_firstLongLine),
                          .value = static_cast<std::int64_t>(m_longLines),
                          .detail = {}});
    }
    return errors;
}

} // namespace limier
