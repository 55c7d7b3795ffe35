// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtpd.h"

#include <algorithm>
#include <format>

namespace limier::generator
{

namespace
{

std::string_view endingText(Ending ending)
{
    switch (ending) {
    case Ending::LostAfterConnect:
        return "lost connection after CONNECT from ";
    case Ending::LostAfterAuth:
        return "lost connection after AUTH from ";
    case Ending::LostAfterStarttls:
        return "lost connection after STARTTLS from ";
    case Ending::LostAfterEhlo:
        return "lost connection after EHLO from ";
    case Ending::TimeoutAfterRcpt:
        return "timeout after RCPT from ";
    case Ending::LostInData:
    case Ending::Quit:
        break;
    }
    return {};
}

} // namespace

Smtpd::Smtpd(Context &context, Queue &queue)
    : m_context(context)
    , m_queue(queue)
{
}

std::uint32_t Smtpd::open(std::uint32_t client)
{
    const std::uint32_t number = m_sessions.take();
    Session &session = m_sessions[number];
    session.client = client;
    session.commands.ehlo = 1;
    session.pause = 2 * Second;
    return number;
}

void Smtpd::start(std::uint32_t session, Micros at)
{
    hideBehindGateway(m_sessions[session]);
    m_context.events.add(at, EventKind::Session, session);
}

void Smtpd::hideBehindGateway(Session &session) const
{
    World &world = m_context.world;
    if (m_context.settings.natGateway && !World::isInside(world.clientIps()[session.client])) {
        session.client = world.addClient(World::GatewayIp, std::format("gw.{}", World::OwnDomain));
    }
}

std::string_view Smtpd::peer(const Session &session) const
{
    return m_context.world.client(session.client).nameAndIp;
}

LogWriter &Smtpd::begin(const Session &session, Micros now)
{
    return m_context.log.begin(now, program::Smtpd, session.pid);
}

void Smtpd::step(std::uint32_t number, Micros now)
{
    Session &session = m_sessions[number];
    Random &random = m_context.random;
    Micros next = now;
    if (!session.isConnected) {
        if (session.fromOutside && m_context.settings.postscreen && refuseInPostscreen(session, now)) {
            m_sessions.give(number);
            return;
        }
        connect(session, now);
        next = now + random.between(10000, 350000);
    } else if (session.failuresDone < session.failures) {
        next = failLogin(session, now);
    } else if (session.refusalsDone < session.refusals.size()) {
        next = refuse(session, session.refusals[session.refusalsDone++], now);
    } else if (session.mailsDone < session.mailCount) {
        next = takeMail(session, session.mails[session.mailsDone++], now);
    } else {
        close(session, now);
        m_sessions.give(number);
        return;
    }
    m_context.events.add(next, EventKind::Session, number);
}

void Smtpd::connect(Session &session, Micros now)
{
    session.isConnected = true;
    session.pid = m_context.processes.takeSmtpd();
    m_context.truth.nameHost(session.client);
    const std::string_view ip = m_context.world.clientIps()[session.client];
    if (m_context.world.client(session.client).name == "unknown" && m_context.random.chance(0.15)) {
        begin(session, now) << "warning: hostname host-" << ip << ".dyn.example does not resolve to address " << ip;
        m_context.log.end();
    }
    begin(session, now) << "connect from " << peer(session);
    m_context.log.end();
    if (session.user != None) {
        session.commands.auth = 1;
        session.commands.authTried = 1;
    }
}

void Smtpd::countFailures(const Session &session, std::uint32_t count)
{
    const std::uint32_t named = m_context.settings.failedNames && !session.silent ? session.tried : None;
    m_context.truth.addAuthFailures(session.client, named, count);
    if (session.incident != None) {
        m_context.truth.addGuesses(session.incident, session.client, count, wholeSeconds(m_context.log.now()));
    }
}

void Smtpd::warnOfLogin(const Session &session, std::uint32_t repeats, Micros now)
{
    LogWriter &log = begin(session, now);
    if (repeats > 1) {
        log << "message repeated " << repeats << " times: [ ";
    }
    log << "warning: " << peer(session) << ": SASL " << (session.plain ? "PLAIN" : "LOGIN")
        << " authentication failed: ";
    if (m_context.settings.failedNames) {
        log << "(reason unavailable), sasl_username=" << m_context.world.users()[session.tried];
    } else {
        log << (session.plain ? "authentication failure" : "UGFzc3dvcmQ6");
    }
    if (repeats > 1) {
        log << ']';
    }
    log.end();
    countFailures(session, repeats);
}

Micros Smtpd::failLogin(Session &session, Micros now)
{
    ++session.commands.authTried;
    ++session.failuresDone;
    const Micros next = now + m_context.random.between(session.pause * 7 / 10, session.pause * 13 / 10);
    if (session.silent) {
        return next;
    }
    // The log daemon holds back lines that are like the one before and sums them up at the end.
    const bool sumsUp = session.failures > 3 && !session.plain;
    if (session.plain) {
        begin(session, now) << "warning: SASL authentication failure: Password verification failed";
        m_context.log.end();
    }
    if (!sumsUp || session.failuresDone == 1) {
        warnOfLogin(session, 1, now);
        ++session.warned;
    } else if (session.failuresDone == session.failures) {
        warnOfLogin(session, session.failures - 1, now);
        session.warned += session.failures - 1;
    }
    return next;
}

Micros Smtpd::refuse(Session &session, const Refusal &refusal, Micros now)
{
    session.commands.mail = 1;
    session.commands.rcptTried += refusal.times;
    const std::uint32_t plain = refusal.times == 2 ? 2 : 1;
    for (std::uint32_t i = 0; i < plain; ++i) {
        begin(session, now);
        writeRefusal(session, refusal, "NOQUEUE");
        m_context.log.end();
    }
    if (refusal.times > plain) {
        begin(session, now) << "message repeated " << refusal.times - 1 << " times: [ ";
        writeRefusal(session, refusal, "NOQUEUE");
        m_context.log << ']';
        m_context.log.end();
    }
    m_context.truth.addRejections(session.client, refusal.times);
    return now + m_context.random.between(20000, 400000);
}

void Smtpd::writeRefusal(const Session &session, const Refusal &refusal, std::string_view queueId)
{
    const Book &addresses = m_context.world.addresses();
    const Client &client = m_context.world.client(session.client);
    const std::string_view ip = m_context.world.clientIps()[session.client];
    const std::string_view to = addresses[refusal.recipient];
    std::string_view helo =
        client.name == "unknown" ? std::string_view("WIN-CLJ1B0GQ6JP") : std::string_view(client.name);
    LogWriter &log = m_context.log;
    log << queueId << ": reject: RCPT from " << peer(session) << ": ";
    switch (refusal.kind) {
    case RefusalKind::RelayDenied:
        log << "554 5.7.1 <" << to << ">: Relay access denied";
        break;
    case RefusalKind::UnknownRecipient:
        log << "550 5.1.1 <" << to << ">: Recipient address rejected: User unknown in virtual mailbox table";
        break;
    case RefusalKind::UnknownSenderDomain:
        log << "450 4.1.8 <" << addresses[refusal.sender] << ">: Sender address rejected: Domain not found";
        break;
    case RefusalKind::Blocklist:
        log << "554 5.7.1 Service unavailable; Client host [" << ip
            << "] blocked using zen.dnsbl.example; https://www.dnsbl.example/query/ip/" << ip;
        break;
    case RefusalKind::BadHelo:
        helo = "ylmf-pc";
        log << "504 5.5.2 <" << helo << ">: Helo command rejected: need fully-qualified hostname";
        break;
    case RefusalKind::NoReverseName:
        log << "450 4.7.25 Client host rejected: cannot find your hostname, [" << ip << ']';
        break;
    }
    log << "; from=<" << addresses[refusal.sender] << "> to=<" << to << "> proto=ESMTP helo=<" << helo << '>';
}

Micros Smtpd::takeMail(Session &session, const Mail &mail, Micros now)
{
    const Queue::Intake intake = m_queue.accept(mail, session.client, session.user, session.incident, now);
    const std::string_view id = m_queue.message(intake.message).id.view();
    LogWriter &log = begin(session, now);
    log << id << ": client=" << peer(session);
    if (session.user != None) {
        log << ", sasl_method=" << (session.plain ? "PLAIN" : "LOGIN")
            << ", sasl_username=" << m_context.world.users()[session.user];
    }
    log.end();
    const auto taken = static_cast<std::uint32_t>(mail.recipients.size());
    ++session.commands.mail;
    session.commands.rcpt += taken;
    session.commands.rcptTried += taken;
    ++session.commands.dataTried;
    if (mail.refused != None) {
        ++session.commands.rcptTried;
        begin(session, now);
        writeRefusal(session, {RefusalKind::UnknownRecipient, mail.sender, mail.refused}, id);
        log.end();
        m_context.truth.addRejections(session.client, 1);
    }
    if (mail.breaksOff) {
        session.brokenOff = m_queue.message(intake.message).record;
        m_queue.drop(intake.message);
        session.ending = Ending::LostInData;
        session.mailsDone = session.mailCount;
        return now + m_context.random.between(Second, 2 * Minute);
    }
    session.commands.data += mail.milterRejects ? 0 : 1;
    return intake.queued + m_context.random.between(500, 60000);
}

void Smtpd::writeCommands(const Session &session)
{
    LogWriter &log = m_context.log;
    std::uint64_t good = 0;
    std::uint64_t tried = 0;
    const auto add = [&](std::string_view name, std::uint32_t goodOnes, std::uint32_t triedOnes) {
        if (triedOnes == 0) {
            return;
        }
        log << ' ' << name << '=' << goodOnes;
        if (goodOnes != triedOnes) {
            log << '/' << triedOnes;
        }
        good += goodOnes;
        tried += triedOnes;
    };
    const Commands &commands = session.commands;
    add("ehlo", commands.ehlo, commands.ehlo);
    add("starttls", commands.starttls, commands.starttls);
    add("auth", commands.auth, commands.authTried);
    add("mail", commands.mail, commands.mail);
    add("rcpt", commands.rcpt, commands.rcptTried);
    add("data", commands.data, commands.dataTried);
    add("rset", commands.rset, commands.rset);
    add("quit", commands.quit, commands.quit);
    log << " commands=" << good;
    if (good != tried || tried == 0) {
        log << '/' << tried;
    }
}

void Smtpd::close(Session &session, Micros now)
{
    LogWriter &log = m_context.log;
    if (session.ending == Ending::Quit) {
        session.commands.quit = 1;
    } else if (session.ending == Ending::LostInData) {
        begin(session, now) << "lost connection after DATA (" << 4096U + m_context.random.below(90000)
                            << " bytes) from " << peer(session);
        log.end();
        m_context.truth.message(session.brokenOff).refused = true;
    } else {
        session.commands.ehlo = session.ending == Ending::LostAfterConnect ? 0 : session.commands.ehlo;
        begin(session, now) << endingText(session.ending) << peer(session);
        log.end();
    }
    begin(session, now) << "disconnect from " << peer(session);
    writeCommands(session);
    log.end();
    const std::uint32_t failed = session.commands.authTried - session.commands.auth;
    if (failed > session.warned) {
        countFailures(session, failed - session.warned);
    }
    m_context.processes.giveSmtpd(session.pid);
}

bool Smtpd::refuseInPostscreen(Session &session, Micros now)
{
    Random &random = m_context.random;
    LogWriter &log = m_context.log;
    const std::string_view ip = m_context.world.clientIps()[session.client];
    const std::uint32_t port = 32768 + random.below(28000);
    const auto line = [&]() -> LogWriter & { return log.begin(now, program::Postscreen, Processes::Postscreen); };
    line() << "CONNECT from [" << ip << "]:" << port << " to [" << World::OwnIp << "]:25";
    log.end();
    const bool refuses = std::ranges::contains(session.refusals, RefusalKind::Blocklist, &Refusal::kind);
    if (!refuses) {
        line() << (random.chance(0.9) ? "PASS OLD [" : "PASS NEW [") << ip << "]:" << port;
        log.end();
        return false;
    }
    const Refusal &refusal = session.refusals.front();
    const Book &addresses = m_context.world.addresses();
    if (random.chance(0.3)) {
        line() << "PREGREET 14 after 0.0" << 1 + random.below(9) << " from [" << ip << "]:" << port
               << ": EHLO ylmf-pc\\r\\n";
        log.end();
    }
    line() << "DNSBL rank " << 3 + random.below(5) << " for [" << ip << "]:" << port;
    log.end();
    line() << "NOQUEUE: reject: RCPT from [" << ip << "]:" << port << ": 550 5.7.1 Service unavailable; client [" << ip
           << "] blocked using zen.dnsbl.example; from=<" << addresses[refusal.sender] << ">, to=<"
           << addresses[refusal.recipient] << ">, proto=ESMTP, helo=<ylmf-pc>";
    log.end();
    m_context.truth.addRejections(session.client, 1);
    line() << "DISCONNECT [" << ip << "]:" << port;
    log.end();
    return true;
}

} // namespace limier::generator
