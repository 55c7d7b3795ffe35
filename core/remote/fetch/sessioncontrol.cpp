// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/sessioncontrol.h"

#include <utility>

namespace limier
{

SessionControl::SessionControl(FetchRange range, std::chrono::seconds queueInterval)
    : m_range(range)
    , m_queueInterval(queueInterval)
{
}

void SessionControl::changed()
{
    m_isChanged = true;
    m_condition.notify_all();
}

void SessionControl::run()
{
    const std::scoped_lock lock(m_mutex);
    m_isRunWanted = true;
    changed();
}

void SessionControl::stop()
{
    std::stop_source stop;
    {
        const std::scoped_lock lock(m_mutex);
        m_isRunWanted = false;
        stop = m_stop;
        changed();
    }
    // Without the lock: what it calls may take locks of its own.
    stop.request_stop();
}

void SessionControl::end()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
    }
    stop();
}

void SessionControl::setPaused(bool paused)
{
    const std::scoped_lock lock(m_mutex);
    m_isPaused = paused;
    changed();
}

void SessionControl::setRange(FetchRange range)
{
    const std::scoped_lock lock(m_mutex);
    m_range = range;
    changed();
}

void SessionControl::setQueueInterval(std::chrono::seconds interval)
{
    const std::scoped_lock lock(m_mutex);
    m_queueInterval = interval;
    changed();
}

bool SessionControl::waitForRun(std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_condition.wait(lock, [this] { return m_isRunWanted || m_isEnding; });
    if (m_isEnding) {
        return false;
    }
    m_isRunWanted = false;
    m_stop = std::stop_source();
    stop = m_stop.get_token();
    return true;
}

FetchRange SessionControl::range() const
{
    const std::scoped_lock lock(m_mutex);
    return m_range;
}

bool SessionControl::isPaused() const
{
    const std::scoped_lock lock(m_mutex);
    return m_isPaused;
}

std::chrono::seconds SessionControl::queueInterval() const
{
    const std::scoped_lock lock(m_mutex);
    return m_queueInterval;
}

void SessionControl::wait(std::chrono::milliseconds most, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_condition.wait_for(lock, stop, most, [this] { return m_isChanged; });
    m_isChanged = false;
}

} // namespace limier
