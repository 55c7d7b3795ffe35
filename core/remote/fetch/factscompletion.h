// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/sessionteller.h"
#include "remote/sessionparts.h"

#include <chrono>
#include <stop_token>

namespace limier
{

/**
 * Finds out, once a connection, what was left out before the first lines were fetched. Refers to what it is made of;
 * thread: the session's.
 */
class FactsCompletion
{
public:
    FactsCompletion(Server &server, ServerFacts &facts, const SessionParts &parts, SessionTeller &teller,
                    std::stop_token stop);

    /// Now. An error only if the connection is no longer of use.
    [[nodiscard]] std::expected<void, RemoteError> complete();
    /// If the first lines have been here for a moment, and the rest (NaN: not known) will still take longer than it is
    /// worth waiting for: the fetch stands still meanwhile.
    [[nodiscard]] std::expected<void, RemoteError> completeIfDue(double secondsLeft);

private:
    Server &m_server;
    ServerFacts &m_facts;
    const SessionParts &m_parts;
    SessionTeller &m_teller;
    std::stop_token m_stop;
    std::chrono::steady_clock::time_point m_due;
    bool m_isComplete = false;
};

} // namespace limier
