// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/linepattern.h"
#include "index/logtext.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace limier
{

struct LineSearchProgress {
    std::uint64_t lines = 0; ///< searched so far
    std::uint64_t linesTotal = 0;
    std::uint64_t matches = 0;
};

struct LineSearchOptions {
    unsigned threads = 0; ///< 0: one for each core
    std::stop_token stop;
    std::function<void(std::span<const LineId>)> found;       ///< some more lines, in their order
    std::function<void(const LineSearchProgress &)> progress; ///< at most 20 times a second, and at the end
};

struct LineSearchResult {
    std::uint64_t matches = 0;
    std::uint64_t tooHard = 0; ///< lines for which it is not known; see LineMatcher::Answer
    std::vector<Error> errors; ///< files that could not be searched, or not wholly
    bool cancelled = false;
};

/**
 * Looks for lines that match a pattern in the raw text of a log, on all cores. Blocks; the callbacks are called on the
 * calling thread. About a second for ten gigabytes whose lines hold few matches and are in memory; the result is the
 * same with any number of threads. Memory: a megabyte a thread, and the matches of a few megabytes of text.
 */
class LineSearch
{
public:
    LineSearch(std::shared_ptr<const LogText> text, LinePattern pattern);

    [[nodiscard]] LineSearchResult all(const LineSearchOptions &options) const;
    /// Lines from @p first to before @p end.
    [[nodiscard]] LineSearchResult range(LineId first, LineId end, const LineSearchOptions &options) const;
    /// These lines, in ascending order.
    [[nodiscard]] LineSearchResult lines(std::span<const LineId> lines, const LineSearchOptions &options) const;

private:
    std::shared_ptr<const LogText> m_text;
    LinePattern m_pattern;
};

} // namespace limier
