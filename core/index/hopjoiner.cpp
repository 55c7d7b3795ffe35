// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/hopjoiner.h"

#include <algorithm>

namespace limier
{

HopJoiner::HopJoiner(MessageTracker &messages, DeliveryTracker &deliveries, LogTables &tables)
    : m_messages(messages)
    , m_deliveries(deliveries)
    , m_tables(tables)
{
}

void HopJoiner::begin(MessageId id, QueueId named, const LineContext &at)
{
    const MessageId origin = named.isEmpty() ? None<MessageId> : m_messages.find(named, at.node);
    if (isSet(origin) && m_messages.join(id, origin)) {
        if (m_messages.message(id).has(Message::LocalBirth)) {
            takeOverRequeued(origin, at);
        } else {
            m_messages.edit(origin).flags |= Message::Forwarded;
        }
    }
    takeWaiting(id, false, at);
}

void HopJoiner::takeOverRequeued(MessageId origin, const LineContext &at)
{
    if (m_messages.message(origin).has(Message::Removed)) {
        return; // taken over before
    }
    m_messages.close(origin, Message::Removed, at);
    m_deliveries.forEach(m_messages.message(origin), [](Delivery &delivery) {
        if (delivery.status == Status::Deferred) {
            delivery.flags |= Delivery::HandedOver;
        }
    });
}

void HopJoiner::knowMessageId(MessageId id, const LineContext &at)
{
    takeWaiting(id, true, at);
    if (m_anyPiped) {
        joinPiped(id);
    }
}

void HopJoiner::takeWaiting(MessageId hop, bool anyNode, const LineContext &at)
{
    const std::uint32_t hash = m_messages.message(hop).messageIdHash;
    for (const MessageTracker::Waiting &waiting :
         m_messages.takeWaiting(m_messages.message(hop).queueId, at, anyNode)) {
        const bool isSame =
            !waiting.anyNode || (hash != 0 && m_messages.message(waiting.message).messageIdHash == hash);
        if (isSame && m_messages.join(hop, waiting.message)) {
            m_deliveries.edit(waiting.delivery).flags |= Delivery::HandedOver;
        }
    }
}

void HopJoiner::joinPiped(MessageId copy)
{
    const Message &message = m_messages.message(copy);
    if (message.messageIdHash == 0 || isSet(message.user) || message.origin != copy
        || !message.has(Message::LocalBirth | Message::LoopbackClient)) {
        return;
    }
    const MessageId original = m_messages.pipedOriginalOf(copy);
    if (isSet(original) && m_messages.join(copy, original)) {
        m_deliveries.forEach(m_messages.message(original), [](Delivery &delivery) {
            if (delivery.has(Delivery::Piped) && delivery.status == Status::Sent) {
                delivery.flags |= Delivery::HandedOver;
            }
        });
    }
}

bool HopJoiner::isFromRelay(const ParsedChunk &chunk, const Event &event, MessageId hop) const
{
    const ClientId client = m_messages.message(hop).client;
    const std::string_view relay = chunk.view(chunk.texts[event.firstText + 1]);
    const std::size_t open = relay.find('[');
    const std::size_t close = relay.find(']');
    return isSet(client) && open < close && close != std::string_view::npos
        && relay.substr(open + 1, close - open - 1) == m_tables.ipTexts().text(m_tables.clients()[place(client)].ip);
}

bool HopJoiner::isHop(const ParsedChunk &chunk, const Event &event, MessageId hop, MessageId message) const
{
    const std::uint32_t hopHash = m_messages.message(hop).messageIdHash;
    const std::uint32_t hash = m_messages.message(message).messageIdHash;
    if ((event.flags & (Event::LoopbackRelay | Event::Forwarded)) != 0) {
        return hopHash == hash || hopHash == 0 || hash == 0;
    }
    // A foreign host's queue ID may by chance exist here too: only the same Message-ID shows that it is this host, or,
    // where it is not known, a relay that is its own client.
    return hash != 0 && hopHash != 0 ? hopHash == hash : isFromRelay(chunk, event, hop);
}

void HopJoiner::handOver(const ParsedChunk &chunk, const Event &event, MessageId id, DeliveryId delivery,
                         const LineContext &at)
{
    MessageId hop = None<MessageId>;
    if ((event.flags & Event::ThroughPipe) != 0) {
        m_anyPiped = true;
        m_messages.edit(id).flags |= Message::Piped;
        m_deliveries.edit(delivery).flags |= Delivery::Piped;
        hop = m_messages.handedInCopyOf(id);
    } else if (event.status == Status::Sent && (event.flags & Event::LoopbackRelay) != 0
               && m_messages.message(id).has(Message::Forwarded)) {
        m_deliveries.edit(delivery).flags |= Delivery::HandedOver;
        return;
    } else if (!event.link.isEmpty()) {
        const QueueId link = m_tables.queueId(chunk, event.link);
        const bool isLocal = (event.flags & (Event::LoopbackRelay | Event::Forwarded)) != 0;
        hop = m_messages.find(link, at.node);
        for (std::uint16_t node = 0; !isLocal && !isSet(hop) && node < std::min<std::size_t>(m_tables.nodeCount(), 16);
             ++node) {
            hop = m_messages.find(link, node);
        }
        const bool found = isSet(hop) && isHop(chunk, event, hop, id);
        if (!found && (isLocal || m_severalHosts || m_tables.nodeCount() > 1)) {
            m_messages.awaitHop(link, delivery, id, at, !isLocal);
        }
        hop = found ? hop : None<MessageId>;
    }
    if (isSet(hop) && m_messages.join(hop, id)) {
        m_deliveries.edit(delivery).flags |= Delivery::HandedOver;
    }
}

} // namespace limier
