// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scoring.h"

#include <expected>
#include <string>
#include <vector>

namespace limier::evaluate
{

/// One scenario, played and judged.
struct Trial {
    std::uint64_t seed = 0;
    std::string name;
    bool hasIncident = false;
    std::vector<std::string> notes; ///< what was played, in words
    std::vector<Expected> incidents;
    std::vector<Card> cards; ///< as found, most severe first
    Judged judged;
    std::uint64_t lines = 0;
    double judgingSeconds = 0; ///< of findSuspects()
};

/**
 * Generates the log of @p seed, loads and judges it; on any thread, on one core. @p keep: a folder in which the log and
 * its truth stay; empty: nothing stays. The error is a sentence.
 */
[[nodiscard]] std::expected<Trial, std::string> runTrial(std::uint64_t seed, const std::string &keep);

} // namespace limier::evaluate
