// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic.h"

#include "names.h"

#include <algorithm>
#include <format>

namespace limier::generator
{

namespace
{

using Hours = std::array<double, 24>;
using Days = std::array<double, 7>;

// Shares of an average hour, from midnight on, and of an average day, from Thursday (1970-01-01) on.
constexpr Hours OfficeHours{.03, .02, .02, .02, .03, .1,  .4, 1.2, 2.6, 3.1, 2.9, 2.4,
                            1.2, 1.8, 2.8, 2.7, 2.4, 1.8, .9, .4,  .25, .2,  .12, .06};
constexpr Hours WorldHours{.5,  .45, .4,  .4,  .45, .6,  .9, 1.2, 1.6, 1.7, 1.6, 1.4,
                           1.1, 1.3, 1.5, 1.4, 1.3, 1.1, .9, .8,  .8,  .8,  .7,  .6};
constexpr Days OfficeDays{1.3, 1.1, .12, .08, 1.3, 1.3, 1.3};
constexpr Days WorldDays{1.15, 1.1, .6, .5, 1.15, 1.15, 1.15};

double share(Rhythm rhythm, std::int64_t localSeconds)
{
    const auto hour = static_cast<std::size_t>(localSeconds / 3600 % 24);
    const auto day = static_cast<std::size_t>(localSeconds / 86400 % 7);
    switch (rhythm) {
    case Rhythm::Office:
        return OfficeHours[hour] * OfficeDays[day];
    case Rhythm::World:
        return WorldHours[hour] * WorldDays[day];
    case Rhythm::Steady:
        break;
    }
    return 1;
}

constexpr std::array<std::string_view, 10> GuessedNames{"admin", "info", "contact", "test",  "postmaster",
                                                        "root",  "scan", "compta",  "sales", "support"};

} // namespace

const std::array<Traffic::Stream, 12> Traffic::Streams{{
    {5.5, 0, Rhythm::Office, 11, &Traffic::submit},
    {4.5, 0, Rhythm::Office, 10, &Traffic::useWebmail},
    {24, 0, Rhythm::World, 8, &Traffic::receive, true},
    {1.8, 20, Rhythm::World, 3, &Traffic::refuse, true},
    {0.3, 30, Rhythm::Steady, 3, &Traffic::scan, true},
    {0.25, 60, Rhythm::Steady, 3, &Traffic::guess, true},
    {0, 96, Rhythm::Steady, 2, &Traffic::probe},
    {0.3, 4, Rhythm::World, 7, &Traffic::sendSystemMail},
    {0.4, 0, Rhythm::Office, 7, &Traffic::sendFromDevice},
    {0, 14, Rhythm::Steady, 5, &Traffic::runCron},
    {2, 0, Rhythm::Office, 1, &Traffic::logIn},
    {0, 70, Rhythm::World, 3, &Traffic::writeStatistics, true},
}};

Traffic::Traffic(Context &context, Queue &queue, Smtpd &smtpd, Zone zone, double activity)
    : m_context(context)
    , m_queue(queue)
    , m_smtpd(smtpd)
    , m_zone(zone)
    , m_activity(activity)
{
}

double Traffic::perHour(const Stream &stream) const
{
    const auto people = static_cast<double>(m_context.world.people().size());
    return (stream.perPerson * people * m_activity + stream.perServer) / 24;
}

Micros Traffic::endOf(std::uint64_t lines, Micros start)
{
    constexpr double MailLines = 5; // events with more lines than this are mails: a filter doubles those
    double left = static_cast<double>(lines);
    Micros at = start;
    for (; left > 0; at += Hour) {
        const std::int64_t second = wholeSeconds(at);
        for (const Stream &stream : Streams) {
            const double lineCount = stream.lines * (m_context.settings.filter && stream.lines > MailLines ? 2 : 1);
            left -= perHour(stream) * share(stream.rhythm, second + m_zone.offset(second)) * lineCount;
        }
    }
    return at;
}

void Traffic::start(Micros at)
{
    for (std::uint32_t i = 0; i < Streams.size(); ++i) {
        if (m_context.settings.inboundEdge && !Streams[i].isInbound) {
            continue;
        }
        m_context.events.add(nextArrival(Streams[i], at), EventKind::Arrival, i);
    }
}

void Traffic::arrive(std::uint32_t stream, Micros now)
{
    m_context.events.add(nextArrival(Streams[stream], now), EventKind::Arrival, stream);
    (this->*Streams[stream].happen)(now);
}

Micros Traffic::nextArrival(const Stream &stream, Micros now)
{
    for (;;) {
        const std::int64_t second = wholeSeconds(now);
        const std::int64_t local = second + m_zone.offset(second);
        const Micros hourEnd = (second + 3600 - local % 3600) * Second;
        const double mean = static_cast<double>(Hour) / (perHour(stream) * share(stream.rhythm, local));
        const double wait = m_context.random.exponential(mean);
        // The waiting time has no memory: where the hour ends, a new one is drawn at the next hour's rate.
        if (static_cast<double>(now) + wait < static_cast<double>(hourEnd)) {
            return now + static_cast<Micros>(wait);
        }
        now = hourEnd;
    }
}

std::uint32_t Traffic::randomSize()
{
    Random &random = m_context.random;
    const double mean = random.chance(0.12) ? 900000 : 14000;
    return 1200 + static_cast<std::uint32_t>(std::min(random.exponential(mean), 1e7));
}

void Traffic::fillOutgoing(Mail &mail, const Person &person)
{
    Random &random = m_context.random;
    World &world = m_context.world;
    mail.sender = person.address;
    const std::int64_t count = random.chance(0.75) ? 1
        : random.chance(0.8)                       ? random.between(2, 4)
                                                   : random.between(5, 15);
    for (std::int64_t i = 0; i < count; ++i) {
        const std::uint32_t address = random.chance(0.35) ? world.anyPerson(random).address : world.anyContact(random);
        if (!std::ranges::contains(mail.recipients, address)) {
            mail.recipients.push_back(address);
        }
    }
    mail.size = randomSize();
}

std::uint32_t Traffic::formerColleague()
{
    const std::uint32_t number = m_context.random.below(40);
    return m_context.world.addAddress(std::format("ancien{}@{}", number, World::OwnDomain), World::Own);
}

void Traffic::submit(Micros now)
{
    Random &random = m_context.random;
    const Person &person = m_context.world.anyPerson(random);
    const std::uint32_t client = random.chance(0.65) ? person.clients.front() : random.pick(std::span(person.clients));
    const std::uint32_t number = m_smtpd.open(client);
    Session &session = m_smtpd.session(number);
    const bool isPhone = person.hasPhone && client == person.clients.back();
    session.user = isPhone ? person.phoneLogin : person.login;
    session.tried = session.user;
    session.plain = random.chance(0.7);
    session.commands.ehlo = 2;
    session.commands.starttls = 1;
    session.failures = random.chance(0.01) ? 1 : 0;
    for (std::int64_t i = random.chance(0.85) ? 1 : random.between(2, 4); i > 0; --i) {
        Mail &mail = session.addMail();
        fillOutgoing(mail, person);
        mail.idStyle = random.chance(0.6) ? IdStyle::Uuid : IdStyle::Outlook;
        if (random.chance(0.006)) {
            mail.refused = formerColleague();
        }
    }
    m_smtpd.start(number, now);
}

void Traffic::useWebmail(Micros now)
{
    Random &random = m_context.random;
    const Person &person = m_context.world.anyPerson(random);
    if (!random.chance(person.webShare)) {
        submit(now);
        return;
    }
    const bool isOld = m_context.settings.oldWebmail;
    const std::uint32_t number = m_smtpd.open(isOld ? m_context.world.localhost() : m_context.world.self());
    Session &session = m_smtpd.session(number);
    session.user = isOld ? None : person.webLogin;
    session.plain = true;
    session.commands.ehlo = isOld ? 1 : 2;
    session.commands.starttls = isOld ? 0 : 1;
    Mail &mail = session.addMail();
    fillOutgoing(mail, person);
    mail.idStyle = IdStyle::Webmail;
    m_smtpd.start(number, now);
}

std::uint32_t Traffic::incomingSender(std::uint32_t domain)
{
    Random &random = m_context.random;
    World &world = m_context.world;
    const Domain &from = world.domain(domain);
    if (random.chance(0.012)) {
        return world.nobody();
    }
    if (random.chance(0.12)) {
        // A mailing list names the recipient in each sender.
        const std::string_view reader = world.addresses()[world.anyPerson(random).address];
        const std::string local(reader.substr(0, reader.find('@')));
        return world.addAddress(
            std::format("bounce-{}-{}={}@news.{}", random.between(100000, 999999), local, World::OwnDomain, from.name),
            domain);
    }
    return random.pick(std::span(from.contacts));
}

void Traffic::fillIncoming(Mail &mail, std::uint32_t domain)
{
    Random &random = m_context.random;
    World &world = m_context.world;
    mail.sender = incomingSender(domain);
    for (std::int64_t i = random.chance(0.94) ? 1 : random.between(2, 4); i > 0; --i) {
        const std::uint32_t address = world.anyPerson(random).address;
        if (!std::ranges::contains(mail.recipients, address)) {
            mail.recipients.push_back(address);
        }
    }
    const std::uint32_t alias = random.pick(world.aliases());
    if (random.chance(0.02) && !std::ranges::contains(mail.recipients, world.address(alias).target)) {
        mail.recipients.push_back(alias);
    }
    mail.size = randomSize();
    switch (world.domain(domain).dialect) {
    case Dialect::BigMail:
        mail.idStyle = IdStyle::BigMail;
        break;
    case Dialect::OfficeCloud:
        mail.idStyle = IdStyle::Outlook;
        break;
    case Dialect::Postfix:
    case Dialect::Exim:
        mail.idStyle = IdStyle::Uuid;
        break;
    }
    mail.milterRejects = random.chance(0.012);
    mail.breaksOff = random.chance(0.001);
    if (random.chance(0.006)) {
        mail.refused = formerColleague();
    }
    if (random.chance(0.002)) {
        // A member of a local group who lives elsewhere.
        mail.recipients.push_back(world.anyContact(random));
    }
}

void Traffic::receive(Micros now)
{
    Random &random = m_context.random;
    const std::uint32_t domain = m_context.world.anyDomain(random);
    const MailHost &host = random.pick(std::span(m_context.world.domain(domain).hosts));
    const std::uint32_t number = m_smtpd.open(host.client);
    Session &session = m_smtpd.session(number);
    session.fromOutside = true;
    if (random.chance(0.6)) {
        session.commands.ehlo = 2;
        session.commands.starttls = 1;
    }
    for (std::int64_t i = random.chance(0.94) ? 1 : random.between(2, 3); i > 0; --i) {
        fillIncoming(session.addMail(), domain);
    }
    m_smtpd.start(number, now);
}

void Traffic::refuse(Micros now)
{
    Random &random = m_context.random;
    World &world = m_context.world;
    constexpr std::uint32_t SpammingNetworks = 400;
    const std::uint32_t number = m_smtpd.open(world.anyBot(random, SpammingNetworks));
    Session &session = m_smtpd.session(number);
    session.fromOutside = true;
    constexpr std::array<RefusalKind, 8> Kinds{RefusalKind::Blocklist,        RefusalKind::Blocklist,
                                               RefusalKind::Blocklist,        RefusalKind::RelayDenied,
                                               RefusalKind::UnknownRecipient, RefusalKind::UnknownSenderDomain,
                                               RefusalKind::BadHelo,          RefusalKind::NoReverseName};
    Refusal refusal;
    refusal.kind = random.pick(std::span(Kinds));
    refusal.times = random.chance(0.04) ? static_cast<std::uint32_t>(random.between(2, 5)) : 1;
    for (std::int64_t i = random.chance(0.9) ? 1 : random.between(2, 4); i > 0; --i) {
        refusal.sender = world.addAddress(std::format("{}{}@{}", randomPerson(random).first, random.below(30),
                                                      world.domain(world.anyDomain(random)).name),
                                          world.anyDomain(random));
        refusal.recipient = refusal.kind == RefusalKind::RelayDenied ? world.anyContact(random)
            : refusal.kind == RefusalKind::UnknownRecipient
            ? world.addAddress(std::format("{}@{}", randomPerson(random).last, World::OwnDomain), World::Own)
            : world.anyPerson(random).address;
        session.refusals.push_back(refusal);
    }
    session.ending = random.chance(0.15) ? Ending::TimeoutAfterRcpt : Ending::Quit;
    m_smtpd.start(number, now);
}

void Traffic::scan(Micros now)
{
    Random &random = m_context.random;
    const std::uint32_t number = m_smtpd.open(m_context.world.anyBot(random, 60));
    Session &session = m_smtpd.session(number);
    constexpr std::array<Ending, 4> Endings{Ending::LostAfterConnect, Ending::LostAfterEhlo, Ending::LostAfterStarttls,
                                            Ending::Quit};
    session.ending = random.pick(std::span(Endings));
    session.commands.starttls = session.ending == Ending::LostAfterStarttls ? 1 : 0;
    m_smtpd.start(number, now);
}

void Traffic::guess(Micros now)
{
    Random &random = m_context.random;
    const std::uint32_t number = m_smtpd.open(m_context.world.anyBot(random, 40));
    Session &session = m_smtpd.session(number);
    session.tried = m_context.world.addUser(random.pick(std::span(GuessedNames)));
    session.failures = random.chance(0.8) ? 1 : static_cast<std::uint32_t>(random.between(2, 5));
    session.silent = random.chance(0.4);
    session.plain = random.chance(0.2);
    session.ending = random.chance(0.5) ? Ending::LostAfterAuth : Ending::Quit;
    m_smtpd.start(number, now);
}

void Traffic::probe(Micros now)
{
    // The monitoring logs in and leaves.
    const std::uint32_t number = m_smtpd.open(m_context.world.localhost());
    Session &session = m_smtpd.session(number);
    session.user = m_context.world.addUser("admin0@global.virt");
    session.plain = true;
    m_smtpd.start(number, now);
}

void Traffic::sendSystemMail(Micros now)
{
    // Invitations, vacation replies, reports: BlueMind's core sends them under its own name.
    Random &random = m_context.random;
    World &world = m_context.world;
    const std::uint32_t number = m_smtpd.open(world.self());
    Session &session = m_smtpd.session(number);
    session.user = world.addUser("admin0@global.virt");
    session.plain = true;
    session.commands.ehlo = 2;
    session.commands.starttls = 1;
    Mail &mail = session.addMail();
    mail.sender = random.chance(0.5) ? world.addAddress(std::format("no-reply@{}", World::OwnDomain), World::Own)
                                     : world.anyPerson(random).address;
    mail.recipients.push_back(random.chance(0.6) ? world.anyPerson(random).address : world.anyContact(random));
    mail.size = 3000 + random.below(9000);
    mail.idStyle = IdStyle::Webmail;
    m_smtpd.start(number, now);
}

void Traffic::sendFromDevice(Micros now)
{
    // Copiers send what they scan without a login: mynetworks trusts them, rightly.
    Random &random = m_context.random;
    World &world = m_context.world;
    const std::uint32_t device = random.pick(world.devices());
    const std::uint32_t number = m_smtpd.open(device);
    Mail &mail = m_smtpd.session(number).addMail();
    mail.sender = world.addAddress(world.client(device).name.substr(0, world.client(device).name.find('.')) + '@'
                                       + std::string(World::OwnDomain),
                                   World::Own);
    mail.recipients.push_back(world.anyPerson(random).address);
    mail.size = 200000 + random.below(2500000);
    m_smtpd.start(number, now);
}

void Traffic::runCron(Micros now)
{
    World &world = m_context.world;
    Mail mail;
    mail.sender = world.addAddress(std::format("root@{}", World::OwnHost), World::Own);
    mail.recipients.push_back(world.people().front().address);
    mail.size = 700 + m_context.random.below(4000);
    mail.idStyle = IdStyle::Postfix;
    const Queue::Intake intake = m_queue.accept(mail, None, None, None, now);
    m_context.log.begin(now, program::Pickup, m_context.processes.any(Daemon::Pickup))
        << m_queue.message(intake.message).id.view() << ": uid=0 from=<root>";
    m_context.log.end();
}

void Traffic::logIn(Micros now)
{
    Random &random = m_context.random;
    const World &world = m_context.world;
    const Person &person = world.anyPerson(random);
    m_context.log.begin(now, program::Dovecot, 0)
        << "imap-login: Login: user=<" << world.users()[person.login]
        << ">, method=PLAIN, rip=" << world.clientIps()[random.pick(std::span(person.clients))]
        << ", lip=" << World::OwnIp << ", mpid=" << m_context.processes.start() << ", TLS, session=<"
        << std::string_view(randomToken(random, 16)) << '>';
    m_context.log.end();
}

void Traffic::writeStatistics(Micros now)
{
    Random &random = m_context.random;
    const World &world = m_context.world;
    const std::uint32_t pid = m_context.processes.start();
    const std::uint32_t domain = world.anyDomain(random);
    const std::string_view ip = world.clientIps()[world.domain(domain).hosts.front().client];
    TimeText text(m_zone, TimeForm::Traditional);
    std::array<char, TimeText::Longest> buffer{};
    const std::string_view at(buffer.data(), text.write(buffer.data(), now - 200 * Second));
    LogWriter &log = m_context.log;
    log.begin(now, program::Anvil, pid) << "statistics: max connection rate " << 1 + random.below(9)
                                        << "/60s for (smtp:" << ip << ") at " << at;
    log.end();
    log.begin(now, program::Anvil, pid) << "statistics: max connection count " << 1 + random.below(4)
                                        << " for (smtp:" << ip << ") at " << at;
    log.end();
    log.begin(now, program::Anvil, pid) << "statistics: max cache size " << 1 + random.below(12) << " at " << at;
    log.end();
}

} // namespace limier::generator
