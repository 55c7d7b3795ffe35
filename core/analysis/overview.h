// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/selection.h"
#include "analysis/timeseries.h"
#include "analysis/toplist.h"

#include <cstdint>
#include <string>
#include <vector>

namespace limier
{

/// Sending over time of the first few of a kind, and of the rest together.
template <typename Id>
struct TopSeries {
    Stamp start = 0;
    Stamp bucket = 0;
    std::vector<TopEntry<Id>> entries;              ///< most first
    std::vector<std::vector<std::uint64_t>> values; ///< for each entry, then for the rest: one number a bucket
};

/// Who sent from where: the messages (or recipients) of the first users from the first clients.
struct UserClientMatrix {
    /// Rows: users, most first; before them None where mail was relayed, which has no user.
    std::vector<UserId> users;
    std::vector<ClientId> clients;       ///< columns: those that most of these users came from first
    std::vector<std::uint64_t> values;   ///< row by row
    std::vector<std::uint64_t> networks; ///< for each row: how many networks it sent from, also beyond the columns
    std::vector<std::uint64_t> totals;   ///< for each row, also beyond the columns
};

/// How much of an overview there is to be.
struct OverviewOptions {
    TopBy by = TopBy::Recipients;
    std::size_t series = 10; ///< users and clients with a series of their own
    Stamp bucket = 3600;     ///< seconds
    std::size_t matrixUsers = 15;
    std::size_t matrixClients = 24;
};

struct Overview {
    TopSeries<UserId> users; ///< within the selection's range; buckets as in makeTimeSeries()
    TopSeries<ClientId> clients;
    UserClientMatrix matrix;
};

/// @p activity: that of the selection. Reads the messages once: some 30 ms for a million. On any thread.
[[nodiscard]] Overview makeOverview(const Selection &selection, const Activity &activity,
                                    const OverviewOptions &options);

/// A text and how often it stands there.
struct CountedText {
    std::string text;
    std::uint64_t count = 0;
};

/// The domains of the recipients, in lower case, by deliveries, most first.
[[nodiscard]] std::vector<CountedText> topRecipientDomains(const Selection &selection, std::size_t count);

/// What other servers answered, variable parts removed, by deliveries; only those that were not sent.
struct ReplyGroup {
    ReplyId reply = None<ReplyId>;
    std::uint64_t deferred = 0;
    std::uint64_t bounced = 0; ///< and expired
    LineId example = None<LineId>;
};
[[nodiscard]] std::vector<ReplyGroup> topReplies(const Selection &selection, std::size_t count);

/// One user's logins from one client to one host: successes are its authenticated messages.
struct Login {
    UserId user = None<UserId>; ///< none where no line names it
    ClientId client = None<ClientId>;
    std::uint16_t node = 0; ///< syslog host
    std::uint64_t successes = 0;
    std::uint64_t failures = 0;
    Stamp firstFailure = 0;
    Stamp firstSuccess = 0;
    Stamp last = 0; ///< of either
};
/// By failures, then successes, most first.
[[nodiscard]] std::vector<Login> makeLogins(const Selection &selection);

} // namespace limier
