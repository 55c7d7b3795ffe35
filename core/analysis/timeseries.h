// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/activity.h"
#include "index/postings.h"

#include <vector>

namespace limier
{

/// What is counted over time, and for whom. Unset ids do not restrict; both set: that user from that client.
struct SeriesQuery {
    TimeRange range;     ///< buckets begin at range.since; open ends are those of the log
    Stamp bucket = 3600; ///< seconds
    UserId user = None<UserId>;
    ClientId client = None<ClientId>;
};

/// One bucket: messages and recipients by the time they were handed in, the rest by its own time.
struct SeriesBucket {
    std::uint64_t messages = 0;
    std::uint64_t recipients = 0;
    Outcome outcome;
    std::uint64_t rejected = 0;
    std::uint64_t authFailures = 0;
};

struct TimeSeries {
    Stamp start = 0;  ///< of the first bucket
    Stamp bucket = 0; ///< seconds
    std::vector<SeriesBucket> buckets;
};

/// A bucket must not be so short that more come of it; makeTimeSeries() lengthens it.
inline constexpr std::size_t MostBuckets = 20000;

/**
 * Activity over time, of everybody or of one user or client. On any thread; 2 ms for a user, 30 ms for a million
 * messages of everybody.
 */
[[nodiscard]] TimeSeries makeTimeSeries(const Postings &postings, const SeriesQuery &query);

/// The same of what passes a filter, in @p range (open ends: those of the log) whatever the filter's range is.
[[nodiscard]] TimeSeries makeTimeSeries(const Selection &selection, const TimeRange &range, Stamp bucket);

/// The time of the first line of @p index, and the second behind its last one.
[[nodiscard]] TimeRange spanOf(const MailIndex &index);
/// @p range with the log's ends for its own where these are open; it never ends before it begins.
[[nodiscard]] TimeRange closedRange(const MailIndex &index, TimeRange range);

} // namespace limier
