// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/filter.h"

#include <QCoreApplication>

class QMenu;

namespace limier
{

class Investigation;

/// What context menus offer for a value that a filter can ask for.
class TermMenu
{
    Q_DECLARE_TR_FUNCTIONS(limier::TermMenu)

public:
    /// Adds "only this", "without this", "show lines" and "copy" for @p term to @p menu.
    static void addActions(QMenu &menu, Investigation &investigation, const FilterTerm &term);
};

} // namespace limier
