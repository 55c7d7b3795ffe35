// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/bytesource.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace limier
{

/**
 * The lines of a source, one after the other, to look at its beginning or to compare; not the way by which logs are
 * indexed. A line longer than LongestLine comes in parts. Holds one buffer.
 */
class LineReader
{
public:
    static constexpr std::size_t LongestLine = std::size_t{64} << 10;

    explicit LineReader(ByteSource &source);

    /// The next line without its end, valid until the next call; nothing at the end or after an error.
    [[nodiscard]] std::optional<std::string_view> next();
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Bytes of text given out, line ends included.
    [[nodiscard]] std::uint64_t position() const { return m_position; }

private:
    bool fill();

    ByteSource &m_source;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::uint64_t m_position = 0;
    std::optional<Error> m_error;
    bool m_ended = false;
};

} // namespace limier
