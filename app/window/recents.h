// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/records.h"

#include <QDateTime>
#include <QStringList>

#include <vector>

namespace limier
{

/// An investigation that was opened: where its logs lie and what they span. Nothing out of the logs.
struct RecentInvestigation {
    QStringList paths{};
    QStringList servers{};     ///< addresses, in place of paths
    bool keepsSecrets = false; ///< those of the servers, in the keychain
    QString timezone{};        ///< IANA name that it was opened with; empty: this computer's
    QDateTime opened{};
    Stamp since = 0; ///< 0: its lines have no times
    Stamp until = 0;

    bool operator==(const RecentInvestigation &) const = default;
};

/// Those that are kept in the settings, the last one first. GUI thread.
[[nodiscard]] std::vector<RecentInvestigation> recentInvestigations();

/// Puts one in front, in place of the one with the same paths and servers; the oldest of more than 20 goes. Standard
/// input is not kept: it cannot be opened again.
void rememberInvestigation(const RecentInvestigation &investigation);

/// The one with the same paths and servers.
void forgetInvestigation(const RecentInvestigation &investigation);

/// The servers of all that are kept, each once.
[[nodiscard]] QStringList recentServers();

/// "mail.log", "mail.log and 3 more": what to call the logs at @p paths.
[[nodiscard]] QString pathsTitle(const QStringList &paths);

/// The same for paths or servers.
[[nodiscard]] QString recentTitle(const RecentInvestigation &recent);

} // namespace limier
