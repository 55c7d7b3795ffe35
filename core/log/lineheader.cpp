// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/lineheader.h"

#include "log/texthash.h"

#include <array>

namespace limier
{

namespace
{

constexpr std::string_view ByteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t LongestContainerName = 80;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

void trimEnd(std::string_view &line)
{
    while (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
}

/// Skips "<22>" and "mail-1  | ", what may stand before the time; false if there is neither.
bool skipPrefix(std::string_view &line)
{
    if (line.starts_with(ByteOrderMark)) {
        line.remove_prefix(ByteOrderMark.size());
        return true;
    }
    if (line.starts_with('"')) {
        line.remove_prefix(1);
        if (line.ends_with('"')) {
            line.remove_suffix(1);
        }
        return true;
    }
    if (line.starts_with('<')) {
        std::size_t end = 1;
        while (end < line.size() && end < 5 && isDigit(line[end])) {
            ++end;
        }
        if (end > 1 && end < line.size() && line[end] == '>') {
            line.remove_prefix(end + 1);
            return true;
        }
        return false;
    }
    const std::size_t bar = line.substr(0, LongestContainerName).find('|');
    if (bar == std::string_view::npos || bar + 1 >= line.size() || line[bar + 1] != ' ') {
        return false;
    }
    line.remove_prefix(bar + 2);
    while (line.starts_with(' ')) {
        line.remove_prefix(1);
    }
    return true;
}

constexpr std::array<bool, 256> EndsProgram = [] {
    std::array<bool, 256> ends{};
    ends['['] = ends[':'] = ends[' '] = true;
    return ends;
}();

/// Reads "PROGRAM[PID]: " or "PROGRAM: "; false if there is none.
bool parseProgram(std::string_view rest, LineHeader &header)
{
    std::size_t at = 0;
    while (at < rest.size() && !EndsProgram[static_cast<unsigned char>(rest[at])]) {
        ++at;
    }
    header.program = rest.substr(0, at);
    if (at == 0 || at >= rest.size()) {
        return false;
    }
    if (rest[at] == '[') {
        std::uint32_t pid = 0;
        for (++at; at < rest.size() && isDigit(rest[at]); ++at) {
            pid = pid * 10 + static_cast<std::uint32_t>(rest[at] - '0');
        }
        header.pid = pid;
        if (at >= rest.size() || rest[at] != ']') {
            return false;
        }
        ++at;
    }
    if (at >= rest.size() || rest[at] != ':') {
        return false;
    }
    ++at;
    while (at < rest.size() && rest[at] == ' ') {
        ++at;
    }
    header.message = rest.substr(at);
    return true;
}

bool parseBehindHost(std::string_view rest, LineHeader &header)
{
    while (rest.starts_with(' ')) {
        rest.remove_prefix(1);
    }
    if (parseProgram(rest, header)) {
        return true;
    }
    header.program = {};
    header.message = rest;
    return rest.starts_with("last message repeated ");
}

} // namespace

bool parseLineHeader(std::string_view line, LineHeader &header)
{
    LineStart none;
    return parseLineHeader(line, none, header);
}

bool parseLineHeader(std::string_view line, LineStart &last, LineHeader &header)
{
    header = {};
    trimEnd(line);
    if (!last.text.empty() && isSameText(line.substr(0, last.text.size()), last.text)) {
        header.time = last.time;
        header.host = last.host;
        header.isLastHost = true;
        return parseBehindHost(line.substr(last.text.size()), header);
    }
    int prefixes = 0;
    std::size_t at = parseTime(line, header.time);
    for (; at == 0; ++prefixes) {
        if (prefixes == 3 || !skipPrefix(line)) {
            return false;
        }
        trimEnd(line);
        at = parseTime(line, header.time);
    }
    const std::string_view rest = line.substr(at);
    header.host = rest.substr(0, rest.find(' '));
    if (header.host.empty() || !parseBehindHost(rest.substr(header.host.size()), header)) {
        return false;
    }
    header.isLastHost = header.host == last.host;
    const std::size_t length = at + header.host.size();
    last = {prefixes == 0 && length < line.size() ? line.substr(0, length + 1) : std::string_view(), header.host,
            header.time};
    return true;
}

} // namespace limier
