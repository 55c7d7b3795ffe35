// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/newestjob.h"

#include <utility>

namespace limier
{

NewestJob::NewestJob()
    : m_thread([this](const std::stop_token &end) { work(end); })
{
}

NewestJob::~NewestJob()
{
    cancel();
    m_thread.request_stop();
}

void NewestJob::run(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_running.request_stop();
        m_next = std::move(job);
    }
    m_wake.notify_one();
}

void NewestJob::cancel()
{
    const std::scoped_lock lock(m_mutex);
    m_running.request_stop();
    m_next = nullptr;
}

void NewestJob::work(const std::stop_token &end)
{
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, end, [this] { return m_next != nullptr; })) {
        Job job = std::exchange(m_next, nullptr);
        m_running = std::stop_source();
        const std::stop_token stop = m_running.get_token();
        lock.unlock();
        job(stop);
        job = nullptr; // what it holds goes without the lock
        lock.lock();
    }
}

} // namespace limier
