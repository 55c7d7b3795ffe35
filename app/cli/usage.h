// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"

#include <QString>

namespace limier
{

/// What `limier --help` prints, in the language that is installed.
[[nodiscard]] QString helpText();

/// Why there is no window but a report, and how to get a window.
[[nodiscard]] QString needsDisplaySentence();

/// The same where a server was named.
[[nodiscard]] QString serverNeedsDisplaySentence();

/// What is wrong with a command line, in one line, and where to find help.
[[nodiscard]] QString usageSentence(const UsageError &error);

} // namespace limier
