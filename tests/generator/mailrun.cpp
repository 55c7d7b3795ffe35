// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailrun.h"

#include "names.h"

#include <algorithm>
#include <format>

namespace limier::generator
{

namespace
{

std::uint32_t boughtAddress(World &world, Random &random, double unknown)
{
    const std::uint32_t domain = random.chance(0.6) ? 1 + random.below(4) : world.anyDomain(random);
    const PersonName name = randomPerson(random);
    const std::string digits = random.chance(0.4) ? std::to_string(random.below(2000)) : std::string();
    const std::string_view dot = random.chance(0.5) ? "." : "";
    return world.addAddress(std::format("{}{}{}{}@{}", name.first, dot, name.last, digits, world.domain(domain).name),
                            domain, !random.chance(unknown));
}

std::uint32_t madeUpSender(World &world, Random &random, bool ownDomain)
{
    const std::uint32_t domain = ownDomain ? World::Own : world.anyDomain(random);
    return world.addAddress(
        std::format("{}{}@{}", randomPerson(random).first, random.below(900), world.domain(domain).name), domain,
        random.chance(0.2));
}

std::uint32_t recipient(const MailRunSettings &run, World &world, Random &random, std::size_t &next)
{
    switch (run.audience) {
    case Audience::Bought:
        return boughtAddress(world, random, run.unknown);
    case Audience::Contacts:
        return world.anyContact(random);
    case Audience::Own:
        return world.anyPerson(random).address;
    case Audience::Listed:
    case Audience::Everyone:
        break;
    }
    return run.list[next++ % run.list.size()];
}

} // namespace

void fillMail(Mail &mail, const MailRunSettings &run, World &world, Random &random, std::size_t &next)
{
    mail.sender = random.chance(run.forged) ? madeUpSender(world, random, run.forgesOwnDomain)
                                            : random.pick(std::span(run.senders));
    const bool isWhole = run.audience == Audience::Everyone;
    for (auto i = isWhole ? static_cast<std::uint32_t>(run.list.size()) : run.recipients.draw(random); i > 0; --i) {
        mail.recipients.push_back(recipient(run, world, random, next));
    }
    std::ranges::sort(mail.recipients);
    const auto repeated = std::ranges::unique(mail.recipients);
    mail.recipients.erase(repeated.begin(), repeated.end());
    mail.size = run.size.draw(random);
    mail.idStyle = run.idStyle;
    mail.spam = random.chance(run.recognised);
}

MailRun::MailRun(Context &context, Smtpd &smtpd, std::uint32_t number, MailRunSettings settings)
    : Incident(context, smtpd, number)
    , m_run(std::move(settings))
{
}

void MailRun::start()
{
    planAll(m_run.times);
}

void MailRun::step(std::uint32_t, Micros now)
{
    Random &random = m_context.random;
    const std::uint32_t number = m_smtpd.open(random.pick(std::span(m_run.clients)));
    Session &session = m_smtpd.session(number);
    session.incident = m_run.incident;
    session.fromOutside = m_run.fromOutside;
    if (!m_run.logins.empty()) {
        session.user = random.pick(std::span(m_run.logins));
        session.tried = session.user;
        session.plain = random.chance(0.6);
        session.commands.ehlo = 2;
        session.commands.starttls = 1;
        session.failures = m_run.typos && random.chance(0.03) ? 1 : 0;
    }
    for (std::uint32_t i = m_run.mails.draw(random); i > 0; --i) {
        fillMail(session.addMail(), m_run, m_context.world, random, m_next);
    }
    m_smtpd.start(number, now);
}

LocalRun::LocalRun(Context &context, Smtpd &smtpd, std::uint32_t number, Queue &queue, MailRunSettings settings,
                   std::uint32_t uid, std::string name)
    : Incident(context, smtpd, number)
    , m_queue(queue)
    , m_run(std::move(settings))
    , m_uid(uid)
    , m_name(std::move(name))
{
}

void LocalRun::start()
{
    planAll(m_run.times);
}

void LocalRun::step(std::uint32_t, Micros now)
{
    Mail mail;
    fillMail(mail, m_run, m_context.world, m_context.random, m_next);
    mail.idStyle = IdStyle::Postfix;
    const Queue::Intake intake = m_queue.accept(mail, None, None, m_run.incident, now);
    m_context.log.begin(now, program::Pickup, m_context.processes.any(Daemon::Pickup))
        << m_queue.message(intake.message).id.view() << ": uid=" << m_uid << " from=<" << m_name << '>';
    m_context.log.end();
}

} // namespace limier::generator
