// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/windowmenus.h"

class QWidget;

namespace limier
{

/// Open beside the work, which goes on; closed they are gone.
void showAbout(QWidget *parent);
void showShortcuts(const std::vector<WindowMenus::Shortcut> &shortcuts, QWidget *parent);

} // namespace limier
