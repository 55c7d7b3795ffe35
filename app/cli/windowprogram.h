// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace limier
{

/// False where a window could only fail to open.
[[nodiscard]] bool hasDisplay();

/**
 * Replaces this process by the program of the window, which stands at @p way from this program's folder, with the
 * arguments @p argv; where a process cannot be replaced, waits for it and ends with its status. Returns only if it
 * cannot be started: the sentence that says so.
 */
[[nodiscard]] QString becomeWindow(const QString &way, char **argv);

} // namespace limier
