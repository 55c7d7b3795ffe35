// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenes/cast.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace limier::evaluate
{

/// What the server of a scenario must be like.
enum class Setting : std::uint8_t {
    Any,
    NatGateway,
    OldWebmail,
    OneOffice,
    InboundEdge,
    YearEnd,
    OneHour,
};

/// An incident: how it is played and what it needs.
struct IncidentRecipe {
    std::string_view name;
    std::string (*play)(generator::Stage &, const generator::Demand &) = nullptr;
    double leastDays = 0.04;
    std::uint64_t leastLines = 2000;
    std::uint32_t leastPeople = 8;
    Setting setting = Setting::Any;
};

/// What only looks like an incident.
struct TrapRecipe {
    std::string_view name;
    void (*play)(generator::Stage &) = nullptr; ///< null: the server itself is the trap
    double leastDays = 0.04;
    Setting setting = Setting::Any;
};

/// One after the other is played: what matters more is there more often.
[[nodiscard]] std::span<const IncidentRecipe> incidentRecipes();
[[nodiscard]] std::span<const TrapRecipe> trapRecipes();

} // namespace limier::evaluate
