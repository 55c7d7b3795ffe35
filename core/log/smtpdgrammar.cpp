// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/linegrammar.h"
#include "log/replytext.h"

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace limier::grammar
{

namespace
{

bool isLoopbackToken(std::string_view token)
{
    const std::size_t open = token.rfind('[');
    const std::string_view ip = open == std::string_view::npos ? token : token.substr(open + 1);
    return ip.starts_with("127.") || ip.starts_with("::1]") || ip.starts_with("unix:");
}

/// Cuts the value of @p key from the end of @p rest. The last place counts: what stands before was typed by the client.
std::string_view cutLast(std::string_view &rest, std::string_view key)
{
    std::size_t at = rest.find(key);
    if (at == std::string_view::npos) {
        return {};
    }
    for (std::size_t next = at; next != std::string_view::npos; next = rest.find(key, at + 1)) {
        at = next;
    }
    const std::string_view value = rest.substr(at + key.size());
    rest = rest.substr(0, at);
    return value;
}

/// "client=host[ip], sasl_method=PLAIN, sasl_username=u, sasl_sender=s, orig_queue_id=q, orig_client=host[ip]".
bool beginOfMessage(std::string_view rest, EventWriter &writer)
{
    std::string_view client = clientToken(rest);
    if (client.empty()) {
        return false;
    }
    rest.remove_prefix(std::min(rest.size(), client.size()));
    if (const std::size_t comma = rest.find(','); comma != std::string_view::npos) {
        rest.remove_prefix(comma);
    } else {
        rest = {};
    }
    // XFORWARD comes from content filters on this host; from elsewhere it may be part of a login that looks like it.
    if (!rest.empty() && isLoopbackToken(client)) {
        const std::string_view original = clientToken(cutLast(rest, ", orig_client="));
        writer.event.link = writer.queueId(cutLast(rest, ", orig_queue_id="));
        client = original.empty() ? client : original;
    }
    cutLast(rest, ", sasl_sender=");
    constexpr std::string_view UserKey = ", sasl_username=";
    const std::size_t user = rest.find(UserKey);
    writer.text(client);
    if (user != std::string_view::npos && user + UserKey.size() < rest.size()) {
        writer.text(rest.substr(user + UserKey.size()));
    } else {
        writer.noText();
    }
    writer.emit(EventType::Client);
    return true;
}

/// "host[ip]: SASL LOGIN authentication failed: REASON, sasl_username=u".
bool authFailure(std::string_view warning, EventWriter &writer)
{
    constexpr std::string_view Sasl = ": SASL ";
    constexpr std::string_view Failed = " authentication failed";
    constexpr std::string_view Aborted = " authentication aborted";
    constexpr std::string_view UserKey = ", sasl_username=";
    const std::string_view client = clientToken(warning);
    if (client.empty()) {
        return false;
    }
    std::string_view rest = warning.substr(client.size());
    if (rest.starts_with(':') && rest.size() > 1 && rest[1] != ' ') { // "[ip]:port"
        rest.remove_prefix(std::min(rest.size(), std::max(rest.find(": "), std::size_t{1})));
    }
    if (!skip(rest, Sasl)) {
        return false;
    }
    const std::size_t word = rest.find(' ');
    if (word == std::string_view::npos) {
        return false;
    }
    rest.remove_prefix(word);
    const bool aborted = rest.starts_with(Aborted);
    if (!aborted && !rest.starts_with(Failed)) {
        return false;
    }
    rest.remove_prefix(Failed.size());
    std::string_view user;
    if (const std::size_t at = rest.find(UserKey); at != std::string_view::npos) {
        user = rest.substr(at + UserKey.size());
        rest = rest.substr(0, at);
    }
    const bool noAnswer = rest.starts_with(": Connection lost to authentication server")
        || rest.starts_with(": Invalid authentication mechanism");
    writer.text(client);
    user.empty() || user == "(unavailable)" ? writer.noText() : writer.text(user);
    writer.emit(aborted || noAnswer ? EventType::AuthProblem : EventType::AuthFailure);
    return true;
}

/// The counters of a disconnect line: "ehlo=1 auth=0/3 data=1 commands=2/5".
struct Counters {
    bool areThere = false;
    bool tookData = false;
    std::string_view auth;
};

Counters countersOf(std::string_view words)
{
    Counters counters;
    while (!words.empty()) {
        std::size_t end = 0; // the words are so short that a call would cost more
        while (end < words.size() && words[end] != ' ') {
            ++end;
        }
        const std::string_view word = words.substr(0, end);
        if (word.starts_with("auth=")) {
            counters.auth = word.substr(5);
        } else if (word.starts_with("data=") || word.starts_with("bdat=")) {
            counters.tookData |= number(word.substr(5)) > 0;
        } else if (word.starts_with("commands=")) {
            counters.areThere = true;
        }
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return counters;
}

/// "lost connection after STAGE", "timeout after STAGE": counted if a message was on its way.
void connectionLost(std::string_view message, EventWriter &writer)
{
    const std::string_view stage = message.substr(message.find(" after ") + 7);
    if (stage.starts_with("DATA") || stage.starts_with("RCPT") || stage.starts_with("BDAT")) {
        writer.emit(EventType::ConnectionLost);
    } else if (!writer.event.queueId.isEmpty()) {
        writer.emit(EventType::Mention);
    }
}

/// "disconnect from host[ip] ehlo=1 auth=0/3 quit=1 commands=2/5".
bool disconnect(std::string_view rest, EventWriter &writer)
{
    const std::string_view client = clientToken(rest);
    if (client.empty()) {
        return false;
    }
    const Counters counters = countersOf(rest.substr(client.size()));
    if (!counters.auth.empty()) {
        const std::uint32_t first = number(counters.auth);
        const std::size_t slash = counters.auth.find('/');
        writer.event.size = first;
        writer.event.number = slash != std::string_view::npos ? number(counters.auth.substr(slash + 1)) : first;
        writer.text(client);
    }
    if (counters.areThere && !counters.tookData) {
        writer.event.flags |= Event::NoData;
    }
    writer.emit(EventType::Disconnect);
    return true;
}

bool startsWithAny(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

/// True if @p text says that a client went away or was sent away.
bool isLoss(std::string_view text)
{
    return startsWithAny(text, {"lost connection after ", "timeout after ", "too many errors after "});
}

/// How lines of smtpd begin that say nothing which is counted.
constexpr std::initializer_list<std::string_view> SessionRemarks = {"Anonymous TLS connection",
                                                                    "Trusted TLS connection",
                                                                    "Untrusted TLS connection",
                                                                    "Verified TLS connection",
                                                                    "setting up TLS connection",
                                                                    "SSL_accept",
                                                                    "SSL3 alert",
                                                                    "TLS ",
                                                                    "improper command ",
                                                                    "initializing the server-side",
                                                                    "certificate ",
                                                                    "connection established",
                                                                    "initializing",
                                                                    "auto_clnt",
                                                                    "smtpd_",
                                                                    "open ",
                                                                    "enabling ",
                                                                    "disabling ",
                                                                    "using backwards-compatible",
                                                                    "client ",
                                                                    "hostname ",
                                                                    "address ",
                                                                    "NOQUEUE",
                                                                    "table ",
                                                                    "cipher ",
                                                                    "request from ",
                                                                    "generic_checks",
                                                                    "Read failed",
                                                                    "Write failed",
                                                                    ">",
                                                                    "<",
                                                                    "==",
                                                                    "xsasl_",
                                                                    "name_mask",
                                                                    "match_",
                                                                    "watchdog_",
                                                                    "vstream_",
                                                                    "dict_",
                                                                    "rewrite_",
                                                                    "mynetworks",
                                                                    "been_here",
                                                                    "discarding EHLO ",
                                                                    "bare <",
                                                                    "unix_passwd",
                                                                    "subject_CN",
                                                                    "issuer",
                                                                    "fingerprint"};

} // namespace

bool isDiagnostic(std::string_view message)
{
    return startsWithAny(message, {"warning: ", "fatal: ", "panic: ", "error: ", "statistics: ", "info: "});
}

std::string_view clientToken(std::string_view text)
{
    const std::size_t open = text.find('[');
    const std::size_t close = open == std::string_view::npos ? open : text.find(']', open);
    if (close == std::string_view::npos || text.substr(0, open).contains(' ')) {
        return {};
    }
    return text.substr(0, close + 1);
}

std::uint32_t number(std::string_view text)
{
    constexpr std::uint64_t Most = std::numeric_limits<std::uint32_t>::max();
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            break;
        }
        value = std::min(value * 10 + static_cast<std::uint64_t>(c - '0'), Most);
    }
    return static_cast<std::uint32_t>(value);
}

bool rejection(std::string_view rest, EventWriter &writer, std::string &scratch)
{
    constexpr std::string_view From = " from ";
    const std::size_t stageEnd = rest.find_first_of(" :");
    if (stageEnd == std::string_view::npos) {
        return false;
    }
    const std::string_view stage = rest.substr(0, stageEnd);
    rest.remove_prefix(stageEnd);
    std::string_view client;
    if (rest.starts_with(From)) { // a proxy filter's refusal names no client
        rest.remove_prefix(From.size());
        client = clientToken(rest);
        if (client.empty()) {
            return false;
        }
        rest.remove_prefix(client.size());
    }
    const std::size_t colon = rest.find(": ");
    rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 2);
    const std::size_t sasl = rest.rfind("> sasl_username=");
    std::string_view user = sasl == std::string_view::npos ? std::string_view() : rest.substr(sasl + 16);
    if (user.contains(" proto=")) { // it stood in an address, which the client typed
        user = {};
    }
    const std::size_t end = std::min(rest.find("; from=<"), rest.find("; client=<"));
    generaliseReply(rest.substr(0, std::min(end, rest.find("; proto="))), scratch);
    if (stage == "END-OF-MESSAGE" || stage == "DATA" || stage == "BDAT") {
        writer.event.flags |= Event::EndsMessage;
    }
    client.empty() ? writer.noText() : writer.text(client);
    writer.text(scratch);
    user = user.starts_with('<') && user.ends_with('>') ? user.substr(1, user.size() - 2) : user;
    user.empty() ? writer.noText() : writer.text(user);
    writer.emit(EventType::Rejection);
    return true;
}

bool smtpdMail(std::string_view rest, EventWriter &writer, std::string &scratch)
{
    if (skip(rest, "client=")) {
        return beginOfMessage(rest, writer);
    }
    if (skip(rest, "reject: ") || skip(rest, "milter-reject: ") || skip(rest, "proxy-reject: ")) {
        return rejection(rest, writer, scratch);
    }
    if (rest.starts_with("discard: ") || rest.starts_with("milter-discard: ")) {
        writer.emit(EventType::Discarded);
        return true;
    }
    if (rest.starts_with("hold: ") || rest.starts_with("milter-hold: ")) {
        writer.emit(EventType::Held);
        return true;
    }
    if (isLoss(rest)) {
        if (!writer.event.queueId.isEmpty()) {
            connectionLost(rest, writer);
        }
        return true;
    }
    if (rest.starts_with("proxy-accept: ")) {
        const std::size_t queued = rest.find("queued as ");
        writer.event.link = queued == std::string_view::npos ? QueueId{} : writer.queueId(rest.substr(queued + 10));
        writer.emit(EventType::ProxyAccepted);
        return true;
    }
    writer.emit(EventType::Mention);
    return startsWithAny(rest,
                         {"reject_warning: ", "warn: ", "warning: ", "redirect: ", "filter: ", "permit: ", "prepend: ",
                          "replace: ", "bcc: ", "info: ", "milter-", "tempfail: "});
}

bool smtpdSession(std::string_view message, EventWriter &writer, std::string &scratch)
{
    if (message.starts_with("proxy-")) {
        return smtpdMail(message, writer, scratch);
    }
    if (message.starts_with("connect from ")) {
        writer.emit(EventType::Connect);
        return true;
    }
    if (skip(message, "disconnect from ")) {
        return disconnect(message, writer);
    }
    if (skip(message, "warning: ")) {
        authFailure(message, writer);
        return true;
    }
    if (isLoss(message)) {
        connectionLost(message, writer);
        return true;
    }
    return isDiagnostic(message) || startsWithAny(message, SessionRemarks);
}

bool postscreen(std::string_view rest, bool hasNoQueue, EventWriter &writer, std::string &scratch)
{
    if (hasNoQueue && skip(rest, "reject: ")) {
        return rejection(rest, writer, scratch);
    }
    return hasNoQueue || isDiagnostic(rest)
        || startsWithAny(rest,
                         {"CONNECT from ",
                          "PREGREET ",
                          "DNSBL rank ",
                          "PASS ",
                          "DISCONNECT ",
                          "HANGUP ",
                          "WHITELISTED ",
                          "ALLOWLISTED ",
                          "WHITELIST VETO ",
                          "ALLOWLIST VETO ",
                          "BLACKLISTED ",
                          "DENYLISTED ",
                          "BARE NEWLINE ",
                          "DATA without ",
                          "BDAT without ",
                          "NON-SMTP COMMAND ",
                          "COMMAND ",
                          "COMMAND PIPELINING ",
                          "BDAT ",
                          "entering STRESS mode",
                          "leaving STRESS mode",
                          "cache ",
                          "close database ",
                          "using backwards"});
}

} // namespace limier::grammar
