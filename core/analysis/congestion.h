// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/scene.h"

#include <vector>

namespace limier
{

/**
 * Storms of notifications, and destinations that take nothing and fill the queue: nobody's fault here. What the mail of
 * @p suspects brought about is left out.
 */
[[nodiscard]] std::vector<Suspect> findCongestion(const Scene &scene, const std::vector<Suspect> &suspects);

} // namespace limier
