// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue.h"

#include "messageid.h"

#include <algorithm>

namespace limier::generator
{

namespace
{

constexpr Micros MinimalBackoff = 300 * Second;
constexpr Micros MaximalBackoff = 4000 * Second;
constexpr Micros ScanInterval = 300 * Second;
constexpr Micros QueueLifetime = 5 * Day;
constexpr std::uint32_t LargestGroup = 50;

} // namespace

Queue::Queue(Context &context, IdForm form, std::uint32_t firstInode)
    : m_context(context)
    , m_agents(context)
    , m_ids(form, firstInode)
{
}

Queue::Intake Queue::accept(const Mail &mail, std::uint32_t client, std::uint32_t user, std::uint32_t incident,
                            Micros now)
{
    const std::uint32_t number = m_messages.take();
    Message &message = m_messages[number];
    message.id = m_ids.take(now);
    message.record = m_context.truth.addMessage(wholeSeconds(m_context.log.timeOf(now)), client, user, incident);
    if (incident != None) {
        m_context.truth.incident(incident).messages.push_back(
            {std::string(message.id.view()), m_context.truth.message(message.record).first});
    }
    message.client = client;
    message.sender = mail.sender;
    message.size = mail.size;
    message.origin = mail.origin;
    message.idStyle = mail.idStyle;
    message.spam = mail.spam;
    message.milterRejects = mail.milterRejects;
    message.authenticated = user != None;
    message.arrived = now;
    for (const std::uint32_t address : mail.recipients) {
        const std::uint32_t target = m_context.world.address(address).target;
        message.recipients.push_back(target == None ? Recipient{address} : Recipient{target, address});
    }
    if (mail.breaksOff) {
        return {number, now};
    }
    const Micros cleaned = now + m_context.random.between(8000, 60000);
    const Micros queued = cleaned + m_context.random.between(3000, 20000) + mail.size / 16;
    m_context.events.add(cleaned, EventKind::Cleanup, number);
    m_context.events.add(queued, EventKind::Activate, number);
    return {number, queued + m_context.random.between(200, 2000)};
}

void Queue::drop(std::uint32_t number)
{
    m_ids.release(m_messages[number].id);
    m_messages.give(number);
}

void Queue::cleanUp(std::uint32_t number, Micros now)
{
    Message &message = m_messages[number];
    if (message.origin != None) {
        message.messageId = m_messages[message.origin].messageId;
    } else {
        makeMessageId(message, now);
    }
    writeMessageId(message, now);
}

void Queue::makeMessageId(Message &message, Micros now)
{
    const std::string_view sender = m_context.world.addresses()[message.sender];
    const std::string_view domain = sender.substr(std::min(sender.find('@') + 1, sender.size()));
    const MessageIdParts parts{domain.empty() ? World::OwnHost : domain, message.id.view(), wholeSeconds(now)};
    writeMessageIdText(message.messageId, message.idStyle, parts, m_context.random);
}

void Queue::writeMessageId(Message &message, Micros now)
{
    m_context.log.begin(now, program::Cleanup, m_context.processes.any(Daemon::Cleanup))
        << message.id.view() << ": message-id=" << std::string_view(message.messageId);
    m_context.log.end();
}

void Queue::writeSignature(const Message &message, Micros now)
{
    m_context.log.begin(now, program::OpenDkim, Processes::OpenDkim)
        << message.id.view() << ": DKIM-Signature field added (s=mail, d=" << World::OwnDomain << ')';
    m_context.log.end();
}

void Queue::writeQueueActive(const Message &message, Micros now)
{
    m_context.log.begin(now, program::Qmgr, Processes::Qmgr)
        << message.id.view() << ": from=<" << m_context.world.addresses()[message.sender] << ">, size=" << message.size
        << ", nrcpt=" << message.recipients.size() << " (queue active)";
    m_context.log.end();
}

void Queue::rejectByMilter(std::uint32_t number, Micros now)
{
    const Message &message = m_messages[number];
    const Client &client = m_context.world.client(message.client);
    m_context.log.begin(now, program::Cleanup, m_context.processes.any(Daemon::Cleanup))
        << message.id.view() << ": milter-reject: END-OF-MESSAGE from " << std::string_view(client.nameAndIp)
        << ": 5.7.1 Spam message rejected; from=<" << m_context.world.addresses()[message.sender] << "> to=<"
        << m_context.world.addresses()[message.recipients.front().address] << "> proto=ESMTP helo=<"
        << std::string_view(client.name) << '>';
    m_context.log.end();
    m_context.truth.message(message.record).refused = true;
    m_context.truth.addRejections(message.client, 1);
    drop(number);
}

void Queue::activate(std::uint32_t number, Micros now)
{
    Message &message = m_messages[number];
    if (message.milterRejects) {
        rejectByMilter(number, now);
        return;
    }
    const bool goesOut = m_context.world.address(message.recipients.front().address).domain != World::Own;
    if (message.authenticated && goesOut && message.origin == None) {
        writeSignature(message, now);
    }
    writeQueueActive(message, now);
    MessageRecord &record = m_context.truth.message(message.record);
    record.sender = message.sender;
    record.recipients = static_cast<std::uint32_t>(message.recipients.size());
    message.activated = m_context.log.now();
    if (message.origin != None) {
        m_context.events.add(now + m_context.random.between(1000, 3500), EventKind::Filter, message.origin, number);
    }
    if (m_context.settings.filter && message.origin == None && !message.notification) {
        m_context.events.add(now + m_context.random.between(5000, 40000), EventKind::Filter, number, None);
        return;
    }
    startRound(number, now);
}

void Queue::startRound(std::uint32_t number, Micros now)
{
    Message &message = m_messages[number];
    const World &world = m_context.world;
    const auto domainOf = [&](const Recipient &recipient) { return world.address(recipient.address).domain; };
    if (message.groups.empty()) {
        std::ranges::stable_sort(message.recipients, {}, domainOf);
        for (std::uint32_t i = 0; i < message.recipients.size(); ++i) {
            if (message.groups.empty() || message.groups.back().end - message.groups.back().begin == LargestGroup
                || domainOf(message.recipients[i]) != domainOf(message.recipients[i - 1])) {
                message.groups.push_back({i, i});
            }
            ++message.groups.back().end;
        }
    }
    message.groupsLeft = 0;
    for (std::uint32_t i = 0; i < message.groups.size(); ++i) {
        const Group group = message.groups[i];
        if (std::any_of(message.recipients.begin() + group.begin, message.recipients.begin() + group.end,
                        [](const Recipient &recipient) { return isOpen(recipient.status); })) {
            ++message.groupsLeft;
            m_context.events.add(now + m_agents.duration(message, group), EventKind::Deliver, number, i);
        }
    }
}

void Queue::deliver(std::uint32_t number, std::uint32_t group, Micros now)
{
    Message &message = m_messages[number];
    m_agents.deliver(message, message.groups[group], now);
    if (--message.groupsLeft == 0) {
        finishRound(number, now + m_context.random.between(100, 900));
    }
}

void Queue::finishRound(std::uint32_t number, Micros now)
{
    Message &message = m_messages[number];
    ++message.attempts;
    const bool isExpired = expire(message, now);
    if ((message.bouncedNow || isExpired) && message.sender != m_context.world.nobody()) {
        notifySender(number, now);
    }
    message.bouncedNow = false;
    if (message.count(Status::Deferred) != 0) {
        const Micros age = now - message.arrived;
        const Micros wait = std::clamp(age, MinimalBackoff, MaximalBackoff);
        m_context.events.add(now + wait + m_context.random.between(0, ScanInterval), EventKind::Retry, number);
        return;
    }
    m_context.log.begin(now, program::Qmgr, Processes::Qmgr) << message.id.view() << ": removed";
    m_context.log.end();
    drop(number);
}

bool Queue::expire(Message &message, Micros now)
{
    if (now - message.arrived < QueueLifetime || message.count(Status::Deferred) == 0) {
        return false;
    }
    m_context.log.begin(now, program::Qmgr, Processes::Qmgr)
        << message.id.view() << ": from=<" << m_context.world.addresses()[message.sender]
        << ">, status=expired, returned to sender";
    m_context.log.end();
    for (Recipient &recipient : message.recipients) {
        if (recipient.status == Status::Deferred) {
            m_agents.setStatus(message, recipient, Status::Expired);
        }
    }
    return true;
}

void Queue::notifySender(std::uint32_t number, Micros now)
{
    const std::uint32_t bounceNumber = m_messages.take();
    Message &failed = m_messages[number];
    Message &bounce = m_messages[bounceNumber];
    bounce.id = m_ids.take(now);
    bounce.record = m_context.truth.addMessage(wholeSeconds(m_context.log.timeOf(now)), None, None, None);
    bounce.sender = m_context.world.nobody();
    bounce.recipients.push_back({failed.sender});
    bounce.size = 2400 + failed.size % 9000;
    bounce.idStyle = IdStyle::Postfix;
    bounce.notification = true;
    bounce.arrived = now;
    makeMessageId(bounce, now);
    writeMessageId(bounce, now);
    m_context.log.begin(now, program::Bounce, m_context.processes.any(Daemon::Bounce))
        << failed.id.view() << ": sender non-delivery notification: " << bounce.id.view();
    m_context.log.end();
    activate(bounceNumber, now);
}

void Queue::retry(std::uint32_t number, Micros now)
{
    Message &message = m_messages[number];
    writeQueueActive(message, now);
    message.activated = m_context.log.now();
    if (m_context.settings.filter && message.origin == None && !message.notification) {
        m_context.events.add(now + m_context.random.between(5000, 40000), EventKind::Filter, number, None);
        return;
    }
    startRound(number, now);
}

} // namespace limier::generator
