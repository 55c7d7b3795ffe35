// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/records.h"

#include <cstdint>
#include <vector>

namespace limier
{

/**
 * Which message a queue ID stands for at this point of the log. Holds the messages that are in the queue and those
 * that left it a short while ago, so it stays as small as the server's queue. Open addressing; one thread.
 */
class QueueTable
{
public:
    QueueTable();

    /// The message with this queue ID on this syslog host; none if it is not known.
    [[nodiscard]] MessageId find(QueueId id, std::uint16_t node) const;
    /// Lets the queue ID stand for @p message from now on.
    void set(QueueId id, std::uint16_t node, MessageId message);
    /// Takes the queue ID out if it still stands for @p message.
    void erase(QueueId id, std::uint16_t node, MessageId message);

private:
    struct Slot {
        QueueId id;
        MessageId message = None<MessageId>;
        std::uint16_t node = 0;
    };

    [[nodiscard]] std::size_t home(QueueId id, std::uint16_t node) const;
    [[nodiscard]] std::size_t place(QueueId id, std::uint16_t node) const;
    void grow();

    std::vector<Slot> m_slots;
    std::size_t m_used = 0;
    std::uint64_t m_seed;
};

} // namespace limier
