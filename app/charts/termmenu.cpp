// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/termmenu.h"

#include "charts/linesrequest.h"
#include "common/displaytext.h"
#include "common/theme.h"
#include "investigation/investigation.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace limier
{

namespace
{

/// For a menu, where & marks a key.
QString shownValue(const std::string &value)
{
    constexpr std::size_t LongestInMenu = 40;
    return menuText(displayText(value, LongestInMenu));
}

} // namespace

void TermMenu::addActions(QMenu &menu, Investigation &investigation, const FilterTerm &term)
{
    const Theme &theme = Theme::instance();
    const QString name = shownValue(term.value);
    menu.addAction(theme.icon(QStringLiteral("view-filter")), tr("Only %1").arg(name), &investigation,
                   [&investigation, term] { investigation.filters().add(term); });
    FilterTerm without = term;
    without.isExcluded = true;
    menu.addAction(theme.icon(QStringLiteral("edit-delete-remove")), tr("Without %1").arg(name), &investigation,
                   [&investigation, without] { investigation.filters().add(without); });
    menu.addAction(theme.icon(QStringLiteral("view-list-text")), tr("Show the lines of %1").arg(name), &investigation,
                   [&investigation, term] { requestLines(investigation, {term}); });
    menu.addAction(theme.icon(QStringLiteral("edit-copy")), tr("Copy %1").arg(name), &menu,
                   [value = spreadsheetText(displayText(term.value))] { QApplication::clipboard()->setText(value); });
}

} // namespace limier
