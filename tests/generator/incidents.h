// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smtpd.h"

#include <memory>
#include <vector>

namespace limier::generator
{

/// Something that goes wrong on the server. Each plans its own events; one thread.
class Incident
{
public:
    virtual ~Incident() = default;
    /// Adds the first events.
    virtual void start() = 0;
    virtual void step(std::uint32_t detail, Micros now) = 0;

protected:
    explicit Incident(Context &context, Smtpd &smtpd, std::uint32_t number)
        : m_context(context)
        , m_smtpd(smtpd)
        , m_number(number)
    {
    }
    void plan(Micros at, std::uint32_t detail)
    {
        m_context.events.add(at + m_context.random.between(0, Second - 1), EventKind::Incident, m_number, detail);
    }
    void planAll(const std::vector<Micros> &times)
    {
        for (const Micros at : times) {
            plan(at, 0);
        }
    }

    Context &m_context;
    Smtpd &m_smtpd;
    std::uint32_t m_number; ///< in the list of incidents
};

/// The time that a log will cover, as far as it is known beforehand.
class Span
{
public:
    Span(Micros start, Micros end, Zone zone);

    /**
     * In a log of three days: @p clock (since midnight) of the day @p day (from 0 on). In a longer one likewise, but
     * counted from a day in its first third. In a shorter one just @p share of it.
     */
    [[nodiscard]] Micros at(std::int64_t day, Micros clock, double share) const;

private:
    Micros m_start;
    Micros m_end;
    Micros m_midnight; ///< day 0
};

/// A password is guessed, then tried out, then sold: spam under one login from many networks.
class StolenAccount : public Incident
{
public:
    struct Times {
        Micros guessing = 0;
        Micros success = 0;
        Micros spam = 0;
        Micros end = 0;
    };

    StolenAccount(Context &context, Smtpd &smtpd, std::uint32_t number, Times times, std::uint32_t recipients);
    void start() override;
    void step(std::uint32_t detail, Micros now) override;

private:
    void guess(Micros now);
    void tryOut(Micros now);
    void sendBurst(Micros now);
    std::uint32_t sendFrom(std::uint32_t bot, Micros at);

    Times m_times;
    std::uint32_t m_recipientsLeft;
    std::uint32_t m_perBurst = 0;
    std::uint32_t m_incident;
    Person m_victim;
    std::vector<std::uint32_t> m_guessers; ///< clients
};

/// A machine in mynetworks that somebody else got hold of: it sends to the world without a login.
class RelayingMachine : public Incident
{
public:
    RelayingMachine(Context &context, Smtpd &smtpd, std::uint32_t number, Micros begin, Micros end,
                    std::uint32_t recipients);
    void start() override;
    void step(std::uint32_t detail, Micros now) override;

private:
    Micros m_begin;
    Micros m_end;
    std::uint32_t m_recipients;
    std::uint32_t m_recipientsLeft;
    std::uint32_t m_client;
    std::uint32_t m_incident;
};

/// Passwords are guessed and none is found.
class BruteForce : public Incident
{
public:
    /// @p hosts: 1, or how many share the work.
    BruteForce(Context &context, Smtpd &smtpd, std::uint32_t number, Micros begin, Micros end, std::uint32_t attempts,
               std::uint32_t hosts);
    void start() override;
    void step(std::uint32_t detail, Micros now) override;

private:
    Micros m_begin;
    Micros m_end;
    std::uint32_t m_attempts;
    std::uint32_t m_attemptsLeft;
    std::vector<std::uint32_t> m_clients;
    std::uint32_t m_incident;
};

} // namespace limier::generator
