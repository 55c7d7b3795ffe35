// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/messagetracker.h"

namespace limier
{

namespace
{

// Lines of different programs may come in a slightly different order than they were written.
constexpr Stamp Lateness = 120;
// A filter that answers later than this has been given up by Postfix.
constexpr Stamp LongestHandOver = 3600;
constexpr std::size_t MostLookedAt = 2000;
// Twice what Postfix lets a mail pass (hopcount_limit); a longer chain is a forgery, and every hop of it costs time.
constexpr int MostHops = 100;
constexpr std::size_t MostWaiting = 1000;

} // namespace

MessageId MessageTracker::append(QueueId id, const LineContext &at)
{
    const auto message = static_cast<MessageId>(m_messages.size());
    Message record;
    record.queueId = id;
    record.first = at.time;
    record.last = at.time;
    record.firstLine = at.line;
    record.lastLine = at.line;
    record.origin = message;
    record.node = at.node;
    m_messages.append(record);
    m_queue.set(id, at.node, message);
    forgetOld(at.time);
    return message;
}

MessageId MessageTracker::findOrBegin(QueueId id, const LineContext &at)
{
    const MessageId found = m_queue.find(id, at.node);
    return isSet(found) ? found : append(id, at);
}

MessageId MessageTracker::beginNew(QueueId id, const LineContext &at)
{
    const MessageId found = m_queue.find(id, at.node);
    if (isSet(found) && !message(found).has(Message::Removed)) {
        edit(found).flags |= Message::Superseded;
    }
    return append(id, at);
}

void MessageTracker::touch(MessageId id, const LineContext &at)
{
    Message &record = edit(id);
    record.lastLine = at.line;
    record.last = std::max(record.last, at.time);
}

void MessageTracker::close(MessageId id, std::uint16_t flags, const LineContext &at)
{
    Message &record = edit(id);
    if (!record.has(Message::Removed)) {
        m_closed.push_back({at.time, id});
    }
    record.flags |= flags | Message::Removed;
    record.flags &= static_cast<std::uint16_t>(~Message::OnHold);
}

bool MessageTracker::isOver(MessageId id, Stamp now) const
{
    const Message &record = message(id);
    return record.has(Message::Removed) && now > record.last + Lateness;
}

void MessageTracker::forgetOld(Stamp now)
{
    while (!m_keepsClosed && !m_closed.empty() && now > m_closed.front().time + Lateness) {
        const Message &record = message(m_closed.front().message);
        m_queue.erase(record.queueId, record.node, m_closed.front().message);
        m_closed.pop_front();
    }
}

/// Only a message that began after another one can be its copy. Of two hosts the one that is later may be read first.
bool MessageTracker::beganBefore(MessageId id, MessageId other) const
{
    const Message &one = message(id);
    const Message &two = message(other);
    return one.node == two.node ? id < other : one.first + Lateness < two.first;
}

bool MessageTracker::join(MessageId hop, MessageId message)
{
    if (hop == message) {
        return false;
    }
    const MessageId origin = this->message(hop).origin;
    if (origin == message) {
        return true;
    }
    if (origin != hop || (beganBefore(hop, message) && this->message(message).has(Message::Begun))) {
        return false;
    }
    int hops = 0;
    for (MessageId before = message; this->message(before).origin != before; before = this->message(before).origin) {
        if (this->message(before).origin == hop || ++hops >= MostHops) {
            return false;
        }
    }
    edit(hop).origin = message;
    return true;
}

MessageId MessageTracker::handedInCopyOf(MessageId id) const
{
    const Message &original = message(id);
    if (original.messageIdHash == 0) {
        return None<MessageId>;
    }
    // A filter program hands the copy in while Postfix waits for it, so the copy is among the latest messages.
    const std::size_t latest = m_messages.size();
    for (std::size_t i = latest; i > latest - std::min(latest, MostLookedAt) && i - 1 > place(id); --i) {
        const Message &copy = m_messages[i - 1];
        if (copy.messageIdHash == original.messageIdHash && copy.node == original.node && !isSet(copy.user)
            && copy.has(Message::LocalBirth | Message::LoopbackClient)) {
            return static_cast<MessageId>(i - 1);
        }
    }
    return None<MessageId>;
}

MessageId MessageTracker::pipedOriginalOf(MessageId copy) const
{
    const Message &record = message(copy);
    for (std::size_t i = place(copy); i > place(copy) - std::min<std::size_t>(place(copy), MostLookedAt); --i) {
        const Message &original = m_messages[i - 1];
        if (original.has(Message::Piped) && original.messageIdHash == record.messageIdHash
            && original.node == record.node) {
            return static_cast<MessageId>(i - 1);
        }
    }
    return None<MessageId>;
}

void MessageTracker::awaitHop(QueueId id, DeliveryId delivery, MessageId message, const LineContext &at, bool anyNode)
{
    const auto [first, last] = m_waiting.equal_range(id.value);
    std::size_t waiting = 0;
    for (auto entry = first; entry != last && waiting <= MostWaiting; ++waiting) {
        entry = at.time > entry->second.time + LongestHandOver ? m_waiting.erase(entry) : std::next(entry);
    }
    // One queue ID may take the recipients of one mail; more that wait for the same one were forged.
    if (waiting < MostWaiting) {
        m_waiting.emplace(id.value, Waiting{delivery, message, at.time, at.node, anyNode});
    }
}

std::vector<MessageTracker::Waiting> MessageTracker::takeWaiting(QueueId id, const LineContext &at, bool anyNode)
{
    std::vector<Waiting> taken;
    if (m_waiting.empty()) {
        return taken;
    }
    const auto [first, last] = m_waiting.equal_range(id.value);
    for (auto entry = first; entry != last;) {
        const Waiting &waiting = entry->second;
        const bool isOld = at.time > waiting.time + LongestHandOver;
        const bool fits = !isOld && (waiting.anyNode ? anyNode && waiting.node != at.node : waiting.node == at.node);
        if (fits) {
            taken.push_back(waiting);
        }
        entry = fits || isOld ? m_waiting.erase(entry) : std::next(entry);
    }
    return taken;
}

} // namespace limier
