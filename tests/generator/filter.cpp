// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter.h"

namespace limier::generator
{

namespace
{

constexpr std::string_view Relay = "127.0.0.1[127.0.0.1]:10024";
constexpr std::string_view Injected = "250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as ";
constexpr std::string_view IsSpam = "host 127.0.0.1[127.0.0.1] said: 554 5.7.0 Reject, id=04682-01 - spam (in reply to "
                                    "end of DATA command)";
constexpr std::string_view IsDown = "connect to 127.0.0.1[127.0.0.1]:10024: Connection refused";

} // namespace

Filter::Filter(Context &context, Queue &queue, Smtpd &smtpd)
    : m_context(context)
    , m_queue(queue)
    , m_smtpd(smtpd)
{
}

void Filter::step(std::uint32_t message, std::uint32_t hop, Micros now)
{
    Random &random = m_context.random;
    if (hop != None) {
        const QueueId id = m_queue.message(hop).id;
        m_context.truth.message(m_queue.message(hop).record).origin = m_queue.message(message).record;
        writeVerdict(m_queue.message(message), id.view(), now);
        finish(message, {Status::Handed, "2.0.0", Injected}, id.view(), now);
        return;
    }
    if (random.chance(m_queue.message(message).spam ? 0.2 : 0.004)) {
        finish(message, {Status::Bounced, "5.7.0", IsSpam}, {}, now);
    } else if (random.chance(0.001)) {
        finish(message, {Status::Deferred, "4.4.1", IsDown, false}, {}, now);
    } else {
        inject(message, now + random.between(40000, 1800000));
    }
}

void Filter::inject(std::uint32_t number, Micros now)
{
    const Message &message = m_queue.message(number);
    const std::uint32_t sessionNumber = m_smtpd.open(m_context.world.localhost());
    Session &session = m_smtpd.session(sessionNumber);
    Mail &mail = session.addMail();
    mail.sender = message.sender;
    for (const Recipient &recipient : message.recipients) {
        if (isOpen(recipient.status)) {
            mail.recipients.push_back(recipient.address);
        }
    }
    mail.size = message.size + 480;
    mail.origin = number;
    mail.spam = message.spam;
    m_smtpd.start(sessionNumber, now);
}

void Filter::writeVerdict(const Message &message, std::string_view hopId, Micros now)
{
    const Book &addresses = m_context.world.addresses();
    const std::uint32_t pid = m_context.processes.any(Daemon::Amavis);
    m_context.log.begin(now, program::Amavis, pid)
        << '(' << pid << "-01) Passed CLEAN {RelayedOpenRelay}, <" << addresses[message.sender] << "> -> <"
        << addresses[message.recipients.front().address] << ">, Queue-ID: " << message.id.view()
        << ", Message-ID: " << std::string_view(message.messageId) << ", Hits: -1.9, size: " << message.size
        << ", queued_as: " << hopId << ", " << 80 + m_context.random.below(1500) << " ms";
    m_context.log.end();
}

void Filter::finish(std::uint32_t number, const Verdict &verdict, std::string_view hopId, Micros now)
{
    Message &message = m_queue.message(number);
    Delays delays;
    delays.queue = 5000;
    delays.transmit = std::max<Micros>(0, now - message.activated - delays.queue);
    const std::uint32_t pid = m_context.processes.any(Daemon::Smtp);
    for (Recipient &recipient : message.recipients) {
        if (!isOpen(recipient.status)) {
            continue;
        }
        m_queue.agents().beginLine(program::Smtp, pid, message, recipient, verdict.relayed ? Relay : "none", delays,
                                   now);
        m_context.log << ", dsn=" << verdict.dsn << statusText(verdict.status) << verdict.text << hopId << ')';
        m_context.log.end();
        m_queue.agents().setStatus(message, recipient, verdict.status);
    }
    m_queue.finishRound(number, now + 300);
}

} // namespace limier::generator
