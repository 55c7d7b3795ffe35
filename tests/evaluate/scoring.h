// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/suspect.h"

#include <cstdint>
#include <string>
#include <vector>

namespace limier::evaluate
{

inline constexpr std::size_t Kinds = 6;

/// An incident that should be found.
struct Expected {
    SuspectKind kind = SuspectKind::CompromisedAccount;
    std::vector<std::string> subjects; ///< each is right
    std::vector<std::string> guessers; ///< IPs of its failed logins
    std::vector<std::string> messages; ///< as messageKey() names them, sorted
};

/// A suspect with its texts.
struct Card {
    SuspectKind kind = SuspectKind::CompromisedAccount;
    std::string subject;
    Severity severity = Severity::Low;
    double confidence = 0;
    std::vector<std::string> users;
    std::vector<std::string> clients;  ///< IPs
    std::vector<std::string> messages; ///< as messageKey() names them
};

[[nodiscard]] std::string messageKey(std::string_view queueId, std::int64_t first);

enum class Rating : std::uint8_t {
    True,
    Consequence, ///< of an incident: neither right nor wrong
    False,
};

/// What to think of the cards of one log.
struct Judged {
    std::vector<Rating> cards;
    std::vector<bool> isFound;         ///< by incident: a card above "low" names it
    bool isTopTrue = false;            ///< the first card names an incident
    std::uint64_t messagesNamed = 0;   ///< by cards that name an incident with messages
    std::uint64_t messagesRight = 0;   ///< … that are the incident's
    std::uint64_t messagesOfFound = 0; ///< the found incidents have
};

/// True if the card names the incident: its kind, and its subject or mostly its messages or failed logins.
[[nodiscard]] bool names(const Card &card, const Expected &incident);
[[nodiscard]] Judged judge(const std::vector<Expected> &incidents, const std::vector<Card> &cards);

} // namespace limier::evaluate
