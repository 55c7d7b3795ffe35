// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/sessiontracker.h"

namespace limier
{

namespace
{
constexpr std::size_t MostSessions = 1U << 20;
constexpr std::uint64_t ByClient = std::uint64_t{1} << 63;
} // namespace

std::uint64_t SessionTracker::key(std::uint16_t node, std::uint32_t pid, ClientId client)
{
    const std::uint64_t host = std::uint64_t{node} << 32;
    return pid != 0 ? host | pid : ByClient | host | place(client);
}

SessionTracker::Session &SessionTracker::session(std::uint16_t node, std::uint32_t pid, ClientId client)
{
    const std::uint64_t wanted = key(node, pid, client);
    if (m_sessions.size() >= MostSessions && !m_sessions.contains(wanted)) {
        forget();
    }
    return m_sessions[wanted];
}

void SessionTracker::forget()
{
    // Sessions that are over, or in which nothing has happened, are as if they had never been.
    std::erase_if(m_sessions, [](const auto &entry) { return entry.second == Session(); });
    if (m_sessions.size() > MostSessions / 2) {
        m_sessions.clear();
    }
}

} // namespace limier
