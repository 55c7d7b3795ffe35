// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>

class QWidget;

namespace limier
{

/**
 * Does what @p key means to the view that has the focus, or else to @p page: calls its slot of the name @p slot, or
 * triggers its action or shortcut with that key. Views have these keys for themselves, so that the menu cannot. False
 * if no view knows it. GUI thread.
 */
bool askView(QWidget *page, QKeySequence::StandardKey key, const char *slot);

} // namespace limier
