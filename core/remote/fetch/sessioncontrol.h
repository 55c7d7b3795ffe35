// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/fetchplan.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace limier
{

/// What others want of a session, and the session's way to wait for it. Any thread.
class SessionControl
{
public:
    SessionControl(FetchRange range, std::chrono::seconds queueInterval);

    void run();  ///< begins, or begins again
    void stop(); ///< ends what is under way
    void end();  ///< the same, for good
    void setPaused(bool paused);
    void setRange(FetchRange range);
    void setQueueInterval(std::chrono::seconds interval);

    /// For the session: waits until it is to run; false if it is to end. The token is of this run.
    [[nodiscard]] bool waitForRun(std::stop_token &stop);
    [[nodiscard]] FetchRange range() const;
    [[nodiscard]] bool isPaused() const;
    [[nodiscard]] std::chrono::seconds queueInterval() const;
    /// Waits at most @p most, less if the run is stopped, or something was set since it was last waited for.
    void wait(std::chrono::milliseconds most, const std::stop_token &stop);

private:
    void changed();

    mutable std::mutex m_mutex;
    std::condition_variable_any m_condition;
    std::stop_source m_stop;
    FetchRange m_range;
    std::chrono::seconds m_queueInterval;
    bool m_isPaused = false;
    bool m_isRunWanted = false;
    bool m_isEnding = false;
    bool m_isChanged = false;
};

} // namespace limier
