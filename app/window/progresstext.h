// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/logloader.h"

#include <QString>

namespace limier
{

/// "38 % · 120 MB/s · 3,200,000 lines · 12 s left". @p rate: bytes a second; what is not known is left out.
[[nodiscard]] QString progressText(const LoadProgress &progress, double rate);

} // namespace limier
