// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/filter.h"
#include "models/tablecolumns.h"

namespace limier
{

/// What the tables say of themselves, in the language of the installed translators. Any thread.

/// "Users", for a tab.
[[nodiscard]] QString tableTitle(TableKind kind);
/// "12,345 users".
[[nodiscard]] QString rowCountText(TableKind kind, std::uint64_t count);
/// The sentence where a table has no row although nothing was typed to search for.
[[nodiscard]] QString emptyTableText(TableKind kind, bool hasFilter);

/// "Only this user: admin" and "Without this user: admin", for a menu entry.
[[nodiscard]] QString onlyText(FilterField field, const QString &value);
[[nodiscard]] QString withoutText(FilterField field, const QString &value);

} // namespace limier
