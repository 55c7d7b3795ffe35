// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "message.h"

namespace limier::generator
{

/// A time span in a delivery line.
struct Delay {
    Micros micros = 0;
};
/// Writes it as Postfix's format_tv() does with two significant digits and a resolution of 10 ms.
LogWriter &operator<<(LogWriter &log, Delay delay);

/// The parts of delays=a/b/c/d after the first.
struct Delays {
    Micros queue = 0;
    Micros connect = 0;
    Micros transmit = 0;

    [[nodiscard]] Micros sum() const { return queue + connect + transmit; }
};

/// ", status=sent (" and the like.
[[nodiscard]] std::string_view statusText(Status status);

/**
 * The delivery agents smtp and lmtp: decide what becomes of the recipients of a group and write their lines. One
 * thread.
 */
class Agents
{
public:
    explicit Agents(Context &context);

    /// How long the next attempt for @p group takes.
    [[nodiscard]] Micros duration(const Message &message, Group group);
    /// Writes a line for each recipient of @p group that is not final yet.
    void deliver(Message &message, Group group, Micros now);
    /// The start of a delivery line: `ID: to=<…>, relay=…, delay=…, delays=…`.
    void beginLine(std::string_view program, std::uint32_t pid, const Message &message, const Recipient &recipient,
                   std::string_view relay, const Delays &delays, Micros now);
    /// Notes the new status of a recipient.
    void setStatus(Message &message, Recipient &recipient, Status status);

private:
    struct Reply {
        Status status = Status::Sent;
        std::string_view dsn;
        std::string_view text; ///< with places for names, see expand()
        bool relayed = true;   ///< a host answered
    };

    /// One try to hand a group over.
    struct Attempt {
        const Domain &domain;
        const MailHost *host = nullptr; ///< null: the backend
        Reply common{};                 ///< for all recipients, unless it is Sent
        std::string_view program{};
        std::uint32_t pid = 0;
        std::string relay{};
        Delays delays{};
        bool isSuspended = false;
    };

    [[nodiscard]] Attempt attempt(const Message &message, Group group, Micros now);
    void deliverTo(Message &message, Recipient &recipient, const Attempt &made, Micros now);
    [[nodiscard]] Delays split(Micros elapsed, Manner manner);
    [[nodiscard]] Reply reply(const Message &message, const Domain &domain, const Address &address);
    [[nodiscard]] Reply replyToSpam(const Message &message, const Domain &domain);
    [[nodiscard]] Reply replyOfBackend(const Message &message);
    [[nodiscard]] Reply replyOfGroup(const Message &message, const Domain &domain);
    [[nodiscard]] static Reply unknownUser(Dialect dialect);
    [[nodiscard]] static Reply accepted(Dialect dialect);
    void writeOtherHosts(const Message &message, const Attempt &made, Micros now);
    void expand(std::string_view text, const Message &message, std::uint32_t recipient, const Domain &domain,
                const MailHost *host);
    void expandRandom(char kind);

    Context &m_context;
};

} // namespace limier::generator
