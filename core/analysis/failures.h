// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/accounts.h"
#include "analysis/grouping.h"
#include "analysis/hosts.h"

#include <cstdint>
#include <vector>

namespace limier
{

/// Failed logins as the detectors look at them.
struct FailureFact {
    Stamp time = 0;
    LineId line = None<LineId>;
    std::uint32_t client = NoPlace;
    std::uint32_t network = NoPlace; ///< of Hosts
    std::uint32_t account = NoPlace; ///< that the line names
    std::uint32_t user = NoPlace;    ///< UserId
    std::uint32_t count = 1;
};

/// All failed logins of an index, in the order of the log, found by network and account. Immutable.
class Failures
{
public:
    Failures(const MailIndex &index, const Accounts &accounts, const Hosts &hosts);

    [[nodiscard]] const std::vector<FailureFact> &all() const { return m_failures; }
    [[nodiscard]] std::span<const std::uint32_t> ofNetwork(std::uint32_t network) const
    {
        return m_byNetwork.group(network);
    }
    [[nodiscard]] std::span<const std::uint32_t> ofAccount(std::uint32_t account) const
    {
        return m_byAccount.group(account);
    }
    [[nodiscard]] std::uint64_t count() const { return m_count; }

private:
    static std::vector<FailureFact> factsOf(const MailIndex &index, const Accounts &accounts, const Hosts &hosts);

    std::vector<FailureFact> m_failures;
    Grouping m_byNetwork;
    Grouping m_byAccount;
    std::uint64_t m_count = 0;
};

} // namespace limier
