// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/postfixparser.h"

#include "log/linegrammar.h"

#include <algorithm>
#include <cstring>

namespace limier
{

namespace
{

struct ServiceName {
    std::string_view name;
    Service service;
};

constexpr ServiceName ServiceNames[] = {
    {"smtpd", Service::Smtpd},
    {"smtp", Service::Smtp},
    {"qmgr", Service::Qmgr},
    {"cleanup", Service::Cleanup},
    {"lmtp", Service::Lmtp},
    {"local", Service::Local},
    {"virtual", Service::Virtual},
    {"pipe", Service::Pipe},
    {"error", Service::Error},
    {"retry", Service::Error},
    {"discard", Service::Discard},
    {"bounce", Service::Bounce},
    {"defer", Service::Bounce},
    {"trace", Service::Bounce},
    {"pickup", Service::Pickup},
    {"postscreen", Service::Postscreen},
    {"postsuper", Service::Postsuper},
    {"verify", Service::Verify},
    {"oqmgr", Service::Qmgr},
    {"nqmgr", Service::Qmgr},
    {"relay", Service::Smtp},
    {"anvil", Service::Quiet},
    {"scache", Service::Quiet},
    {"master", Service::Quiet},
    {"tlsproxy", Service::Quiet},
    {"tlsmgr", Service::Quiet},
    {"dnsblog", Service::Quiet},
    {"trivial-rewrite", Service::Quiet},
    {"proxymap", Service::Quiet},
    {"postfix-script", Service::Quiet},
    {"flush", Service::Quiet},
    {"showq", Service::Quiet},
    {"spawn", Service::Quiet},
    {"sendmail", Service::Quiet},
    {"postdrop", Service::Quiet},
    {"postqueue", Service::Quiet},
    {"postmap", Service::Quiet},
    {"postalias", Service::Quiet},
    {"postlogd", Service::Quiet},
    {"postlog", Service::Quiet},
    {"postmulti", Service::Quiet},
    {"postcat", Service::Quiet},
    {"postconf", Service::Quiet},
    {"qmqpd", Service::Quiet},
    {"postkick", Service::Quiet},
    {"postlock", Service::Quiet},
    {"postfix", Service::Quiet},
    {"posttls-finger", Service::Quiet},
    {"postfix-wrapper", Service::Quiet},
    {"postmulti-script", Service::Quiet},
    {"post-install", Service::Quiet},
    {"postfix-tls-script", Service::Quiet},
};

/// The number N of "… lost N messages …", "… N messages lost …", "Suppressed N messages …"; 0 if there is none.
std::uint32_t lostLines(std::string_view program, std::string_view message)
{
    if (program.starts_with("systemd-journal") || program == "journal") {
        return message.starts_with("Suppressed ") ? grammar::number(message.substr(11)) : 0;
    }
    if (!program.starts_with("rsyslogd") && !program.starts_with("liblogging-stdlog")
        && !program.starts_with("syslog")) {
        return 0;
    }
    if (const std::size_t lost = message.find(" lost "); lost != std::string_view::npos) {
        if (const std::uint32_t count = grammar::number(message.substr(lost + 6)); count > 0) {
            return count;
        }
    }
    const std::size_t lost = message.find(" messages lost due to rate-limiting");
    if (lost == std::string_view::npos) {
        return 0;
    }
    const std::size_t blank = message.rfind(' ', lost - 1);
    return grammar::number(message.substr(blank == std::string_view::npos ? 0 : blank + 1));
}

/// Takes "message repeated N times: [ TEXT]" apart.
bool unwrapRepeated(std::string_view &message, std::uint16_t &repeat)
{
    constexpr std::string_view Start = "message repeated ";
    constexpr std::string_view Times = " times: [ ";
    if (!message.starts_with(Start)) {
        return false;
    }
    const std::size_t times = message.find(Times);
    if (times == std::string_view::npos) {
        return false;
    }
    repeat = static_cast<std::uint16_t>(std::clamp(grammar::number(message.substr(Start.size())), 1U, 65535U));
    message.remove_prefix(times + Times.size());
    if (message.ends_with(']')) {
        message.remove_suffix(1);
    }
    return true;
}

/// True for the programs that write "NOQUEUE" where they have no queue ID yet.
bool mayLackQueueId(Service service)
{
    return service == Service::Smtpd || service == Service::Postscreen || service == Service::Cleanup;
}

} // namespace

Service serviceOf(std::string_view program)
{
    const std::size_t slash = program.rfind('/');
    if (slash == std::string_view::npos) {
        return program == "postfix" ? Service::Quiet : Service::Foreign;
    }
    const std::string_view name = program.substr(slash + 1);
    for (const ServiceName &known : ServiceNames) {
        if (known.name == name) {
            return known.service;
        }
    }
    return program.starts_with("postfix") ? Service::Unknown : Service::Foreign;
}

bool PostfixParser::isSpreadsheet(std::string_view text)
{
    // One line may end in a comma by itself, several of them do not.
    constexpr int LinesLookedAt = 3;
    for (int i = 0; i < LinesLookedAt && !text.empty(); ++i) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        line = line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
        if (!line.ends_with(',')) {
            return false;
        }
    }
    return true;
}

void PostfixParser::parse(ParsedChunk &chunk)
{
    const std::string_view whole = chunk.text;
    const std::uint64_t start = chunk.offset;
    chunk.clear();
    chunk.text = whole;
    chunk.offset = start;
    m_isSpreadsheet = isSpreadsheet(chunk.text);
    m_untimed.clear();
    parseLines(chunk);
    if (m_untimed.empty()) {
        return;
    }
    if (const std::size_t width = wrapWidth(chunk); width > 0) {
        const std::string_view text = chunk.text;
        const std::uint64_t offset = chunk.offset;
        chunk.clear();
        chunk.text = text;
        chunk.offset = offset;
        parseWrapped(chunk, width);
    }
}

void PostfixParser::parseLines(ParsedChunk &chunk)
{
    EventWriter writer(chunk);
    m_lastStart = {};
    m_lastLine = {};
    const char *at = chunk.text.data();
    const char *const end = at + chunk.text.size();
    std::uint32_t number = 0;
    while (at < end) {
        const auto *newline = static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        const char *const stop = newline != nullptr ? newline : end;
        const std::string_view line(at, static_cast<std::size_t>(stop - at));
        if (number % ParsedChunk::LinesPerMark == 0) {
            chunk.lineMarks.push_back(static_cast<std::uint32_t>(at - chunk.text.data()));
        }
        if (!parseLine(line, number, chunk, writer) && number > 0) {
            m_untimed.push_back({m_lastLine, number - 1});
        }
        m_lastLine = line;
        ++number;
        at = stop + 1;
    }
    chunk.lines = number;
}

std::size_t PostfixParser::wrapWidth(const ParsedChunk &chunk) const
{
    constexpr std::size_t Narrowest = 60;
    std::vector<std::size_t> widths;
    for (const Line &line : m_untimed) {
        widths.push_back(line.text.size());
    }
    std::ranges::sort(widths);
    const std::size_t width = widths[widths.size() / 2];
    const auto same = static_cast<std::size_t>(std::ranges::count(widths, width));
    if (width < Narrowest || same * 4 < widths.size() * 3) {
        return 0;
    }
    // One such line alone may be anything; two of exactly the same width are a terminal's.
    return same > 1 || std::ranges::binary_search(chunk.unrecognised, m_untimed.front().number) ? width : 0;
}

void PostfixParser::parseWrapped(ParsedChunk &chunk, std::size_t width)
{
    EventWriter writer(chunk);
    m_lastStart = {};
    m_lastLine = {};
    std::size_t at = 0;
    std::uint32_t number = 0;
    RawTime ignored;
    while (at < chunk.text.size()) {
        const std::uint32_t first = number;
        m_joined.clear();
        for (;;) {
            const std::size_t stop = std::min(chunk.text.find('\n', at), chunk.text.size());
            if (number % ParsedChunk::LinesPerMark == 0) {
                chunk.lineMarks.push_back(static_cast<std::uint32_t>(at));
            }
            const std::string_view line = chunk.text.substr(at, stop - at);
            m_joined += line.substr(0, line.find_last_not_of('\r') + 1);
            ++number;
            at = stop + 1;
            const bool goesOn = line.size() == width && at < chunk.text.size() && chunk.text[at] != '\n'
                && parseTime(chunk.text.substr(at, 64), ignored) == 0;
            if (!goesOn) {
                break;
            }
        }
        const std::size_t events = chunk.events.size();
        parseLine(m_joined, first, chunk, writer);
        m_lastStart = {};
        if (chunk.events.size() == events) {
            continue;
        }
        for (std::uint32_t line = first + 1; line < number; ++line) {
            Event mention = chunk.events.back();
            if (mention.queueId.isEmpty()) {
                break;
            }
            mention.line = line;
            mention.type = EventType::ForeignMention;
            chunk.events.push_back(mention);
        }
    }
    chunk.lines = number;
}

bool PostfixParser::parseLine(std::string_view line, std::uint32_t number, ParsedChunk &chunk, EventWriter &writer)
{
    if (m_isSpreadsheet) {
        line = line.substr(0, line.find_last_not_of("\r,") + 1);
    }
    while (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    if (line.empty()) {
        return true;
    }
    if (line.starts_with("-- ")) { // journalctl: "-- Boot …", "-- Journal begins at …"
        return true;
    }
    if (!parseLineHeader(line, m_lastStart, m_header)) {
        count(LineKind::NotUnderstood, number, chunk);
        return m_header.time.kind != RawTime::Kind::None;
    }
    if (chunk.firstTime.kind == RawTime::Kind::None) {
        chunk.firstTime = m_header.time;
    }
    chunk.lastTime = m_header.time;
    Event event;
    event.line = number;
    event.pid = m_header.pid;
    event.seconds = static_cast<std::uint32_t>(m_header.time.seconds);
    event.timeKind = m_header.time.kind;
    event.node = m_header.isLastHost ? m_lastNode : nodeOf(m_header.host, chunk);
    writer.start(event);
    std::string_view message = m_header.message;
    // Some log daemons put their own name before it, or the program's whose line it was.
    constexpr std::string_view LastRepeated = "last message repeated ";
    if (message.starts_with(LastRepeated)) {
        writer.event.number = grammar::number(message.substr(LastRepeated.size()));
        LineHeader before;
        const bool isBehindOwn = parseLineHeader(m_lastLine, before) && before.host == m_header.host;
        writer.event.size = isBehindOwn ? 1 : 0;
        writer.emit(EventType::Repeat);
        const bool isPostfix = serviceOf(m_header.program) != Service::Foreign;
        count(isPostfix ? LineKind::Postfix : LineKind::Foreign, number, chunk);
        return true;
    }
    unwrapRepeated(message, writer.event.repeat);
    count(parseMessage(m_header.program, message, writer), number, chunk);
    return true;
}

LineKind PostfixParser::parseMessage(std::string_view program, std::string_view message, EventWriter &writer)
{
    const Service service = knownServiceOf(program);
    return service == Service::Foreign ? parseForeign(program, message, writer)
                                       : parsePostfix(service, message, writer);
}

LineKind PostfixParser::parsePostfix(Service service, std::string_view message, EventWriter &writer)
{
    constexpr std::string_view NoQueue = "NOQUEUE: ";
    const ScannedQueueId id = scanQueueId(message);
    bool known = true;
    if (id.length > 0 && message.substr(id.length).starts_with(": ")) {
        writer.event.queueId = writer.queueId(message, id);
        known = parseQueueLine(service, message.substr(id.length + 2), writer);
    } else if (message.starts_with(NoQueue) && mayLackQueueId(service)) {
        known = parseQueueLine(service, message.substr(NoQueue.size()), writer);
    } else if (service == Service::Smtpd) {
        known = grammar::smtpdSession(message, writer, m_scratch);
    } else if (service == Service::Postscreen) {
        known = grammar::postscreen(message, false, writer, m_scratch);
    } else if (service == Service::Unknown) {
        known = grammar::isDiagnostic(message);
    }
    return known ? LineKind::Postfix : LineKind::NotUnderstood;
}

bool PostfixParser::parseQueueLine(Service service, std::string_view rest, EventWriter &writer)
{
    switch (service) {
    case Service::Smtpd:
        return grammar::smtpdMail(rest, writer, m_scratch);
    case Service::Qmgr:
        return grammar::qmgr(rest, writer, m_scratch);
    case Service::Cleanup:
        return grammar::cleanup(rest, writer, m_scratch);
    case Service::Smtp:
    case Service::Lmtp:
    case Service::Local:
    case Service::Virtual:
    case Service::Pipe:
    case Service::Error:
    case Service::Discard:
        return grammar::delivery(rest, service, writer, m_scratch);
    case Service::Pickup:
        return grammar::pickup(rest, writer);
    case Service::Bounce:
        return grammar::bounce(rest, writer);
    case Service::Postsuper:
        return grammar::postsuper(rest, writer);
    case Service::Postscreen:
        return grammar::postscreen(rest, writer.event.queueId.isEmpty(), writer, m_scratch);
    default:
        writer.emit(EventType::Mention);
        return true;
    }
}

LineKind PostfixParser::parseForeign(std::string_view program, std::string_view message, EventWriter &writer)
{
    const ScannedQueueId id = scanQueueId(message);
    if (id.length > 0 && message.substr(id.length).starts_with(": ")) {
        writer.event.queueId = writer.queueId(message, id);
        writer.emit(EventType::ForeignMention);
    } else if (const std::uint32_t lost = lostLines(program, message); lost > 0) {
        writer.event.number = lost;
        writer.emit(EventType::Gap);
    }
    return LineKind::Foreign;
}

void PostfixParser::count(LineKind kind, std::uint32_t number, ParsedChunk &chunk)
{
    if (kind == LineKind::NotUnderstood) {
        chunk.unrecognised.push_back(number);
    }
    if (kind == LineKind::Postfix || (kind == LineKind::NotUnderstood && !m_header.program.empty())) {
        ++chunk.postfixLines;
    }
}

Service PostfixParser::knownServiceOf(std::string_view program)
{
    constexpr std::size_t Longest = 64; // more is not kept
    if (program.empty() || program.size() > Longest) {
        return serviceOf(program);
    }
    // The last letter and the fourth from the end tell the usual programs apart.
    const auto fourth = static_cast<unsigned char>(program[program.size() - std::min<std::size_t>(program.size(), 4)]);
    const auto last = static_cast<unsigned char>(program.back());
    ProgramName &known = m_programs[(fourth * std::size_t{7} + last) % m_programs.size()];
    if (!isSameText(known.text, program)) {
        known = {std::string(program), serviceOf(program)};
    }
    return known.service;
}

std::uint16_t PostfixParser::nodeOf(std::string_view host, ParsedChunk &chunk)
{
    // More hosts than this in one chunk are noise; they share a place.
    constexpr std::size_t MostNodes = 1000;
    if (chunk.nodes.empty()) {
        m_nodePlaces.clear();
    }
    const std::uint64_t hash = textHash(host, textHashSeed());
    const auto known = m_nodePlaces.find(hash);
    if (known != m_nodePlaces.end() && chunk.nodes[known->second] == host) {
        m_lastNode = known->second;
    } else if (chunk.nodes.size() < MostNodes) {
        m_lastNode = static_cast<std::uint16_t>(chunk.nodes.size());
        m_nodePlaces.insert_or_assign(hash, m_lastNode);
        chunk.nodes.emplace_back(host);
    } else {
        m_lastNode = 0;
    }
    return m_lastNode;
}

} // namespace limier
