// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postfixlist.h"

namespace limier
{

std::vector<std::string_view> postfixList(const std::string *value)
{
    constexpr std::string_view Separators = ", \t\r\n";
    std::vector<std::string_view> entries;
    std::string_view rest = value != nullptr ? std::string_view(*value) : std::string_view();
    while (true) {
        const std::size_t begin = rest.find_first_not_of(Separators);
        if (begin == std::string_view::npos) {
            return entries;
        }
        rest.remove_prefix(begin);
        entries.push_back(rest.substr(0, rest.find_first_of(Separators)));
        rest.remove_prefix(entries.back().size());
    }
}

} // namespace limier
