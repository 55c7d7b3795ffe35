// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtClassHelperMacros>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace limier
{

/**
 * A thread that does one job at a time, of which the newest counts: it stops the one that runs and takes the place of
 * the one that waits. Functions return at once; the destructor stops the job and waits for its end. A member of this
 * type comes last in a class, so that no job outlives what it uses.
 */
class NewestJob
{
public:
    using Job = std::function<void(const std::stop_token &)>;

    NewestJob();
    ~NewestJob();
    Q_DISABLE_COPY_MOVE(NewestJob)

    void run(Job job);
    /// Stops what runs, forgets what waits.
    void cancel();

private:
    void work(const std::stop_token &end);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Job m_next;
    std::stop_source m_running;
    std::jthread m_thread;
};

} // namespace limier
