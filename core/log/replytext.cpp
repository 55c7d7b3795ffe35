// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/replytext.h"

#include <algorithm>

namespace limier
{

namespace
{

constexpr std::size_t LongestKeptWithDigits = 5; // "550", "5.7.1", "S3140"

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "550-5.7.26", as the first lines of a reply of several lines have it.
bool isContinuedCode(std::string_view word)
{
    return word.size() > 4 && word[3] == '-'
        && std::ranges::all_of(word, [](char c) { return isDigit(c) || c == '.' || c == '-'; });
}

/// What of a word is left: all, nothing but "*", or its part before a variable one.
void appendWord(std::string_view word, std::string &out)
{
    constexpr std::string_view Around = "()[]{},;:.\"'";
    const std::size_t begin = std::min(word.find_first_not_of(Around), word.size());
    const std::size_t last = word.find_last_not_of(Around);
    const std::size_t end = last == std::string_view::npos ? begin : last + 1;
    const std::string_view core = word.substr(begin, end - begin);
    const bool hasDigit = std::ranges::any_of(core, isDigit);
    out += word.substr(0, begin);
    if (core.starts_with("http://") || core.starts_with("https://")) {
        out += core.substr(0, core.find_first_of("?=#"));
    } else if (core.contains('@') || (hasDigit && core.size() > LongestKeptWithDigits && !isContinuedCode(core))) {
        out += '*';
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
        const std::size_t end = std::min(reply.find_first_of(" <", at + 1), reply.size());
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
