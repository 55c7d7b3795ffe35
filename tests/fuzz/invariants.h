// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/mailindex.h"

#include <QString>

namespace limier::fuzz
{

/**
 * What must hold for the index of every text, however broken it is: ids lie in their tables, chains end and hold every
 * delivery once, sums agree. Returns the first thing that does not hold; empty if all does.
 */
[[nodiscard]] QString brokenInvariant(const MailIndex &index);

} // namespace limier::fuzz
