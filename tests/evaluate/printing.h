// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics.h"

#include <string>

namespace limier::evaluate
{

/// What was missed and what was wrongly said in a trial, line by line; empty if nothing. @p verbose: all that was said.
[[nodiscard]] std::string describe(const Trial &trial, bool verbose);
/// The tables of all figures.
[[nodiscard]] std::string describe(const Statistics &statistics);

} // namespace limier::evaluate
