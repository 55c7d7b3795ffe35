// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/serverfacts.h"

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// What one command of a bundle left.
struct ProbePart {
    std::string name;
    std::string text;
    int status = 0;     ///< 124: it took too long
    bool isCut = false; ///< there was more output than it may have
};

/// A text that no output holds by chance, and that nobody can guess.
[[nodiscard]] std::string makeBundleMarker();

/// One script that runs @p commands one after the other, and says with lines of @p marker whose output is whose.
[[nodiscard]] std::string bundleScript(std::span<const ProbeCommand *const> commands, std::string_view marker);

/// Takes the output of a bundle apart; false: it does not come to its end.
[[nodiscard]] bool splitBundle(std::string_view output, std::string_view marker,
                               std::span<const ProbeCommand *const> commands, std::vector<ProbePart> &parts);

/// Runs @p commands, all as @p runAs, in one round trip. Nonsense if the output does not come to its end.
[[nodiscard]] std::expected<std::vector<ProbePart>, RemoteError>
runBundle(Server &server, std::span<const ProbeCommand *const> commands, RunAs runAs);

} // namespace limier
