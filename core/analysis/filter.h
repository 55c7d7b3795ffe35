// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/activity.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// What a filter can ask of a message. Rejections and failed logins have a user, a client and a host only.
enum class FilterField : std::uint8_t {
    User,
    Client,  ///< IP
    Network, ///< /24 or /64, as networkOf() writes it
    Sender,
    Recipient,
    RecipientDomain,
    Status, ///< of at least one delivery: "sent", "deferred", "bounced", "expired"
    Login,  ///< "authenticated", "unauthenticated", "relayed", "local" (born on the server)
    Host,   ///< the log's host
};

/// "only this" or "without this". The text is the value as the index holds it, so that a filter outlives a snapshot.
struct FilterTerm {
    FilterField field = FilterField::User;
    bool isExcluded = false;
    std::string value;

    bool operator==(const FilterTerm &) const = default;
};

/**
 * What the views show: a range of time and terms. Terms of one field that are not excluded are alternatives; different
 * fields restrict each other; an excluded term always takes away. A value.
 */
struct Filter {
    TimeRange range;
    std::vector<FilterTerm> terms;

    bool operator==(const Filter &) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == Filter(); }
    [[nodiscard]] bool hasWholeRange() const { return range == TimeRange(); }
};

/// The network of an IP: "198.51.100.0/24", "2001:db8:1:2::/64"; other texts as they are.
[[nodiscard]] std::string networkOf(std::string_view ip);

/// The domain of an address in lower case; empty if it has none.
[[nodiscard]] std::string domainOf(std::string_view address);

} // namespace limier
