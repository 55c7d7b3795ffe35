// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace limier
{

class ServerLink;

/// What a server's session is doing, in a few words: "Fetching: 42 % · 12 MB/s · 40 s left".
[[nodiscard]] QString sessionText(const ServerLink &link);

/// The same as an icon, for Theme::icon().
[[nodiscard]] QString sessionIcon(const ServerLink &link);

} // namespace limier
