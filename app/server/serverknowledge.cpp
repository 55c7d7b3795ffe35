// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverknowledge.h"

#include "server/postfixlist.h"

namespace limier
{

void addKnowledge(const ServerFacts &facts, ServerKnowledge &knowledge)
{
    knowledge.ownAddresses.insert(knowledge.ownAddresses.end(), facts.addresses.begin(), facts.addresses.end());
    for (const std::string_view entry : postfixList(facts.setting("mynetworks"))) {
        knowledge.myNetworks.emplace_back(entry);
    }
    for (const char *const setting : {"mydestination", "relay_domains"}) {
        for (std::string_view entry : postfixList(facts.setting(setting))) {
            if (entry.starts_with('$')) {
                const std::string *const value = facts.setting(entry.substr(1));
                entry = value != nullptr ? std::string_view(*value) : std::string_view();
            }
            // Tables were not read, and an exception is no domain.
            if (!entry.empty() && entry.find_first_of("/:!$, ") == std::string_view::npos) {
                knowledge.ownDomains.emplace_back(entry);
            }
        }
    }
}

} // namespace limier
