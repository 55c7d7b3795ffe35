// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/detectors.h"
#include "generator.h"
#include "scenes/cast.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace limier::evaluate
{

/// A log to be made: how large, on what kind of server, with what in it. Half of the seeds have an incident.
struct Scenario {
    std::uint64_t seed = 0;
    std::string name; ///< of its incident or, without one, of its first trap
    bool hasIncident = false;
    generator::Options options; ///< without the output
    generator::Plan plan;
    ServerKnowledge server; ///< empty where the log is all there is
};

/// The scenario of @p seed, always the same. @p notes: gets a line for each incident and trap when the plan is run.
[[nodiscard]] Scenario chooseScenario(std::uint64_t seed, std::vector<std::string> &notes);
/// All names that a scenario can have.
[[nodiscard]] std::vector<std::string_view> scenarioNames();

} // namespace limier::evaluate
