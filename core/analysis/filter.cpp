// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/filter.h"

#include "analysis/ipaddress.h"
#include "log/asciitext.h"

namespace limier
{

std::string networkOf(std::string_view ip)
{
    const auto address = readHostAddress(ip);
    if (!address) {
        return std::string(ip);
    }
    const int length = address->isIpv6 ? 64 : 24;
    return address->network(length).text() + (address->isIpv6 ? "/64" : "/24");
}

std::string domainOf(std::string_view address)
{
    const std::size_t at = address.rfind('@');
    return at == std::string_view::npos ? std::string() : lowerAscii(address.substr(at + 1));
}

} // namespace limier
