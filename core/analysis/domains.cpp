// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/domains.h"

#include "analysis/filter.h"
#include "analysis/thresholds.h"
#include "analysis/trustednetworks.h"
#include "log/asciitext.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace limier
{

namespace
{

/// How a delivery leaves this server.
enum class Way : std::uint8_t {
    Mailbox,   ///< into a mailbox, or to the host of this network that has it
    Neighbour, ///< by SMTP to a host of a private network: a backend, or the way out
    Away,
    Unclear,
};

Way wayOf(const MailIndex &index, const Delivery &delivery)
{
    if (delivery.has(Delivery::HandedOver | Delivery::Piped) || delivery.status != Status::Sent
        || !isSet(delivery.relay)) {
        return Way::Unclear;
    }
    const std::string_view relay = index.relay(delivery.relay);
    const std::size_t open = relay.find('[');
    const std::string_view ip = open == std::string_view::npos
        ? std::string_view()
        : relay.substr(open + 1, std::min(relay.find(']', open), relay.size()) - open - 1);
    if (delivery.has(Delivery::RemoteRelay)) {
        return isPrivateAddress(ip) ? Way::Neighbour : Way::Away;
    }
    const bool isFilter = ip.starts_with("127.") || ip == "::1" || relay.starts_with("localhost");
    return isFilter || relay == "none" ? Way::Unclear : Way::Mailbox;
}

} // namespace

Domains::Domains(const MailIndex &index, const MailFacts &facts, const ServerKnowledge &server)
    : m_index(index)
    , m_ofAddress(index.addressCount(), NoPlace)
{
    for (const std::string &domain : server.ownDomains) {
        setOwn(numberOf(lowerAscii(domain)));
    }
    learnFromDeliveries();
    learnFromInbound(facts);
}

std::uint32_t Domains::of(AddressId address)
{
    std::uint32_t &known = m_ofAddress[place(address)];
    if (known == NoPlace) {
        known = numberOf(domainOf(m_index.address(address)));
    }
    return known;
}

std::uint32_t Domains::numberOf(std::string domain)
{
    const auto [found, isNew] = m_numbers.try_emplace(std::move(domain), static_cast<std::uint32_t>(m_names.size()));
    if (isNew) {
        m_names.push_back(&found->first);
        m_isOwn.push_back(false);
    }
    return found->second;
}

void Domains::setOwn(std::uint32_t domain)
{
    m_isOwn[domain] = true;
    m_knowsAny = true;
}

void Domains::learnFromDeliveries()
{
    // What is delivered here shows in any sample.
    const std::size_t count = m_index.deliveries().size();
    const std::size_t step = std::max<std::size_t>(1, count / thresholds::DeliveriesLookedAtForDomains);
    std::map<std::uint32_t, std::set<std::uint32_t>> byNeighbour;
    for (std::size_t i = 0; i < count; i += step) {
        const Delivery &delivery = m_index.deliveries()[i];
        const Way way = wayOf(m_index, delivery);
        if (way == Way::Mailbox) {
            setOwn(of(delivery.recipient));
        } else if (way == Way::Neighbour) {
            byNeighbour[place(delivery.relay)].insert(of(delivery.recipient));
        }
    }
    for (const auto &[relay, domains] : byNeighbour) {
        // A neighbour that takes mail for the whole world is the way out, not a backend.
        if (domains.size() <= thresholds::MostDomainsOfABackend) {
            std::ranges::for_each(domains, [this](std::uint32_t domain) { setOwn(domain); });
        }
    }
}

void Domains::learnFromInbound(const MailFacts &facts)
{
    if (m_knowsAny) {
        return;
    }
    // A server that only passes mail on: everybody writes to few domains through it.
    std::map<std::uint32_t, std::set<std::uint32_t>> clients;
    std::map<std::uint32_t, std::uint64_t> mails;
    std::uint64_t all = 0;
    const std::size_t step = std::max<std::size_t>(1, facts.mails.size() / thresholds::DeliveriesLookedAtForDomains);
    for (std::size_t i = 0; i < facts.mails.size(); i += step) {
        const MailFact &mail = facts.mails[i];
        const DeliveryId delivery = m_index.message(mail.id).firstDelivery;
        if (mail.account == NoPlace && mail.client != NoPlace && mail.foreign != 0 && isSet(delivery)) {
            const std::uint32_t domain = of(m_index.delivery(delivery).recipient);
            clients[domain].insert(mail.client);
            ++mails[domain];
            ++all;
        }
    }
    for (const auto &[domain, count] : mails) {
        if (clients[domain].size() >= thresholds::ClientsOfAnOwnDomain
            && static_cast<double>(count) >= thresholds::ShareOfAnOwnDomain * static_cast<double>(all)) {
            setOwn(domain);
        }
    }
}

} // namespace limier
