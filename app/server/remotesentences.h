// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remoteerror.h"

#include <QString>

namespace limier
{

/**
 * What went wrong with a server, with what, and what to do about it: in the language of the installed translators.
 * Plain text; what comes from the server is made harmless and cut.
 */
[[nodiscard]] QString sentence(const RemoteError &error);

} // namespace limier
