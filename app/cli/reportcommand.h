// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "cli/exitstatus.h"

namespace limier
{

/// Reads the logs, writes the report, and tells on standard error what is wrong with them. Blocks until it is done.
[[nodiscard]] ExitStatus runReport(const CommandLine &commandLine);

} // namespace limier
