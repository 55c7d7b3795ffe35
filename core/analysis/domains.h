// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/accounts.h"
#include "analysis/detectors.h"
#include "analysis/mailfacts.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace limier
{

/**
 * The domains of a log's addresses, and which of them are this server's: those whose mail it puts into mailboxes or
 * hands to a host of its own network. Looks at a domain when it is first asked for. One thread.
 */
class Domains
{
public:
    Domains(const MailIndex &index, const MailFacts &facts, const ServerKnowledge &server);

    /// A number for the domain of an address; equal for equal domains.
    [[nodiscard]] std::uint32_t of(AddressId address);
    [[nodiscard]] std::string_view name(std::uint32_t domain) const { return *m_names[domain]; }
    [[nodiscard]] bool isOwnDomain(std::uint32_t domain) const { return m_isOwn[domain]; }
    [[nodiscard]] bool isOwn(AddressId address) { return m_isOwn[of(address)]; }
    [[nodiscard]] bool knowsAnyOwn() const { return m_knowsAny; }

private:
    void learnFromDeliveries();
    void learnFromInbound(const MailFacts &facts);
    void setOwn(std::uint32_t domain);
    /// @p domain: in lower case.
    [[nodiscard]] std::uint32_t numberOf(std::string domain);

    const MailIndex &m_index;
    std::vector<std::uint32_t> m_ofAddress;
    std::unordered_map<std::string, std::uint32_t, SeededTextHash> m_numbers;
    std::vector<const std::string *> m_names;
    std::vector<bool> m_isOwn;
    bool m_knowsAny = false;
};

} // namespace limier
