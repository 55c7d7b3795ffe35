// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/postings.h"

#include "log/texthash.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

namespace limier
{

namespace
{

using Keys = std::vector<std::uint32_t>; ///< of each item; NoPlace: in no list

/// Sorts items by key, by counting: the item with keys[i] is numbers[i].
template <typename Item>
PostingLists<Item> makeLists(const Keys &keys, const std::vector<std::uint32_t> &numbers, std::size_t keyCount)
{
    PostingLists<Item> lists;
    std::vector<std::uint32_t> &starts = lists.starts;
    // Counted two places further on, so that filling moves each start to where its list ends and the next begins.
    starts.resize(keyCount + 2);
    for (const std::uint32_t key : keys) {
        if (key != NoPlace) {
            ++starts[key + 2];
        }
    }
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    lists.items.resize(starts.back());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] != NoPlace) {
            lists.items[starts[keys[i] + 1]++] = static_cast<Item>(numbers.empty() ? i : numbers[i]);
        }
    }
    starts.pop_back();
    return lists;
}

/// Lists of messages by the key that @p keyOf gives for each.
template <typename KeyOf>
PostingLists<MessageId> listMessages(const MailIndex &index, std::size_t keyCount, KeyOf keyOf)
{
    const Column<Message> &messages = index.messages();
    Keys keys;
    keys.reserve(messages.size());
    while (keys.size() < messages.size()) {
        for (const Message &message : messages.run(keys.size(), messages.size())) {
            keys.push_back(keyOf(static_cast<MessageId>(keys.size()), message));
        }
    }
    return makeLists<MessageId>(keys, {}, keyCount);
}

/// The first message of a hop's mail; itself if it is none.
const Message &originOf(const MailIndex &index, MessageId id, const Message &message)
{
    return message.origin == id ? message : index.message(index.originOf(id));
}

PostingLists<DeliveryId> listRecipients(const MailIndex &index)
{
    const Column<Delivery> &deliveries = index.deliveries();
    const Column<OriginalRecipient> &originals = index.originalRecipients();
    Keys keys;
    std::vector<std::uint32_t> numbers;
    keys.reserve(deliveries.size() + originals.size());
    numbers.reserve(deliveries.size() + originals.size());
    std::size_t original = 0;
    for (std::uint32_t i = 0; i < deliveries.size(); ++i) {
        const AddressId recipient = deliveries[i].recipient;
        keys.push_back(place(recipient));
        numbers.push_back(i);
        if (original < originals.size() && place(originals[original].delivery) == i) {
            if (const AddressId expanded = originals[original].address; expanded != recipient) {
                keys.push_back(place(expanded));
                numbers.push_back(i);
            }
            ++original;
        }
    }
    return makeLists<DeliveryId>(keys, numbers, index.addressCount());
}

/// Buckets of a hash table for so many messages.
std::uint32_t bucketsFor(const MailIndex &index)
{
    return static_cast<std::uint32_t>(std::bit_ceil(std::max<std::size_t>(index.messages().size(), 1)));
}

std::uint64_t hashOf(QueueId shortId)
{
    return mixHash(shortId.value ^ textHashSeed(), 0x9e3779b97f4a7c15ULL);
}

std::uint64_t hashOf(std::string_view longId)
{
    return textHash(longId, textHashSeed());
}

/// As the parser makes it, of the text with its angle brackets.
std::uint32_t hashOfMessageId(std::string_view messageId)
{
    const bool isBracketed = messageId.starts_with('<');
    const std::string text = isBracketed ? std::string(messageId) : '<' + std::string(messageId) + '>';
    return static_cast<std::uint32_t>(textHash(text, textHashSeed())) | 1U;
}

} // namespace

struct Postings::Tables {
    std::once_flag users, clients, senders, recipients, mails, queueIds, messageIds;
    PostingLists<MessageId> byUser;
    PostingLists<MessageId> byClient;
    PostingLists<MessageId> bySender;
    PostingLists<DeliveryId> byRecipient;
    PostingLists<MessageId> byOrigin;
    PostingLists<MessageId> byQueueId;   ///< by bucket of a hash
    PostingLists<MessageId> byMessageId; ///< by bucket of a hash
};

Postings::Postings(std::shared_ptr<const MailIndex> index)
    : m_index(std::move(index))
    , m_tables(std::make_unique<Tables>())
{
}

Postings::~Postings() = default;

std::span<const MessageId> Postings::ofUser(UserId user) const
{
    std::call_once(m_tables->users, [this] {
        m_tables->byUser = listMessages(*m_index, m_index->userCount(), [this](MessageId id, const Message &message) {
            return place(originOf(*m_index, id, message).user);
        });
    });
    return m_tables->byUser.of(place(user));
}

std::span<const MessageId> Postings::ofClient(ClientId client) const
{
    std::call_once(m_tables->clients, [this] {
        m_tables->byClient =
            listMessages(*m_index, m_index->clientCount(), [this](MessageId id, const Message &message) {
                return place(originOf(*m_index, id, message).client);
            });
    });
    return m_tables->byClient.of(place(client));
}

std::span<const MessageId> Postings::ofSender(AddressId sender) const
{
    std::call_once(m_tables->senders, [this] {
        m_tables->bySender = listMessages(*m_index, m_index->addressCount(),
                                          [](MessageId, const Message &message) { return place(message.sender); });
    });
    return m_tables->bySender.of(place(sender));
}

std::span<const DeliveryId> Postings::ofRecipient(AddressId recipient) const
{
    std::call_once(m_tables->recipients, [this] { m_tables->byRecipient = listRecipients(*m_index); });
    return m_tables->byRecipient.of(place(recipient));
}

std::span<const MessageId> Postings::ofMail(MessageId message) const
{
    std::call_once(m_tables->mails, [this] {
        m_tables->byOrigin =
            listMessages(*m_index, m_index->messages().size(), [this](MessageId id, const Message &hop) {
                return place(hop.origin == id ? id : m_index->originOf(id));
            });
    });
    return m_tables->byOrigin.of(place(m_index->originOf(message)));
}

std::vector<MessageId> Postings::withQueueId(std::string_view queueId) const
{
    const std::uint32_t mask = bucketsFor(*m_index) - 1;
    std::call_once(m_tables->queueIds, [this, mask] {
        m_tables->byQueueId =
            listMessages(*m_index, mask + std::size_t{1}, [this, mask](MessageId, const Message &message) {
                const std::uint64_t hash =
                    message.queueId.isLong() ? hashOf(m_index->queueId(message)) : hashOf(message.queueId);
                return static_cast<std::uint32_t>(hash) & mask;
            });
    });
    std::vector<MessageId> found;
    const ScannedQueueId scanned = scanQueueId(queueId);
    if (scanned.length == 0 || scanned.length != queueId.size()) {
        return found;
    }
    const bool isLong = scanned.shortId.isEmpty();
    const std::uint64_t hash = isLong ? hashOf(queueId) : hashOf(scanned.shortId);
    std::ranges::copy_if(m_tables->byQueueId.of(static_cast<std::uint32_t>(hash) & mask), std::back_inserter(found),
                         [&](MessageId id) {
                             const Message &message = m_index->message(id);
                             return isLong ? message.queueId.isLong() && m_index->queueId(message) == queueId
                                           : message.queueId == scanned.shortId;
                         });
    return found;
}

std::vector<MessageId> Postings::withMessageId(std::string_view messageId) const
{
    const std::uint32_t mask = bucketsFor(*m_index) - 1;
    // The lowest bit of the hash is always set.
    std::call_once(m_tables->messageIds, [this, mask] {
        m_tables->byMessageId =
            listMessages(*m_index, mask + std::size_t{1}, [mask](MessageId, const Message &message) {
                return message.messageIdHash == 0 ? NoPlace : (message.messageIdHash >> 1) & mask;
            });
    });
    const std::uint32_t hash = hashOfMessageId(messageId);
    std::vector<MessageId> found;
    std::ranges::copy_if(m_tables->byMessageId.of((hash >> 1) & mask), std::back_inserter(found),
                         [&](MessageId id) { return m_index->message(id).messageIdHash == hash; });
    return found;
}

std::vector<MessageId> Postings::within(std::span<const MessageId> messages, Stamp from, Stamp until) const
{
    std::vector<MessageId> result;
    std::ranges::copy_if(messages, std::back_inserter(result), [&](MessageId id) {
        const Stamp first = m_index->message(id).first;
        return first >= from && first < until;
    });
    return result;
}

std::vector<DeliveryId> Postings::within(std::span<const DeliveryId> deliveries, Stamp from, Stamp until) const
{
    std::vector<DeliveryId> result;
    std::ranges::copy_if(deliveries, std::back_inserter(result), [&](DeliveryId id) {
        const Stamp first = m_index->message(m_index->delivery(id).message).first;
        return first >= from && first < until;
    });
    return result;
}

} // namespace limier
