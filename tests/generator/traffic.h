// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smtpd.h"

namespace limier::generator
{

/// When in the day and the week something happens.
enum class Rhythm : std::uint8_t {
    Office, ///< working hours, hardly on weekends
    World,  ///< more by day, less at night
    Steady,
};

/// The ordinary life of the server: decides when who sends what. One thread.
class Traffic
{
public:
    /// @p activity: how much of the usual mail each person writes and gets.
    Traffic(Context &context, Queue &queue, Smtpd &smtpd, Zone zone, double activity);

    /// Adds the first event of each stream.
    void start(Micros at);
    void arrive(std::uint32_t stream, Micros now);
    /// About when a log of @p lines lines that begins at @p start ends.
    [[nodiscard]] Micros endOf(std::uint64_t lines, Micros start);

private:
    struct Stream {
        double perPerson = 0; ///< a day
        double perServer = 0; ///< a day
        Rhythm rhythm = Rhythm::Steady;
        double lines = 0; ///< that one event gives, about
        void (Traffic::*happen)(Micros now) = nullptr;
        bool isInbound = false; ///< comes from outside, so that an edge sees it too
    };

    [[nodiscard]] double perHour(const Stream &stream) const; ///< on average
    [[nodiscard]] Micros nextArrival(const Stream &stream, Micros now);

    void submit(Micros now);
    void useWebmail(Micros now);
    void receive(Micros now);
    void refuse(Micros now);
    void scan(Micros now);
    void guess(Micros now);
    void probe(Micros now);
    void sendSystemMail(Micros now);
    void sendFromDevice(Micros now);
    void runCron(Micros now);
    void logIn(Micros now);
    void writeStatistics(Micros now);

    void fillOutgoing(Mail &mail, const Person &person);
    void fillIncoming(Mail &mail, std::uint32_t domain);
    [[nodiscard]] std::uint32_t incomingSender(std::uint32_t domain);
    [[nodiscard]] std::uint32_t formerColleague();
    [[nodiscard]] std::uint32_t randomSize();

    static const std::array<Stream, 12> Streams;

    Context &m_context;
    Queue &m_queue;
    Smtpd &m_smtpd;
    Zone m_zone;
    double m_activity;
};

} // namespace limier::generator
