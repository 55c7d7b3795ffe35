// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/queuewatch.h"

namespace limier
{

QueueWatch::QueueWatch(Server &server, const SessionParts &parts, SessionControl &control, SessionTeller &teller)
    : m_server(server)
    , m_parts(parts)
    , m_control(control)
    , m_teller(teller)
    , m_last(Clock::now()) // the probe has just measured it
{
}

std::expected<void, RemoteError> QueueWatch::measureIfDue()
{
    const std::chrono::seconds interval = m_control.queueInterval();
    if (interval.count() == 0 || Clock::now() - m_last < interval || !m_server.hasShell()) {
        return {};
    }
    const auto queue = m_parts.measureQueue(m_server);
    m_last = Clock::now(); // with a long queue it can take as long as the interval
    if (queue) {
        m_teller.queue(*queue);
        return {};
    }
    if (endsConnection(queue.error().code)) {
        return std::unexpected(queue.error());
    }
    if (!m_isProblemTold) {
        m_isProblemTold = true;
        m_teller.problem(queue.error());
    }
    return {};
}

} // namespace limier
