// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/activity.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace limier
{

/// Told apart because the remedy differs.
enum class SuspectKind : std::uint8_t {
    CompromisedAccount, ///< somebody else sends with a user's password
    RelayingClient,     ///< a machine that may hand in mail without a login sends to foreign recipients
    LocalInjection,     ///< a web user or cron of the server itself sends, through pickup
    BruteForce,         ///< somebody tries passwords
    Backscatter,        ///< storms of notifications, or one destination that blocks the queue: nobody's fault here
    Reputation,         ///< other servers refuse mail because a list names this one
};

enum class Severity : std::uint8_t {
    Low, ///< worth a look
    Medium,
    High,
    Critical
};

/// What was looked at. Each has its sentence in core/report, its stable name for the JSON report, and its threshold and
/// weight, with the reason for them, in thresholds.h.
enum class SignalCode : std::uint8_t;

/// One observation about a suspect: a number, what it usually is, and the lines that show it.
struct Signal {
    SignalCode code{};
    double value = 0;
    double usual = std::numeric_limits<double>::quiet_NaN(); ///< for this subject before; NaN: it has no past
    double weight = 0;         ///< log-odds: above 0 it speaks for the suspicion, below 0 against it
    std::string detail;        ///< a text out of the log or a list's name, where the code has one; hostile
    std::vector<LineId> lines; ///< some of those it rests on, in the order of the log; at most MostLines

    static constexpr std::size_t MostLines = 20;
};

/// An attack in time; 0 where it was not seen.
struct Story {
    Stamp firstFailure = 0; ///< the first failed login
    Stamp firstSuccess = 0; ///< the first mail after the failures from the same networks
    Stamp firstOdd = 0;     ///< the first mail that is not like the subject's own
    Stamp peak = 0;         ///< begin of its busiest ten minutes
    Stamp last = 0;
};

/// An account, a client or a network that a detector points at, with its evidence. A value.
struct Suspect {
    SuspectKind kind = SuspectKind::CompromisedAccount;
    /// What to call it: the most used spelling of the account, an IP, a network, a local user's number, a destination,
    /// a list. As logged: hostile. With the kind it is stable across snapshots and logs of a server.
    std::string subject;
    Severity severity = Severity::Low;
    double confidence = 0;           ///< 0 to 1: of a hundred suspects with 0.9 some ninety are guilty
    std::vector<UserId> users;       ///< the spellings of the account; for brute force those that were tried
    std::vector<ClientId> clients;   ///< those the odd mail, or the failed logins, came from: busiest first
    std::vector<MessageId> messages; ///< the origins that belong to the incident, in the order of the log
    Stamp first = 0;
    Stamp last = 0;
    std::uint64_t recipients = 0; ///< of these messages
    Outcome outcome;              ///< of these messages
    std::uint64_t queued = 0;     ///< recipients not final yet
    std::uint64_t failures = 0;   ///< failed logins that belong to it
    std::uint64_t networks = 0;   ///< different /24 and /64 of the clients
    Story story;
    std::vector<Signal> signals; ///< heaviest first; those against it behind
};

/// What the detectors found, and what they looked at: "nothing found" is worth only as much as that.
struct Verdict {
    std::vector<Suspect> suspects; ///< most severe first, then by confidence
    TimeRange checked;             ///< span of the log
    std::uint64_t accounts = 0;
    std::uint64_t clients = 0;
    std::uint64_t messages = 0;
    std::uint64_t failures = 0;
    bool isComplete = true; ///< false if a stop was asked for before all detectors had run
};

} // namespace limier
