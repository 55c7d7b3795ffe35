// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverknowledge.h"

#include <algorithm>
#include <iterator>

namespace limier
{

namespace
{

/// The entries of a list as Postfix writes it: separated by commas and white space.
std::vector<std::string> entriesOf(const std::string *value)
{
    constexpr std::string_view Separators = ", \t\r\n";
    std::vector<std::string> entries;
    std::string_view rest = value != nullptr ? std::string_view(*value) : std::string_view();
    while (true) {
        const std::size_t begin = rest.find_first_not_of(Separators);
        if (begin == std::string_view::npos) {
            return entries;
        }
        const std::size_t end = std::min(rest.find_first_of(Separators, begin), rest.size());
        entries.emplace_back(rest.substr(begin, end - begin));
        rest.remove_prefix(end);
    }
}

} // namespace

void addKnowledge(const ServerFacts &facts, ServerKnowledge &knowledge)
{
    knowledge.ownAddresses.insert(knowledge.ownAddresses.end(), facts.addresses.begin(), facts.addresses.end());
    std::ranges::move(entriesOf(facts.setting("mynetworks")), std::back_inserter(knowledge.myNetworks));
    for (const char *const setting : {"mydestination", "relay_domains"}) {
        for (std::string &entry : entriesOf(facts.setting(setting))) {
            if (entry.starts_with('$')) {
                const std::string *const value = facts.setting(std::string_view(entry).substr(1));
                entry = value != nullptr ? *value : std::string();
            }
            // Tables were not read, and an exception is no domain.
            if (!entry.empty() && entry.find_first_of("/:!$, ") == std::string::npos) {
                knowledge.ownDomains.push_back(std::move(entry));
            }
        }
    }
}

} // namespace limier
