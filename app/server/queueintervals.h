// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace limier
{

class ServerLink;

/// Fills @p menu with how often the queue of a server can be measured; what is chosen is set at once.
void fillIntervalMenu(QMenu &menu, ServerLink &link);

} // namespace limier
