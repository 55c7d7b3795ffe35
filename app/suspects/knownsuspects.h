// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/suspect.h"

#include <QString>

#include <string>
#include <vector>

namespace limier
{

class MailIndex;

/// A suspect that the user knows to be harmless, on one server.
struct KnownSuspect {
    std::string host; ///< as the log calls the server; hostile
    SuspectKind kind = SuspectKind::CompromisedAccount;
    std::string subject; ///< hostile
    QString note;        ///< why it is harmless

    [[nodiscard]] bool isOf(const KnownSuspect &other) const
    {
        return host == other.host && kind == other.kind && subject == other.subject;
    }
};

/// Kept in the settings of the user: the newest first, at most some hundreds.
[[nodiscard]] std::vector<KnownSuspect> knownSuspects();
/// In place of one that is of the same.
void rememberKnown(const KnownSuspect &known);
void forgetKnown(const KnownSuspect &known);

/// As it would be kept: the host is the one of its first message, or the first of the log.
[[nodiscard]] KnownSuspect knownFrom(const Suspect &suspect, const MailIndex &index, const QString &note);
/// The one of @p all that means @p suspect of this log; null if it is not known.
[[nodiscard]] const KnownSuspect *findKnown(const std::vector<KnownSuspect> &all, const Suspect &suspect,
                                            const MailIndex &index);

} // namespace limier
