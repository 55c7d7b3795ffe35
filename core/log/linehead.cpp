// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/linehead.h"

#include <algorithm>
#include <array>

namespace limier
{

namespace
{

using namespace std::string_view_literals;

constexpr std::array PostfixDaemons{
    "anvil"sv,       "bounce"sv, "cleanup"sv,  "discard"sv,  "dnsblog"sv,    "error"sv,     "flush"sv,
    "lmtp"sv,        "local"sv,  "master"sv,   "oqmgr"sv,    "pickup"sv,     "pipe"sv,      "postdrop"sv,
    "postfix-script"sv, "postqueue"sv, "postscreen"sv, "postsuper"sv, "proxymap"sv, "qmgr"sv, "qmqpd"sv,
    "scache"sv,      "sendmail"sv, "smtp"sv,   "smtpd"sv,    "spawn"sv,      "tlsmgr"sv,    "tlsproxy"sv,
    "trivial-rewrite"sv, "verify"sv, "virtual"sv};

constexpr std::array MailPrograms{
    "amavis"sv,      "clamd"sv,     "clamav-milter"sv, "cyrus"sv,       "dovecot"sv, "imap"sv,      "imapd"sv,
    "lmtpunix"sv,    "opendkim"sv,  "opendmarc"sv,     "policyd-spf"sv, "pop3"sv,    "pop3d"sv,     "postgrey"sv,
    "postsrsd"sv,    "rspamd"sv,    "saslauthd"sv,     "sieve"sv,       "spamd"sv,   "spamass-milter"sv};

std::string_view skipBlanks(std::string_view text)
{
    return text.substr(std::min(text.find_first_not_of(" \t"sv), text.size()));
}

/// What stands before the time of a line, taken away.
std::string_view skipPrefix(std::string_view line)
{
    constexpr std::size_t LongestName = 80;
    if (const std::size_t bar = line.substr(0, LongestName).find(" | "sv); bar != std::string_view::npos) {
        line = line.substr(bar + 3);
    }
    line = skipBlanks(line);
    if (line.starts_with('"')) {
        line.remove_prefix(1);
    }
    if (line.starts_with('<')) {
        const std::size_t end = line.substr(0, 6).find('>');
        line.remove_prefix(end == std::string_view::npos ? 0 : end + 1);
    }
    return line;
}

bool isEximId(std::string_view word)
{
    const std::size_t first = word.find('-');
    const std::size_t second = word.rfind('-');
    return first == 6 && second > first + 5 && second < first + 13 && word.size() - second >= 3
        && word.size() - second <= 5
        && std::ranges::all_of(word, [](char c) {
               return c == '-' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
           });
}

} // namespace

std::optional<LineHead> readLineHead(std::string_view line)
{
    LineHead head;
    std::size_t at = parseTime(line, head.time);
    if (at == 0) {
        line = skipPrefix(line);
        at = parseTime(line, head.time);
    }
    if (at == 0) {
        return std::nullopt;
    }
    std::string_view rest = line.substr(at);
    const std::string_view word = rest.substr(0, rest.find_first_of(" \t\r\n"sv));
    // A program in the place of the host: the line has none.
    if (!word.ends_with(':')) {
        head.host = word;
        rest = skipBlanks(rest.substr(word.size()));
    }
    const std::size_t end = rest.find_first_of("[: \t\r\n"sv);
    head.program = rest.substr(0, end);
    const std::size_t colon = rest.find(": "sv);
    head.text = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 2);
    return head;
}

bool isPostfixProgram(std::string_view program)
{
    if (program.starts_with("postfix"sv)) {
        return true;
    }
    const std::size_t slash = program.rfind('/');
    return slash != std::string_view::npos && std::ranges::contains(PostfixDaemons, program.substr(slash + 1));
}

bool isMailProgram(std::string_view program)
{
    return isPostfixProgram(program) || std::ranges::contains(MailPrograms, program.substr(0, program.find('/')));
}

std::string_view otherMailerOf(std::string_view line)
{
    const std::optional<LineHead> head = readLineHead(line);
    if (!head) {
        return {};
    }
    if (head->program.starts_with("exim"sv) || isEximId(head->host) || isEximId(head->program)) {
        return "Exim"sv;
    }
    constexpr std::array Sendmail{"sendmail"sv, "sm-mta"sv, "sm-msp-queue"sv, "sendmail-in"sv, "sm-acceptingconnections"sv};
    return std::ranges::contains(Sendmail, head->program) ? "sendmail"sv : std::string_view();
}

} // namespace limier
