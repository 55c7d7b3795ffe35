// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

#include "recipes.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <set>

namespace limier::evaluate
{

namespace
{

using generator::Options;
using generator::Random;
using generator::Stage;

/// What the log and its server are like, before anything goes wrong.
struct Extent {
    double leastDays = 0.04;
    std::uint64_t leastLines = 2000;
    std::uint32_t leastPeople = 8;
    Setting setting = Setting::Any;
};

/// About how many lines a day of this server has.
double linesPerPerson(const Options &options)
{
    return 310 * options.activity * (options.server.filter ? 1.9 : 1);
}
constexpr double LinesPerServer = 900;

void chooseForm(Options &options, Random &random)
{
    options.time = random.chance(0.5) ? generator::TimeForm::Traditional : generator::TimeForm::Rfc3339;
    options.switchTime = options.time == generator::TimeForm::Traditional && random.chance(0.1);
    options.ids = random.chance(0.15) ? generator::IdForm::Long : generator::IdForm::Short;
    options.server.filter = random.chance(0.25);
    options.server.postscreen = random.chance(0.25);
    options.server.failedNames = random.chance(0.4);
}

void chooseSetting(Options &options, Setting setting, Random &random)
{
    options.server.natGateway = setting == Setting::NatGateway;
    options.server.oldWebmail = setting == Setting::OldWebmail || random.chance(0.05);
    options.server.inboundEdge = setting == Setting::InboundEdge;
}

void chooseStart(Options &options, Setting setting, Random &random)
{
    const bool isYearEnd = setting == Setting::YearEnd;
    // A short log is looked at while something goes on: mostly at work.
    const std::int64_t hour = options.days > 0.9 ? random.between(0, 23) : random.between(6, 20);
    options.start = std::format("2025-{:02}-{:02}T{:02}:{:02}:00", isYearEnd ? 12 : random.between(1, 12),
                                isYearEnd ? random.between(8, 19) : random.between(1, 28), hour, random.below(60));
}

void chooseSize(Options &options, const Extent &extent, Random &random)
{
    constexpr double MostLines = 900000;
    const auto least = static_cast<double>(extent.leastLines);
    // More small ones than large ones, in each order of magnitude.
    const double lines = least * std::pow(MostLines / least, std::pow(random.unit(), 1.4));
    options.activity = generator::logUniform(random, 0.3, 1.3);
    const double perPerson = linesPerPerson(options);
    const double fewestPerDay = LinesPerServer + perPerson * extent.leastPeople;
    const double mostDays = std::clamp(lines / fewestPerDay, extent.leastDays, 21.0);
    options.days = extent.setting == Setting::OneHour
        ? (0.7 + 0.4 * random.unit()) / 24
        : generator::logUniform(random, extent.leastDays, mostDays * 1.01);
    const double people = (lines / options.days - LinesPerServer) / perPerson;
    options.people = static_cast<std::uint32_t>(std::clamp(people, static_cast<double>(extent.leastPeople), 2500.0));
    options.rotation.daily = options.days > 2 && random.chance(0.3);
    options.gzip = options.rotation.daily && random.chance(0.5);
}

ServerKnowledge knowledge(bool isOpen)
{
    ServerKnowledge server;
    server.ownAddresses = {std::string(generator::World::OwnIp), "203.0.113.25"};
    server.myNetworks = {"127.0.0.0/8",   "10.0.0.0/16",      "192.168.0.0/16",
                         "172.16.0.0/12", "203.0.113.140/32", "198.51.100.23/32"};
    if (isOpen) {
        server.myNetworks.emplace_back("0.0.0.0/0");
    }
    server.ownDomains = {std::string(generator::World::OwnDomain)};
    return server;
}

/// Some traps that any server can have beside the rest.
std::vector<const TrapRecipe *> moreTraps(std::uint32_t most, double days, Setting setting, Random &random)
{
    std::vector<const TrapRecipe *> traps;
    const auto recipes = trapRecipes();
    if (setting == Setting::InboundEdge) {
        return traps;
    }
    for (std::uint32_t i = random.below(most + 1); i > 0; --i) {
        const TrapRecipe &trap = random.pick(recipes);
        if (trap.play != nullptr && trap.setting == Setting::Any && trap.leastDays <= days
            && !std::ranges::contains(traps, &trap)) {
            traps.push_back(&trap);
        }
    }
    return traps;
}

generator::Demand demand(const Options &options, Random &random)
{
    const double lines = options.days * (LinesPerServer + linesPerPerson(options) * options.people);
    const auto most = static_cast<std::uint32_t>(std::clamp(lines / 3, 400.0, 6000.0));
    const double dice = random.unit();
    return {dice < 0.15      ? generator::Position::FirstHour
                : dice < 0.3 ? generator::Position::LastHour
                             : generator::Position::Anywhere,
            most};
}

/// A domain that many write to does answer: if it never did, that would be an incident.
void reviveBusyDomains(generator::World &world)
{
    for (std::uint32_t domain = 1; domain < world.domainCount() * 17 / 20; ++domain) {
        const generator::Manner manner = world.domain(domain).manner;
        if (manner == generator::Manner::Dead || manner == generator::Manner::Unknown) {
            world.changeManner(domain, generator::Manner::Good);
        }
    }
}

} // namespace

Scenario chooseScenario(std::uint64_t seed, std::vector<std::string> &notes)
{
    Random random(seed * 2654435761U + 17);
    Scenario scenario;
    scenario.seed = seed;
    scenario.hasIncident = seed % 2 == 0;
    const IncidentRecipe &incident = incidentRecipes()[seed / 2 % incidentRecipes().size()];
    const TrapRecipe &mainTrap = trapRecipes()[seed / 2 % trapRecipes().size()];
    scenario.name = scenario.hasIncident ? incident.name : mainTrap.name;
    const Extent extent = scenario.hasIncident
        ? Extent{incident.leastDays, incident.leastLines, incident.leastPeople, incident.setting}
        : Extent{mainTrap.leastDays, 2000, mainTrap.setting == Setting::OneOffice ? 200U : 8U, mainTrap.setting};
    Options &options = scenario.options;
    options.seed = random.next();
    chooseForm(options, random);
    chooseSetting(options, extent.setting, random);
    chooseSize(options, extent, random);
    chooseStart(options, extent.setting, random);
    std::vector<const TrapRecipe *> traps = moreTraps(2, options.days, extent.setting, random);
    if (!scenario.hasIncident && mainTrap.play != nullptr && !std::ranges::contains(traps, &mainTrap)) {
        traps.push_back(&mainTrap);
    }
    if (random.chance(0.4)) {
        scenario.server = knowledge(scenario.name == "relay-open");
    }
    const bool isOneOffice = extent.setting == Setting::OneOffice || random.chance(0.1);
    const auto play = scenario.hasIncident ? incident.play : nullptr;
    scenario.plan = [=, &notes, wanted = demand(options, random)](Stage &stage) {
        reviveBusyDomains(stage.world());
        if (isOneOffice) {
            stage.world().shareOffice("100.79.12.5", "office.isp.example");
            notes.emplace_back("one office");
        }
        for (const TrapRecipe *trap : traps) {
            trap->play(stage);
            notes.emplace_back(trap->name);
        }
        if (play != nullptr) {
            notes.push_back(play(stage, wanted));
        }
    };
    return scenario;
}

std::vector<std::string_view> scenarioNames()
{
    std::set<std::string_view> names;
    for (const IncidentRecipe &recipe : incidentRecipes()) {
        names.insert(recipe.name);
    }
    for (const TrapRecipe &recipe : trapRecipes()) {
        names.insert(recipe.name);
    }
    return {names.begin(), names.end()};
}

} // namespace limier::evaluate
