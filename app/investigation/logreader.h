// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/followedlogs.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace limier
{

/**
 * Reads logs on a thread of its own, and what is appended to them. The methods return at once, on one thread; what they
 * lead to is told on the reader's. The destructor stops what runs and waits for it (some ten milliseconds).
 */
class LogReader
{
public:
    /// Called on the reader's thread.
    struct Observer {
        std::function<void(const LoadProgress &)> progress;
        std::function<void(std::shared_ptr<const MailIndex>)> partial;
        std::function<void(const LoadedLogs &)> loaded;
        std::function<void(const FollowedLogs::Update &, const std::vector<RefusedInput> &)> updated;
    };

    /// @p staysOpen: update() may be called; else what it needs is given up when all is read.
    LogReader(std::string timezone, bool staysOpen, Observer observer);
    ~LogReader();
    LogReader(const LogReader &) = delete;
    LogReader &operator=(const LogReader &) = delete;

    /// Reads all anew. One order at a time: the next one only when the one before was told of.
    void load(std::vector<LogInput> inputs);
    /// Reads what has come since.
    void update(std::vector<LogInput> inputs);
    /// Stops the load that runs: it is told as cancelled.
    void stop() { m_loadStop.request_stop(); }

private:
    struct Order {
        std::vector<LogInput> inputs;
        std::optional<std::stop_token> load; ///< none: an update
    };

    void run(const std::stop_token &stop);
    [[nodiscard]] std::optional<Order> takeOrder(const std::stop_token &stop);
    void carryOut(const Order &order);

    const std::string m_timezone;
    const bool m_staysOpen;
    const Observer m_observer;
    std::stop_source m_loadStop;
    std::optional<FollowedLogs> m_logs; ///< the thread's
    std::mutex m_mutex;                 ///< guards m_order
    std::condition_variable_any m_ordered;
    std::optional<Order> m_order;
    std::jthread m_thread;
};

} // namespace limier
