// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/trustednetworks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <optional>

namespace limier
{

namespace
{

constexpr int LengthOfManyPublic = 24;
constexpr int LengthOfManyPublicIpv6 = 64;
constexpr std::string_view Separators = " \t\r\n,";

std::optional<TrustedNetwork> readEntry(std::string_view text)
{
    TrustedNetwork network;
    if (text.starts_with('!')) {
        network.isExcluded = true;
        text.remove_prefix(1);
    }
    const std::size_t slash = text.find('/');
    std::string_view name = text.substr(0, slash);
    if (name.starts_with('[') && name.ends_with(']')) {
        name = name.substr(1, name.size() - 2);
    }
    const auto address = readIpAddress(name);
    if (!address) {
        return std::nullopt;
    }
    network.length = address->isIpv6 ? IpAddress::Ipv6Length : IpAddress::Ipv4Length;
    if (slash != std::string_view::npos) {
        const std::string_view digits = text.substr(slash + 1);
        unsigned length = 0;
        const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
        if (failure != std::errc() || end != digits.data() + digits.size()
            || length > static_cast<unsigned>(network.length)) {
            return std::nullopt;
        }
        network.length = static_cast<int>(length);
    }
    network.address = address->network(network.length);
    return network;
}

/// True if the address has the first bits of the network.
bool isWithin(const IpAddress &address, const IpAddress &network, int length)
{
    const auto whole = static_cast<std::size_t>(length / 8);
    const int rest = length % 8;
    return address.isIpv6 == network.isIpv6
        && std::equal(network.bytes.begin(), network.bytes.begin() + length / 8, address.bytes.begin())
        && (rest == 0 || ((address.bytes[whole] ^ network.bytes[whole]) >> (8 - rest)) == 0);
}

/// What no address of the Internet is in.
struct Range {
    enum class Use : std::uint8_t {
        House, ///< a network that wide is a whole range of a house
        Link,
        Loopback
    };

    IpAddress network;
    int length;
    Use use;
};
constexpr std::array PrivateRanges{
    Range{{{10}}, 8, Range::Use::House},
    Range{{{172, 16}}, 12, Range::Use::House},
    Range{{{192, 168}}, 16, Range::Use::House},
    Range{{{0xfc}, true}, 7, Range::Use::House},
    Range{{{127}}, 8, Range::Use::Loopback},
    Range{{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, true}, 128, Range::Use::Loopback},
    Range{{{169, 254}}, 16, Range::Use::Link},
    Range{{{0xfe, 0x80}, true}, 10, Range::Use::Link}};

/// The range that a network lies in as a whole; null if there is none.
const Range *rangeOf(const IpAddress &network, int length)
{
    const auto *const range = std::ranges::find_if(PrivateRanges, [&](const Range &each) {
        return each.length <= length && isWithin(network, each.network, each.length);
    });
    return range == PrivateRanges.end() ? nullptr : range;
}

} // namespace

std::string TrustedNetwork::text() const
{
    return std::format("{}{}/{}", isExcluded ? "!" : "", address.isIpv6 ? '[' + address.text() + ']' : address.text(),
                       length);
}

bool TrustedNetwork::covers(std::string_view ip) const
{
    const auto other = address.isIpv6 ? readIpAddress(ip) : readHostAddress(ip);
    return other && isWithin(*other, address, length);
}

TrustedNetworks parseTrustedNetworks(std::string_view value)
{
    TrustedNetworks networks;
    for (std::size_t at = value.find_first_not_of(Separators); at != std::string_view::npos;
         at = value.find_first_not_of(Separators, at)) {
        const std::size_t end = std::min(value.find_first_of(Separators, at), value.size());
        const std::string_view entry = value.substr(at, end - at);
        if (const auto network = readEntry(entry)) {
            networks.entries.push_back(*network);
        } else {
            networks.others.emplace_back(entry);
        }
        at = end;
    }
    return networks;
}

NetworkWidth widthOf(const TrustedNetwork &network)
{
    if (network.length == 0) {
        return NetworkWidth::Everything;
    }
    if (const Range *const range = rangeOf(network.address, network.length)) {
        return range->use == Range::Use::House && network.length == range->length ? NetworkWidth::WholePrivateRange
                                                                                  : NetworkWidth::Fine;
    }
    return network.length < (network.address.isIpv6 ? LengthOfManyPublicIpv6 : LengthOfManyPublic)
        ? NetworkWidth::ManyPublic
        : NetworkWidth::Fine;
}

bool isPrivateAddress(std::string_view ip)
{
    // A link-local address names its interface: "fe80::1%eth0".
    const auto address = readHostAddress(ip.substr(0, ip.find('%')));
    if (!address) {
        return ip.starts_with("unix:");
    }
    const Range *const range = rangeOf(*address, address->isIpv6 ? IpAddress::Ipv6Length : IpAddress::Ipv4Length);
    return range != nullptr && range->use != Range::Use::Loopback;
}

std::vector<TrustedNetwork> entriesCovering(const TrustedNetworks &networks, std::string_view ip)
{
    std::vector<TrustedNetwork> covering;
    for (const TrustedNetwork &network : networks.entries) {
        if (network.covers(ip)) {
            if (network.isExcluded) {
                break;
            }
            covering.push_back(network);
        }
    }
    std::ranges::stable_sort(covering, std::ranges::greater(), &TrustedNetwork::length);
    return covering;
}

} // namespace limier
