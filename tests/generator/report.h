// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logwriter.h"
#include "truth.h"
#include "world.h"

#include <string>
#include <vector>

namespace limier::generator
{

/// The truth about a log by the counting rules, in the words and the order of Limier's own report.
struct Report {
    struct Totals {
        std::uint64_t lines = 0;
        std::uint64_t postfixLines = 0;
        std::uint64_t messages = 0;
        std::uint64_t recipients = 0;
        Outcomes outcomes;
        std::uint64_t rejected = 0;
        std::uint64_t authFailures = 0;
    };
    struct User {
        std::string_view user;
        std::uint64_t messages = 0;
        std::uint64_t recipients = 0;
        Outcomes outcomes;
        std::uint64_t queued = 0;
        std::vector<std::string_view> clients; ///< sorted
        std::uint64_t senders = 0;
        std::uint64_t authFailures = 0;
        std::int64_t first = 0; ///< seconds since 1970; 0 without a message
        std::int64_t last = 0;
    };
    struct Client {
        std::string_view ip;
        std::string_view name; ///< empty if no line gave one, or Postfix knew none
        std::uint64_t messages = 0;
        std::uint64_t authenticated = 0;
        std::uint64_t relayed = 0;
        std::uint64_t recipients = 0;
        Outcomes outcomes;
        std::uint64_t rejected = 0;
        std::uint64_t authFailures = 0;
        std::vector<std::string_view> users; ///< sorted
    };
    struct Sender {
        std::string_view sender;
        std::uint64_t messages = 0;
        std::uint64_t recipients = 0;
        std::uint64_t users = 0;
        std::uint64_t clients = 0;
    };
    struct Incident {
        IncidentKind kind = IncidentKind::StolenAccount;
        std::string subject;
        std::int64_t first = 0; ///< of its messages; of its failed logins if it has none
        std::int64_t last = 0;
        std::uint64_t messages = 0;
        std::uint64_t recipients = 0;
        std::uint64_t authFailures = 0;
        std::int64_t firstFailure = 0; ///< 0 if no login failed
    };

    Totals totals;
    std::vector<User> users;
    std::vector<Client> clients;
    std::vector<Sender> senders;
    std::vector<Incident> incidents;
};

/// Works the report out from what was done. Its texts live in @p world.
[[nodiscard]] Report makeReport(const Truth &truth, const World &world, const LogWriter &log);

/// The report as JSON, format "limier-truth".
[[nodiscard]] std::string toJson(const Report &report);

} // namespace limier::generator
