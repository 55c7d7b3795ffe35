// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agents.h"

namespace limier::generator
{

namespace
{

constexpr std::string_view SelfIp = "203.0.113.25"; // as the world sees the server

constexpr std::string_view TimedOut = "connect to %h:25: Connection timed out";
constexpr std::string_view NoSuchHost = "Host or domain name not found. Name service error for name=%d type=A: Host "
                                        "not found";
constexpr std::string_view Greylisted = "host %h said: 451 4.7.1 <%r>: Recipient address rejected: Greylisted, see "
                                        "http://postgrey.example/help/%d.html (in reply to RCPT TO command)";
constexpr std::string_view LostGreeting = "lost connection with %h while receiving the initial server greeting";
constexpr std::string_view RateLimited =
    "host %h said: 421-4.7.28 [%s] Our system has detected an unusual rate of unsolicited mail originating from your "
    "IP address. 421 4.7.28 mail has been temporarily rate limited. - gsmtp (in reply to end of DATA command)";
constexpr std::string_view TooMany = "host %h said: 450 4.7.1 Too many messages from [%s], try again later (in reply "
                                     "to MAIL FROM command)";
constexpr std::string_view Suspended = "delivery temporarily suspended: ";
constexpr std::string_view SpamContent = "host %h said: 550 5.7.1 Message rejected as spam by Content Filtering "
                                         "(in reply to end of DATA command)";
constexpr std::string_view SpamBlocked = "host %h said: 554 5.7.1 Service unavailable; Client host [%s] blocked using "
                                         "zen.dnsbl.example; https://www.dnsbl.example/query/ip/%s (in reply to RCPT "
                                         "TO command)";
constexpr std::string_view OverQuota =
    "host 10.0.0.6[10.0.0.6] said: 452 4.2.2 Over quota (in reply to RCPT TO command)";
constexpr std::string_view NoMailbox =
    "host 10.0.0.6[10.0.0.6] said: 550 5.1.1 <%r>: User unknown (in reply to RCPT TO command)";
constexpr std::string_view BackendSent = "250 2.1.5 Ok";

} // namespace

LogWriter &operator<<(LogWriter &log, Delay delay)
{
    constexpr Micros Resolution = Second / 100;
    const Micros step = delay.micros >= 10 * Second ? Second : delay.micros >= Second ? Second / 10 : Resolution;
    const Micros rounded = (delay.micros + step / 2) / step;
    const Micros perSecond = Second / step;
    log << static_cast<std::uint64_t>(rounded / perSecond);
    auto rest = static_cast<unsigned>(rounded % perSecond * (100 / perSecond));
    if (rest != 0) {
        log << '.' << static_cast<char>('0' + rest / 10);
        if (rest % 10 != 0) {
            log << static_cast<char>('0' + rest % 10);
        }
    }
    return log;
}

std::string_view statusText(Status status)
{
    return status == Status::Deferred ? ", status=deferred ("
        : status == Status::Bounced   ? ", status=bounced ("
                                      : ", status=sent (";
}

Agents::Agents(Context &context)
    : m_context(context)
{
}

Micros Agents::duration(const Message &message, Group group)
{
    Random &random = m_context.random;
    const Address &first = m_context.world.address(message.recipients[group.begin].address);
    const Micros queue = random.between(4000, random.chance(0.1) ? 90000 : 12000);
    switch (m_context.world.domain(first.domain).manner) {
    case Manner::Own:
        return queue + random.between(16000, 190000);
    case Manner::Dead:
        return queue + 30 * Second + random.between(1000, 90000);
    case Manner::Unknown:
        return queue + random.between(20000, 400000);
    case Manner::Good:
    case Manner::Greylisting:
    case Manner::Busy:
    case Manner::Deferring:
    case Manner::Refusing:
        break;
    }
    return queue + random.between(120000, 2200000);
}

Delays Agents::split(Micros elapsed, Manner manner)
{
    Delays delays;
    delays.queue = std::min(elapsed / 4, m_context.random.between(3000, 12000));
    const Micros rest = elapsed - delays.queue;
    const bool noAnswer = manner == Manner::Dead || manner == Manner::Unknown;
    delays.connect = noAnswer   ? rest
        : manner == Manner::Own ? rest / 20
                                : rest * m_context.random.between(20, 60) / 100;
    delays.transmit = rest - delays.connect;
    return delays;
}

void Agents::setStatus(Message &message, Recipient &recipient, Status status)
{
    m_context.truth.changeStatus(message.record, recipient.status, status);
    recipient.status = status;
    message.bouncedNow = message.bouncedNow || status == Status::Bounced;
}

void Agents::beginLine(std::string_view program, std::uint32_t pid, const Message &message, const Recipient &recipient,
                       std::string_view relay, const Delays &delays, Micros now)
{
    const Micros before = std::max<Micros>(0, message.activated - message.arrived);
    LogWriter &log = m_context.log.begin(now, program, pid);
    log << message.id.view() << ": to=<" << m_context.world.addresses()[recipient.address];
    if (recipient.original != None) {
        log << ">, orig_to=<" << m_context.world.addresses()[recipient.original];
    }
    log << ">, relay=" << relay << ", delay=" << Delay{before + delays.sum()} << ", delays=" << Delay{before} << '/'
        << Delay{delays.queue} << '/' << Delay{delays.connect} << '/' << Delay{delays.transmit};
}

Agents::Attempt Agents::attempt(const Message &message, Group group, Micros now)
{
    const Address &first = m_context.world.address(message.recipients[group.begin].address);
    Attempt attempt{.domain = m_context.world.domain(first.domain)};
    attempt.common = replyOfGroup(message, attempt.domain);
    const Micros elapsed = now - message.activated;
    if (attempt.domain.manner == Manner::Own) {
        const bool passesOn = m_context.settings.inboundEdge;
        attempt.program = passesOn ? program::Smtp : program::Lmtp;
        attempt.pid = m_context.processes.any(passesOn ? Daemon::Smtp : Daemon::Lmtp);
        attempt.relay = passesOn ? World::BehindEdge : World::Backend;
        attempt.delays = split(elapsed, Manner::Own);
        return attempt;
    }
    attempt.host = &m_context.random.pick(std::span(attempt.domain.hosts));
    // qmgr does not even try a destination that has just refused others: it lets error defer the rest.
    attempt.isSuspended =
        attempt.common.status == Status::Deferred && message.attempts > 0 && m_context.random.chance(0.5);
    attempt.program = attempt.isSuspended ? program::Error : program::Smtp;
    attempt.pid = m_context.processes.any(attempt.isSuspended ? Daemon::Error : Daemon::Smtp);
    attempt.relay =
        attempt.isSuspended || !attempt.common.relayed ? std::string("none") : attempt.host->nameAndIp + ":25";
    attempt.delays = attempt.isSuspended ? Delays{.queue = elapsed} : split(elapsed, attempt.domain.manner);
    return attempt;
}

void Agents::deliver(Message &message, Group group, Micros now)
{
    const Attempt made = attempt(message, group, now);
    if (made.host != nullptr && made.common.status == Status::Deferred && !made.isSuspended) {
        writeOtherHosts(message, made, now);
    }
    for (std::uint32_t i = group.begin; i < group.end; ++i) {
        if (isOpen(message.recipients[i].status)) {
            deliverTo(message, message.recipients[i], made, now);
        }
    }
}

void Agents::deliverTo(Message &message, Recipient &recipient, const Attempt &made, Micros now)
{
    const Reply answer = made.common.status == Status::Sent
        ? reply(message, made.domain, m_context.world.address(recipient.address))
        : made.common;
    beginLine(made.program, made.pid, message, recipient, made.relay, made.delays, now);
    m_context.log << ", dsn=" << answer.dsn << statusText(answer.status)
                  << (made.isSuspended ? Suspended : std::string_view());
    expand(answer.text, message, recipient.address, made.domain, made.host);
    m_context.log << ')';
    m_context.log.end();
    setStatus(message, recipient, answer.status);
    MessageRecord &record = m_context.truth.message(message.record);
    record.relayed = record.relayed || (made.program == program::Smtp && answer.status == Status::Sent);
}

void Agents::writeOtherHosts(const Message &message, const Attempt &made, Micros now)
{
    // Of each host that it tries before the last one smtp says what went wrong.
    for (std::size_t i = 0; i + 1 < std::min<std::size_t>(made.domain.hosts.size(), 2); ++i) {
        m_context.log.begin(now, program::Smtp, made.pid);
        if (made.common.relayed) {
            m_context.log << message.id.view() << ": ";
        }
        expand(made.common.text, message, message.recipients.front().address, made.domain, &made.domain.hosts[i]);
        m_context.log.end();
    }
}

Agents::Reply Agents::replyOfGroup(const Message &message, const Domain &domain)
{
    switch (domain.manner) {
    case Manner::Dead:
        return {Status::Deferred, "4.4.1", TimedOut, false};
    case Manner::Unknown:
        return {Status::Bounced, "5.4.4", NoSuchHost, false};
    case Manner::Greylisting:
        if (message.attempts == 0) {
            return {Status::Deferred, "4.7.1", Greylisted};
        }
        break;
    case Manner::Busy:
        if (m_context.random.chance(0.3)) {
            return {Status::Deferred, "4.4.2", LostGreeting};
        }
        break;
    case Manner::Deferring:
        return {Status::Deferred, "4.7.1", domain.refusal};
    case Manner::Refusing:
        return {Status::Bounced, "5.7.1", domain.refusal};
    case Manner::Own:
    case Manner::Good:
        break;
    }
    return message.spam && domain.manner != Manner::Own ? replyToSpam(message, domain)
                                                        : Reply{Status::Sent, "2.0.0", {}};
}

Agents::Reply Agents::replyToSpam(const Message &message, const Domain &domain)
{
    const double dice = m_context.random.unit();
    if (message.attempts == 0 && dice < 0.10) {
        return {Status::Bounced, "5.7.1", domain.dialect == Dialect::BigMail ? SpamBlocked : SpamContent};
    }
    // Who has been limited stays so for hours: this is what fills the queue.
    if (message.attempts == 0 ? dice < 0.23 : dice < 0.95) {
        return domain.dialect == Dialect::BigMail ? Reply{Status::Deferred, "4.7.28", RateLimited}
                                                  : Reply{Status::Deferred, "4.7.1", TooMany};
    }
    return {Status::Sent, "2.0.0", {}};
}

Agents::Reply Agents::reply(const Message &message, const Domain &domain, const Address &address)
{
    if (domain.manner == Manner::Own) {
        return address.exists ? replyOfBackend(message) : Reply{Status::Bounced, "5.1.1", NoMailbox};
    }
    return address.exists ? accepted(domain.dialect) : unknownUser(domain.dialect);
}

Agents::Reply Agents::replyOfBackend(const Message &message)
{
    // Who is over quota stays so for a while.
    if (m_context.random.chance(message.attempts == 0 ? 0.0015 : 0.9)) {
        return {Status::Deferred, "4.2.2", OverQuota};
    }
    return {Status::Sent, "2.1.5", BackendSent};
}

Agents::Reply Agents::unknownUser(Dialect dialect)
{
    switch (dialect) {
    case Dialect::BigMail:
        return {Status::Bounced, "5.1.1",
                "host %h said: 550-5.1.1 The email account that you tried to reach does not exist. Please try "
                "double-checking the recipient's email address for typos or unnecessary spaces. 550 5.1.1 %x-%y - "
                "gsmtp (in reply to RCPT TO command)"};
    case Dialect::OfficeCloud:
        return {Status::Bounced, "5.4.1",
                "host %h said: 550 5.4.1 Recipient address rejected: Access denied. [%c] (in reply to RCPT TO "
                "command)"};
    case Dialect::Exim:
        return {Status::Bounced, "5.0.0", "host %h said: 550 No Such User Here (in reply to RCPT TO command)"};
    case Dialect::Postfix:
        break;
    }
    return {Status::Bounced, "5.1.1",
            "host %h said: 550 5.1.1 <%r>: Recipient address rejected: User unknown in virtual mailbox table (in reply "
            "to RCPT TO command)"};
}

Agents::Reply Agents::accepted(Dialect dialect)
{
    switch (dialect) {
    case Dialect::BigMail:
        return {Status::Sent, "2.0.0", "250 2.0.0 OK  %t %x-%y.%n - gsmtp"};
    case Dialect::OfficeCloud:
        return {Status::Sent, "2.6.0",
                "250 2.6.0 %m [InternalId=%p, Hostname=%c] %z bytes in 0.%n, 42.%n KB/sec Queued mail for delivery"};
    case Dialect::Exim:
        return {Status::Sent, "2.0.0", "250 OK id=1s%e-0%e-%n"};
    case Dialect::Postfix:
        break;
    }
    return {Status::Sent, "2.0.0", "250 2.0.0 Ok: queued as %q"};
}

void Agents::expand(std::string_view text, const Message &message, std::uint32_t recipient, const Domain &domain,
                    const MailHost *host)
{
    LogWriter &log = m_context.log;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t place = std::min(text.find('%', at), text.size());
        log << text.substr(at, place - at);
        at = place + 2;
        if (place == text.size()) {
            break;
        }
        switch (text[place + 1]) {
        case 'h':
            log << std::string_view(host->nameAndIp);
            break;
        case 'd':
            log << std::string_view(domain.name);
            break;
        case 'r':
            log << m_context.world.addresses()[recipient];
            break;
        case 's':
            log << SelfIp;
            break;
        case 'm':
            log << std::string_view(message.messageId);
            break;
        case 'z':
            log << message.size;
            break;
        case 't':
            log << static_cast<std::uint64_t>(wholeSeconds(log.now()));
            break;
        default:
            expandRandom(text[place + 1]);
        }
    }
}

void Agents::expandRandom(char kind)
{
    constexpr std::string_view Hex = "0123456789abcdef0123456789ABCDEF";
    constexpr std::string_view Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789bcdfgh";
    Random &random = m_context.random;
    LogWriter &log = m_context.log;
    std::uint64_t bits = random.next();
    const auto add = [&](std::string_view alphabet, std::size_t mask, int shift, int count) {
        for (int i = 0; i < count; ++i, bits >>= shift) {
            log << alphabet[bits & mask];
        }
    };
    switch (kind) {
    case 'q': // a queue ID of another Postfix
        add(Hex.substr(16), 15, 4, 10);
        break;
    case 'x':
        add(Hex, 15, 4, 13);
        break;
    case 'y':
        add(Hex, 15, 4, 10);
        log << "si" << bits % 9000000U + 1000000U;
        break;
    case 'e':
        add(Letters, 63, 6, 5);
        break;
    case 'n':
        log << bits % 900U + 100U;
        break;
    case 'p':
        log << bits % 90000000000000U + 10000000000000U;
        break;
    case 'c':
        log << "AM" << bits % 10 << "PR0" << bits % 7 << "MB" << (bits >> 10) % 9000U + 1000U
            << ".eurprd04.officecloud.example";
        break;
    default:
        break;
    }
}

} // namespace limier::generator
