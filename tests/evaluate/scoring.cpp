// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scoring.h"

#include "analysis/filter.h"

#include <algorithm>
#include <cctype>
#include <format>

namespace limier::evaluate
{

namespace
{

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

bool isOneOf(std::string_view text, const std::vector<std::string> &names)
{
    return std::ranges::any_of(names, [&](const std::string &name) { return lower(name) == lower(text); });
}

/// A list or a destination may be named with its host, its address or its short name.
bool isLike(std::string_view text, const std::vector<std::string> &names)
{
    return std::ranges::any_of(names, [&](const std::string &name) {
        return lower(name) == lower(text)
            || (!name.empty() && !text.empty()
                && (lower(text).contains(lower(name)) || lower(name).contains(lower(text))));
    });
}

std::uint64_t countOf(const std::vector<std::string> &texts, const std::vector<std::string> &sorted)
{
    return static_cast<std::uint64_t>(std::ranges::count_if(
        texts, [&](const std::string &text) { return std::ranges::binary_search(sorted, text); }));
}

bool isMostly(std::uint64_t part, std::size_t whole)
{
    return whole != 0 && part * 2 > whole;
}

bool isSpam(const Expected &incident)
{
    return incident.kind == SuspectKind::CompromisedAccount || incident.kind == SuspectKind::RelayingClient
        || incident.kind == SuspectKind::LocalInjection;
}

bool guessedFor(const Card &card, const Expected &incident)
{
    const auto isGuesser = [&](const std::string &ip) { return isOneOf(ip, incident.guessers); };
    const auto isNear = [&](const std::string &ip) { return networkOf(ip) == card.subject; };
    return isGuesser(card.subject) || std::ranges::any_of(incident.guessers, isNear)
        || isMostly(static_cast<std::uint64_t>(std::ranges::count_if(card.clients, isGuesser)), card.clients.size())
        || (isOneOf(card.subject, incident.subjects) && !incident.guessers.empty());
}

/// A brute force that led to the theft; what the spam did to the queue and to the server's name.
bool isConsequence(const Card &card, const Expected &incident)
{
    switch (card.kind) {
    case SuspectKind::BruteForce:
        return isSpam(incident) && guessedFor(card, incident);
    case SuspectKind::Backscatter:
        return isSpam(incident) || incident.kind == SuspectKind::Reputation;
    case SuspectKind::Reputation:
        return isSpam(incident);
    case SuspectKind::CompromisedAccount:
    case SuspectKind::RelayingClient:
    case SuspectKind::LocalInjection:
        break;
    }
    return false;
}

Rating ratingOf(const Card &card, const std::vector<Expected> &incidents)
{
    if (std::ranges::any_of(incidents, [&](const Expected &incident) { return names(card, incident); })) {
        return Rating::True;
    }
    return std::ranges::any_of(incidents, [&](const Expected &incident) { return isConsequence(card, incident); })
        ? Rating::Consequence
        : Rating::False;
}

} // namespace

std::string messageKey(std::string_view queueId, std::int64_t first)
{
    return std::format("{} {}", queueId, first);
}

bool names(const Card &card, const Expected &incident)
{
    if (card.kind != incident.kind) {
        return false;
    }
    if (isMostly(countOf(card.messages, incident.messages), card.messages.size())) {
        return true;
    }
    switch (card.kind) {
    case SuspectKind::BruteForce:
        return isOneOf(card.subject, incident.subjects) || guessedFor(card, incident);
    case SuspectKind::Backscatter:
    case SuspectKind::Reputation:
        return isLike(card.subject, incident.subjects);
    case SuspectKind::CompromisedAccount:
    case SuspectKind::RelayingClient:
    case SuspectKind::LocalInjection:
        break;
    }
    return isOneOf(card.subject, incident.subjects);
}

Judged judge(const std::vector<Expected> &incidents, const std::vector<Card> &cards)
{
    Judged judged;
    judged.isFound.resize(incidents.size());
    for (const Card &card : cards) {
        judged.cards.push_back(ratingOf(card, incidents));
        for (std::size_t i = 0; i < incidents.size(); ++i) {
            if (card.severity == Severity::Low || judged.isFound[i] || !names(card, incidents[i])) {
                continue;
            }
            judged.isFound[i] = true;
            if (!incidents[i].messages.empty()) {
                judged.messagesNamed += card.messages.size();
                judged.messagesRight += countOf(card.messages, incidents[i].messages);
                judged.messagesOfFound += incidents[i].messages.size();
            }
        }
    }
    judged.isTopTrue = !judged.cards.empty() && judged.cards.front() == Rating::True;
    return judged;
}

} // namespace limier::evaluate
