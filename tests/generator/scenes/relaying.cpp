// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/incidents.h"

#include <algorithm>
#include <format>

namespace limier::generator::scenes
{

namespace
{

struct Machine {
    std::string_view ip;
    std::string_view name;
};

/// A machine that mynetworks names: in the house, or at a branch with a public address.
Machine anyMachine(Random &random)
{
    constexpr std::array<Machine, 8> Machines{{{"10.0.3.77", "caisse-2.acme.example"},
                                               {"10.0.40.12", "unknown"},
                                               {"192.168.7.31", "nas.acme.example"},
                                               {"172.16.4.9", "unknown"},
                                               {"10.0.3.14", "erp.acme.example"},
                                               {"203.0.113.140", "agence-lyon.acme.example"},
                                               {"198.51.100.23", "unknown"},
                                               {"192.168.0.254", "unknown"}}};
    return random.pick(std::span(Machines));
}

/// What the machine did all the time, before it was taken over and after.
void addOldHabits(Stage &stage, std::uint32_t client)
{
    Random &random = stage.random();
    MailRunSettings habits;
    habits.clients = {client};
    habits.senders = {ownAddress(stage, "scan")};
    habits.audience = random.chance(0.7) ? Audience::Own : Audience::Contacts;
    const double days = static_cast<double>(stage.end - stage.start) / static_cast<double>(Day);
    habits.times = moments(random, stage.zone, {stage.start, stage.end},
                           static_cast<std::uint32_t>(days * logUniform(random, 3, 60)) + 1, Hours::Office);
    habits.size = {50000, 900000};
    stage.add<MailRun>(std::move(habits));
}

MailRunSettings relayRun(Stage &stage)
{
    Random &random = stage.random();
    MailRunSettings run;
    run.senders = {ownAddress(stage, random.chance(0.5) ? "facture" : "info")};
    run.forged = random.chance(0.3) ? 0 : 0.3 + 0.7 * random.unit();
    run.forgesOwnDomain = random.chance(0.4);
    run.audience = Audience::Bought;
    // Without a forged sender only what becomes of the mails tells them from invoices.
    run.unknown = logUniform(random, run.forged > 0 ? 0.02 : 0.07, 0.4);
    run.recognised = run.forged > 0 ? random.unit() : 0.25 + 0.75 * random.unit();
    const std::uint32_t size = 2000 + random.below(40000);
    run.size = {size, size + size / 8};
    return run;
}

std::string play(Stage &stage, MailRunSettings run, const Window &window, std::uint32_t recipients, Hours hours)
{
    Random &random = stage.random();
    const bool isFast = window.length() < Day;
    run.recipients = isFast && random.chance(0.4) ? Range{5, 40} : Range{1, 3};
    run.mails = {1, isFast && random.chance(0.3) ? 10U : 1U};
    const std::uint32_t each =
        std::max(1U, (run.recipients.low + run.recipients.high) * (run.mails.low + run.mails.high) / 4);
    run.times = moments(random, stage.zone, window, std::max(recipients / each, 5U), hours);
    const std::string text = std::format(
        "{} recipients in {} min, {} IPs, forged {:.0f} %, unknown {:.0f} %, refused {:.0f} %", recipients,
        window.length() / Minute, run.clients.size(), run.forged * 100, run.unknown * 100, run.recognised * 23);
    stage.add<MailRun>(std::move(run));
    return text;
}

std::string playMachine(Stage &stage, const Window &window, std::uint32_t recipients, Hours hours)
{
    Random &random = stage.random();
    const Machine machine = anyMachine(random);
    MailRunSettings run = relayRun(stage);
    run.clients = {stage.world().addClient(machine.ip, machine.name)};
    run.incident = stage.context.truth.addIncident(IncidentKind::RelayingMachine, std::string(machine.ip));
    const bool hasHabits = random.chance(0.5);
    if (hasHabits) {
        addOldHabits(stage, run.clients.front());
    }
    return play(stage, std::move(run), window, recipients, hours)
        + std::format(", {}{}", machine.ip, hasHabits ? ", with habits" : "");
}

} // namespace

std::string busyRelay(Stage &stage, const Demand &demand)
{
    const Window window = chooseWindow(stage, demand, 0.3, 12, Hours::Any);
    const auto recipients = static_cast<std::uint32_t>(logUniform(stage.random(), 200, demand.mostRecipients));
    return playMachine(stage, window, recipients, Hours::Any) + std::string(positionText(demand.position));
}

std::string slowRelay(Stage &stage, const Demand &)
{
    Random &random = stage.random();
    const Hours hours = random.chance(0.7) ? Hours::Any : Hours::Night;
    const Window window = chooseWindow(stage, {}, 30, 24 * 7, hours);
    const double perHour = logUniform(random, 8, 50);
    const auto length = static_cast<double>(window.length()) / static_cast<double>(Hour);
    return playMachine(stage, window, static_cast<std::uint32_t>(perHour * length * (hours == Hours::Any ? 1 : 0.4)),
                       hours);
}

std::string gatewayRelay(Stage &stage, const Demand &demand)
{
    Random &random = stage.random();
    MailRunSettings run = relayRun(stage);
    run.clients = strangers(stage, 1 + random.below(60)); // seen as one: the gateway
    run.fromOutside = true;
    run.incident = stage.context.truth.addIncident(IncidentKind::RelayingMachine, std::string(World::GatewayIp));
    const Window window = chooseWindow(stage, demand, 0.5, 40, Hours::Any);
    const auto recipients = static_cast<std::uint32_t>(logUniform(random, 200, demand.mostRecipients));
    return play(stage, std::move(run), window, recipients, Hours::Any) + std::string(positionText(demand.position));
}

std::string openRelay(Stage &stage, const Demand &demand)
{
    Random &random = stage.random();
    MailRunSettings run = relayRun(stage);
    run.clients = strangers(stage, 2 + random.below(30));
    run.fromOutside = true;
    World &world = stage.world();
    run.incident = stage.context.truth.addIncident(IncidentKind::RelayingMachine, "0.0.0.0/0");
    for (const std::uint32_t client : run.clients) {
        stage.context.truth.incident(run.incident).names.emplace_back(world.clientIps()[client]);
    }
    const Window window = chooseWindow(stage, demand, 1, 60, Hours::Any);
    const auto recipients = static_cast<std::uint32_t>(logUniform(random, 300, demand.mostRecipients));
    return play(stage, std::move(run), window, recipients, Hours::Any) + std::string(positionText(demand.position));
}

} // namespace limier::generator::scenes
