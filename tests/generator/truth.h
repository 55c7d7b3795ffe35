// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "books.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace limier::generator
{

/// The last status of one recipient of a message.
enum class Status : std::uint8_t {
    Waiting,
    Sent,
    Deferred,
    Bounced,
    Expired,
    Handed, ///< to the content filter: no delivery of its own
};

enum class IncidentKind : std::uint8_t {
    StolenAccount,
    RelayingMachine,
    BruteForce,
    LocalInjection,
    Backscatter,
    Reputation,
};

/// A message of an incident, as its first line names it.
struct MessageName {
    std::string queueId;
    std::int64_t first = 0; ///< seconds since 1970
};

/// How many recipients have which last status.
struct Outcomes {
    std::uint64_t sent = 0;
    std::uint64_t deferred = 0;
    std::uint64_t bounced = 0;
    std::uint64_t expired = 0;

    void add(const Outcomes &other);
};

/// One life of one queue ID.
struct MessageRecord {
    std::int64_t first = 0; ///< seconds since 1970 of the first line
    std::uint32_t client = None;
    std::uint32_t user = None;
    std::uint32_t sender = None; ///< address; None as long as no line gave it
    std::uint32_t recipients = 0;
    std::uint32_t origin = None; ///< record of which this one is the hop
    std::uint32_t incident = None;
    std::array<std::uint32_t, 6> statuses{}; ///< recipients by Status, of those that a line named
    bool refused = false;                    ///< by a milter, or the client went away: no message
    bool relayed = false;                    ///< smtp handed a recipient to a foreign host
};

struct IncidentRecord {
    IncidentKind kind = IncidentKind::StolenAccount;
    std::string subject;
    std::int64_t firstFailure = 0; ///< seconds since 1970; 0 if no login failed
    std::int64_t lastFailure = 0;
    std::uint64_t authFailures = 0;
    std::vector<std::string> names;      ///< what else may be called its subject
    std::vector<std::uint32_t> guessers; ///< clients of the failed logins, each once
    std::vector<MessageName> messages;   ///< those whose text was taken
};

/**
 * What the generator did, noted as each line is written: the counting rules can be worked out from it without
 * reading the log. Owns one record a message; one thread.
 */
class Truth
{
public:
    struct HostRecord {
        std::uint64_t rejected = 0;
        std::uint64_t authFailures = 0;
        bool named = false; ///< a line gave its name
    };

    [[nodiscard]] std::uint32_t addMessage(std::int64_t first, std::uint32_t client, std::uint32_t user,
                                           std::uint32_t incident);
    [[nodiscard]] MessageRecord &message(std::uint32_t record) { return m_messages[record]; }
    void changeStatus(std::uint32_t record, Status from, Status to);

    void nameHost(std::uint32_t client) { host(client).named = true; }
    void addRejections(std::uint32_t client, std::uint64_t count) { host(client).rejected += count; }
    /// @p user: None unless the line names it.
    void addAuthFailures(std::uint32_t client, std::uint32_t user, std::uint64_t count);

    [[nodiscard]] std::uint32_t addIncident(IncidentKind kind, std::string subject);
    /// Counts failed logins of an incident.
    void addGuesses(std::uint32_t incident, std::uint32_t client, std::uint64_t count, std::int64_t now);
    [[nodiscard]] IncidentRecord &incident(std::uint32_t number) { return m_incidents[number]; }

    [[nodiscard]] const std::vector<MessageRecord> &messages() const { return m_messages; }
    [[nodiscard]] const std::vector<HostRecord> &hosts() const { return m_hosts; }
    [[nodiscard]] const std::vector<std::uint64_t> &userFailures() const { return m_userFailures; }
    [[nodiscard]] const std::vector<IncidentRecord> &incidents() const { return m_incidents; }

private:
    HostRecord &host(std::uint32_t client);

    std::vector<MessageRecord> m_messages;
    std::vector<HostRecord> m_hosts;           ///< by client
    std::vector<std::uint64_t> m_userFailures; ///< by user
    std::vector<IncidentRecord> m_incidents;
};

} // namespace limier::generator
