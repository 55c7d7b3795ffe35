// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/sessioncontrol.h"
#include "remote/fetch/sessionteller.h"
#include "remote/sessionparts.h"

#include <chrono>

namespace limier
{

/// Measures a server's queue as often as is wanted. Thread: the session's.
class QueueWatch
{
public:
    QueueWatch(Server &server, const SessionParts &parts, SessionControl &control, SessionTeller &teller);

    /// Measures it if it is time. An error only if the connection is no longer of use.
    [[nodiscard]] std::expected<void, RemoteError> measureIfDue();

private:
    using Clock = std::chrono::steady_clock;

    Server &m_server;
    const SessionParts &m_parts;
    SessionControl &m_control;
    SessionTeller &m_teller;
    Clock::time_point m_last;
    bool m_isProblemTold = false;
};

} // namespace limier
