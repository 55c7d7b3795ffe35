// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "books.h"
#include "random.h"

#include <span>

namespace limier::generator
{

/// How the mail servers of a domain treat this server.
enum class Manner : std::uint8_t {
    Own, ///< the server's own domain: its backend
    Good,
    Greylisting, ///< refuses the first attempt for a while
    Busy,        ///< now and then drops the connection
    Dead,        ///< does not answer
    Unknown,     ///< has no name in the DNS
    Deferring,   ///< answers everything with its refusal, for now
    Refusing,    ///< answers everything with its refusal, for good
};

/// How the servers of a domain word their replies.
enum class Dialect : std::uint8_t {
    Postfix,
    Exim,
    BigMail,
    OfficeCloud,
};

struct MailHost {
    std::string nameAndIp; ///< "mx1.example[192.0.2.1]"
    std::uint32_t client = None;
};

struct Domain {
    std::string name;
    std::vector<MailHost> hosts;
    std::vector<std::uint32_t> contacts; ///< addresses
    Manner manner = Manner::Good;
    Dialect dialect = Dialect::Postfix;
    std::string refusal; ///< what it says while it is Deferring or Refusing; with places for names
};

struct Person {
    std::uint32_t address = None;
    std::uint32_t login = None;      ///< the user as mail programs send it
    std::uint32_t webLogin = None;   ///< the user as the webmail sends it
    std::uint32_t phoneLogin = None; ///< the user as typed into the phone, which is the last client
    std::vector<std::uint32_t> clients;
    double webShare = 0.5;
    bool hasPhone = false;
};

/**
 * Everybody and every host that has to do with the server: its people, the domains they write to, the hosts that
 * connect. Made from the seed, then only added to. One thread.
 */
class World
{
public:
    static constexpr std::string_view OwnDomain = "acme.example";
    static constexpr std::string_view OwnHost = "mail.acme.example";
    static constexpr std::string_view OwnIp = "10.0.0.5";
    static constexpr std::string_view Backend = "10.0.0.6[10.0.0.6]:2400";
    static constexpr std::string_view BehindEdge = "10.0.0.6[10.0.0.6]:25";
    static constexpr std::string_view GatewayIp = "10.0.0.1";
    static constexpr std::uint32_t Own = 0; ///< the number of the own domain

    World(std::uint32_t people, Random &random);

    std::uint32_t addAddress(std::string_view text, std::uint32_t domain, bool exists = true);
    std::uint32_t addClient(std::string_view ip, std::string_view name);
    std::uint32_t addUser(std::string_view name) { return m_users.add(name); }
    /// From now on the servers of @p domain behave so; @p refusal: what they say if they take nothing.
    void changeManner(std::uint32_t domain, Manner manner, std::string_view refusal = {});
    /// Puts the computers of all people behind one address.
    void shareOffice(std::string_view ip, std::string_view name);
    /// An address of the own network, or of the server itself.
    [[nodiscard]] static bool isInside(std::string_view ip);

    [[nodiscard]] const Book &addresses() const { return m_addresses; }
    [[nodiscard]] const Book &clientIps() const { return m_clientIps; }
    [[nodiscard]] const Book &users() const { return m_users; }
    [[nodiscard]] const Address &address(std::uint32_t number) const { return m_addressFacts[number]; }
    [[nodiscard]] const Client &client(std::uint32_t number) const { return m_clients[number]; }
    [[nodiscard]] const Domain &domain(std::uint32_t number) const { return m_domains[number]; }
    [[nodiscard]] std::uint32_t domainCount() const { return static_cast<std::uint32_t>(m_domains.size()); }
    [[nodiscard]] std::span<const Person> people() const { return m_people; }
    [[nodiscard]] std::span<const std::uint32_t> aliases() const { return m_aliases; }
    [[nodiscard]] std::span<const std::uint32_t> devices() const { return m_devices; }

    [[nodiscard]] std::uint32_t self() const { return m_self; }           ///< client: the webmail, on the server
    [[nodiscard]] std::uint32_t localhost() const { return m_localhost; } ///< client
    [[nodiscard]] std::uint32_t nobody() const { return m_nobody; }       ///< address: <>

    /// The busy ones are drawn more often, as everywhere below.
    [[nodiscard]] const Person &anyPerson(Random &random) const;
    /// A foreign domain.
    [[nodiscard]] std::uint32_t anyDomain(Random &random) const;
    /// An address of a foreign domain.
    [[nodiscard]] std::uint32_t anyContact(Random &random) const;
    /// An address that a spammer bought: many do not exist.
    std::uint32_t anyVictim(Random &random);
    /// A machine of somebody else's, from one of @p networks networks; the same number is the same network.
    std::uint32_t anyBot(Random &random, std::uint32_t networks);

private:
    void addOwn();
    void addDomains(std::uint32_t count, Random &random);
    void addContacts(std::uint32_t domain, std::uint32_t count, Random &random);
    void addPeople(std::uint32_t count, Random &random);
    void addAliases();
    [[nodiscard]] std::string nextHostIp();

    Book m_addresses;
    std::vector<Address> m_addressFacts;
    Book m_clientIps;
    std::vector<Client> m_clients;
    Book m_users;
    std::vector<Domain> m_domains;
    std::vector<Person> m_people;
    std::vector<std::uint32_t> m_devices;
    std::vector<std::uint32_t> m_aliases;     ///< addresses
    std::vector<std::uint32_t> m_personSlots; ///< each as often as its weight says
    std::vector<std::uint32_t> m_domainSlots;
    std::uint32_t m_self = None;
    std::uint32_t m_localhost = None;
    std::uint32_t m_nobody = None;
    std::uint32_t m_hostIps = 0;
};

} // namespace limier::generator
