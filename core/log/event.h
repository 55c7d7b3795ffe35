// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/queueid.h"
#include "log/timestamp.h"

#include <cstdint>
#include <type_traits>

namespace limier
{

/// What one line says, as far as it is counted or shown. Behind each: its texts in their order, then its numbers.
enum class EventType : std::uint8_t {
    Mention,        ///< names a queue ID and says nothing else that matters
    ForeignMention, ///< the same by another program (opendkim, amavis …): begins no message
    Client, ///< smtpd: client= — a message begins. Client, user (if logged in); link: orig_queue_id. Without a queue
            ///< ID: a session before a proxy filter
    ProxyAccepted, ///< smtpd: proxy-accept. link: the message that the proxy filter handed in
    Pickup,    ///< pickup: uid= from= — a message is born on the server. Sender; number: uid; link: orig_id (requeued)
    MessageId, ///< cleanup: message-id=. number: its hash
    Active,    ///< qmgr: from, size, nrcpt (queue active). Sender; number: nrcpt; size: bytes
    Delivery,  ///< one recipient. Recipient, relay, reply (unless sent; variable parts removed), orig_to (HasOrigTo);
               ///< status; link: "queued as", "forwarded as"
    Probe,     ///< status=deliverable, undeliverable: address verification, no mail
    Expired,   ///< qmgr: status=expired, returned to sender
    Removed,   ///< qmgr: removed
    Deleted,   ///< postsuper: removed
    Requeued,  ///< postsuper: requeued; what becomes of it says pickup
    Notification, ///< bounce: sender non-delivery (delay, delivery status) notification. link: the child
    Rejection, ///< reject, milter-reject … of a recipient, a command or a message. Client, reply, user (if logged in)
    ConnectionLost, ///< smtpd: lost connection or timeout inside a mail transaction; with a queue ID from Postfix 3.10
                    ///< on
    Connect,        ///< smtpd: connect from
    AuthFailure,    ///< smtpd: SASL … authentication failed. Client, user (where named)
    AuthProblem,    ///< the same where no password was wrong (no answer from the authentication server). Client, user
    Disconnect,     ///< smtpd: disconnect from. Client (if it tried to log in); number: tried; size: succeeded; NoData
    Held,           ///< placed on hold (postsuper or cleanup)
    Released,       ///< postsuper: released from hold
    Discarded,      ///< cleanup, smtpd: discard
    Gap,            ///< a log daemon dropped lines. number: how many
    Repeat, ///< "last message repeated N times". number: N; size: 1 if the line before is known to be its host's
};

/// Last known state of a delivery.
enum class Status : std::uint8_t {
    Sent,
    Deferred,
    Bounced,
    Expired
};

/// Which of Postfix's programs wrote a line.
enum class Service : std::uint8_t {
    Foreign, ///< not Postfix
    Unknown, ///< a Postfix program that is not known
    Smtpd,
    Cleanup,
    Qmgr,
    Smtp,
    Lmtp,
    Local,
    Virtual,
    Pipe,
    Error,
    Discard,
    Bounce,
    Pickup,
    Postscreen,
    Postsuper,
    Verify,
    Quiet, ///< anvil, scache, master, tlsproxy …: nothing in their lines is counted
};

/// A piece of a chunk's text (or of its made texts, see ParsedChunk) and its textHash().
struct TextRef {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint64_t hash = 0;
};

/**
 * What one line says, in 48 bytes. Its texts are TextRefs of the ParsedChunk it belongs to, from firstText on; an
 * absent text has the length 0. Plain value.
 */
struct Event {
    static constexpr std::uint8_t EndsMessage = 1;   ///< Rejection: of the whole message, not of a recipient
    static constexpr std::uint8_t NoData = 64;       ///< Disconnect: its counters say that no message was taken
    static constexpr std::uint8_t LoopbackRelay = 2; ///< Delivery: the relay is on this host
    static constexpr std::uint8_t RemoteRelay = 4;   ///< Delivery: by smtp, to a relay that is not on this host
    static constexpr std::uint8_t HasOrigTo = 8;     ///< Delivery: with orig_to
    static constexpr std::uint8_t Forwarded = 16;    ///< Delivery: the link is "forwarded as"
    static constexpr std::uint8_t ThroughPipe = 32;  ///< Delivery: "delivered via … service"

    QueueId queueId;        ///< a long one: place in ParsedChunk::longIds
    QueueId link;           ///< the same
    std::uint32_t line = 0; ///< within the chunk
    std::uint32_t pid = 0;
    std::uint32_t seconds = 0;   ///< RawTime::seconds
    std::uint32_t firstText = 0; ///< place in ParsedChunk::texts
    std::uint32_t number = 0;
    std::uint32_t size = 0;
    std::uint16_t node = 0;   ///< place in ParsedChunk::nodes
    std::uint16_t repeat = 1; ///< "message repeated N times"
    EventType type = EventType::Mention;
    Status status = Status::Sent;
    std::uint8_t flags = 0;
    RawTime::Kind timeKind = RawTime::Kind::None;
};

static_assert(sizeof(Event) == 48 && std::is_trivially_copyable_v<Event>);

} // namespace limier
