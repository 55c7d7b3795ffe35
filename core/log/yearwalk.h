// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/bytesource.h"
#include "log/randomfile.h"
#include "log/timestamp.h"

#include <cstdint>

namespace limier
{

/// What is known of the times without a year in a text, after some of its lines were seen in order.
struct YearWalk {
    std::int64_t last = -1;         ///< seconds in the year of the last one before a dated line; -1: not known
    int wraps = 0;                  ///< turns of the year up to there
    int wrapsToLeapDay = -1;        ///< turns of the year up to a 29 February; -1: none was seen
    UtcSeconds datedAfter = NoTime; ///< the first time with a year that follows; one without a zone is taken for UTC

    /// Takes the next line's time.
    void add(const RawTime &time);
};

/// Walks all lines of @p source.
[[nodiscard]] YearWalk walkAllLines(ByteSource &source);

/**
 * Walks lines at places of a part of @p file, as many as are needed to see each turn of the year: some hundred small
 * reads, more only where the times jump.
 */
[[nodiscard]] YearWalk walkSamples(const RandomFile &file, std::uint64_t offset, std::uint64_t size);

} // namespace limier
