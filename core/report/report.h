// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/thresholds.h"
#include "log/error.h"
#include "log/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace limier
{

/**
 * The one report model behind every form of the report: plain values, no Qt, no reference into the index.
 * Strings are bytes as they stand in the log (any bytes, not always UTF-8): each writer makes them harmless.
 */
struct Report {
    struct Input {
        std::string path;        ///< UTF-8
        std::uint64_t bytes = 0; ///< of text, after decompression
        std::uint64_t lines = 0;
        UtcSeconds first = NoTime;
        UtcSeconds last = NoTime;
        std::vector<Error> errors;
    };
    /// Final states exclude each other; queued: recipients not yet final.
    struct Outcome {
        std::uint64_t sent = 0;
        std::uint64_t deferred = 0;
        std::uint64_t bounced = 0;
        std::uint64_t expired = 0;
    };
    struct Totals {
        std::uint64_t lines = 0;
        std::uint64_t postfixLines = 0;
        std::uint64_t unrecognisedLines = 0;
        std::uint64_t messages = 0;
        std::uint64_t recipients = 0;
        Outcome outcome;
        std::uint64_t rejected = 0;
        std::uint64_t authFailures = 0;
    };
    struct User {
        std::string user;
        std::uint64_t messages = 0;
        std::uint64_t recipients = 0;
        Outcome outcome;
        std::uint64_t queued = 0;
        std::vector<std::string> clients; ///< IPs, sorted
        std::uint64_t senders = 0;
        std::uint64_t authFailures = 0;
        UtcSeconds first = NoTime; ///< of its messages
        UtcSeconds last = NoTime;
    };
    struct Client {
        std::string ip;
        std::string name; ///< empty where Postfix writes "unknown"
        std::uint64_t messages = 0;
        std::uint64_t authenticated = 0;
        std::uint64_t unauthenticated = 0;
        std::uint64_t relayed = 0;
        std::uint64_t recipients = 0;
        Outcome outcome;
        std::uint64_t rejected = 0;
        std::uint64_t authFailures = 0;
        std::vector<std::string> users; ///< sorted
    };
    struct Sender {
        std::string sender; ///< empty for <>
        std::uint64_t messages = 0;
        std::uint64_t recipients = 0;
        std::uint64_t users = 0;
        std::uint64_t clients = 0;
    };
    struct Gap {
        std::string path;
        std::uint64_t line = 0; ///< 1-based
        std::uint64_t lost = 0;
    };

    /// A Signal of a suspect.
    struct Reason {
        SignalCode code{};
        double value = 0;
        double usual = 0; ///< NaN where nothing is known
        double weight = 0;
        std::string detail;
    };
    /// A line of a log.
    struct Evidence {
        std::string path;
        std::uint64_t line = 0; ///< 1-based
        std::string text;
    };
    struct Suspect {
        SuspectKind kind = SuspectKind::CompromisedAccount;
        std::string subject;
        Severity severity = Severity::Low;
        double confidence = 0;
        UtcSeconds first = NoTime;
        UtcSeconds last = NoTime;
        std::uint64_t messages = 0;
        std::uint64_t recipients = 0;
        Outcome outcome;
        std::uint64_t queued = 0;
        std::uint64_t authFailures = 0;
        std::uint64_t networks = 0;
        std::vector<std::string> users;   ///< the first MostNames
        std::vector<std::string> clients; ///< the busiest MostNames
        UtcSeconds firstFailure = NoTime;
        UtcSeconds firstSuccess = NoTime;
        UtcSeconds peak = NoTime;
        std::vector<Reason> reasons;
        std::vector<Evidence> evidence; ///< in the order of the log
    };

    static constexpr std::size_t MostNames = 50;

    std::vector<Input> inputs;
    std::vector<Suspect> suspects; ///< most severe first
    Totals totals;
    std::vector<User> users;     ///< by messages descending, then by name
    std::vector<Client> clients; ///< by messages descending, then by IP
    std::vector<Sender> senders; ///< by messages descending, then by address
    std::vector<Gap> gaps;
    UtcSeconds since = NoTime; ///< the range that was asked for
    UtcSeconds until = NoTime;
    std::string timezone;   ///< IANA name of the zone that times without a zone were read in, e.g. "Europe/Paris"
    bool cancelled = false; ///< stopped by the user: everything above is partial
};

} // namespace limier
