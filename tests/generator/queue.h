// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agents.h"

namespace limier::generator
{

/**
 * The queue of the simulated server: cleanup, qmgr and bounce. Owns the messages from their first line to `removed`.
 * One thread.
 */
class Queue
{
public:
    Queue(Context &context, IdForm form, std::uint32_t firstInode);

    /// How long cleanup and qmgr take for a message that comes in.
    struct Intake {
        std::uint32_t message = None;
        Micros queued = 0; ///< when the client gets its answer
    };

    /// Makes a queue file at @p now; the caller writes the line that names it. @p client: None for a local program.
    [[nodiscard]] Intake accept(const Mail &mail, std::uint32_t client, std::uint32_t user, std::uint32_t incident,
                                Micros now);
    /// The client left in the middle: the file goes, without a line.
    void drop(std::uint32_t message);

    void cleanUp(std::uint32_t message, Micros now);
    void activate(std::uint32_t message, Micros now);
    void deliver(std::uint32_t message, std::uint32_t group, Micros now);
    void retry(std::uint32_t message, Micros now);
    /// All recipients have been tried: bounces, defers or removes.
    void finishRound(std::uint32_t message, Micros now);

    [[nodiscard]] Message &message(std::uint32_t number) { return m_messages[number]; }
    [[nodiscard]] Agents &agents() { return m_agents; }

private:
    void writeQueueActive(const Message &message, Micros now);
    void writeMessageId(Message &message, Micros now);
    void makeMessageId(Message &message, Micros now);
    void writeSignature(const Message &message, Micros now);
    void rejectByMilter(std::uint32_t number, Micros now);
    void startRound(std::uint32_t number, Micros now);
    void notifySender(std::uint32_t number, Micros now);
    [[nodiscard]] bool expire(Message &message, Micros now);

    Context &m_context;
    Agents m_agents;
    Pool<Message> m_messages;
    QueueIds m_ids;
};

} // namespace limier::generator
