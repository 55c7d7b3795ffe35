// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guessing.h"
#include "scenes/incidents.h"

#include <algorithm>
#include <format>
#include <set>

namespace limier::generator::scenes
{

namespace
{

/// One account, the usual names, or people of the server.
std::vector<std::uint32_t> victims(Stage &stage)
{
    Random &random = stage.random();
    World &world = stage.world();
    std::vector<std::uint32_t> users;
    const std::uint32_t dice = random.below(3);
    if (dice == 0) {
        users = {world.anyPerson(random).login};
    } else if (dice == 1) {
        for (const std::string_view name :
             {"admin", "info", "contact", "test", "postmaster", "scan", "compta", "direction", "accueil", "support"}) {
            users.push_back(
                world.addUser(random.chance(0.5) ? std::string(name) : std::format("{}@{}", name, World::OwnDomain)));
        }
    } else {
        for (std::int64_t i = random.between(5, 60); i > 0; --i) {
            users.push_back(world.anyPerson(random).login);
        }
    }
    return users;
}

std::string network24(std::string_view ip)
{
    return std::format("{}.0/24", ip.substr(0, ip.rfind('.')));
}

std::string play(Stage &stage, const Demand &demand, std::vector<std::uint32_t> clients, double fewest, double most,
                 double hours)
{
    Random &random = stage.random();
    World &world = stage.world();
    Truth &truth = stage.context.truth;
    const Window window = chooseWindow(stage, demand, hours / 20, hours, Hours::Any);
    const auto tries = static_cast<std::uint32_t>(logUniform(random, fewest, most));
    GuessingSettings guessing;
    guessing.incident = truth.addIncident(IncidentKind::BruteForce, std::string(world.clientIps()[clients.front()]));
    std::set<std::string> names;
    for (const std::uint32_t client : clients) {
        names.emplace(world.clientIps()[client]);
        names.insert(network24(world.clientIps()[client]));
    }
    guessing.tried = victims(stage);
    for (const std::uint32_t user : guessing.tried) {
        names.emplace(world.users()[user]);
    }
    truth.incident(guessing.incident).names.assign(names.begin(), names.end());
    guessing.clients = std::move(clients);
    guessing.mostTries = random.chance(0.5) ? 1 : 5;
    guessing.silent = random.chance(0.3) ? 0.95 : random.unit() * 0.3;
    guessing.times =
        moments(random, stage.zone, window, std::max(tries / (guessing.mostTries == 1 ? 1 : 3), 10U), Hours::Any);
    std::string text =
        std::format("{} tries in {} min from {} IPs at {} users, silent {:.0f} %", tries, window.length() / Minute,
                    guessing.clients.size(), guessing.tried.size(), guessing.silent * 100);
    stage.add<Guessing>(std::move(guessing));
    return text + std::string(positionText(demand.position));
}

} // namespace

std::string bruteForceFromOne(Stage &stage, const Demand &demand)
{
    return play(stage, demand, strangers(stage, 1), 150, 5000, 30);
}

std::string bruteForceFromNetwork(Stage &stage, const Demand &demand)
{
    Random &random = stage.random();
    const std::uint32_t networks = 1 + random.below(3);
    return play(stage, demand, neighbours(stage, 5 + random.below(40), networks), 300, 5000, 60);
}

std::string bruteForceFromMany(Stage &stage, const Demand &demand)
{
    // A few tries from each address: what a ban by address never sees.
    const auto hosts = static_cast<std::uint32_t>(logUniform(stage.random(), 60, 800));
    constexpr double Hours = 60;
    // On a large server some hundred tries a day are no incident: it has them every day.
    const double noise = (60 + 0.25 * static_cast<double>(stage.world().people().size())) * Hours / 24;
    const double fewest = std::max(hosts * 3.0, noise * 2);
    return play(stage, demand, strangers(stage, hosts), fewest, fewest * 3, Hours);
}

} // namespace limier::generator::scenes
