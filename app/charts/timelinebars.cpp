// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timelinebars.h"

#include <algorithm>

namespace limier
{

namespace
{

void add(SeriesBucket &to, const SeriesBucket &from)
{
    to.messages += from.messages;
    to.recipients += from.recipients;
    to.outcome.sent += from.outcome.sent;
    to.outcome.deferred += from.outcome.deferred;
    to.outcome.bounced += from.outcome.bounced;
    to.outcome.expired += from.outcome.expired;
    to.rejected += from.rejected;
    to.authFailures += from.authFailures;
}

} // namespace

TimeSeries mergeBuckets(const TimeSeries &series, std::size_t factor)
{
    TimeSeries merged{series.start, series.bucket * static_cast<Stamp>(factor), {}};
    merged.buckets.resize((series.buckets.size() + factor - 1) / factor);
    for (std::size_t i = 0; i < series.buckets.size(); ++i) {
        add(merged.buckets[i / factor], series.buckets[i]);
    }
    return merged;
}

std::vector<std::uint64_t> mergeValues(const std::vector<std::uint64_t> &values, std::size_t factor)
{
    std::vector<std::uint64_t> merged((values.size() + factor - 1) / factor);
    for (std::size_t i = 0; i < values.size(); ++i) {
        merged[i / factor] += values[i];
    }
    return merged;
}

std::size_t mergeFactor(std::size_t buckets, std::size_t most)
{
    const std::size_t places = std::max<std::size_t>(most, 1);
    return std::max<std::size_t>((buckets + places - 1) / places, 1);
}

} // namespace limier
