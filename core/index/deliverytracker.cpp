// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/deliverytracker.h"

#include "index/originalrecipients.h"
#include "log/texthash.h"

#include <algorithm>

namespace limier
{

namespace
{
constexpr unsigned LongestChain = 24; // above it a hash table is faster than a walk
}

std::size_t DeliveryTracker::ManyHash::operator()(const ManyKey &key) const
{
    const std::uint64_t high = (std::uint64_t{place(key.message)} << 32) | place(key.recipient.address);
    return static_cast<std::size_t>(mixHash(high ^ textHashSeed(), place(key.recipient.original) | 1ULL));
}

DeliveryId DeliveryTracker::findInChain(const Message &message, const RecipientKey &recipient, unsigned &length) const
{
    // The chain runs from the newest to the oldest.
    for (DeliveryId id = message.firstDelivery; isSet(id) && length < LongestChain; ++length) {
        const Delivery &delivery = m_deliveries[place(id)];
        if (delivery.recipient == recipient.address && originalRecipientOf(m_originals, id) == recipient.original) {
            return id;
        }
        id = delivery.next;
    }
    return None<DeliveryId>;
}

DeliveryId DeliveryTracker::append(MessageId id, Message &message, const RecipientKey &recipient)
{
    const auto delivery = static_cast<DeliveryId>(m_deliveries.size());
    Delivery record;
    record.message = id;
    record.recipient = recipient.address;
    record.next = message.firstDelivery;
    m_deliveries.append(record);
    message.firstDelivery = delivery;
    if (isSet(recipient.original)) {
        m_originals.append({delivery, recipient.original});
    }
    return delivery;
}

DeliveryId DeliveryTracker::findOrAppend(MessageId id, Message &message, const RecipientKey &recipient, bool &isNew)
{
    unsigned length = 0;
    const DeliveryId found = findInChain(message, recipient, length);
    isNew = false;
    if (isSet(found)) {
        return found;
    }
    if (length < LongestChain) {
        isNew = true;
        return append(id, message, recipient);
    }
    if (const auto known = m_many.find({id, recipient}); known != m_many.end()) {
        return known->second;
    }
    isNew = true;
    // What leaves the part of the chain that is walked moves to the table.
    DeliveryId leaving = message.firstDelivery;
    for (unsigned step = 1; step < LongestChain; ++step) {
        leaving = m_deliveries[place(leaving)].next;
    }
    m_many.emplace(ManyKey{id, {m_deliveries[place(leaving)].recipient, originalRecipientOf(m_originals, leaving)}},
                   leaving);
    return append(id, message, recipient);
}

} // namespace limier
