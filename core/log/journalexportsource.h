// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/convertingsource.h"
#include "log/journalrecord.h"

namespace limier
{

/**
 * The output of "journalctl -o export", also with binary fields, as log lines in UTC.
 * https://systemd.io/JOURNAL_EXPORT_FORMATS
 */
class JournalExportSource final : public ConvertingSource
{
public:
    explicit JournalExportSource(std::unique_ptr<ByteSource> inner);

private:
    enum class State : std::uint8_t {
        Line,
        BinarySize,
        BinaryData,
        BinaryEnd
    };

    void convert(std::string_view bytes, std::string &text) override;
    void finish(std::string &text) override;
    std::size_t takeLine(std::string_view bytes, std::string &text);
    std::size_t takeSize(std::string_view bytes);
    std::size_t takeData(std::string_view bytes);
    void endLine(std::string_view line, std::string &text);

    JournalRecord m_record;
    std::string m_line;              ///< begun in the bytes before
    std::string *m_binary = nullptr; ///< where the binary field goes; null if nobody wants it
    std::uint64_t m_binarySize = 0;
    int m_sizeBytes = 0;
    State m_state = State::Line;
};

} // namespace limier
