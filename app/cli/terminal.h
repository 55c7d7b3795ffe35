// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace limier
{

/// True if standard error is a terminal on which a line can be drawn over. Elsewhere than on Unix: false.
[[nodiscard]] bool canDrawOnTerminal();

/// In characters; 80 where it is not known.
[[nodiscard]] int terminalWidth();

/// Writes to standard error, in UTF-8.
void printError(const QString &text);

} // namespace limier
