// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth.h"

#include <algorithm>

namespace limier::generator
{

void Outcomes::add(const Outcomes &other)
{
    sent += other.sent;
    deferred += other.deferred;
    bounced += other.bounced;
    expired += other.expired;
}

std::uint32_t Truth::addMessage(std::int64_t first, std::uint32_t client, std::uint32_t user, std::uint32_t incident)
{
    MessageRecord &record = m_messages.emplace_back();
    record.first = first;
    record.client = client;
    record.user = user;
    record.incident = incident;
    return static_cast<std::uint32_t>(m_messages.size() - 1);
}

void Truth::changeStatus(std::uint32_t record, Status from, Status to)
{
    auto &statuses = m_messages[record].statuses;
    if (from != Status::Waiting) {
        --statuses[static_cast<std::size_t>(from)];
    }
    ++statuses[static_cast<std::size_t>(to)];
}

void Truth::addAuthFailures(std::uint32_t client, std::uint32_t user, std::uint64_t count)
{
    host(client).authFailures += count;
    if (user != None) {
        m_userFailures.resize(std::max<std::size_t>(m_userFailures.size(), user + 1UL));
        m_userFailures[user] += count;
    }
}

std::uint32_t Truth::addIncident(IncidentKind kind, std::string subject)
{
    IncidentRecord &record = m_incidents.emplace_back();
    record.kind = kind;
    record.subject = std::move(subject);
    return static_cast<std::uint32_t>(m_incidents.size() - 1);
}

void Truth::addGuesses(std::uint32_t incident, std::uint32_t client, std::uint64_t count, std::int64_t now)
{
    IncidentRecord &record = m_incidents[incident];
    record.authFailures += count;
    record.lastFailure = now;
    if (record.firstFailure == 0) {
        record.firstFailure = now;
    }
    if (!std::ranges::contains(record.guessers, client)) {
        record.guessers.push_back(client);
    }
}

Truth::HostRecord &Truth::host(std::uint32_t client)
{
    m_hosts.resize(std::max<std::size_t>(m_hosts.size(), client + 1UL));
    return m_hosts[client];
}

} // namespace limier::generator
