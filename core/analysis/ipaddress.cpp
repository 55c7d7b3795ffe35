// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ipaddress.h"

#include <algorithm>
#include <charconv>
#include <ranges>
#include <span>

namespace limier
{

namespace
{

constexpr std::size_t Ipv4Bytes = 4;
constexpr std::size_t Groups = 8; // of an IPv6 address

/// One group of an IPv6 address.
bool readGroup(std::string_view text, unsigned &number)
{
    const char *const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, number, 16);
    return failure == std::errc() && stop == end && text.size() <= 4;
}

/// By hand: it is asked for every client of a log.
bool readIpv4(std::string_view text, std::span<std::uint8_t> bytes)
{
    std::size_t count = 0;
    std::size_t digits = 0;
    unsigned number = 0;
    const auto endPart = [&] {
        if (digits == 0 || number > 0xff || count == Ipv4Bytes) {
            return false;
        }
        bytes[count++] = static_cast<std::uint8_t>(number);
        number = 0;
        digits = 0;
        return true;
    };
    for (const char c : text) {
        if (c == '.') {
            if (!endPart()) {
                return false;
            }
        } else if (c >= '0' && c <= '9' && ++digits <= 3) {
            number = number * 10 + static_cast<unsigned>(c - '0');
        } else {
            return false;
        }
    }
    return endPart() && count == Ipv4Bytes;
}

/// Reads the groups of one side of "::"; how many bytes they are, or nothing if they are none.
std::optional<std::size_t> readGroups(std::string_view text, std::array<std::uint8_t, 16> &bytes)
{
    std::size_t size = 0;
    if (text.empty()) {
        return size;
    }
    for (const auto part : std::views::split(text, ':')) {
        const std::string_view group(part);
        const bool isIpv4 = group.contains('.');
        const std::size_t wanted = isIpv4 ? Ipv4Bytes : 2;
        if (size + wanted > bytes.size()) {
            return std::nullopt;
        }
        unsigned number = 0;
        const bool isLast = group.data() + group.size() == text.data() + text.size();
        if (isIpv4 ? !isLast || !readIpv4(group, std::span(bytes).subspan(size)) : !readGroup(group, number)) {
            return std::nullopt;
        }
        if (!isIpv4) {
            bytes[size] = static_cast<std::uint8_t>(number >> 8);
            bytes[size + 1] = static_cast<std::uint8_t>(number & 0xff);
        }
        size += wanted;
    }
    return size;
}

bool readIpv6(std::string_view text, std::array<std::uint8_t, 16> &bytes)
{
    const std::size_t gap = text.find("::");
    std::array<std::uint8_t, 16> behind{};
    const auto before = readGroups(text.substr(0, gap), bytes);
    const auto after = readGroups(gap == std::string_view::npos ? std::string_view() : text.substr(gap + 2), behind);
    if (!before || !after) {
        return false;
    }
    const std::size_t size = *before + *after;
    if (gap == std::string_view::npos ? size != bytes.size() : size + 2 > bytes.size()) {
        return false;
    }
    std::copy_n(behind.begin(), *after, bytes.end() - static_cast<std::ptrdiff_t>(*after));
    return true;
}

bool isMapped(const IpAddress &address)
{
    constexpr std::array<std::uint8_t, 12> Prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    return address.isIpv6 && std::ranges::equal(std::span(address.bytes).first(Prefix.size()), Prefix);
}

void append(std::string &text, unsigned number, int base)
{
    std::array<char, 4> digits{};
    char *const end = std::to_chars(digits.data(), digits.data() + digits.size(), number, base).ptr;
    text.append(digits.data(), end);
}

std::string ipv6Text(const std::array<std::uint8_t, 16> &bytes)
{
    const auto group = [&](std::size_t i) { return static_cast<unsigned>(bytes[2 * i] << 8 | bytes[2 * i + 1]); };
    // The longest run of zeros is left out; one zero is no run.
    std::size_t gap = Groups;
    std::size_t length = 1;
    for (std::size_t from = 0; from < Groups; ++from) {
        std::size_t to = from;
        while (to < Groups && group(to) == 0) {
            ++to;
        }
        if (to - from > length) {
            gap = from;
            length = to - from;
        }
    }
    std::string text;
    for (std::size_t i = 0; i < Groups; ++i) {
        if (i == gap) {
            text += "::";
            i += length - 1;
            continue;
        }
        text += text.empty() || text.ends_with(':') ? "" : ":";
        append(text, group(i), 16);
    }
    return text;
}

} // namespace

std::string IpAddress::text() const
{
    if (isIpv6) {
        return ipv6Text(bytes);
    }
    std::string text;
    for (const std::uint8_t byte : std::span(bytes).first(Ipv4Bytes)) {
        text += text.empty() ? "" : ".";
        append(text, byte, 10);
    }
    return text;
}

IpAddress IpAddress::network(int length) const
{
    IpAddress network = *this;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int kept = std::clamp(length - static_cast<int>(i) * 8, 0, 8);
        network.bytes[i] = static_cast<std::uint8_t>(bytes[i] & (0xff00 >> kept));
    }
    return network;
}

std::optional<IpAddress> readIpAddress(std::string_view text)
{
    IpAddress address;
    if (readIpv4(text, address.bytes)) {
        return address;
    }
    address = {.bytes = {}, .isIpv6 = true};
    return text.contains(':') && readIpv6(text, address.bytes) ? std::optional(address) : std::nullopt;
}

std::optional<IpAddress> readHostAddress(std::string_view text)
{
    auto address = readIpAddress(text);
    if (address && isMapped(*address)) {
        IpAddress ipv4;
        std::ranges::copy(std::span(address->bytes).last(Ipv4Bytes), ipv4.bytes.begin());
        return ipv4;
    }
    return address;
}

} // namespace limier
