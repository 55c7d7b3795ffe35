// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/detectors.h"
#include "remote/serverfacts.h"

namespace limier
{

/// Adds to @p knowledge what a probe found out that helps to judge the server's log.
void addKnowledge(const ServerFacts &facts, ServerKnowledge &knowledge);

} // namespace limier
