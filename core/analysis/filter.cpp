// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/filter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace limier
{

namespace
{

constexpr std::size_t Groups = 8; // of an IPv6 address

/// Reads the groups of "2001:db8:1" from @p at on; their number, or nothing if that is none.
std::optional<std::size_t> readGroups(std::string_view text, std::array<unsigned, Groups> &groups)
{
    std::size_t count = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(':'), text.size());
        const std::string_view group = text.substr(0, end);
        const auto [stop, error] = count < Groups && group.size() <= 4
            ? std::from_chars(group.data(), group.data() + group.size(), groups[count], 16)
            : std::from_chars_result{group.data(), std::errc::invalid_argument};
        if (error != std::errc() || stop != group.data() + group.size()) {
            return std::nullopt;
        }
        ++count;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return count;
}

std::optional<std::string> networkOfIpv4(std::string_view ip)
{
    int dots = 0;
    for (const char c : ip) {
        dots += c == '.' ? 1 : 0;
        if (c != '.' && (c < '0' || c > '9')) {
            return std::nullopt;
        }
    }
    const std::size_t last = ip.rfind('.');
    return dots == 3 && last + 1 < ip.size() ? std::optional(std::string(ip.substr(0, last)) + ".0/24") : std::nullopt;
}

std::optional<std::string> networkOfIpv6(std::string_view ip)
{
    const std::size_t gap = ip.find("::");
    const std::string_view front = ip.substr(0, gap);
    const std::string_view back = gap == std::string_view::npos ? std::string_view() : ip.substr(gap + 2);
    std::array<unsigned, Groups> groups{};
    std::array<unsigned, Groups> behind{};
    const auto before = readGroups(front, groups);
    const auto after = readGroups(back, behind);
    if (!before || !after || *before + *after > Groups || (gap == std::string_view::npos && *before != Groups)) {
        return std::nullopt;
    }
    std::copy_n(behind.begin(), *after, groups.end() - static_cast<std::ptrdiff_t>(*after));
    std::size_t used = 4;
    while (used > 0 && groups[used - 1] == 0) {
        --used;
    }
    std::string network;
    for (std::size_t i = 0; i < used; ++i) {
        std::array<char, 4> digits{};
        char *const end = std::to_chars(digits.data(), digits.data() + digits.size(), groups[i], 16).ptr;
        network.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
        network += i + 1 < used ? ":" : "";
    }
    return network + "::/64";
}

} // namespace

std::string networkOf(std::string_view ip)
{
    constexpr std::string_view Mapped = "::ffff:";
    const std::string_view plain = ip.starts_with(Mapped) && ip.contains('.') ? ip.substr(Mapped.size()) : ip;
    if (const auto network = plain.contains(':') ? networkOfIpv6(plain) : networkOfIpv4(plain)) {
        return *network;
    }
    return std::string(ip);
}

std::string domainOf(std::string_view address)
{
    const std::size_t at = address.rfind('@');
    std::string domain(at == std::string_view::npos ? std::string_view() : address.substr(at + 1));
    std::ranges::transform(domain, domain.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return domain;
}

} // namespace limier
