// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/filter.h"
#include "investigation/evaluation.h"

#include <memory>
#include <vector>

namespace limier
{

class Investigation;

/// The messages of the evaluation that pass @p terms too. On any thread.
[[nodiscard]] std::vector<MessageId> messagesWith(const Evaluation &evaluation, const std::vector<FilterTerm> &terms);

/// Has the same found on another thread and asks the log view for their lines. On the GUI thread; does not wait. Of two
/// requests that overlap the later one counts.
void requestLines(Investigation &investigation, std::vector<FilterTerm> terms);

} // namespace limier
