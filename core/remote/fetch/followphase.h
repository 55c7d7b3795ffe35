// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/logfollower.h"
#include "remote/fetch/sessioncontext.h"

#include <chrono>
#include <memory>
#include <vector>

namespace limier
{

/**
 * Appends what is written to a server's logs to those here, and measures the queue. Thread: the session's.
 */
class FollowPhase
{
public:
    FollowPhase(const SessionContext &context, FetchRange range);

    /// Until the range or the pause is changed, or the logs are to be listed again because they were rotated.
    [[nodiscard]] std::expected<void, RemoteError> follow();

private:
    using Clock = std::chrono::steady_clock;
    struct Followed {
        std::unique_ptr<LogFollower> follower;
        std::size_t cached; ///< what is written now
        std::size_t before; ///< what was rotated away last; the same if nothing was
    };

    [[nodiscard]] std::expected<void, RemoteError> start();
    [[nodiscard]] std::expected<void, RemoteError> readLogs();
    [[nodiscard]] std::expected<void, RemoteError> take(Followed &followed, const FollowEvent &event);
    [[nodiscard]] std::expected<void, RemoteError> append(CachedLog &log, const FollowEvent &event);
    void begin(Followed &followed, std::uint64_t inode, bool isTruncated);
    [[nodiscard]] std::expected<void, RemoteError> settle();
    [[nodiscard]] std::expected<void, RemoteError> list();
    [[nodiscard]] bool isWanted() const;
    [[nodiscard]] bool isOneAbsent() const;

    SessionContext m_context;
    FetchRange m_range;
    std::vector<Followed> m_followed;
    Clock::time_point m_listDue = Clock::time_point::max();
    Clock::time_point m_lastTold;
    Clock::time_point m_lastSaved;
    bool m_hasGrown = false;
    bool m_isUnsaved = false;
    bool m_isOver = false; ///< the logs are not those that are followed
};

} // namespace limier
