// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidents.h"

#include "names.h"

#include <algorithm>
#include <format>

namespace limier::generator
{

namespace
{

constexpr std::uint32_t SpamNetworks = 14;

} // namespace

Span::Span(Micros start, Micros end, Zone zone)
    : m_start(start)
    , m_end(end)
    , m_midnight(zone.nextMidnight(start + (end - start) * 3 / 10) - Day)
{
}

Micros Span::at(std::int64_t day, Micros clock, double share) const
{
    if (m_end - m_start < 9 * Day / 4) {
        return m_start + static_cast<Micros>(static_cast<double>(m_end - m_start) * share);
    }
    return m_midnight + day * Day + clock;
}

StolenAccount::StolenAccount(Context &context, Smtpd &smtpd, std::uint32_t number, Times times,
                             std::uint32_t recipients)
    : Incident(context, smtpd, number)
    , m_times(times)
    , m_recipientsLeft(recipients)
    , m_victim(context.world.people()[context.world.people().size() / 3])
{
    m_incident =
        context.truth.addIncident(IncidentKind::StolenAccount, std::string(context.world.users()[m_victim.login]));
    for (int i = 0; i < 7; ++i) {
        m_guessers.push_back(context.world.anyBot(context.random, SpamNetworks));
    }
}

void StolenAccount::start()
{
    constexpr std::int64_t Guesses = 160;
    const Micros step = (m_times.success - m_times.guessing) / Guesses;
    for (std::int64_t i = 0; i < Guesses; ++i) {
        plan(m_times.guessing + i * step + m_context.random.between(0, step * 3 / 4), 0);
    }
    plan(m_times.success, 1);
    const std::int64_t bursts = std::clamp<std::int64_t>((m_times.end - m_times.spam) / (25 * Minute), 3, 40);
    m_perBurst = m_recipientsLeft / static_cast<std::uint32_t>(bursts) + 1;
    const Micros between = (m_times.end - m_times.spam) / bursts;
    for (std::int64_t i = 0; i < bursts; ++i) {
        plan(m_times.spam + i * between + m_context.random.between(0, between / 2), 2);
    }
}

void StolenAccount::step(std::uint32_t detail, Micros now)
{
    switch (detail) {
    case 0:
        guess(now);
        break;
    case 1:
        tryOut(now);
        break;
    default:
        sendBurst(now);
        break;
    }
}

void StolenAccount::guess(Micros now)
{
    Random &random = m_context.random;
    const std::uint32_t number = m_smtpd.open(random.pick(std::span(m_guessers)));
    Session &session = m_smtpd.session(number);
    session.incident = m_incident;
    session.tried = m_victim.login;
    session.failures = random.chance(0.6) ? 1 : static_cast<std::uint32_t>(random.between(2, 5));
    session.silent = random.chance(0.15);
    session.pause = 3 * Second;
    session.ending = random.chance(0.5) ? Ending::LostAfterAuth : Ending::Quit;
    m_smtpd.start(number, now);
}

void StolenAccount::tryOut(Micros now)
{
    Random &random = m_context.random;
    const std::uint32_t number = m_smtpd.open(m_guessers.front());
    Session &session = m_smtpd.session(number);
    session.incident = m_incident;
    session.user = m_victim.login;
    session.tried = m_victim.login;
    session.failures = 1;
    Mail &mail = session.addMail();
    mail.sender = m_victim.address;
    mail.recipients.push_back(m_context.world.anyContact(random));
    mail.size = 1100;
    m_smtpd.start(number, now);
}

void StolenAccount::sendBurst(Micros now)
{
    Random &random = m_context.random;
    const std::uint32_t left = m_recipientsLeft;
    for (Micros at = now; m_recipientsLeft != 0 && left - m_recipientsLeft < m_perBurst;) {
        m_recipientsLeft -= std::min(m_recipientsLeft, sendFrom(m_context.world.anyBot(random, SpamNetworks), at));
        at += random.between(2 * Second, 20 * Second);
    }
}

std::uint32_t StolenAccount::sendFrom(std::uint32_t bot, Micros at)
{
    Random &random = m_context.random;
    World &world = m_context.world;
    const std::uint32_t number = m_smtpd.open(bot);
    Session &session = m_smtpd.session(number);
    session.incident = m_incident;
    session.user = m_victim.login;
    std::uint32_t recipients = 0;
    for (std::int64_t mails = random.between(1, 3); mails > 0; --mails) {
        Mail &mail = session.addMail();
        // Names that look right at domains that do not know them: the account's own address only now and then.
        mail.sender = random.chance(0.25)
            ? m_victim.address
            : world.addAddress(std::format("{}{}@{}", randomPerson(random).first, random.below(900),
                                           world.domain(1 + random.below(4)).name),
                               1 + random.below(4), random.chance(0.2));
        for (std::int64_t i = random.between(4, 30); i > 0; --i) {
            mail.recipients.push_back(world.anyVictim(random));
        }
        std::ranges::sort(mail.recipients);
        const auto repeated = std::ranges::unique(mail.recipients);
        mail.recipients.erase(repeated.begin(), repeated.end());
        recipients += static_cast<std::uint32_t>(mail.recipients.size());
        mail.size = 2600 + random.below(1800);
        mail.spam = true;
    }
    m_smtpd.start(number, at);
    return recipients;
}

RelayingMachine::RelayingMachine(Context &context, Smtpd &smtpd, std::uint32_t number, Micros begin, Micros end,
                                 std::uint32_t recipients)
    : Incident(context, smtpd, number)
    , m_begin(begin)
    , m_end(end)
    , m_recipients(recipients)
    , m_recipientsLeft(recipients)
    , m_client(context.world.addClient("10.0.3.77", std::format("caisse-2.{}", World::OwnDomain)))
    , m_incident(context.truth.addIncident(IncidentKind::RelayingMachine, "10.0.3.77"))
{
}

void RelayingMachine::start()
{
    plan(m_begin, 0);
}

void RelayingMachine::step(std::uint32_t, Micros now)
{
    Random &random = m_context.random;
    World &world = m_context.world;
    const std::uint32_t number = m_smtpd.open(m_client);
    Session &session = m_smtpd.session(number);
    session.incident = m_incident;
    Mail &mail = session.addMail();
    mail.sender = world.addAddress(std::format("facture{}@{}", random.below(60), World::OwnDomain), World::Own);
    for (std::int64_t i = random.between(1, 9); i > 0; --i) {
        mail.recipients.push_back(world.anyVictim(random));
    }
    std::ranges::sort(mail.recipients);
    const auto repeated = std::ranges::unique(mail.recipients);
    mail.recipients.erase(repeated.begin(), repeated.end());
    mail.size = 30000 + random.below(15000);
    mail.spam = true;
    const auto count = static_cast<std::uint32_t>(mail.recipients.size());
    m_recipientsLeft -= std::min(m_recipientsLeft, count);
    m_smtpd.start(number, now);
    if (m_recipientsLeft != 0) {
        const Micros each = (m_end - m_begin) / m_recipients;
        plan(now + each * count * random.between(30, 170) / 100, 0);
    }
}

BruteForce::BruteForce(Context &context, Smtpd &smtpd, std::uint32_t number, Micros begin, Micros end,
                       std::uint32_t attempts, std::uint32_t hosts)
    : Incident(context, smtpd, number)
    , m_begin(begin)
    , m_end(end)
    , m_attempts(attempts)
    , m_attemptsLeft(attempts)
{
    for (std::uint32_t i = 0; i < hosts; ++i) {
        const std::string ip = hosts == 1 ? "203.0.113.66" : std::format("198.19.{}.{}", 100 + i % 3, 20 + i * 3 % 230);
        m_clients.push_back(context.world.addClient(ip, "unknown"));
    }
    m_incident = context.truth.addIncident(IncidentKind::BruteForce, hosts == 1 ? "203.0.113.66" : "198.19.100.0/22");
}

void BruteForce::start()
{
    plan(m_begin, 0);
}

void BruteForce::step(std::uint32_t, Micros now)
{
    Random &random = m_context.random;
    const std::uint32_t number = m_smtpd.open(random.pick(std::span(m_clients)));
    Session &session = m_smtpd.session(number);
    session.incident = m_incident;
    session.tried = m_context.world.anyPerson(random).login;
    session.failures = m_clients.size() == 1 ? static_cast<std::uint32_t>(random.between(1, 6)) : 1;
    session.silent = random.chance(m_clients.size() == 1 ? 0.05 : 0.5);
    session.pause = Second;
    session.ending = Ending::LostAfterAuth;
    m_attemptsLeft -= std::min(m_attemptsLeft, session.failures);
    const Micros each = (m_end - m_begin) / m_attempts;
    const Micros wait = each * session.failures * random.between(40, 160) / 100;
    m_smtpd.start(number, now);
    if (m_attemptsLeft != 0) {
        plan(now + wait, 0);
    }
}

} // namespace limier::generator
