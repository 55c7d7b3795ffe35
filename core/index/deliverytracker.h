// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/column.h"
#include "index/records.h"

#include <unordered_map>

namespace limier
{

/// Who a delivery is for.
struct RecipientKey {
    AddressId address = None<AddressId>;
    AddressId original = None<AddressId>; ///< none if it was not expanded

    bool operator==(const RecipientKey &) const = default;
};

/**
 * Keeps one record for each recipient of each message, whatever the number of attempts (counting rule 3). Writes the
 * columns of deliveries. One thread; constant time, also for messages with very many recipients.
 */
class DeliveryTracker
{
public:
    /// The delivery of @p message to @p recipient, made if it is the first attempt; @p isNew tells.
    [[nodiscard]] DeliveryId findOrAppend(MessageId id, Message &message, const RecipientKey &recipient, bool &isNew);
    [[nodiscard]] Delivery &edit(DeliveryId id) { return m_deliveries.edit(place(id)); }
    /// Calls @p change with each delivery of @p message.
    template <typename Change>
    void forEach(const Message &message, Change change)
    {
        for (DeliveryId id = message.firstDelivery; isSet(id); id = m_deliveries[place(id)].next) {
            change(m_deliveries.edit(place(id)));
        }
    }

    [[nodiscard]] const Column<Delivery> &deliveries() const { return m_deliveries; }
    [[nodiscard]] const Column<OriginalRecipient> &originalRecipients() const { return m_originals; }

private:
    struct ManyKey {
        MessageId message;
        RecipientKey recipient;

        bool operator==(const ManyKey &) const = default;
    };
    struct ManyHash {
        std::size_t operator()(const ManyKey &key) const;
    };

    [[nodiscard]] DeliveryId findInChain(const Message &message, const RecipientKey &recipient, unsigned &length) const;
    DeliveryId append(MessageId id, Message &message, const RecipientKey &recipient);

    Column<Delivery> m_deliveries;
    Column<OriginalRecipient> m_originals;
    std::unordered_map<ManyKey, DeliveryId, ManyHash> m_many; ///< of messages with many recipients
};

} // namespace limier
