// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/mailindex.h"
#include "index/queuetable.h"
#include "log/texthash.h"

#include <deque>
#include <unordered_map>

namespace limier
{

/// One line of a message, as the tracker needs it: when and where.
struct LineContext {
    Stamp time = 0;
    LineId line = None<LineId>;
    std::uint16_t node = 0;
};

/**
 * Follows the messages of a log from line to line: begins them, finds them by queue ID, closes them, and joins the
 * hops of one mail (counting rules 1, 4, 5, 6). Writes the columns of messages. One thread; constant time a line.
 */
class MessageTracker
{
public:
    /// What a queue ID names, begun if it is not known: the log may start in the middle of its life.
    [[nodiscard]] MessageId findOrBegin(QueueId id, const LineContext &at);
    /// None if it is not known.
    [[nodiscard]] MessageId find(QueueId id, std::uint16_t node) const { return m_queue.find(id, node); }
    /// A client= or uid= line: a new life, whatever the ID stood for before.
    [[nodiscard]] MessageId beginNew(QueueId id, const LineContext &at);

    [[nodiscard]] const Column<Message> &messages() const { return m_messages; }
    [[nodiscard]] const Message &message(MessageId id) const { return m_messages[place(id)]; }
    [[nodiscard]] Message &edit(MessageId id) { return m_messages.edit(place(id)); }

    /// Notes that a line names the message.
    void touch(MessageId id, const LineContext &at);
    /// qmgr or postsuper removed it: its queue ID may be given to another one.
    void close(MessageId id, std::uint16_t flags, const LineContext &at);
    /// True if the message was closed and what is seen now cannot belong to it any more.
    [[nodiscard]] bool isOver(MessageId id, Stamp now) const;

    /// Makes @p hop the continuation of @p message. False if it is another's already, or comes before it.
    bool join(MessageId hop, MessageId message);
    /// The copy of @p message that a filter program handed in again, known by its Message-ID; none if there is none.
    [[nodiscard]] MessageId handedInCopyOf(MessageId message) const;
    /// The message that was piped to a program and of which @p copy is the copy; none if there is none.
    [[nodiscard]] MessageId pipedOriginalOf(MessageId copy) const;
    /// Keeps every message findable: the files of another host of the same mails are still to come.
    void keepClosed() { m_keepsClosed = true; }
    /// Lets a delivery wait for the hop that it was handed to.
    void awaitHop(QueueId id, DeliveryId delivery, MessageId message, const LineContext &at, bool anyNode);
    struct Waiting {
        DeliveryId delivery = None<DeliveryId>;
        MessageId message = None<MessageId>;
        Stamp time = 0;
        std::uint16_t node = 0;
        bool anyNode = false;
    };
    /// What waited for the message that just began; taken out. @p anyNode: also what other hosts handed over.
    [[nodiscard]] std::vector<Waiting> takeWaiting(QueueId id, const LineContext &at, bool anyNode);

private:
    struct Closed {
        Stamp time;
        MessageId message;
    };

    MessageId append(QueueId id, const LineContext &at);
    [[nodiscard]] bool beganBefore(MessageId id, MessageId other) const;
    void forgetOld(Stamp now);

    Column<Message> m_messages;
    QueueTable m_queue;
    std::deque<Closed> m_closed;
    bool m_keepsClosed = false;
    std::unordered_multimap<std::uint64_t, Waiting, SeededHash> m_waiting; ///< by queue ID
};

} // namespace limier
