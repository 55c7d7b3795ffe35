// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/suspecttext.h"

namespace limier
{

std::string_view kindName(SuspectKind kind)
{
    switch (kind) {
    case SuspectKind::CompromisedAccount:
        return "compromised-account";
    case SuspectKind::RelayingClient:
        return "relaying-client";
    case SuspectKind::LocalInjection:
        return "local-injection";
    case SuspectKind::BruteForce:
        return "brute-force";
    case SuspectKind::Backscatter:
        return "backscatter";
    case SuspectKind::Reputation:
        return "reputation";
    }
    return {};
}

std::string_view severityName(Severity severity)
{
    switch (severity) {
    case Severity::Low:
        return "low";
    case Severity::Medium:
        return "medium";
    case Severity::High:
        return "high";
    case Severity::Critical:
        return "critical";
    }
    return {};
}

std::string_view signalName(SignalCode code)
{
    switch (code) {
    case SignalCode::HourVolume:
        return "hour-volume";
    case SignalCode::DayVolume:
        return "day-volume";
    case SignalCode::Networks:
        return "networks";
    case SignalCode::NewNetworks:
        return "new-networks";
    case SignalCode::StrangeSenders:
        return "strange-senders";
    case SignalCode::ManySenders:
        return "many-senders";
    case SignalCode::OffHours:
        return "off-hours";
    case SignalCode::Bounces:
        return "bounces";
    case SignalCode::Refusals:
        return "refusals";
    case SignalCode::NewRecipients:
        return "new-recipients";
    case SignalCode::GuessedBefore:
        return "guessed-before";
    case SignalCode::ForeignRecipients:
        return "foreign-recipients";
    case SignalCode::SuddenStart:
        return "sudden-start";
    case SignalCode::OpenRelay:
        return "open-relay";
    case SignalCode::TrustedEntry:
        return "trusted-entry";
    case SignalCode::Gateway:
        return "gateway";
    case SignalCode::FewSpoilt:
        return "few-spoilt";
    case SignalCode::TrustedOnly:
        return "trusted-only";
    case SignalCode::FewRecipients:
        return "few-recipients";
    case SignalCode::KnownBulk:
        return "known-bulk";
    case SignalCode::SameRecipients:
        return "same-recipients";
    case SignalCode::SameSender:
        return "same-sender";
    case SignalCode::Failures:
        return "failures";
    case SignalCode::FailurePace:
        return "failure-pace";
    case SignalCode::TriedUsers:
        return "tried-users";
    case SignalCode::GuessingHosts:
        return "guessing-hosts";
    case SignalCode::OwnPassword:
        return "own-password";
    case SignalCode::PrivateClient:
        return "private-client";
    case SignalCode::Notifications:
        return "notifications";
    case SignalCode::OneReceiver:
        return "one-receiver";
    case SignalCode::BlockedShare:
        return "blocked-share";
    case SignalCode::BlockedDeliveries:
        return "blocked-deliveries";
    case SignalCode::NeverTook:
        return "never-took";
    case SignalCode::Listed:
        return "listed";
    case SignalCode::ListedShare:
        return "listed-share";
    }
    return {};
}

} // namespace limier
