// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/filter.h"

#include <QString>

namespace limier
{

/// "User", "Network" … in the language of the window.
[[nodiscard]] QString fieldName(FilterField field);

/// The value of a term as it may be shown: a name out of the log, or a word for a status or a kind of login.
[[nodiscard]] QString termValue(const FilterTerm &term);

/// "User: admin", "not User: admin".
[[nodiscard]] QString termText(const FilterTerm &term);

} // namespace limier
