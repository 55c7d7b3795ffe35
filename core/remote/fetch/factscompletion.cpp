// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/factscompletion.h"

#include <utility>

namespace limier
{

namespace
{

constexpr std::chrono::seconds Moment{3};
constexpr double ShortRest = 15; // seconds

} // namespace

FactsCompletion::FactsCompletion(Server &server, ServerFacts &facts, const SessionParts &parts, SessionTeller &teller,
                                 std::stop_token stop)
    : m_server(server)
    , m_facts(facts)
    , m_parts(parts)
    , m_teller(teller)
    , m_stop(std::move(stop))
    , m_due(std::chrono::steady_clock::now() + Moment)
{
}

std::expected<void, RemoteError> FactsCompletion::complete()
{
    if (std::exchange(m_isComplete, true) || !m_parts.complete) {
        return {};
    }
    const auto tell = [this](const ProbeCommand &command) { m_teller.command(command.script); };
    const auto completed = m_parts.complete(m_server, m_facts, tell, m_stop);
    if (completed) {
        m_teller.facts(m_facts);
        return {};
    }
    if (endsConnection(completed.error().code)) {
        return completed;
    }
    m_teller.problem(completed.error());
    return {};
}

std::expected<void, RemoteError> FactsCompletion::completeIfDue(double secondsLeft)
{
    return std::chrono::steady_clock::now() < m_due || secondsLeft < ShortRest ? std::expected<void, RemoteError>()
                                                                               : complete();
}

} // namespace limier
