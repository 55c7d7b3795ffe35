// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace limier
{

/// An IP address. A value.
struct IpAddress {
    static constexpr int Ipv4Length = 32; ///< bits
    static constexpr int Ipv6Length = 128;

    std::array<std::uint8_t, 16> bytes{}; ///< IPv4: the first four
    bool isIpv6 = false;

    bool operator==(const IpAddress &) const = default;
    /// IPv6 shortened, in lower case, without brackets.
    [[nodiscard]] std::string text() const;
    /// With all bits behind the first @p length cleared.
    [[nodiscard]] IpAddress network(int length) const;
};

/// Nothing if @p text is no address. One that is mapped into IPv6, "::ffff:192.0.2.1", is IPv6.
[[nodiscard]] std::optional<IpAddress> readIpAddress(std::string_view text);
/// Where a host is: the same, but of a mapped address the IPv4 one.
[[nodiscard]] std::optional<IpAddress> readHostAddress(std::string_view text);

} // namespace limier
