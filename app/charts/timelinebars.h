// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/timeseries.h"

namespace limier
{

/// The same figures in longer buckets: @p factor of them become one.
[[nodiscard]] TimeSeries mergeBuckets(const TimeSeries &series, std::size_t factor);

/// Numbers of buckets of one kind, merged in the same way.
[[nodiscard]] std::vector<std::uint64_t> mergeValues(const std::vector<std::uint64_t> &values, std::size_t factor);

/// How many buckets to merge so that @p buckets of them fit in @p most.
[[nodiscard]] std::size_t mergeFactor(std::size_t buckets, std::size_t most);

} // namespace limier
