// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/mailfacts.h"

#include "log/asciitext.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace limier
{

namespace
{

using namespace std::string_view_literals;

/// How servers say that a list names their client. In lower case.
constexpr std::array Listings{
    "blocked using"sv, "listed by"sv,        "listed at"sv,      "listed in"sv,   "is listed"sv, "on our block"sv,
    "block list"sv,    "blocklist"sv,        "blacklist"sv,      "dnsbl"sv,       "rbl "sv,      "spamhaus"sv,
    "spamcop"sv,       "barracudacentral"sv, "sorbs"sv,          "uceprotect"sv,  "s3140"sv,     "s3150"sv,
    "csi.cloudmark"sv, "poor reputation"sv,  "bad reputation"sv, "senderscore"sv, "ofr_506"sv,   "lpn007_51"sv};
/// How they say that they take the mail for spam, or that there is too much of it.
constexpr std::array Refusals{"spam"sv,
                              "unsolicited"sv,
                              "junk"sv,
                              "unusual rate"sv,
                              "rate limit"sv,
                              "too many"sv,
                              "bulk"sv,
                              "content rejected"sv,
                              "content filter"sv,
                              "suspicious"sv,
                              "policy reasons"sv,
                              "5.7.1 message rejected"sv,
                              "virus"sv,
                              "phish"sv,
                              "reputation"sv,
                              "throttl"sv,
                              "temporarily deferred due to"sv};

bool holdsAny(std::string_view text, std::span<const std::string_view> words)
{
    return std::ranges::any_of(words, [text](std::string_view word) { return text.contains(word); });
}

} // namespace

ReplyClass classOfReply(std::string_view reply)
{
    const std::string lower = lowerAscii(reply);
    // "Recipient address rejected: Greylisted, see …" names no list.
    if (lower.contains("greylist"sv) || lower.contains("graylist"sv)) {
        return ReplyClass::Other;
    }
    // A list can also name the sender's domain or a link in the text: then not this server is to blame.
    if (holdsAny(lower, Listings) && !lower.contains("dbl.spamhaus"sv) && !lower.contains("sender address rejected"sv)
        && !lower.contains("user unknown"sv)) {
        return ReplyClass::Listing;
    }
    return holdsAny(lower, Refusals) ? ReplyClass::Refusal : ReplyClass::Other;
}

} // namespace limier
