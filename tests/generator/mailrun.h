// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hours.h"
#include "incidents.h"

#include <vector>

namespace limier::generator
{

/// How many; both included.
struct Range {
    std::uint32_t low = 1;
    std::uint32_t high = 1;

    [[nodiscard]] std::uint32_t draw(Random &random) const
    {
        return static_cast<std::uint32_t>(random.between(low, high));
    }
};

/// Whom a run of mails goes to.
enum class Audience : std::uint8_t {
    Bought,   ///< addresses that a spammer has
    Contacts, ///< whom people of this server write to
    Own,      ///< people of this server
    Listed,   ///< the list of the run, one after the other
    Everyone, ///< the whole list of the run with each mail
};

/// Mails that one hand sends: who, from where, when, to whom. A value.
struct MailRunSettings {
    std::uint32_t incident = None;      ///< in the truth
    std::vector<std::uint32_t> clients; ///< each connection from one of them
    std::vector<std::uint32_t> logins;  ///< users; none: without a login
    std::vector<std::uint32_t> senders; ///< addresses
    double forged = 0;                  ///< share of mails with a made-up sender instead
    bool forgesOwnDomain = false;
    std::vector<Micros> times; ///< of the connections
    Range mails;               ///< over one connection
    Range recipients;          ///< of a mail
    Audience audience = Audience::Contacts;
    std::vector<std::uint32_t> list; ///< addresses
    double unknown = 0;              ///< share of bought addresses that do not exist
    double recognised = 0;           ///< share of mails that other servers may take for spam
    Range size{1500, 15000};
    IdStyle idStyle = IdStyle::Uuid;
    bool fromOutside = false; ///< on port 25
    bool typos = false;       ///< now and then a failed login before the good one
};

/// Fills @p mail as @p run says. @p next: place in its list, kept between mails.
void fillMail(Mail &mail, const MailRunSettings &run, World &world, Random &random, std::size_t &next);

/// Hands the mails of a run in by SMTP.
class MailRun : public Incident
{
public:
    MailRun(Context &context, Smtpd &smtpd, std::uint32_t number, MailRunSettings settings);
    void start() override;
    void step(std::uint32_t detail, Micros now) override;

private:
    MailRunSettings m_run;
    std::size_t m_next = 0;
};

/// Hands the mails of a run in by the server's own sendmail, as user @p uid, called @p name.
class LocalRun : public Incident
{
public:
    LocalRun(Context &context, Smtpd &smtpd, std::uint32_t number, Queue &queue, MailRunSettings settings,
             std::uint32_t uid, std::string name);
    void start() override;
    void step(std::uint32_t detail, Micros now) override;

private:
    Queue &m_queue;
    MailRunSettings m_run;
    std::uint32_t m_uid;
    std::string m_name;
    std::size_t m_next = 0;
};

} // namespace limier::generator
