// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/activity.h"
#include "investigation/snapshot.h"

#include <QString>

#include <stop_token>

namespace limier
{

/// What became of the mail of @p origin: its deliveries on all hops. Microseconds, once the postings are made.
[[nodiscard]] Outcome outcomeOf(const Snapshot &snapshot, MessageId origin);

/// The same of all mails, by the MessageId of the origin: 30 ms for a million messages. On any thread.
[[nodiscard]] std::vector<Outcome> outcomesOfAll(const MailIndex &index, const std::stop_token &stop);

/// The worst status that one of the deliveries has; for no delivery, nothing.
[[nodiscard]] std::optional<Status> worstStatus(const Outcome &outcome);

/// Orders mails: those without a delivery, then by the worst status, then by how many have it.
[[nodiscard]] std::uint64_t severityOf(const Outcome &outcome);

/// "sent", "bounced", as in a list.
[[nodiscard]] QString statusText(Status status);

/// "sent", "3 sent, 1 deferred"; of a mail without deliveries, what is known of it: "queued", "deleted" …
[[nodiscard]] QString fateText(const Message &message, const Outcome &outcome);

} // namespace limier
