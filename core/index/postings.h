// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/mailindex.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

namespace limier
{

/// For each key a list of items, in their order; all lists lie in one array.
template <typename Item>
struct PostingLists {
    std::vector<std::uint32_t> starts; ///< of the list of each key; one more for the end of the last
    std::vector<Item> items;

    [[nodiscard]] std::span<const Item> of(std::uint32_t key) const
    {
        return key + std::size_t{1} < starts.size()
            ? std::span(items).subspan(starts[key], starts[key + 1] - starts[key])
            : std::span<const Item>();
    }
};

/**
 * Finds the messages and deliveries of a snapshot by what they have in common. Each kind of list is made when it is
 * first asked for: some ten milliseconds for a million messages and 4 to 12 bytes for each; from then on an answer is
 * immediate. Any number of threads.
 */
class Postings
{
public:
    explicit Postings(std::shared_ptr<const MailIndex> index);
    Postings(const Postings &) = delete;
    Postings &operator=(const Postings &) = delete;
    ~Postings();

    [[nodiscard]] const MailIndex &index() const { return *m_index; }

    /// The messages of a user: the origins, and the hops of those origins.
    [[nodiscard]] std::span<const MessageId> ofUser(UserId user) const;
    /// The same of a client.
    [[nodiscard]] std::span<const MessageId> ofClient(ClientId client) const;
    [[nodiscard]] std::span<const MessageId> ofSender(AddressId sender) const;
    /// The deliveries to an address, also where it was expanded to others.
    [[nodiscard]] std::span<const DeliveryId> ofRecipient(AddressId recipient) const;
    /// The whole way of a mail: the origin of @p message and all its hops.
    [[nodiscard]] std::span<const MessageId> ofMail(MessageId message) const;
    /// The lives of a queue ID.
    [[nodiscard]] std::vector<MessageId> withQueueId(std::string_view queueId) const;
    /**
     * The messages with a Message-ID, with or without its angle brackets. It is known by a hash: one message in some
     * billions is another's.
     */
    [[nodiscard]] std::vector<MessageId> withMessageId(std::string_view messageId) const;

    /// Those that began from @p from to before @p until.
    [[nodiscard]] std::vector<MessageId> within(std::span<const MessageId> messages, Stamp from, Stamp until) const;
    /// Those of messages that began then.
    [[nodiscard]] std::vector<DeliveryId> within(std::span<const DeliveryId> deliveries, Stamp from, Stamp until) const;

private:
    struct Tables;

    std::shared_ptr<const MailIndex> m_index;
    std::unique_ptr<Tables> m_tables;
};

} // namespace limier
