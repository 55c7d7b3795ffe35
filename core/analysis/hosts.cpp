// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/hosts.h"

#include "analysis/accounts.h"
#include "analysis/filter.h"
#include "analysis/ipaddress.h"
#include "analysis/thresholds.h"
#include "analysis/trustednetworks.h"
#include "log/texthash.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace limier
{

namespace
{

/// How many accounts use BlueMind's internal logins from a client, and the mails that it hands in with logins.
struct LoginUse {
    std::uint32_t mails = 0;
    std::uint32_t internalMails = 0;
    std::array<std::uint32_t, thresholds::InternalLoginsOfServer> accounts{}; ///< the first different ones
    std::size_t accountCount = 0;

    void addAccount(std::uint32_t account)
    {
        if (accountCount < accounts.size()
            && !std::ranges::contains(accounts.begin(), accounts.begin() + static_cast<std::ptrdiff_t>(accountCount),
                                      account)) {
            accounts[accountCount++] = account;
        }
    }
};

std::vector<LoginUse> countLogins(const MailIndex &index, const MailFacts &facts)
{
    std::vector<char> isInternal(index.userCount());
    for (std::uint32_t i = 0; i < isInternal.size(); ++i) {
        isInternal[i] = isInternalLogin(index.user(UserId{i})) ? 1 : 0;
    }
    std::vector<LoginUse> uses(index.clientCount());
    for (const MailFact &mail : facts.mails) {
        if (mail.account == NoPlace || mail.client == NoPlace) {
            continue;
        }
        LoginUse &use = uses[mail.client];
        ++use.mails;
        if (isInternal[place(index.message(mail.id).user)] != 0) {
            ++use.internalMails;
            use.addAccount(mail.account);
        }
    }
    return uses;
}

/// True if the client has the name of the host that wrote the log.
bool hasNameOfServer(const MailIndex &index, ClientId client)
{
    const std::string_view name = index.clientName(client);
    const std::string_view node = index.messages().empty() ? std::string_view() : index.node(index.messages()[0].node);
    return !node.empty() && name.starts_with(node)
        && (name.size() == node.size() || (name[node.size()] == '.' && !node.contains('.')));
}

/// Gives the networks small numbers, in the order of their first clients.
void numberNetworks(const std::vector<std::uint64_t> &numbers, Hosts &hosts)
{
    std::unordered_map<std::uint64_t, std::uint32_t, SeededHash> places;
    places.reserve(numbers.size());
    hosts.networks.reserve(numbers.size());
    for (const std::uint64_t number : numbers) {
        hosts.networks.push_back(places.try_emplace(number, static_cast<std::uint32_t>(places.size())).first->second);
    }
    hosts.networkCount = static_cast<std::uint32_t>(places.size());
}

} // namespace

std::uint64_t networkNumber(std::string_view ip)
{
    const auto address = readHostAddress(ip);
    if (address && !address->isIpv6) {
        return std::uint64_t{address->bytes[0]} << 16 | std::uint64_t{address->bytes[1]} << 8 | address->bytes[2];
    }
    return textHash(networkOf(ip), 0) | (std::uint64_t{1} << 63);
}

Hosts makeHosts(const MailIndex &index, const MailFacts &facts, const ServerKnowledge &server)
{
    const std::vector<LoginUse> uses = countLogins(index, facts);
    Hosts hosts;
    hosts.places.resize(index.clientCount());
    std::vector<std::uint64_t> numbers(index.clientCount());
    for (std::uint32_t i = 0; i < hosts.places.size(); ++i) {
        const ClientId client{i};
        const std::string_view ip = index.clientIp(client);
        numbers[i] = networkNumber(ip);
        const bool isPrivate = isPrivateAddress(ip);
        const LoginUse &use = uses[i];
        // The webmail logs in under internal names, but so can a bot that has found out one of them.
        const bool isWebmail =
            use.internalMails * 2 > use.mails && (isPrivate || use.accountCount >= thresholds::InternalLoginsOfServer);
        const bool isOwn = index.client(client).isLoopback || std::ranges::contains(server.ownAddresses, ip)
            || isWebmail || hasNameOfServer(index, client);
        hosts.places[i] = isOwn ? HostPlace::Own : isPrivate ? HostPlace::Private : HostPlace::Outside;
    }
    numberNetworks(numbers, hosts);
    return hosts;
}

} // namespace limier
