// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/cast.h"

#include "names.h"

#include <algorithm>
#include <cctype>
#include <format>

namespace limier::generator
{

namespace
{

std::vector<std::uint32_t> spellings(Stage &stage, std::string local)
{
    const auto user = [&](const std::string &name) { return stage.world().addUser(name); };
    std::vector<std::uint32_t> users{user(local), user(std::format("{}@{}", local, World::OwnDomain))};
    local[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(local[0])));
    users.push_back(user(std::format("{}@{}", local, World::OwnDomain)));
    return users;
}

std::uint32_t stranger(Stage &stage, const std::string &network)
{
    Random &random = stage.random();
    const std::string ip = network.find(':') != std::string::npos
        ? std::format("{}::{:x}", network, random.between(2, 0xffff))
        : std::format("{}.{}", network, random.between(1, 254));
    return stage.world().addClient(ip,
                                   random.chance(0.35)
                                       ? std::format("host-{}.dyn{}.example", random.below(100000), random.below(90))
                                       : std::string("unknown"));
}

} // namespace

Window chooseWindow(Stage &stage, const Demand &demand, double low, double high, Hours hours)
{
    Random &random = stage.random();
    const Micros whole = stage.end - stage.start;
    const auto wanted = static_cast<Micros>(logUniform(random, low, high) * static_cast<double>(Hour));
    const Micros length = std::min(wanted, whole * 7 / 10);
    if (demand.position == Position::FirstHour) {
        const Micros begin = stage.start + random.between(Minute, std::min(Hour, whole / 4));
        return {begin, std::min(begin + length, stage.end)};
    }
    if (demand.position == Position::LastHour) {
        const Micros before = std::min(random.between(20 * Minute, Hour), whole * 2 / 3);
        return {stage.end - before, stage.end};
    }
    const Window possible{stage.start + whole / 20, stage.end - length};
    const Micros begin = moments(random, stage.zone, possible, 1, hours).front();
    return {begin, begin + length};
}

std::string_view positionText(Position position)
{
    return position == Position::FirstHour ? ", first hour" : position == Position::LastHour ? ", last hour" : "";
}

std::vector<std::uint32_t> strangers(Stage &stage, std::uint32_t count)
{
    Random &random = stage.random();
    std::vector<std::uint32_t> clients;
    for (std::uint32_t i = 0; i < count; ++i) {
        clients.push_back(
            stranger(stage,
                     random.chance(0.06)
                         ? std::format("2001:db8:{:x}:{:x}", random.between(0x5000, 0xffff), random.below(0xffff))
                         : std::format("100.{}.{}", random.between(80, 127), random.below(256))));
    }
    return clients;
}

std::vector<std::uint32_t> neighbours(Stage &stage, std::uint32_t count, std::uint32_t networks)
{
    Random &random = stage.random();
    const std::int64_t first = random.between(0, 255 - static_cast<std::int64_t>(networks));
    const std::int64_t second = random.between(80, 127);
    std::vector<std::uint32_t> clients;
    for (std::uint32_t i = 0; i < count; ++i) {
        clients.push_back(stranger(stage, std::format("100.{}.{}", second, first + random.below(networks))));
    }
    return clients;
}

Mailbox knownMailbox(Stage &stage)
{
    World &world = stage.world();
    const Person &person = world.people()[stage.random().below(static_cast<std::uint32_t>(world.people().size()))];
    const std::string_view address = world.addresses()[person.address];
    Mailbox mailbox{person.address, person.login, person.webLogin, {}, person.clients};
    mailbox.spelled = spellings(stage, std::string(address.substr(0, address.find('@'))));
    return mailbox;
}

Mailbox freshMailbox(Stage &stage)
{
    Random &random = stage.random();
    World &world = stage.world();
    const PersonName name = randomPerson(random);
    const std::string local = random.chance(0.5) ? std::format("{}.{}", name.first.substr(0, 1), name.last)
                                                 : std::format("stage{}", random.between(1, 60));
    Mailbox mailbox;
    mailbox.address = ownAddress(stage, local);
    mailbox.spelled = spellings(stage, local);
    mailbox.login = random.pick(std::span(mailbox.spelled).first(2));
    mailbox.webLogin = world.addUser(local + "@1a2b3c.internal");
    mailbox.clients.push_back(world.addClient(std::format("10.0.9.{}", random.between(10, 250)),
                                              std::format("pc-n{}.{}", random.below(90), World::OwnDomain)));
    const std::string home = std::format("100.77.{}.{}", random.below(256), random.between(1, 254));
    mailbox.clients.push_back(world.addClient(home, "fibre-" + home + ".isp.example"));
    return mailbox;
}

std::uint32_t addAccountIncident(Stage &stage, const Mailbox &mailbox)
{
    World &world = stage.world();
    Truth &truth = stage.context.truth;
    const std::uint32_t number =
        truth.addIncident(IncidentKind::StolenAccount, std::string(world.users()[mailbox.login]));
    std::vector<std::string> &names = truth.incident(number).names;
    names.emplace_back(world.addresses()[mailbox.address]);
    names.emplace_back(world.users()[mailbox.webLogin]);
    for (const std::uint32_t user : mailbox.spelled) {
        names.emplace_back(world.users()[user]);
    }
    return number;
}

std::vector<std::uint32_t> subscribers(Stage &stage, std::uint32_t count, double unknown)
{
    Random &random = stage.random();
    World &world = stage.world();
    std::vector<std::uint32_t> list;
    while (list.size() < count) {
        const std::uint32_t domain = world.anyDomain(random);
        const Manner manner = world.domain(domain).manner;
        if (manner == Manner::Dead || manner == Manner::Unknown) {
            continue; // who keeps a list takes these off
        }
        if (random.chance(0.4)) {
            list.push_back(random.pick(std::span(world.domain(domain).contacts)));
            continue;
        }
        const PersonName name = randomPerson(random);
        list.push_back(world.addAddress(
            std::format("{}.{}{}@{}", name.first, name.last, random.below(300), world.domain(domain).name), domain,
            !random.chance(unknown)));
    }
    return list;
}

std::uint32_t ownAddress(Stage &stage, std::string_view local)
{
    return stage.world().addAddress(std::format("{}@{}", local, World::OwnDomain), World::Own);
}

} // namespace limier::generator
