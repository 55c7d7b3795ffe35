// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/journalexportsource.h"

#include <algorithm>
#include <utility>

namespace limier
{

namespace
{

constexpr int SizeBytes = 8;
constexpr std::size_t LongestLine = JournalRecord::LongestField + 64; // with the name

} // namespace

JournalExportSource::JournalExportSource(std::unique_ptr<ByteSource> inner)
    : ConvertingSource(std::move(inner))
{
}

void JournalExportSource::convert(std::string_view bytes, std::string &text)
{
    while (!bytes.empty()) {
        std::size_t taken = 1;
        switch (m_state) {
        case State::Line:
            taken = takeLine(bytes, text);
            break;
        case State::BinarySize:
            taken = takeSize(bytes);
            break;
        case State::BinaryData:
            taken = takeData(bytes);
            break;
        case State::BinaryEnd: // the line end behind the data
            m_state = State::Line;
            break;
        }
        bytes.remove_prefix(taken);
    }
}

void JournalExportSource::finish(std::string &text)
{
    endLine(std::exchange(m_line, {}), text);
    m_record.flush(text);
}

std::size_t JournalExportSource::takeLine(std::string_view bytes, std::string &text)
{
    const std::size_t end = bytes.find('\n');
    const std::string_view part = bytes.substr(0, end);
    if (end != std::string_view::npos && m_line.empty()) {
        endLine(part, text);
        return end + 1;
    }
    m_line.append(part.substr(0, LongestLine - std::min(LongestLine, m_line.size())));
    if (end == std::string_view::npos) {
        return bytes.size();
    }
    endLine(m_line, text);
    m_line.clear();
    return end + 1;
}

void JournalExportSource::endLine(std::string_view line, std::string &text)
{
    if (line.empty()) {
        m_record.flush(text);
        return;
    }
    const std::size_t equals = line.find('=');
    std::string *const value = m_record.field(line.substr(0, equals));
    if (equals == std::string_view::npos) {
        m_binary = value;
        m_binarySize = 0;
        m_sizeBytes = 0;
        m_state = State::BinarySize;
    } else if (value != nullptr && value->empty()) {
        JournalRecord::append(*value, line.substr(equals + 1));
    }
}

std::size_t JournalExportSource::takeSize(std::string_view bytes)
{
    m_binarySize |= std::uint64_t{static_cast<unsigned char>(bytes[0])} << (8 * m_sizeBytes);
    if (++m_sizeBytes == SizeBytes) {
        m_state = m_binarySize == 0 ? State::BinaryEnd : State::BinaryData;
    }
    return 1;
}

std::size_t JournalExportSource::takeData(std::string_view bytes)
{
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), m_binarySize));
    if (m_binary != nullptr) {
        JournalRecord::append(*m_binary, bytes.substr(0, count));
    }
    m_binarySize -= count;
    if (m_binarySize == 0) {
        m_state = State::BinaryEnd;
    }
    return count;
}

} // namespace limier
