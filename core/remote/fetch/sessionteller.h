// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/fetchplan.h"
#include "remote/fetch/piecefetcher.h"
#include "remote/serversession.h"

#include <chrono>
#include <deque>
#include <limits>
#include <string>

namespace limier
{

/// Tells a session's observer what it does, no more often than is of use. Thread: the session's.
class SessionTeller
{
public:
    SessionTeller(SessionObserver &observer, std::string host, bool isFollowed);

    void state(SessionState state, const std::optional<RemoteError> &error = std::nullopt);
    void facts(const ServerFacts &facts) { m_observer.factsFound(facts); }
    void queue(const QueueLength &queue) { m_observer.queueMeasured(queue); }
    void problem(RemoteError problem);
    void command(std::string text);
    void transfer(Transfer transfer);

    /// Another range is wanted: what was told does not stand for it.
    void restart()
    {
        m_isToldWhole = false;
        m_secondsLeft = std::numeric_limits<double>::quiet_NaN();
    }
    [[nodiscard]] bool isToldWhole() const { return m_isToldWhole; }
    /// What is in @p range was all fetched.
    void whole(const LogCache &cache, FetchRange range);
    /// More was fetched: told at first, and when it has doubled, since each time the index starts over.
    void fetched(const LogCache &cache, FetchRange range);
    /// Logs that were told before have grown, or a new one was begun behind them.
    void grew(const LogCache &cache, FetchRange range);
    void progress(const FetchPlan &plan, std::uint64_t underWay, const std::string &path);
    /// Of the fetch, as it was told last; NaN: not known.
    [[nodiscard]] double secondsLeft() const { return m_secondsLeft; }
    /// A piece of the log at @p path was fetched, from byte @p from on.
    void piece(const std::string &path, std::uint64_t from, const PieceResult &result, Transport transport);

private:
    using Clock = std::chrono::steady_clock;
    struct Mark {
        Clock::time_point time;
        std::uint64_t bytes;
    };
    [[nodiscard]] std::vector<LogInput> inputs(const LogCache &cache, FetchRange range) const;
    void changed(const LogCache &cache, FetchRange range, bool isWhole);

    SessionObserver &m_observer;
    std::string m_host;
    std::deque<Mark> m_marks; ///< of the last seconds
    std::optional<std::vector<LogInput>> m_told;
    std::uint64_t m_toldBytes = 0;
    std::uint64_t m_wireBytes = 0;
    Clock::time_point m_lastProgress;
    double m_secondsLeft = std::numeric_limits<double>::quiet_NaN();
    bool m_isFollowed;
    bool m_isToldWhole = false;
};

} // namespace limier
