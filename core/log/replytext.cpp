// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/replytext.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace limier
{

namespace
{

constexpr std::size_t LongestKeptWithDigits = 5; // "550", "5.7.1", "S3140"

/// What a byte is to a word of a reply.
enum ByteKind : std::uint8_t {
    Digit = 1,
    Around = 2, ///< may surround a word
    At = 4,
    EndsWord = 8,
};

constexpr std::array<std::uint8_t, 256> ByteKinds = [] {
    std::array<std::uint8_t, 256> kinds{};
    const auto mark = [&kinds](std::string_view bytes, ByteKind kind) {
        for (const char byte : bytes) {
            kinds[static_cast<unsigned char>(byte)] |= kind;
        }
    };
    mark("0123456789", Digit);
    mark("()[]{},;:.\"'", Around);
    mark("@", At);
    mark(" <", EndsWord);
    return kinds;
}();

bool isA(ByteKind kind, char c)
{
    return (ByteKinds[static_cast<unsigned char>(c)] & kind) != 0;
}

/// "550-5.7.26", as the first lines of a reply of several lines have it.
bool isContinuedCode(std::string_view word)
{
    return word.size() > 4 && word[3] == '-'
        && std::ranges::all_of(word, [](char c) { return isA(Digit, c) || c == '.' || c == '-'; });
}

/// "4.7.25": an enhanced status code (RFC 3463).
bool isStatusCode(std::string_view word)
{
    int dots = 0;
    std::size_t digits = 0;
    for (const char c : word) {
        dots += c == '.' ? 1 : 0;
        digits = c == '.' ? 0 : digits + 1;
        if ((c != '.' && !isA(Digit, c)) || digits > 3) {
            return false;
        }
    }
    return dots == 2 && digits > 0 && (word[0] == '2' || word[0] == '4' || word[0] == '5') && word[1] == '.'
        && word[2] != '.';
}

/// What of a word is left: all, nothing but "*", or its part before a variable one.
void appendWord(std::string_view word, std::string &out)
{
    std::size_t begin = 0;
    std::size_t end = word.size();
    while (begin < end && isA(Around, word[begin])) {
        ++begin;
    }
    while (end > begin && isA(Around, word[end - 1])) {
        --end;
    }
    const std::string_view core = word.substr(begin, end - begin);
    std::uint8_t kinds = 0;
    for (const char c : core) {
        kinds |= ByteKinds[static_cast<unsigned char>(c)];
    }
    out += word.substr(0, begin);
    if (core.starts_with("http://") || core.starts_with("https://")) {
        out += core.substr(0, core.find_first_of("?=#"));
    } else if ((kinds & At) != 0
               || ((kinds & Digit) != 0 && core.size() > LongestKeptWithDigits && !isContinuedCode(core)
                   && !isStatusCode(core))) {
        out += '*';
        end += core.contains('[') && word.substr(end).starts_with(']') ? 1U : 0U; // "mx.example[192.0.2.1]"
    } else {
        out += core;
    }
    out += word.substr(end);
}

/// "host mx.example[192.0.2.1] said: 550 …" without the host.
std::string_view withoutSpeaker(std::string_view reply)
{
    if (!reply.starts_with("host ")) {
        return reply;
    }
    const std::size_t said = reply.find(" said: ");
    const std::size_t refused = reply.find(" refused to talk to me: ");
    if (said != std::string_view::npos && said < refused) {
        return reply.substr(said + 7);
    }
    return refused != std::string_view::npos ? reply.substr(refused + 1) : reply;
}

} // namespace

void generaliseReply(std::string_view reply, std::string &out)
{
    out.clear();
    reply = withoutSpeaker(reply);
    std::size_t at = 0;
    while (at < reply.size() && out.size() < MaxReplyLength) {
        const char c = reply[at];
        if (c == ' ') {
            if (!out.empty() && out.back() != ' ') {
                out += ' ';
            }
            ++at;
            continue;
        }
        if (c == '<') {
            const std::size_t close = reply.find('>', at);
            out += "<*>";
            at = close == std::string_view::npos ? reply.size() : close + 1;
            continue;
        }
        std::size_t end = at + 1;
        while (end < reply.size() && !isA(EndsWord, reply[end])) {
            ++end;
        }
        appendWord(reply.substr(at, end - at), out);
        at = end;
    }
    while (out.ends_with(' ')) {
        out.pop_back();
    }
    if (out.size() > MaxReplyLength) {
        out.resize(MaxReplyLength);
    }
}

} // namespace limier
