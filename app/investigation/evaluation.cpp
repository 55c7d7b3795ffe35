// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/evaluation.h"

#include <algorithm>
#include <array>
#include <thread>

namespace limier
{

namespace
{

constexpr std::size_t TimelineBuckets = 1500; // finer than a wide screen's bars, so that views can put some together
constexpr std::size_t SeriesBuckets = 200;
constexpr std::size_t TopCount = 10;
constexpr std::size_t MatrixUsers = 15;
constexpr std::size_t MatrixClients = 24;
constexpr std::size_t ListLength = 50;

} // namespace

Stamp roundBucket(const TimeRange &range, std::size_t most)
{
    constexpr std::array<Stamp, 19> Rounds{1,   2,    5,    10,   15,    30,    60,    120,   300,   600,
                                           900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 604800};
    const std::size_t length = range.until > range.since ? range.until - range.since : 0;
    const auto found = std::ranges::find_if(Rounds, [&](Stamp round) { return length / round < most; });
    return found != Rounds.end() ? *found : Rounds.back() * static_cast<Stamp>(length / Rounds.back() / most + 1);
}

std::shared_ptr<const Evaluation> evaluate(const Snapshot &snapshot, const Filter &filter, TopBy countBy,
                                           const std::shared_ptr<const Evaluation> &previous,
                                           const std::stop_token &stop)
{
    const bool isSameLog = previous && previous->snapshot.index == snapshot.index;
    const bool hasSameTimeline = isSameLog && previous->filter().terms == filter.terms;
    const bool hasSameSelection = hasSameTimeline && previous->filter() == filter;
    auto evaluation = hasSameSelection ? std::make_shared<Evaluation>(*previous) : std::make_shared<Evaluation>();
    Evaluation &to = *evaluation;
    to.snapshot = snapshot;
    to.countBy = countBy;
    if (!hasSameSelection) {
        to.selection = std::make_shared<Selection>(snapshot.index, filter, stop);
    }
    const Selection &selection = *to.selection;
    const Stamp bucket = roundBucket(closedRange(*snapshot.index, filter.range), SeriesBuckets);
    const auto unlessStopped = [&stop](bool isNeeded, auto &&work) {
        if (isNeeded && !stop.stop_requested()) {
            work();
        }
    };
    {
        // Each writes its own members.
        const std::jthread aside([&] {
            unlessStopped(!hasSameTimeline, [&] {
                to.timeline = makeTimeSeries(selection, {}, roundBucket(spanOf(*snapshot.index), TimelineBuckets));
            });
            unlessStopped(!hasSameSelection, [&] { to.domains = topRecipientDomains(selection, ListLength); });
            unlessStopped(!hasSameSelection, [&] { to.replies = topReplies(selection, ListLength); });
            unlessStopped(!hasSameSelection, [&] { to.logins = makeLogins(selection); });
        });
        if (hasSameTimeline) {
            to.timeline = previous->timeline;
        }
        unlessStopped(!hasSameSelection, [&] { to.activity = makeActivity(selection); });
        unlessStopped(true, [&] {
            Overview overview = makeOverview(selection, to.activity,
                                             {.by = countBy,
                                              .series = TopCount,
                                              .bucket = bucket,
                                              .matrixUsers = MatrixUsers,
                                              .matrixClients = MatrixClients});
            to.users = std::move(overview.users);
            to.clients = std::move(overview.clients);
            to.matrix = std::move(overview.matrix);
        });
    }
    return stop.stop_requested() ? nullptr : evaluation;
}

} // namespace limier
