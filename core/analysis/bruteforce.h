// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/scene.h"

#include <vector>

namespace limier
{

/**
 * Who tries passwords: single addresses, networks, and many addresses with few tries each. Failures of an owner's own
 * devices are left out, and so are those that @p suspects, the accounts found stolen, already explain.
 */
[[nodiscard]] std::vector<Suspect> findBruteForce(const Scene &scene, const std::vector<Suspect> &suspects);

} // namespace limier
