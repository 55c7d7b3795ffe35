// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/detectors.h"
#include "analysis/mailfacts.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// Where a client stands, as far as its address and its mail say.
enum class HostPlace : std::uint8_t {
    Outside, ///< somewhere on the Internet
    Private, ///< in a private network
    Own,     ///< the server itself, loopback included
};

/// What the detectors know of each client. By ClientId; a plain value.
struct Hosts {
    std::vector<HostPlace> places;
    std::vector<std::uint32_t> networks; ///< equal numbers: the same /24 or /64; less than networkCount
    std::uint32_t networkCount = 0;

    [[nodiscard]] HostPlace placeOf(std::uint32_t client) const
    {
        return client == NoPlace ? HostPlace::Own : places[client];
    }
    [[nodiscard]] std::uint32_t networkOf(std::uint32_t client) const
    {
        return client == NoPlace ? NoPlace : networks[client];
    }
    [[nodiscard]] bool isOwn(std::uint32_t client) const { return placeOf(client) == HostPlace::Own; }
};

[[nodiscard]] Hosts makeHosts(const MailIndex &index, const MailFacts &facts, const ServerKnowledge &server);

/// The network of an IP as a number: that of its /24 or /64; other texts get one of their own.
[[nodiscard]] std::uint64_t networkNumber(std::string_view ip);

} // namespace limier
