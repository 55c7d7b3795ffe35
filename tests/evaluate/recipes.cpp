// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes.h"

#include "scenes/incidents.h"
#include "scenes/traps.h"

namespace limier::evaluate
{

namespace
{

namespace scenes = generator::scenes;
using generator::Demand;
using generator::Stage;

/// Two or three at once, of different kinds or not.
std::string playSeveral(Stage &stage, const Demand &demand)
{
    using Play = std::string (*)(Stage &, const Demand &);
    constexpr std::array<Play, 6> Plays{scenes::fastTheft, scenes::fastTheft, scenes::webmailTheft,
                                        scenes::busyRelay, scenes::webScript, scenes::bruteForceFromOne};
    std::string text;
    for (std::int64_t i = stage.random().between(2, 3); i > 0; --i) {
        text += (text.empty() ? "" : "; ") + stage.random().pick(std::span(Plays))(stage, demand);
    }
    return text;
}

constexpr std::uint64_t Medium = 12000;

constexpr auto Incidents = std::to_array<IncidentRecipe>({
    {"stolen-fast", scenes::fastTheft},
    {"relay-busy", scenes::busyRelay},
    {"stolen-slow", scenes::slowTheft, 2.5, Medium},
    {"bruteforce-one", scenes::bruteForceFromOne},
    {"stolen-fast", scenes::fastTheft},
    {"local-web", scenes::webScript},
    {"stolen-webmail", scenes::webmailTheft},
    {"relay-slow", scenes::slowRelay, 2.5, Medium},
    {"bruteforce-many", scenes::bruteForceFromMany, 0.2, Medium},
    {"backscatter-in", scenes::incomingBounces, 0.2, 5000},
    {"stolen-fast", scenes::fastTheft},
    {"relay-gateway", scenes::gatewayRelay, 0.04, 2000, 8, Setting::NatGateway},
    {"reputation", scenes::blocklisted, 1.5, 60000, 150},
    {"stolen-slow", scenes::slowTheft, 2.5, Medium},
    {"bruteforce-network", scenes::bruteForceFromNetwork},
    {"relay-open", scenes::openRelay, 0.1, 4000},
    {"stolen-old-webmail", scenes::webmailTheft, 0.04, 2000, 8, Setting::OldWebmail},
    {"several", playSeveral, 0.3, 8000},
    {"local-cron", scenes::cronSpam, 0.5, 4000},
    {"blocked-destination", scenes::blockedDestination, 1.5, 60000, 150},
    {"relay-busy", scenes::busyRelay},
    {"backscatter-out", scenes::outgoingBounces, 0.2, 5000},
    {"reputation", scenes::blocklisted, 1.5, 60000, 150},
    {"relay-slow", scenes::slowRelay, 2.5, Medium},
    {"bruteforce-many", scenes::bruteForceFromMany, 0.2, Medium},
});

constexpr auto Traps = std::to_array<TrapRecipe>({
    {"newsletter", scenes::newsletter, 0.1},
    {"monitoring", scenes::monitoringMachine},
    {"fax", scenes::faxMachine},
    {"invoicing", scenes::invoicingMachine, 0.5},
    {"list-expanded", scenes::expandedList, 0.1},
    {"web-shop", scenes::webShop},
    {"list-manager", scenes::listManager, 0.1},
    {"traveller", scenes::traveller, 0.4},
    {"auto-replies", scenes::autoReplies},
    {"stray-bounces", scenes::strayBounces, 0.2},
    {"forgotten-phone", scenes::forgottenPhone, 0.3},
    {"new-employee", scenes::newEmployee, 0.4},
    {"one-office", nullptr, 0.1, Setting::OneOffice},
    {"year-end", scenes::yearEndMailings, 0.5, Setting::YearEnd},
    {"one-hour", nullptr, 0.04, Setting::OneHour},
    {"inbound-edge", nullptr, 0.04, Setting::InboundEdge},
    {"nat-gateway", nullptr, 0.04, Setting::NatGateway},
    {"old-webmail", nullptr, 0.04, Setting::OldWebmail},
    {"ordinary", nullptr, 0.04},
});

} // namespace

std::span<const IncidentRecipe> incidentRecipes()
{
    return Incidents;
}

std::span<const TrapRecipe> trapRecipes()
{
    return Traps;
}

} // namespace limier::evaluate
