// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/linecursor.h"

#include "index/linemarks.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace limier
{

namespace
{

constexpr std::size_t FirstPiece = std::size_t{16} << 10; // a screen of lines
constexpr std::size_t LargestPiece = std::size_t{256} << 10;

} // namespace

LineCursor::LineCursor(const MailIndex &index, FileId file, std::shared_ptr<const OpenText> text)
    : m_index(index)
    , m_file(index.files()[place(file)])
    , m_text(std::move(text))
{
}

std::expected<TextLine, Error> LineCursor::read(LineId line)
{
    if (const std::expected<void, Error> done = seek(line); !done) {
        return std::unexpected(done.error());
    }
    TextLine result{.id = line, .text = {}};
    for (;;) {
        const char *const from = m_buffer.data() + m_at;
        const auto *newline = static_cast<const char *>(std::memchr(from, '\n', m_filled - m_at));
        const std::size_t length = newline != nullptr ? static_cast<std::size_t>(newline - from) : m_filled - m_at;
        const std::size_t room = TextLine::LongestLine - result.text.size();
        result.text.append(from, std::min(length, room));
        if (length > room) {
            result.isWhole = false;
            m_at += room;
            m_atStart = false;
            return result;
        }
        m_at += length;
        const std::expected<bool, Error> more = newline != nullptr ? false : fill();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            m_at += newline != nullptr ? 1 : 0;
            ++m_line;
            m_atStart = true;
            if (result.text.ends_with('\r')) {
                result.text.pop_back();
            }
            return result;
        }
    }
}

std::expected<void, Error> LineCursor::seek(LineId line)
{
    const std::uint32_t wanted = place(line);
    const std::size_t part = m_index.partOf(line);
    const std::size_t firstMark = m_index.parts()[part].firstMark;
    const LineMark mark = m_index.lineMarks()[markBefore(m_index, line, firstMark, endOfMarks(m_index, part))];
    const bool goesOn = m_line != NoPlace && (wanted > m_line || (wanted == m_line && m_atStart));
    if (!goesOn || place(mark.line) > m_line) {
        if (const std::expected<void, Error> done = jump(mark); !done) {
            return done;
        }
    }
    return skipLines(wanted - m_line);
}

std::expected<void, Error> LineCursor::jump(const LineMark &mark)
{
    if (m_line != NoPlace && mark.offset > m_offset && mark.offset < m_offset + m_filled) {
        m_at = mark.offset - m_offset;
    } else {
        // With the line break before it, which tells whether a line still begins there.
        m_offset = mark.offset - (mark.offset > 0 ? 1 : 0);
        m_at = 0;
        m_filled = 0;
        m_piece = 0;
        if (const std::expected<bool, Error> done = fill(); !done) {
            return std::unexpected(done.error());
        }
        m_at = mark.offset - m_offset;
    }
    if (m_at > 0 && (m_filled < m_at || m_buffer[m_at - 1] != '\n')) {
        m_line = NoPlace;
        return std::unexpected(m_text->error(ErrorCode::FileReplaced));
    }
    m_line = place(mark.line);
    m_atStart = true;
    return {};
}

std::expected<void, Error> LineCursor::skipLines(std::uint32_t count)
{
    while (count > 0) {
        const char *const from = m_buffer.data() + m_at;
        if (const auto *newline = static_cast<const char *>(std::memchr(from, '\n', m_filled - m_at))) {
            m_at += static_cast<std::size_t>(newline - from) + 1;
            ++m_line;
            m_atStart = true;
            --count;
            continue;
        }
        m_at = m_filled;
        const std::expected<bool, Error> more = fill();
        if (!more || !*more) {
            m_line = NoPlace;
            return std::unexpected(more ? m_text->error(ErrorCode::FileReplaced) : more.error());
        }
    }
    return {};
}

/// Reads on, behind what was read last; false at the end of the text.
std::expected<bool, Error> LineCursor::fill()
{
    m_offset += m_at;
    m_filled -= m_at;
    std::copy_n(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_at), m_filled, m_buffer.begin());
    m_at = 0;
    m_piece = std::clamp(m_piece * 2, FirstPiece, LargestPiece);
    const std::uint64_t from = m_offset + m_filled;
    const std::uint64_t left = m_file.bytes - std::min(m_file.bytes, from);
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_piece, left));
    m_buffer.resize(std::max(m_buffer.size(), m_filled + size));
    if (const std::expected<void, Error> done = m_text->read(from, m_buffer.data() + m_filled, size); !done) {
        m_line = NoPlace;
        m_filled = 0;
        return std::unexpected(done.error());
    }
    m_filled += size;
    return size > 0;
}

} // namespace limier
