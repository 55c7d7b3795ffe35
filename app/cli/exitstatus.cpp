// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitstatus.h"

#include "report/report.h"

#include <algorithm>

namespace limier
{

ExitStatus exitStatus(const Report &report)
{
    if (report.cancelled) {
        return ExitStatus::Incomplete;
    }
    if (std::ranges::all_of(report.inputs, [](const Report::Input &input) { return input.lines == 0; })) {
        return ExitStatus::Failed;
    }
    const bool losesSome = std::ranges::any_of(report.inputs, [](const Report::Input &input) {
        return std::ranges::any_of(input.errors, losesData, &Error::code);
    });
    const bool hasSuspects = std::ranges::any_of(
        report.suspects, [](const Report::Suspect &suspect) { return suspect.severity > Severity::Low; });
    return losesSome ? ExitStatus::Incomplete : hasSuspects ? ExitStatus::Suspects : ExitStatus::Clean;
}

} // namespace limier
