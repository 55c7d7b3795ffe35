// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <stop_token>
#include <thread>

namespace limier
{

/**
 * Does one piece of work at a time on a thread of its own; of those that are asked for meanwhile, the newest comes next
 * and the others are dropped. GUI thread, which it never blocks; the destructor stops the work and waits for it.
 */
class NewestWorker : public QObject
{
    Q_OBJECT

public:
    /// What is done on the GUI thread with the result.
    using Delivery = std::function<void()>;
    /// Runs on the worker; may return nothing.
    using Work = std::function<Delivery(const std::stop_token &)>;

    enum class Running : std::uint8_t {
        Finishes, ///< what runs is delivered before: nothing starves where work is asked for all the time
        Stops
    };

    using QObject::QObject;
    ~NewestWorker() override;

    void start(Work work, Running running = Running::Finishes);
    /// Nothing that was started before is delivered.
    void drop();
    [[nodiscard]] bool isBusy() const { return m_isRunning; }

Q_SIGNALS:
    void busyChanged(bool isBusy);

private:
    void run(Work work);
    void finish(const Delivery &delivery, const std::stop_token &stop);

    Work m_next;
    bool m_isRunning = false;
    std::jthread m_thread;
};

} // namespace limier
