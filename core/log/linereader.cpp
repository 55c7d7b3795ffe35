// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/linereader.h"

#include <algorithm>
#include <cstring>

namespace limier
{

LineReader::LineReader(ByteSource &source)
    : m_source(source)
    , m_buffer(2 * LongestLine)
{
}

std::optional<std::string_view> LineReader::next()
{
    std::size_t end = std::string_view::npos;
    std::size_t searched = 0;
    for (;;) {
        const std::string_view bytes(m_buffer.data() + m_begin, m_end - m_begin);
        end = bytes.find('\n', searched);
        searched = bytes.size();
        if (end != std::string_view::npos || bytes.size() >= LongestLine || !fill()) {
            break;
        }
    }
    if (m_begin == m_end) {
        return std::nullopt;
    }
    const bool isLine = end != std::string_view::npos;
    const std::string_view line(m_buffer.data() + m_begin, isLine ? end : std::min(m_end - m_begin, LongestLine));
    const std::size_t taken = line.size() + (isLine ? 1U : 0U);
    m_begin += taken;
    m_position += taken;
    return line;
}

/// False if there is nothing more.
bool LineReader::fill()
{
    if (m_ended) {
        return false;
    }
    std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    const std::expected<std::size_t, Error> got = m_source.read(m_buffer.data() + m_end, m_buffer.size() - m_end);
    if (!got) {
        m_error = got.error();
    }
    m_ended = !got || *got == 0;
    m_end += got.value_or(0);
    return !m_ended;
}

} // namespace limier
