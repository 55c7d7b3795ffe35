// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mannerchange.h"
#include "names.h"
#include "scenes/incidents.h"

#include <algorithm>
#include <format>

namespace limier::generator::scenes
{

namespace
{

/// Mail servers of all the world: clients.
std::vector<std::uint32_t> mailServers(Stage &stage, std::uint32_t count)
{
    Random &random = stage.random();
    World &world = stage.world();
    std::vector<std::uint32_t> clients;
    for (std::uint32_t i = 0; i < count; ++i) {
        clients.push_back(random.pick(std::span(world.domain(world.anyDomain(random)).hosts)).client);
    }
    return clients;
}

/// Some people of the house write to @p domain.
void writeTo(Stage &stage, std::uint32_t domain, const Window &window)
{
    Random &random = stage.random();
    for (std::int64_t people = random.between(12, 60); people > 0; --people) {
        const Mailbox mailbox = knownMailbox(stage);
        MailRunSettings run;
        run.clients = {mailbox.clients.front()};
        run.logins = {mailbox.login};
        run.senders = {mailbox.address};
        run.audience = Audience::Listed;
        for (int i = 0; i < 4; ++i) {
            run.list.push_back(random.pick(std::span(stage.world().domain(domain).contacts)));
        }
        run.times = moments(random, stage.zone, window, 2 + random.below(4), Hours::Office);
        stage.add<MailRun>(std::move(run));
    }
}

} // namespace

std::string incomingBounces(Stage &stage, const Demand &demand)
{
    // Somebody elsewhere forges an address of this server; what fails comes back here.
    Random &random = stage.random();
    World &world = stage.world();
    const Mailbox mailbox = knownMailbox(stage);
    MailRunSettings run;
    run.clients = mailServers(stage, 150);
    run.senders = {world.nobody()};
    run.audience = Audience::Listed;
    run.list = {mailbox.address};
    run.size = {3000, 20000};
    run.fromOutside = true;
    const Window window = chooseWindow(stage, demand, 1, 48, Hours::Any);
    const auto mails = static_cast<std::uint32_t>(logUniform(random, 400, std::max(800U, demand.mostRecipients)));
    run.times = moments(random, stage.zone, window, mails, Hours::Any);
    run.incident =
        stage.context.truth.addIncident(IncidentKind::Backscatter, std::string(world.addresses()[mailbox.address]));
    stage.context.truth.incident(run.incident).names = {"<>", "", std::string(World::OwnDomain)};
    stage.add<MailRun>(std::move(run));
    return std::format("{} bounces to one address in {} min", mails, window.length() / Minute);
}

std::string outgoingBounces(Stage &stage, const Demand &demand)
{
    // The server takes mail for mailboxes that do not exist, and tells the forged senders.
    Random &random = stage.random();
    World &world = stage.world();
    MailRunSettings run;
    run.clients = strangers(stage, 40);
    run.senders = {world.nobody()};
    run.forged = 1;
    run.audience = Audience::Listed;
    for (int i = 0; i < 300; ++i) {
        const PersonName name = randomPerson(random);
        run.list.push_back(world.addAddress(
            std::format("{}{}{}@{}", name.first.substr(0, 2), name.last, 500 + random.below(500), World::OwnDomain),
            World::Own, false));
    }
    run.size = {2000, 9000};
    run.fromOutside = true;
    const Window window = chooseWindow(stage, demand, 1, 48, Hours::Any);
    const auto mails = static_cast<std::uint32_t>(logUniform(random, 400, std::max(800U, demand.mostRecipients)));
    run.times = moments(random, stage.zone, window, mails, Hours::Any);
    run.incident = stage.context.truth.addIncident(IncidentKind::Backscatter, "<>");
    stage.context.truth.incident(run.incident).names = {"", std::string(World::OwnDomain)};
    stage.add<MailRun>(std::move(run));
    return std::format("{} bounces to forged senders in {} min", mails, window.length() / Minute);
}

std::string blockedDestination(Stage &stage, const Demand &)
{
    Random &random = stage.random();
    World &world = stage.world();
    const std::uint32_t domain = 1 + random.below(3);
    // It still blocks when somebody looks at the log.
    const Micros before = std::min(random.between(6 * Hour, 40 * Hour), (stage.end - stage.start) * 7 / 10);
    const Window window{stage.end - before, stage.end + Day};
    MannerChange::Settings settings{{domain}, window.begin, window.end, Manner::Dead, {}};
    if (random.chance(0.6)) {
        settings.manner = Manner::Deferring;
        settings.refusals = {"host %h said: 421 4.7.0 Too many connections, try again later (in reply to MAIL FROM "
                             "command)",
                             "host %h said: 451 4.7.500 Server busy. Please try again later from [%s]. (in reply to "
                             "RCPT TO command)"};
    }
    const std::uint32_t incident =
        stage.context.truth.addIncident(IncidentKind::Backscatter, world.domain(domain).name);
    for (const MailHost &host : world.domain(domain).hosts) {
        stage.context.truth.incident(incident).names.push_back(host.nameAndIp);
    }
    // Half of the world's mail goes to a few large providers: more than by chance here.
    writeTo(stage, domain, {window.begin, stage.end});
    const bool isDead = settings.manner == Manner::Dead;
    stage.add<MannerChange>(std::move(settings));
    return std::format("{} {} for {} min", world.domain(domain).name, isDead ? "does not answer" : "defers all",
                       before / Minute);
}

} // namespace limier::generator::scenes
