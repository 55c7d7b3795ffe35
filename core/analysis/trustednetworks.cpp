// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/trustednetworks.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <optional>
#include <ranges>
#include <span>

namespace limier
{

namespace
{

constexpr int Ipv4Length = 32;
constexpr int Ipv6Length = 128;
constexpr int Ipv4Behind96 = 96; ///< bits in front of an IPv4 address that is written as IPv6
constexpr int LengthOfManyPublic = 24;
constexpr int LengthOfManyPublicIpv6 = 64;
constexpr std::string_view Separators = " \t\r\n,";

struct Address {
    std::array<std::uint8_t, 16> bytes{};
    bool isIpv6 = false;
};

template <typename Number>
std::optional<Number> readNumber(std::string_view text, int base, Number most)
{
    Number number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    const bool isWhole = failure == std::errc() && end == text.data() + text.size();
    return isWhole && number <= most ? std::optional(number) : std::nullopt;
}

bool readIpv4(std::string_view text, std::span<std::uint8_t> bytes)
{
    std::size_t count = 0;
    for (const auto part : std::views::split(text, '.')) {
        const auto number = readNumber(std::string_view(part), 10, 255U);
        if (!number || part.size() > 3 || count == 4) {
            return false;
        }
        bytes[count++] = static_cast<std::uint8_t>(*number);
    }
    return count == 4;
}

/// The groups of one side of "::"; nothing if they are none.
std::optional<std::vector<std::uint8_t>> readGroups(std::string_view text)
{
    std::vector<std::uint8_t> bytes;
    if (text.empty()) {
        return bytes;
    }
    std::size_t left = static_cast<std::size_t>(std::ranges::count(text, ':')) + 1;
    if (left > 8) {
        return std::nullopt;
    }
    for (const auto part : std::views::split(text, ':')) {
        const std::string_view group(part);
        if (--left == 0 && group.contains('.')) {
            std::array<std::uint8_t, 4> ipv4{};
            if (!readIpv4(group, ipv4)) {
                return std::nullopt;
            }
            bytes.insert(bytes.end(), ipv4.begin(), ipv4.end());
            continue;
        }
        const auto number = readNumber(group, 16, 0xffffU);
        if (!number || group.size() > 4) {
            return std::nullopt;
        }
        bytes.push_back(static_cast<std::uint8_t>(*number >> 8));
        bytes.push_back(static_cast<std::uint8_t>(*number & 0xff));
    }
    return bytes;
}

bool readIpv6(std::string_view text, std::array<std::uint8_t, 16> &bytes)
{
    const std::size_t gap = text.find("::");
    const auto front = readGroups(text.substr(0, gap));
    const auto back = gap == std::string_view::npos ? readGroups({}) : readGroups(text.substr(gap + 2));
    if (!front || !back) {
        return false;
    }
    const std::size_t size = front->size() + back->size();
    if (gap == std::string_view::npos ? size != bytes.size() : size + 2 > bytes.size()) {
        return false;
    }
    std::ranges::copy(*front, bytes.begin());
    std::ranges::copy(*back, bytes.end() - static_cast<std::ptrdiff_t>(back->size()));
    return true;
}

std::optional<Address> readAddress(std::string_view text)
{
    Address address;
    if (readIpv4(text, address.bytes)) {
        return address;
    }
    address = {.bytes = {}, .isIpv6 = true};
    return text.contains(':') && readIpv6(text, address.bytes) ? std::optional(address) : std::nullopt;
}

bool isMapped(const Address &address)
{
    return address.isIpv6
        && std::ranges::all_of(std::span(address.bytes).first(10), [](auto byte) { return byte == 0; })
        && address.bytes[10] == 0xff && address.bytes[11] == 0xff;
}

/// True if the first @p length bits are the same.
bool hasSameBits(const std::array<std::uint8_t, 16> &a, const std::array<std::uint8_t, 16> &b, int length)
{
    const auto whole = static_cast<std::size_t>(length / 8);
    const int rest = length % 8;
    return std::equal(a.begin(), a.begin() + length / 8, b.begin())
        && (rest == 0 || ((a[whole] ^ b[whole]) >> (8 - rest)) == 0);
}

void clearHostBits(TrustedNetwork &network)
{
    for (std::size_t i = 0; i < network.address.size(); ++i) {
        const int kept = std::clamp(network.length - static_cast<int>(i) * 8, 0, 8);
        network.address[i] = static_cast<std::uint8_t>(network.address[i] & (0xff00 >> kept));
    }
}

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
    const auto address = readAddress(name);
    if (!address) {
        return std::nullopt;
    }
    network.address = address->bytes;
    network.isIpv6 = address->isIpv6;
    network.length = network.isIpv6 ? Ipv6Length : Ipv4Length;
    if (slash != std::string_view::npos) {
        const auto length = readNumber(text.substr(slash + 1), 10, static_cast<unsigned>(network.length));
        if (!length) {
            return std::nullopt;
        }
        network.length = static_cast<int>(*length);
    }
    clearHostBits(network);
    return network;
}

std::string ipv6Text(const std::array<std::uint8_t, 16> &bytes)
{
    const auto group = [&](std::size_t i) { return bytes[2 * i] << 8 | bytes[2 * i + 1]; };
    // The longest run of zeros is left out; one zero is no run.
    std::size_t gap = 8;
    std::size_t length = 1;
    for (std::size_t from = 0; from < 8; ++from) {
        std::size_t to = from;
        while (to < 8 && group(to) == 0) {
            ++to;
        }
        if (to - from > length) {
            gap = from;
            length = to - from;
        }
    }
    std::string text;
    for (std::size_t i = 0; i < 8; ++i) {
        if (i == gap) {
            text += "::";
            i += length - 1;
            continue;
        }
        text += std::format("{}{:x}", text.empty() || text.ends_with(':') ? "" : ":", group(i));
    }
    return text;
}

struct Range {
    std::string_view network;
    bool isWholeItself; ///< a network that wide is a whole range of a house
};

/// What no address of the Internet is in.
constexpr std::array PrivateRanges{Range{"10.0.0.0/8", true},      Range{"172.16.0.0/12", true},
                                   Range{"192.168.0.0/16", true},  Range{"[fc00::]/7", true},
                                   Range{"127.0.0.0/8", false},    Range{"[::1]/128", false},
                                   Range{"169.254.0.0/16", false}, Range{"[fe80::]/10", false}};

} // namespace

std::string TrustedNetwork::text() const
{
    const std::string name = isIpv6 ? '[' + ipv6Text(address) + ']'
                                    : std::format("{}.{}.{}.{}", address[0], address[1], address[2], address[3]);
    return std::format("{}{}/{}", isExcluded ? "!" : "", name, length);
}

bool TrustedNetwork::covers(std::string_view ip) const
{
    auto other = readAddress(ip);
    if (!other) {
        return false;
    }
    if (!isIpv6 && isMapped(*other)) {
        std::ranges::rotate(other->bytes, other->bytes.begin() + Ipv4Behind96 / 8);
        other->isIpv6 = false;
    }
    return other->isIpv6 == isIpv6 && hasSameBits(address, other->bytes, length);
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
    for (const Range &range : PrivateRanges) {
        const TrustedNetwork whole = *readEntry(range.network);
        if (whole.isIpv6 == network.isIpv6 && whole.length <= network.length
            && hasSameBits(whole.address, network.address, whole.length)) {
            return range.isWholeItself && network.length == whole.length ? NetworkWidth::WholePrivateRange
                                                                         : NetworkWidth::Fine;
        }
    }
    return network.length < (network.isIpv6 ? LengthOfManyPublicIpv6 : LengthOfManyPublic) ? NetworkWidth::ManyPublic
                                                                                           : NetworkWidth::Fine;
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
