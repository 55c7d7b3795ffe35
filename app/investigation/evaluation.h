// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/activity.h"
#include "analysis/overview.h"
#include "analysis/selection.h"
#include "investigation/snapshot.h"

#include <memory>
#include <stop_token>

namespace limier
{

/// What the views show: a filter applied to a snapshot. Immutable; all views get the same one, so they never disagree.
struct Evaluation {
    Snapshot snapshot;
    std::shared_ptr<const Selection> selection;
    TopBy countBy = TopBy::Recipients;
    Activity activity;   ///< of the selection
    TimeSeries timeline; ///< of the whole log with the filter's terms, for the brush
    TopSeries<UserId> users;
    TopSeries<ClientId> clients;
    UserClientMatrix matrix;
    std::vector<CountedText> domains;
    std::vector<ReplyGroup> replies;
    std::vector<Login> logins;

    [[nodiscard]] const MailIndex &index() const { return *snapshot.index; }
    [[nodiscard]] const Filter &filter() const { return selection->filter(); }
};

/**
 * On any thread, some 100 ms for a million messages. What @p previous, which may be null, has of the same snapshot and
 * filter is taken from there. Null if @p stop asked for it.
 */
[[nodiscard]] std::shared_ptr<const Evaluation> evaluate(const Snapshot &snapshot, const Filter &filter, TopBy countBy,
                                                         const std::shared_ptr<const Evaluation> &previous,
                                                         const std::stop_token &stop);

/// Seconds of a bucket so that @p range has at most @p most of them: a round number of seconds, minutes, hours or days.
[[nodiscard]] Stamp roundBucket(const TimeRange &range, std::size_t most);

} // namespace limier
