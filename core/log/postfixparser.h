// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/eventwriter.h"
#include "log/lineheader.h"
#include "log/texthash.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace limier
{

/// What became of one line.
enum class LineKind : std::uint8_t {
    Foreign,       ///< a syslog line of another program
    Postfix,       ///< of Postfix, and understood
    NotUnderstood, ///< no syslog line, or one of Postfix with a text that is not known
};

/**
 * Reads lines of mail logs into events. Has no state beyond what makes the next line cheap, so that any chunk of a
 * log can be parsed alone; one object a thread. About 100 ns a line.
 */
class PostfixParser
{
public:
    /**
     * Fills @p chunk (everything but text and offset) from the whole lines in chunk.text. Views in the chunk stay
     * valid as long as its text.
     */
    void parse(ParsedChunk &chunk);

private:
    struct Line {
        std::string_view text;
        std::uint32_t number = 0;
    };

    void parseLines(ParsedChunk &chunk);
    void parseWrapped(ParsedChunk &chunk, std::size_t width);
    [[nodiscard]] std::size_t wrapWidth(const ParsedChunk &chunk) const;
    [[nodiscard]] static bool isSpreadsheet(std::string_view text);
    bool parseLine(std::string_view line, std::uint32_t number, ParsedChunk &chunk, EventWriter &writer);
    LineKind parseMessage(std::string_view program, std::string_view message, EventWriter &writer);
    LineKind parsePostfix(Service service, std::string_view message, EventWriter &writer);
    bool parseQueueLine(Service service, std::string_view rest, EventWriter &writer);
    LineKind parseForeign(std::string_view program, std::string_view message, EventWriter &writer);
    void count(LineKind kind, std::uint32_t number, ParsedChunk &chunk);
    [[nodiscard]] Service knownServiceOf(std::string_view program);
    [[nodiscard]] std::uint16_t nodeOf(std::string_view host, ParsedChunk &chunk);

    /// A program name and what serviceOf() says of it: a log has only a few.
    struct ProgramName {
        std::string text;
        Service service = Service::Foreign;
    };

    LineHeader m_header;
    std::array<ProgramName, 64> m_programs;
    bool m_isSpreadsheet = false; ///< the chunk's lines end in commas that belong to no line
    LineStart m_lastStart;
    std::uint16_t m_lastNode = 0;
    std::unordered_map<std::uint64_t, std::uint16_t, SeededHash> m_nodePlaces; ///< of the chunk, by hash of the name
    std::string m_scratch;
    std::string m_joined;
    std::vector<Line> m_untimed; ///< lines without a time stamp: the line before and its number
    std::string_view m_lastLine;
};

/// The service that a syslog program name stands for: "postfix/submission/smtpd", "postfix-edge/qmgr".
[[nodiscard]] Service serviceOf(std::string_view program);

} // namespace limier
