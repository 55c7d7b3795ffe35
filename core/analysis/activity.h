// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/mailindex.h"

#include <limits>
#include <vector>

namespace limier
{

class Selection;

/// A span of time, since <= t < until.
struct TimeRange {
    Stamp since = 0;
    Stamp until = std::numeric_limits<Stamp>::max();

    bool operator==(const TimeRange &) const = default;
    [[nodiscard]] bool contains(Stamp time) const { return time >= since && time < until; }
};

/// Deliveries by their last known state; the states exclude each other.
struct Outcome {
    std::uint64_t sent = 0;
    std::uint64_t deferred = 0;
    std::uint64_t bounced = 0;
    std::uint64_t expired = 0;

    void count(Status status);
};

/// What somebody handed in, and what became of it.
struct Traffic {
    std::uint64_t messages = 0;
    std::uint64_t recipients = 0;
    std::uint64_t queued = 0; ///< recipients that are not final yet
    Outcome outcome;
    Stamp first = 0; ///< of its messages
    Stamp last = 0;
};

struct UserActivity {
    Traffic traffic;
    std::uint64_t authFailures = 0;
    std::uint64_t senders = 0;     ///< different ones
    std::vector<ClientId> clients; ///< different ones, in the order of their first message
};

struct ClientActivity {
    Traffic traffic;
    std::uint64_t authenticated = 0;
    std::uint64_t relayed = 0;
    std::uint64_t rejected = 0;
    std::uint64_t authFailures = 0;
    std::vector<UserId> users; ///< different ones, in the order of their first message

    [[nodiscard]] bool isEmpty() const { return traffic.messages == 0 && rejected == 0 && authFailures == 0; }
};

struct SenderActivity {
    std::uint64_t messages = 0;
    std::uint64_t recipients = 0;
    std::uint64_t users = 0;   ///< different ones
    std::uint64_t clients = 0; ///< different ones
};

/**
 * Who sent what in a range of time, by the counting rules: a message counts under the user and client of its origin,
 * with the outcome of its last hop, if its origin began in the range; rejections and failed logins count by their
 * own time. A plain value: one entry for each user, client and address of the index. Made on any thread; about 60 ms
 * for a million messages.
 */
struct Activity {
    std::vector<UserActivity> users;     ///< by UserId
    std::vector<ClientActivity> clients; ///< by ClientId
    std::vector<SenderActivity> senders; ///< by AddressId; none where made of a Selection, see makeSenderActivity()
    std::vector<bool> relayed;           ///< by MessageId: the origins that are relayed messages
    Traffic total;
    std::uint64_t rejected = 0;
    std::uint64_t authFailures = 0;
};

[[nodiscard]] Activity makeActivity(const MailIndex &index, const TimeRange &range = {});
/// Of what passes a filter: messages with what became of them, rejections and failed logins.
[[nodiscard]] Activity makeActivity(const Selection &selection);
/// By AddressId; apart from the rest because it takes half as long as that, and one table alone shows it.
[[nodiscard]] std::vector<SenderActivity> makeSenderActivity(const Selection &selection);

/// True if the message counts as one: neither a hop, nor a probe, nor refused before it was accepted.
[[nodiscard]] inline bool isCounted(const Message &message, MessageId id)
{
    return message.origin == id && !message.has(Message::Probe | Message::Refused);
}

} // namespace limier
