// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/mailindex.h"
#include "report/report.h"

#include <QByteArray>
#include <QStringList>

#include <memory>

namespace limier::oracle
{

/// Logs as the program understands them: found, read, indexed and reported.
struct Loaded {
    std::shared_ptr<const MailIndex> index;
    Report report;
    QStringList refused; ///< what was not read: path and error
};

/// Loads files and folders. @p timezone: of times without one.
[[nodiscard]] Loaded load(const QStringList &paths, const QString &timezone = QStringLiteral("UTC"));

/// Loads one log text, as the file "mail.log".
[[nodiscard]] Loaded loadText(const QByteArray &text);

/**
 * Attempts at delivery of all messages but those that only hand a mail to a hop, each expiry as one more: what remains
 * of a log's delivery lines when a mail counts once.
 */
[[nodiscard]] std::uint64_t deliveryAttempts(const MailIndex &index);

} // namespace limier::oracle
