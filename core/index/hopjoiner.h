// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/deliverytracker.h"
#include "index/logtables.h"
#include "index/messagetracker.h"
#include "log/parsedchunk.h"

namespace limier
{

/**
 * Finds out which messages are hops of one mail (counting rule 1): a copy that a content filter, a program or another
 * server of the log hands in again, a forwarded or a requeued one. Marks the deliveries that only handed the mail over.
 * One thread; constant time a line.
 */
class HopJoiner
{
public:
    HopJoiner(MessageTracker &messages, DeliveryTracker &deliveries, LogTables &tables);

    /// Says that the other side of a hand-over may stand in another host's file.
    void expectSeveralHosts() { m_severalHosts = true; }
    /// A message begins; @p named: the queue ID that it says it comes from (XFORWARD, requeued), or none.
    void begin(MessageId id, QueueId named, const LineContext &at);
    /// The Message-ID of @p id is known.
    void knowMessageId(MessageId id, const LineContext &at);
    /// A delivery that may have handed the mail over to a hop.
    void handOver(const ParsedChunk &chunk, const Event &event, MessageId id, DeliveryId delivery,
                  const LineContext &at);

private:
    void takeOverRequeued(MessageId origin, const LineContext &at);
    void takeWaiting(MessageId hop, bool anyNode, const LineContext &at);
    void joinPiped(MessageId copy);
    [[nodiscard]] bool isFromRelay(const ParsedChunk &chunk, const Event &event, MessageId hop) const;
    [[nodiscard]] bool isHop(const ParsedChunk &chunk, const Event &event, MessageId hop, MessageId message) const;

    MessageTracker &m_messages;
    DeliveryTracker &m_deliveries;
    LogTables &m_tables;
    bool m_severalHosts = false;
    bool m_anyPiped = false;
};

} // namespace limier
