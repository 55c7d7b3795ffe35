// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incidents.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace limier::generator
{

/// An incident as it was played.
struct PlayedIncident {
    IncidentKind kind = IncidentKind::StolenAccount;
    std::vector<std::string> subjects; ///< each names it rightly
    std::vector<std::string> guessers; ///< IPs of its failed logins
    std::vector<MessageName> messages;
    std::int64_t firstFailure = 0; ///< seconds since 1970; 0 if no login failed
};

/// What scenes are played on: the parts of the simulation, and the list of what happens. Owns nothing.
struct Stage {
    Context &context;
    Queue &queue;
    Smtpd &smtpd;
    Zone zone;
    Micros start = 0;
    Micros end = 0;
    std::vector<std::unique_ptr<Incident>> &incidents;

    [[nodiscard]] World &world() const { return context.world; }
    [[nodiscard]] Random &random() const { return context.random; }

    /// Puts something that happens into the list.
    template <typename Kind, typename... Arguments>
    void add(Arguments &&...arguments)
    {
        incidents.push_back(std::make_unique<Kind>(context, smtpd, static_cast<std::uint32_t>(incidents.size()),
                                                   std::forward<Arguments>(arguments)...));
    }
};

} // namespace limier::generator
