// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/newestworker.h"

#include <utility>

namespace limier
{

NewestWorker::~NewestWorker()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
}

void NewestWorker::start(Work work, Running running)
{
    if (!m_isRunning) {
        run(std::move(work));
        return;
    }
    m_next = std::move(work);
    if (running == Running::Stops) {
        m_thread.request_stop();
    }
}

void NewestWorker::drop()
{
    m_next = nullptr;
    if (m_isRunning) {
        m_thread.request_stop();
    }
}

void NewestWorker::run(Work work)
{
    m_isRunning = true;
    // The thread before has posted its last event; joining it takes no time.
    m_thread = std::jthread([this, work = std::move(work)](const std::stop_token &stop) {
        Delivery delivery = work(stop);
        QMetaObject::invokeMethod(
            this, [this, delivery = std::move(delivery), stop] { finish(delivery, stop); }, Qt::QueuedConnection);
    });
    Q_EMIT busyChanged(true);
}

void NewestWorker::finish(const Delivery &delivery, const std::stop_token &stop)
{
    m_isRunning = false;
    if (delivery && !stop.stop_requested()) {
        delivery();
    }
    if (m_next && !m_isRunning) {
        run(std::exchange(m_next, nullptr));
    } else if (!m_isRunning) {
        Q_EMIT busyChanged(false);
    }
}

} // namespace limier
