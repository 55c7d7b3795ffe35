// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace limier
{

struct Report;

/// What the program tells whoever started it.
enum class ExitStatus : std::uint8_t {
    Clean = 0,
    Suspects = 1,   ///< at least one that is more than worth a look
    Failed = 2,     ///< wrong usage, nothing readable, or the report could not be written
    Incomplete = 3, ///< some input could not be read whole, or the reading was stopped
};

/// The status that @p report deserves. That something is missing outweighs what was found.
[[nodiscard]] ExitStatus exitStatus(const Report &report);

} // namespace limier
