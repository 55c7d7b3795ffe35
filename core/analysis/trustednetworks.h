// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/ipaddress.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// An entry of mynetworks: an address is a network of full length. A value.
struct TrustedNetwork {
    IpAddress address; ///< bits behind the length are 0
    int length = 0;
    bool isExcluded = false; ///< "!": Postfix's exclusion, which BlueMind turns into trust

    bool operator==(const TrustedNetwork &) const = default;
    /// As Postfix writes it: "!" and brackets where there are any, the length always, IPv6 shortened.
    [[nodiscard]] std::string text() const;
    /// True if @p ip lies in it, whether it is excluded or not; false for what is no address.
    [[nodiscard]] bool covers(std::string_view ip) const;
};

/// How dangerous an entry is by its width.
enum class NetworkWidth : std::uint8_t {
    Fine,
    WholePrivateRange, ///< 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or wider within them, fc00::/7
    ManyPublic,        ///< more than 256 public addresses; IPv6: more than a /64
    Everything         ///< 0.0.0.0/0, ::/0
};

struct TrustedNetworks {
    std::vector<TrustedNetwork> entries; ///< in the order of the setting
    std::vector<std::string> others;     ///< what is no network: tables ("hash:…"), files, names; reported, not touched
};

/// The value of mynetworks: entries separated by blanks and commas, IPv6 in brackets or without.
[[nodiscard]] TrustedNetworks parseTrustedNetworks(std::string_view value);
[[nodiscard]] NetworkWidth widthOf(const TrustedNetwork &network);
/// True for RFC 1918, unique and link-local addresses, and for sockets; not for loopback.
[[nodiscard]] bool isPrivateAddress(std::string_view ip);
/// The entries that let @p ip in, the narrowest first. Postfix takes the first that matches: none behind an exclusion.
[[nodiscard]] std::vector<TrustedNetwork> entriesCovering(const TrustedNetworks &networks, std::string_view ip);

} // namespace limier
