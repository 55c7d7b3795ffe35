// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/linegrammar.h"
#include "log/replytext.h"

#include <algorithm>

namespace limier::grammar
{

namespace
{

/// Where the quoted local part at the start of @p address ends; 0 if there is none.
std::size_t endOfQuotes(std::string_view address)
{
    for (std::size_t at = 1; address.starts_with('"') && at < address.size(); ++at) {
        if (address[at] == '"') {
            // What follows the address may hold quotes, too: these belong to it only if it goes on or ends there.
            const std::string_view behind = address.substr(at + 1);
            return behind.starts_with('@') || behind.starts_with('>') ? at : 0;
        }
        at += address[at] == '\\' ? 1U : 0U;
    }
    return 0;
}

/**
 * Takes "ADDRESS>, NEXT" apart: the address ends where ">, " is followed by one of the next keys. A quoted local part
 * may hold even that.
 */
bool cutAddress(std::string_view &rest, std::string_view &address, std::string_view next, std::string_view orNext)
{
    for (std::size_t close = rest.find('>', endOfQuotes(rest)); close != std::string_view::npos;
         close = rest.find('>', close + 1)) {
        const std::string_view behind = rest.substr(close + 1);
        if (behind.starts_with(", ")
            && (behind.substr(2).starts_with(next) || (!orNext.empty() && behind.substr(2).starts_with(orNext)))) {
            address = rest.substr(0, close);
            rest = behind.substr(2);
            return true;
        }
    }
    return false;
}

/// The same of "SENDER>, size=…" or "SENDER>, status=…": nothing behind the sender holds a bracket, so the last one
/// ends it.
bool cutSender(std::string_view &rest, std::string_view &sender)
{
    const char *const begin = rest.data();
    if (!cutAddress(rest, sender, "size=", "status=")) {
        return false;
    }
    for (std::string_view more; rest.contains('>') && cutAddress(rest, more, "size=", "status=");) {
        sender = {begin, static_cast<std::size_t>(more.data() + more.size() - begin)};
    }
    return true;
}

std::string_view withoutBlanks(std::string_view text)
{
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

bool isLoopbackRelay(std::string_view relay)
{
    const std::size_t open = relay.find('[');
    const std::string_view ip = open == std::string_view::npos ? std::string_view() : relay.substr(open + 1);
    return ip.starts_with("127.") || ip.starts_with("::1]") || ip.starts_with('/') || ip.starts_with("private/");
}

/// The queue ID that @p reply ends with, behind @p words.
QueueId linkBehind(std::string_view words, std::string_view reply, EventWriter &writer)
{
    const std::size_t blank = reply.rfind(' ');
    return blank != std::string_view::npos && reply.substr(0, blank).ends_with(words)
        ? writer.queueId(reply.substr(blank + 1))
        : QueueId{};
}

/// The place of ", status=" in @p rest from @p at on.
std::size_t findStatus(std::string_view rest, std::size_t at)
{
    constexpr std::string_view Key = " status=";
    for (; at < rest.size(); ++at) {
        at = rest.find(',', at);
        if (at == std::string_view::npos || rest.substr(at + 1).starts_with(Key)) {
            return at;
        }
    }
    return std::string_view::npos;
}

struct StatusWord {
    std::string_view word;
    Status status;
};

constexpr StatusWord StatusWords[] = {
    {"sent", Status::Sent},           {"deferred", Status::Deferred}, {"bounced", Status::Bounced},
    {"SOFTBOUNCE", Status::Deferred}, {"expired", Status::Expired},
};

void writeReply(std::string_view reply, Service service, EventWriter &writer, std::string &scratch)
{
    Event &event = writer.event;
    if (event.status != Status::Sent) {
        generaliseReply(reply, scratch);
        writer.text(scratch);
        return;
    }
    writer.noText();
    if (service == Service::Local) {
        event.link = linkBehind("forwarded as", reply, writer);
        if (!event.link.isEmpty()) {
            event.flags |= Event::Forwarded;
        }
    } else if (service == Service::Smtp || service == Service::Lmtp) {
        event.link = linkBehind("queued as", reply, writer);
    } else if (service == Service::Pipe) {
        event.flags |= Event::ThroughPipe;
    }
}

/// "RELAY, conn_use=…, delay=…, status=WORD (REPLY)", the recipient's texts being known.
bool deliveryStatus(std::string_view rest, std::string_view recipient, std::string_view original, Service service,
                    EventWriter &writer, std::string &scratch)
{
    constexpr std::string_view Key = ", status=";
    const std::size_t relayEnd = rest.find(',');
    const std::size_t at = relayEnd == std::string_view::npos ? relayEnd : findStatus(rest, relayEnd);
    if (at == std::string_view::npos) {
        return false;
    }
    const std::string_view relay = rest.substr(0, relayEnd);
    const std::string_view outcome = rest.substr(at + Key.size());
    const StatusWord *word = std::ranges::find_if(StatusWords, [&](const StatusWord &known) {
        // Most are told apart by their first letter, which is cheaper.
        return outcome.starts_with(known.word.front()) && outcome.starts_with(known.word)
            && (outcome.size() == known.word.size() || outcome[known.word.size()] == ' '
                || outcome[known.word.size()] == ',');
    });
    if (word == std::ranges::end(StatusWords)) {
        const bool isProbe = outcome.starts_with("deliverable") || outcome.starts_with("undeliverable");
        if (isProbe) {
            writer.emit(EventType::Probe);
        }
        return isProbe;
    }
    std::string_view reply = outcome.substr(word->word.size());
    reply = reply.substr(std::min(reply.find_first_not_of(" ,"), reply.size()));
    reply = reply.starts_with('(') ? reply.substr(1) : reply;
    reply = withoutBlanks(reply);
    reply = reply.ends_with(')') ? reply.substr(0, reply.size() - 1) : reply;
    Event &event = writer.event;
    event.status = word->status;
    if (isLoopbackRelay(relay)) {
        event.flags |= Event::LoopbackRelay;
    } else if (service == Service::Smtp && relay != "none") {
        event.flags |= Event::RemoteRelay;
    }
    writer.text(recipient);
    writer.text(relay);
    writeReply(reply, service, writer, scratch);
    if (!original.empty()) {
        event.flags |= Event::HasOrigTo;
        writer.text(original);
    }
    writer.emit(EventType::Delivery);
    return true;
}

} // namespace

bool delivery(std::string_view rest, Service service, EventWriter &writer, std::string &scratch)
{
    std::string_view recipient;
    std::string_view original;
    std::string_view tail = rest;
    if (skip(tail, "to=<") && cutAddress(tail, recipient, "relay=", "orig_to=<")
        && (!skip(tail, "orig_to=<") || cutAddress(tail, original, "relay=", {})) && skip(tail, "relay=")
        && deliveryStatus(tail, recipient, original, service, writer, scratch)) {
        return true;
    }
    writer.emit(EventType::Mention);
    return !rest.starts_with("to=<");
}

bool qmgr(std::string_view rest, EventWriter &writer, std::string &scratch)
{
    if (withoutBlanks(rest) == "removed") {
        writer.emit(EventType::Removed);
        return true;
    }
    std::string_view tail = rest;
    std::string_view sender;
    if (skip(tail, "from=<") && cutSender(tail, sender)) {
        if (skip(tail, "size=")) {
            const std::size_t nrcpt = tail.find(", nrcpt=");
            writer.event.size = number(tail);
            writer.event.number = nrcpt == std::string_view::npos ? 0 : number(tail.substr(nrcpt + 8));
            writer.text(sender);
            writer.emit(EventType::Active);
            return true;
        }
        if (tail.starts_with("status=expired") || tail.starts_with("status=force-expired")) {
            writer.emit(EventType::Expired);
            return true;
        }
    }
    if (rest.starts_with("to=<")) {
        return delivery(rest, Service::Qmgr, writer, scratch);
    }
    writer.emit(EventType::Mention);
    return rest.starts_with("skipped, ") || rest.starts_with("from=<") || isDiagnostic(rest);
}

bool cleanup(std::string_view rest, EventWriter &writer, std::string &scratch)
{
    if (rest.starts_with("message-id=")) {
        const std::string_view id = rest.substr(11);
        // Zero stands for "none".
        writer.event.number = id.size() <= 2 ? 0 : static_cast<std::uint32_t>(writer.hash(id)) | 1U;
        writer.emit(EventType::MessageId);
        return true;
    }
    const bool byMilter = rest.starts_with("milter-reject: ");
    if (byMilter || rest.starts_with("reject: ")) {
        // Subjects and bodies are quoted before the client, so that only the end of the line is to be trusted.
        const std::size_t reply = rest.rfind(">: ");
        const std::size_t client = rest.find(": ", rest.find(" from "));
        const std::string_view text = !byMilter && reply != std::string_view::npos ? rest.substr(reply + 3)
            : client != std::string_view::npos                                     ? rest.substr(client + 2)
                                                                                   : rest;
        generaliseReply(text.substr(0, text.find("; from=<")), scratch);
        writer.event.flags |= Event::EndsMessage;
        writer.noText();
        writer.text(scratch);
        writer.noText();
        writer.emit(EventType::Rejection);
        return true;
    }
    if (rest.starts_with("hold: ") || rest.starts_with("milter-hold: ")) {
        writer.emit(EventType::Held);
        return true;
    }
    if (rest.starts_with("discard: ") || rest.starts_with("milter-discard: ")) {
        writer.emit(EventType::Discarded);
        return true;
    }
    writer.emit(EventType::Mention);
    constexpr std::string_view Known[] = {"resent-message-id=",
                                          "redirect: ",
                                          "filter: ",
                                          "prepend: ",
                                          "replace: ",
                                          "strip: ",
                                          "bcc: ",
                                          "milter-",
                                          "pass: ",
                                          "delay: ",
                                          "to=<",
                                          "sender ",
                                          "recipient ",
                                          "quarantine"};
    return isDiagnostic(rest)
        || std::ranges::any_of(Known, [&](std::string_view word) { return rest.starts_with(word); });
}

bool pickup(std::string_view rest, EventWriter &writer)
{
    if (!rest.starts_with("uid=")) {
        writer.emit(EventType::Mention);
        return isDiagnostic(rest);
    }
    writer.event.number = number(rest.substr(4));
    const std::size_t from = rest.find(" from=<");
    const std::size_t close = rest.rfind('>');
    // A sender, which everybody on the server may choose, can hold the same text, but not behind its end.
    if (const std::size_t original = rest.rfind("> orig_id=");
        original != std::string_view::npos && original == close) {
        writer.event.link = writer.queueId(rest.substr(original + 10));
    }
    if (from != std::string_view::npos && close != std::string_view::npos && close >= from + 7) {
        writer.text(rest.substr(from + 7, close - from - 7));
    } else {
        writer.noText();
    }
    writer.emit(EventType::Pickup);
    return true;
}

bool bounce(std::string_view rest, EventWriter &writer)
{
    constexpr std::string_view Key = "notification: ";
    const std::size_t at = rest.find(Key);
    if (at == std::string_view::npos) {
        writer.emit(EventType::Mention);
        return isDiagnostic(rest);
    }
    writer.event.link = writer.queueId(rest.substr(at + Key.size()));
    writer.emit(writer.event.link.isEmpty() ? EventType::Mention : EventType::Notification);
    return true;
}

bool postsuper(std::string_view rest, EventWriter &writer)
{
    rest = withoutBlanks(rest);
    if (rest == "removed") {
        writer.emit(EventType::Deleted);
    } else if (rest == "placed on hold") {
        writer.emit(EventType::Held);
    } else if (rest == "released from hold") {
        writer.emit(EventType::Released);
    } else if (rest == "requeued") {
        writer.emit(EventType::Requeued);
    } else {
        writer.emit(EventType::Mention);
        return rest == "expired" || rest.starts_with("expired") || isDiagnostic(rest);
    }
    return true;
}

} // namespace limier::grammar
