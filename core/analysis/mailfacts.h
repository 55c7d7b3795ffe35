// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/surge.h"
#include "index/mailindex.h"

#include <algorithm>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace limier
{

/// What other servers said of deliveries that they did not take.
enum class ReplyClass : std::uint8_t {
    Other,
    Refusal, ///< because of what the mail is, or how many of them: spam, content, rate
    Listing, ///< because a blocklist names this server
};

/// One origin, with what became of it, as the detectors look at it again and again. 60 bytes.
struct MailFact {
    MessageId id = None<MessageId>;
    Stamp first = 0;
    std::uint32_t account = NoPlace; ///< place in Accounts
    std::uint32_t client = NoPlace;  ///< ClientId
    std::uint32_t sender = NoPlace;  ///< AddressId
    std::uint32_t recipients = 0;
    std::uint32_t uid = 0; ///< of a mail born on the server
    std::uint32_t sent = 0;
    std::uint32_t deferred = 0;
    std::uint32_t bounced = 0; ///< and expired
    std::uint32_t expired = 0; ///< of those
    std::uint32_t queued = 0;
    std::uint32_t refused = 0; ///< deliveries that were answered with a Refusal or a Listing
    std::uint32_t foreign = 0; ///< deliveries that a remote host took or refused
    std::uint16_t flags = 0;   ///< Message's
    std::uint16_t delayed = 0; ///< deliveries that are deferred or took more than two attempts; at most 65535

    [[nodiscard]] bool has(std::uint16_t flag) const { return (flags & flag) != 0; }
    [[nodiscard]] bool isNotification() const { return has(Message::Notification); }
    [[nodiscard]] std::uint32_t deliveries() const { return sent + deferred + bounced; }
    /// Those that bounced, but not because of what the mail is.
    [[nodiscard]] std::uint32_t foundNobody() const { return bounced - std::min(bounced, refused); }
};

/**
 * The origins of an index that a detector can have an interest in: those with a user, those born here, notifications,
 * and of the others those that leave this server again. Plain values in the order of the log; a million messages take
 * some 25 ms on two cores.
 */
struct MailFacts {
    /// Empty; @p span: of the log.
    explicit MailFacts(const TimeRange &span)
        : hours(span)
    {
    }

    std::vector<MailFact> mails;
    static constexpr std::uint32_t ManyWriters = NoPlace - 1; ///< accounts

    std::uint64_t messages = 0;      ///< origins that count
    std::vector<ReplyClass> replies; ///< by ReplyId
    HourCounter hours;               ///< origins that count, by the hour
    /// By AddressId: who writes to it with a login, an account, ManyWriters or NoPlace; and whether it writes to this
    /// server without one.
    std::vector<std::uint32_t> writers;
    std::vector<char> writesBack;
    std::vector<std::uint64_t> listedReplies; ///< deliveries with each reply, where it is a Listing

    /// True if an address has to do with others of this server than @p account.
    [[nodiscard]] bool isFamiliar(AddressId address, std::uint32_t account) const
    {
        const std::uint32_t writer = writers[place(address)];
        return writesBack[place(address)] != 0 || (writer != NoPlace && writer != account);
    }
};

/// @p accounts: the account of each UserId.
[[nodiscard]] MailFacts makeMailFacts(const MailIndex &index, const std::vector<std::uint32_t> &accounts,
                                      const std::stop_token &stop);

/// What a server meant by its reply.
[[nodiscard]] ReplyClass classOfReply(std::string_view reply);

} // namespace limier
