// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"
#include "report.h"
#include "stage.h"

#include <functional>

namespace limier::generator
{

/// What came out.
struct Summary {
    std::uint64_t lines = 0;
    std::uint64_t bytes = 0;        ///< uncompressed
    std::vector<std::string> paths; ///< oldest first
    std::vector<PlayedIncident> incidents;
};

/// Puts incidents and traps on the stage, before the first line.
using Plan = std::function<void(Stage &)>;

/**
 * Makes the log and its truth. The same options give the same bytes. Runs on the calling thread, at one to two million
 * lines a second; the truth takes about 100 bytes a message. The error is a sentence.
 */
[[nodiscard]] std::expected<Summary, std::string> generate(const Options &options, const Plan &plan = {});

} // namespace limier::generator
