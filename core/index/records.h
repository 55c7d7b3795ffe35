// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/ids.h"
#include "log/event.h"

#include <cstdint>

namespace limier
{

/// Seconds since 1970 UTC in 32 bits (until 2106); 0 where a record has no time.
using Stamp = std::uint32_t;

/// One life of one queue ID. 64 bytes: one cache line, because the builder comes back to it with every line.
struct Message {
    static constexpr std::uint16_t Removed = 1; ///< qmgr or postsuper removed it
    static constexpr std::uint16_t Deleted = 2; ///< … postsuper did
    static constexpr std::uint16_t Superseded =
        4;                                        ///< its queue ID began a new message before it was seen to be removed
    static constexpr std::uint16_t WasActive = 8; ///< seen by qmgr
    static constexpr std::uint16_t Notification = 16; ///< made by bounce: of no user and no client
    static constexpr std::uint16_t Probe = 32;        ///< address verification, no mail
    static constexpr std::uint16_t Refused = 64;      ///< rejected as a whole, or its client went away before its end
    static constexpr std::uint16_t LocalBirth = 128;  ///< by pickup: born on the server
    static constexpr std::uint16_t OnHold = 256;
    static constexpr std::uint16_t Cleaned = 512;         ///< cleanup has logged its Message-ID
    static constexpr std::uint16_t LoopbackClient = 1024; ///< handed in by a client on this host
    static constexpr std::uint16_t Discarded = 2048;      ///< accepted and thrown away by a rule
    static constexpr std::uint16_t Begun = 4096;          ///< its client= or uid= line was seen
    static constexpr std::uint16_t Piped = 8192;          ///< given to a program by pipe, which may hand it in again
    static constexpr std::uint16_t Forwarded = 16384;     ///< a content filter's copy named it (XFORWARD)
    static constexpr std::uint16_t Expired = 32768;       ///< qmgr gave it up

    QueueId queueId;
    Stamp first = 0;
    Stamp last = 0;
    LineId firstLine = None<LineId>;
    LineId lastLine = None<LineId>;
    UserId user = None<UserId>;
    ClientId client = None<ClientId>;
    AddressId sender = None<AddressId>;
    std::uint32_t recipients = 0;       ///< nrcpt of the first "queue active" line
    std::uint32_t size = 0;             ///< bytes
    std::uint32_t messageIdHash = 0;    ///< 0: none seen
    MessageId origin = None<MessageId>; ///< the message this one is a hop of; itself if it is an origin
    std::uint32_t uid = 0;              ///< of a LocalBirth: who called sendmail
    DeliveryId firstDelivery = None<DeliveryId>;
    std::uint16_t flags = 0;
    std::uint16_t node = 0; ///< syslog host

    [[nodiscard]] bool has(std::uint16_t flag) const { return (flags & flag) != 0; }
};

static_assert(sizeof(Message) == 64);

/// One recipient of a message and what became of it.
struct Delivery {
    static constexpr std::uint8_t HandedOver = 1;  ///< to a hop that is in the index: the hop's outcome counts
    static constexpr std::uint8_t RemoteRelay = 2; ///< by smtp, to a host that is not this one
    static constexpr std::uint8_t Piped = 4;       ///< given to a program by pipe

    MessageId message = None<MessageId>;
    DeliveryId next = None<DeliveryId>; ///< of the same message
    AddressId recipient = None<AddressId>;
    RelayId relay = None<RelayId>;
    ReplyId reply = None<ReplyId>; ///< of the last attempt; none if sent
    Stamp time = 0;                ///< of the last attempt
    LineId line = None<LineId>;    ///< of the last attempt
    std::uint16_t attempts = 0;    ///< at most 65535
    Status status = Status::Sent;
    std::uint8_t flags = 0;

    [[nodiscard]] bool has(std::uint8_t flag) const { return (flags & flag) != 0; }
};

static_assert(sizeof(Delivery) == 32);

/// The address a recipient was expanded from (orig_to=), where there is one.
struct OriginalRecipient {
    DeliveryId delivery = None<DeliveryId>;
    AddressId address = None<AddressId>;
};

/// A refused recipient, command or message.
struct Rejection {
    Stamp time = 0;
    LineId line = None<LineId>;
    ClientId client = None<ClientId>;
    UserId user = None<UserId>;
    ReplyId reply = None<ReplyId>;
    std::uint32_t count = 1;
    std::uint16_t node = 0; ///< syslog host
};

/// Failed logins: a warning, or what only the counter of a disconnect line shows.
struct AuthFailure {
    Stamp time = 0;
    LineId line = None<LineId>;
    ClientId client = None<ClientId>;
    UserId user = None<UserId>; ///< none where the line does not name it
    std::uint32_t count = 1;
    std::uint16_t node = 0; ///< syslog host
};

/// Lines that a log daemon says it dropped.
struct Gap {
    Stamp time = 0;
    LineId line = None<LineId>;
    std::uint32_t lost = 0;
};

} // namespace limier
