// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/mailindex.h"
#include "index/opentext.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <vector>

namespace limier
{

/// A line as it stands in the log, without its line break. Any bytes.
struct TextLine {
    static constexpr std::size_t LongestLine = std::size_t{1} << 20;

    LineId id = None<LineId>;
    std::string text;
    bool isWhole = true; ///< false: longer than LongestLine, and cut there
};

/**
 * Reads the lines of one log text again. One thread. Lines that follow each other are read in one go; a jump costs the
 * reading of at most one LineMark's lines. Memory: a few hundred kB.
 */
class LineCursor
{
public:
    /// @p index must outlive the cursor.
    LineCursor(const MailIndex &index, FileId file, std::shared_ptr<const OpenText> text);

    /// Reads @p line of the file. FileReplaced if the text is not what was indexed.
    [[nodiscard]] std::expected<TextLine, Error> read(LineId line);

private:
    [[nodiscard]] std::expected<void, Error> seek(LineId line);
    [[nodiscard]] std::expected<void, Error> jump(const LineMark &mark);
    [[nodiscard]] std::expected<void, Error> skipLines(std::uint32_t count);
    [[nodiscard]] std::expected<bool, Error> fill();

    const MailIndex &m_index;
    const IndexedFile &m_file;
    std::shared_ptr<const OpenText> m_text;

    std::vector<char> m_buffer;
    std::size_t m_at = 0;
    std::size_t m_filled = 0;
    std::uint64_t m_offset = 0;     ///< of the buffer's first byte in the text
    std::size_t m_piece = 0;        ///< size of the last read
    std::uint32_t m_line = NoPlace; ///< the line that m_at stands in
    bool m_atStart = false;         ///< … and at its start
};

} // namespace limier
