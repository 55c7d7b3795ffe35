// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/records.h"

#include <QString>
#include <QStringList>

namespace limier
{

/// A length of time in its two largest units: "3 h 20 min".
[[nodiscard]] QString durationText(Stamp seconds);

/// @p lines for setToolTip() or QToolTip: each on its own, none taken for HTML; empty ones are left out.
[[nodiscard]] QString toolTipOf(const QStringList &lines);

} // namespace limier
