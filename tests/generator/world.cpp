// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <format>

namespace limier::generator
{

namespace
{

constexpr std::uint32_t Slots = 8192;

/// Numbers from @p first on, each as often as 1/rank^steepness says, at least once.
std::vector<std::uint32_t> zipfSlots(std::uint32_t first, std::uint32_t count, double steepness)
{
    double sum = 0;
    for (std::uint32_t i = 1; i <= count; ++i) {
        sum += std::pow(i, -steepness);
    }
    std::vector<std::uint32_t> slots;
    for (std::uint32_t i = 1; i <= count; ++i) {
        const double share = std::pow(i, -steepness) / sum * Slots;
        slots.insert(slots.end(), static_cast<std::size_t>(std::max(1.0, share)), first + i - 1);
    }
    return slots;
}

Manner randomManner(Random &random)
{
    const double dice = random.unit();
    if (dice < 0.06) {
        return Manner::Greylisting;
    }
    if (dice < 0.08) {
        return Manner::Busy;
    }
    if (dice < 0.085) {
        return Manner::Dead;
    }
    return dice < 0.09 ? Manner::Unknown : Manner::Good;
}

Dialect randomDialect(Random &random)
{
    const double dice = random.unit();
    return dice < 0.45 ? Dialect::Postfix : dice < 0.6 ? Dialect::Exim : Dialect::OfficeCloud;
}

} // namespace

World::World(std::uint32_t people, Random &random)
{
    addOwn();
    addDomains(std::min(60 + people, 900U), random);
    addPeople(people, random);
    addAliases();
    for (std::uint32_t i = 0; i < std::max(2U, people / 40); ++i) {
        m_devices.push_back(
            addClient(std::format("10.0.2.{}", 20 + i % 200), std::format("copieur-{}.{}", i + 1, OwnDomain)));
    }
}

void World::addOwn()
{
    m_domains.push_back(
        {.name = std::string(OwnDomain), .hosts = {}, .contacts = {}, .manner = Manner::Own, .refusal = {}});
    m_self = addClient(OwnIp, OwnHost);
    m_localhost = addClient("127.0.0.1", "localhost");
    m_nobody = addAddress("", Own);
}

std::uint32_t World::addAddress(std::string_view text, std::uint32_t domain, bool exists)
{
    const std::uint32_t number = m_addresses.add(text);
    if (number == m_addressFacts.size()) {
        m_addressFacts.push_back({domain, exists});
    }
    return number;
}

std::uint32_t World::addClient(std::string_view ip, std::string_view name)
{
    const std::uint32_t number = m_clientIps.add(ip);
    if (number == m_clients.size()) {
        m_clients.push_back({std::format("{}[{}]", name, ip), std::string(name)});
    }
    return number;
}

void World::changeManner(std::uint32_t domain, Manner manner, std::string_view refusal)
{
    m_domains[domain].manner = manner;
    m_domains[domain].refusal = refusal;
}

void World::shareOffice(std::string_view ip, std::string_view name)
{
    const std::uint32_t office = addClient(ip, name);
    for (Person &person : m_people) {
        person.clients.front() = office;
    }
}

bool World::isInside(std::string_view ip)
{
    return ip.starts_with("10.") || ip.starts_with("127.");
}

std::string World::nextHostIp()
{
    // Neighbours in the list of hosts are no neighbours in the network.
    std::uint32_t scattered = 0;
    do {
        scattered = ++m_hostIps * 40503U & 0xffffU;
    } while ((scattered & 0xffU) == 0 || (scattered & 0xffU) == 255);
    return std::format("198.18.{}.{}", scattered >> 8, scattered & 0xffU);
}

void World::addDomains(std::uint32_t count, Random &random)
{
    struct Big {
        std::string_view name;
        Dialect dialect;
        std::string_view host;
        std::uint32_t hosts;
    };
    constexpr std::array<Big, 4> BigOnes{
        {{"bigmail.example", Dialect::BigMail, "mail-ej1-f{}.bigmail.example", 24},
         {"officecloud.example", Dialect::OfficeCloud, "mail-eur05on20{}.outbound.officecloud.example", 20},
         {"lapost.example", Dialect::Postfix, "smtp-out-{}.lapost.example", 8},
         {"webmail.test", Dialect::Exim, "mout{}.webmail.test", 8}}};
    for (std::uint32_t i = 0; i < count; ++i) {
        Domain domain;
        std::string hostForm;
        std::uint32_t hosts = 1;
        if (i < BigOnes.size()) {
            domain.name = BigOnes[i].name;
            domain.dialect = BigOnes[i].dialect;
            hostForm = BigOnes[i].host;
            hosts = BigOnes[i].hosts;
        } else {
            domain.name = randomDomain(random);
            domain.manner = randomManner(random);
            domain.dialect = randomDialect(random);
            hostForm = random.chance(0.5) ? "mx{}." + domain.name : "smtp{}." + domain.name;
            hosts = random.chance(0.3) ? 2 : 1;
        }
        for (std::uint32_t host = 1; host <= hosts; ++host) {
            const std::string name = std::vformat(hostForm, std::make_format_args(host));
            const std::string ip =
                i == 0 && host % 3 == 0 ? std::format("2001:db8:4864:20::{:x}", 0x500 + host) : nextHostIp();
            domain.hosts.push_back({std::format("{}[{}]", name, ip), addClient(ip, name)});
        }
        m_domains.push_back(std::move(domain));
        addContacts(static_cast<std::uint32_t>(m_domains.size() - 1), i < BigOnes.size() ? count * 4 : 12, random);
    }
    m_domainSlots = zipfSlots(Own + 1, count, 0.9);
}

void World::addContacts(std::uint32_t domain, std::uint32_t count, Random &random)
{
    Domain &of = m_domains[domain];
    const std::array<std::string_view, 6> offices{"contact", "info", "compta", "accueil", "direction", "commercial"};
    for (std::uint32_t i = 0; i < count; ++i) {
        const PersonName name = randomPerson(random);
        std::string local = random.chance(0.1) ? std::string(random.pick(std::span(offices)))
            : random.chance(0.6)               ? std::format("{}.{}", name.first, name.last)
                                               : std::format("{}{}{}", name.first.substr(0, 1), name.last, i % 90);
        of.contacts.push_back(addAddress(local + '@' + of.name, domain, !random.chance(0.012)));
    }
}

void World::addPeople(std::uint32_t count, Random &random)
{
    for (std::uint32_t i = 0; m_people.size() < count; ++i) {
        const PersonName name = randomPerson(random);
        std::string login = std::format("{}.{}", name.first, name.last);
        if (i >= count / 2) {
            login += std::to_string(i % 97 + 2);
        }
        const std::uint32_t known = m_addresses.size();
        Person person;
        person.address = addAddress(std::format("{}@{}", login, OwnDomain), Own);
        if (person.address != known) {
            continue;
        }
        person.login = addUser(random.chance(0.12) ? login : std::format("{}@{}", login, OwnDomain));
        person.webLogin = addUser(login + "@1a2b3c.internal");
        person.webShare = random.chance(0.3) ? 0.95 : random.unit();
        const auto number = static_cast<std::uint32_t>(m_people.size());
        person.clients.push_back(addClient(std::format("10.0.{}.{}", 10 + number / 200, 20 + number % 200),
                                           std::format("pc-{:03}.{}", number, OwnDomain)));
        const std::string home =
            std::format("100.{}.{}.{}", 64 + random.below(12), random.below(256), 1 + random.below(254));
        person.clients.push_back(addClient(home, random.chance(0.5) ? "unknown" : "fibre-" + home + ".isp.example"));
        person.hasPhone = random.chance(0.5);
        if (person.hasPhone) {
            // The same account, spelled as its owner likes it.
            const double spelling = random.unit();
            std::string typed = login;
            typed[0] = static_cast<char>(std::toupper(typed[0]));
            person.phoneLogin = spelling < 0.2 ? addUser(login)
                : spelling < 0.3               ? addUser(std::format("{}@{}", typed, OwnDomain))
                                               : person.login;
            person.clients.push_back(
                addClient(std::format("100.76.{}.{}", random.below(256), 1 + random.below(254)), "unknown"));
        }
        m_people.push_back(std::move(person));
    }
    m_personSlots = zipfSlots(0, count, 0.6);
}

void World::addAliases()
{
    constexpr std::array<std::string_view, 5> Names{"contact", "compta", "rh", "direction", "support"};
    for (std::size_t i = 0; i < Names.size(); ++i) {
        const std::uint32_t alias = addAddress(std::format("{}@{}", Names[i], OwnDomain), Own);
        m_addressFacts[alias].target = m_people[i * 7 % m_people.size()].address;
        m_aliases.push_back(alias);
    }
}

const Person &World::anyPerson(Random &random) const
{
    return m_people[random.pick(std::span(m_personSlots))];
}

std::uint32_t World::anyDomain(Random &random) const
{
    return random.pick(std::span(m_domainSlots));
}

std::uint32_t World::anyContact(Random &random) const
{
    return random.pick(std::span(m_domains[anyDomain(random)].contacts));
}

std::uint32_t World::anyVictim(Random &random)
{
    const std::uint32_t domain = random.chance(0.6) ? 1 + random.below(4) : anyDomain(random);
    const PersonName name = randomPerson(random);
    return addAddress(std::format("{}{}{}@{}", name.first, name.last, random.below(2000), m_domains[domain].name),
                      domain, !random.chance(0.15));
}

std::uint32_t World::anyBot(Random &random, std::uint32_t networks)
{
    const std::uint32_t network = random.below(networks);
    const std::string ip = network % 5 == 4
        ? std::format("198.19.{}.{}", network * 7 % 256, 1 + random.below(254))
        : std::format("100.{}.{}.{}", 80 + network * 11 % 48, network * 29 % 256, 1 + random.below(254));
    const bool named = random.chance(0.3);
    return addClient(ip, named ? std::format("host-{}.dyn{}.example", ip, network % 9) : "unknown");
}

} // namespace limier::generator
