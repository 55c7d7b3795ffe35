// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue.h"

namespace limier::generator
{

/// The SMTP server: leads connections through their phases and writes their lines. Owns them; one thread.
class Smtpd
{
public:
    Smtpd(Context &context, Queue &queue);

    /// A connection to fill in and then to start().
    [[nodiscard]] std::uint32_t open(std::uint32_t client);
    [[nodiscard]] Session &session(std::uint32_t number) { return m_sessions[number]; }
    void start(std::uint32_t session, Micros at);

    void step(std::uint32_t session, Micros now);

private:
    void hideBehindGateway(Session &session) const;
    void connect(Session &session, Micros now);
    [[nodiscard]] Micros failLogin(Session &session, Micros now);
    void warnOfLogin(const Session &session, std::uint32_t repeats, Micros now);
    [[nodiscard]] Micros refuse(Session &session, const Refusal &refusal, Micros now);
    void writeRefusal(const Session &session, const Refusal &refusal, std::string_view queueId);
    [[nodiscard]] Micros takeMail(Session &session, const Mail &mail, Micros now);
    void close(Session &session, Micros now);
    void writeCommands(const Session &session);
    void countFailures(const Session &session, std::uint32_t count);
    [[nodiscard]] bool refuseInPostscreen(Session &session, Micros now);
    LogWriter &begin(const Session &session, Micros now);
    [[nodiscard]] std::string_view peer(const Session &session) const;

    Context &m_context;
    Queue &m_queue;
    Pool<Session> m_sessions;
};

} // namespace limier::generator
