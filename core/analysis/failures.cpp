// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/failures.h"

namespace limier
{

std::vector<FailureFact> Failures::factsOf(const MailIndex &index, const Accounts &accounts, const Hosts &hosts)
{
    std::vector<FailureFact> facts;
    facts.reserve(index.authFailures().size());
    for (std::size_t i = 0; i < index.authFailures().size(); ++i) {
        const AuthFailure &failure = index.authFailures()[i];
        facts.push_back({.time = failure.time,
                         .line = failure.line,
                         .client = place(failure.client),
                         .network = hosts.networkOf(place(failure.client)),
                         .account = isSet(failure.user) ? accounts.ofUser[place(failure.user)] : NoPlace,
                         .user = place(failure.user),
                         .count = failure.count});
    }
    return facts;
}

Failures::Failures(const MailIndex &index, const Accounts &accounts, const Hosts &hosts)
    : m_failures(factsOf(index, accounts, hosts))
    , m_byNetwork(m_failures, &FailureFact::network, hosts.networkCount)
    , m_byAccount(m_failures, &FailureFact::account, accounts.size())
{
    for (const FailureFact &failure : m_failures) {
        m_count += failure.count;
    }
}

} // namespace limier
