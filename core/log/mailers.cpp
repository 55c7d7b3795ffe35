// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/mailers.h"

#include "log/lineheader.h"
#include "log/timestamp.h"

#include <algorithm>
#include <array>

namespace limier
{

namespace
{

using namespace std::string_view_literals;

constexpr std::array MailPrograms{"amavis"sv,      "clamav-milter"sv, "clamd"sv,    "cyrus"sv,    "dovecot"sv,
                                  "imap"sv,        "imapd"sv,         "lmtpunix"sv, "opendkim"sv, "opendmarc"sv,
                                  "policyd-spf"sv, "pop3"sv,          "pop3d"sv,    "postgrey"sv, "postsrsd"sv,
                                  "rspamd"sv,      "saslauthd"sv,     "sieve"sv,    "spamd"sv,    "spamass-milter"sv};

constexpr std::array SendmailPrograms{"sendmail"sv, "sendmail-in"sv, "sm-mta"sv, "sm-msp-queue"sv};

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// "1s3Ni7-0001AB-2C", since Exim 4.97 "1s3Ni7-000000001AB-2C4d".
bool isEximId(std::string_view word)
{
    const std::size_t first = word.find('-');
    const std::size_t second = word.rfind('-');
    if (first != 6 || second == first) {
        return false;
    }
    const std::size_t middle = second - first - 1;
    const std::size_t last = word.size() - second - 1;
    return (middle == 6 || middle == 11) && (last == 2 || last == 4)
        && std::ranges::all_of(word, [](char c) { return c == '-' || isLetterOrDigit(c); });
}

} // namespace

bool isMailProgram(std::string_view program)
{
    return std::ranges::contains(MailPrograms, program.substr(0, program.find('/')));
}

std::string_view otherMailerOf(std::string_view line)
{
    RawTime time;
    const std::string_view rest = line.substr(parseTime(line, time));
    if (time.kind != RawTime::Kind::None && isEximId(rest.substr(0, rest.find(' ')))) {
        return "Exim"sv;
    }
    LineHeader header;
    if (!parseLineHeader(line, header)) {
        return {};
    }
    if (header.program.starts_with("exim"sv)) {
        return "Exim"sv;
    }
    return std::ranges::contains(SendmailPrograms, header.program) ? "sendmail"sv : std::string_view();
}

} // namespace limier
