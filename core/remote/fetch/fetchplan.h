// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/loglister.h"
#include "remote/logcache.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace limier
{

/// Seconds since 1970, by the server's clock; 0: open at that side.
struct FetchRange {
    std::int64_t since = 0;
    std::int64_t until = 0;

    bool operator==(const FetchRange &) const = default;
    [[nodiscard]] bool overlaps(std::int64_t first, std::int64_t last) const
    {
        return last >= since && (until == 0 || first < until);
    }
};

/// A piece to fetch.
struct FetchStep {
    enum class Kind : std::uint8_t {
        Plain,  ///< of a plain log, at its offsets
        Packed, ///< of a compressed log, at the offsets of the file
        Text    ///< of the text of a log that was compressed after a part of it was fetched: all before it, or behind
    };
    Kind kind = Kind::Plain;
    std::size_t log = 0; ///< of the plan
    std::uint64_t from = 0;
    std::uint64_t bytes = 0;
};

/**
 * Which pieces of a server's logs are missing here, in the order in which they are fetched: what is new in the logs
 * that are written to, then back in time. Keeps the cache's entries up to date. No input or output of its own.
 */
class FetchPlan
{
public:
    struct Log {
        ListedLog listed;
        std::size_t cached = 0;        ///< in the cache
        std::uint64_t wantedStart = 0; ///< bytes before that are older than the range
        std::uint64_t wantedEnd = 0;   ///< and from there on newer, or not there yet
        std::uint64_t givenStart = 0;  ///< what is here, or was given out as a step
        std::uint64_t givenEnd = 0;
        bool isStartKnown = false; ///< where the range begins in it
        bool needsRest = false;    ///< compressed on the server, plain here: is there text behind what is here?
        bool isGivenUp = false;
    };

    /**
     * Finds what @p listed are in the cache: by inode and begin of the text, so that a log is known again after it was
     * rotated or compressed; the others get new entries. What the cache has of logs that were changed otherwise than
     * by appending stays there as it is: see changed().
     */
    FetchPlan(const std::vector<ListedLog> &listed, LogCache &cache, FetchRange range);

    [[nodiscard]] const std::vector<Log> &logs() const { return m_logs; }
    [[nodiscard]] CachedLog &cached(std::size_t log) { return m_cache.logs()[m_logs[log].cached]; }
    /// Paths of logs on the server that are not what they were, and whose rest is nowhere to be found.
    [[nodiscard]] const std::vector<std::string> &changed() const { return m_changed; }

    /// The next step, if there is one; a plain or packed one has at most @p pieceBytes.
    [[nodiscard]] std::optional<FetchStep> next(std::uint64_t pieceBytes);
    /// The step's bytes are here, and right.
    void done(const FetchStep &step, std::uint64_t bytes);
    /// Steps that were given out and not done will be given out again.
    void reset();
    /// A log that cannot be fetched.
    void giveUp(std::size_t log);
    /// Narrows what is wanted of a plain log.
    void narrow(std::size_t log, std::uint64_t start, std::uint64_t end);
    /// True if it is not known where the range begins in the log.
    [[nodiscard]] bool canNarrow(std::size_t log) const;
    /// The log has grown: what is new is wanted too.
    void grow(std::size_t log, std::uint64_t bytes, std::int64_t modified);

    [[nodiscard]] std::uint64_t bytesTotal() const; ///< that are wanted
    [[nodiscard]] std::uint64_t bytesHere() const;  ///< of those

private:
    [[nodiscard]] std::optional<FetchStep> nextOf(std::size_t index, std::uint64_t pieceBytes, bool isOnlyNew);
    void adopt(Log &log, std::size_t cached);

    LogCache &m_cache;
    FetchRange m_range;
    std::vector<Log> m_logs;
    std::vector<std::string> m_changed;
};

} // namespace limier
