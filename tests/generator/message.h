// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "messageid.h"
#include "queueids.h"
#include "truth.h"

#include <deque>
#include <string>
#include <vector>

namespace limier::generator
{

/// Numbers objects and uses them again, with the memory that they hold. A reference lives until give().
template <typename T>
class Pool
{
public:
    std::uint32_t take()
    {
        if (m_free.empty()) {
            m_items.emplace_back();
            return static_cast<std::uint32_t>(m_items.size() - 1);
        }
        const std::uint32_t number = m_free.back();
        m_free.pop_back();
        m_items[number].reset();
        return number;
    }
    void give(std::uint32_t number) { m_free.push_back(number); }
    [[nodiscard]] T &operator[](std::uint32_t number) { return m_items[number]; }

private:
    std::deque<T> m_items;
    std::vector<std::uint32_t> m_free;
};

/// A mail that a client is about to hand in.
struct Mail {
    std::uint32_t sender = None;
    std::vector<std::uint32_t> recipients;
    std::uint32_t refused = None; ///< a recipient that smtpd refuses while it takes the others
    std::uint32_t size = 0;
    std::uint32_t origin = None; ///< message that the content filter injects again
    IdStyle idStyle = IdStyle::Uuid;
    bool spam = false;
    bool milterRejects = false;
    bool breaksOff = false; ///< the connection is lost while the text comes in

    void reset();
};

enum class RefusalKind : std::uint8_t {
    RelayDenied,
    UnknownRecipient,
    UnknownSenderDomain,
    Blocklist,
    BadHelo,
    NoReverseName,
};

/// A recipient that smtpd refuses without a queue file.
struct Refusal {
    RefusalKind kind = RefusalKind::RelayDenied;
    std::uint32_t sender = None;
    std::uint32_t recipient = None;
    std::uint32_t times = 1;
};

enum class Ending : std::uint8_t {
    Quit,
    LostAfterConnect,
    LostAfterAuth,
    LostAfterStarttls,
    LostAfterEhlo,
    LostInData,
    TimeoutAfterRcpt,
};

/// What the commands of a connection came to: good ones and tried ones.
struct Commands {
    std::uint32_t ehlo = 0;
    std::uint32_t starttls = 0;
    std::uint32_t auth = 0;
    std::uint32_t authTried = 0;
    std::uint32_t mail = 0;
    std::uint32_t rcpt = 0;
    std::uint32_t rcptTried = 0;
    std::uint32_t data = 0;
    std::uint32_t dataTried = 0;
    std::uint32_t rset = 0;
    std::uint32_t quit = 0;
};

/// A connection to smtpd: first failed logins, then refusals, then mails.
struct Session {
    std::uint32_t client = None;
    std::uint32_t user = None;
    std::uint32_t tried = None; ///< user of the failed logins
    std::uint32_t incident = None;
    std::uint32_t pid = 0;
    std::uint32_t failures = 0;
    std::uint32_t warned = 0; ///< failures that had a line of their own
    Micros pause = 0;         ///< between two failures
    std::vector<Refusal> refusals;
    std::vector<Mail> mails; ///< the first mailCount of them
    std::uint32_t mailCount = 0;
    std::uint32_t failuresDone = 0;
    std::uint32_t refusalsDone = 0;
    std::uint32_t mailsDone = 0;
    std::uint32_t brokenOff = None; ///< record of the mail during which the client goes away
    Commands commands;
    Ending ending = Ending::Quit;
    bool isConnected = false;
    bool silent = false;      ///< failures without a line of their own
    bool plain = false;       ///< AUTH PLAIN, not LOGIN
    bool fromOutside = false; ///< on port 25

    void reset();
    Mail &addMail();
};

/// Whether there is still something to do for a recipient.
constexpr bool isOpen(Status status)
{
    return status == Status::Waiting || status == Status::Deferred;
}

struct Recipient {
    std::uint32_t address = None;
    std::uint32_t original = None; ///< the alias that was written to
    Status status = Status::Waiting;
};

/// Recipients that one delivery agent gets together.
struct Group {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// A message in the queue.
struct Message {
    QueueId id;
    std::string messageId;
    std::vector<Recipient> recipients; ///< of one domain beside each other
    std::vector<Group> groups;
    Micros arrived = 0;
    Micros activated = 0;
    std::uint32_t record = None;
    std::uint32_t client = None;
    std::uint32_t sender = None;
    std::uint32_t size = 0;
    std::uint32_t origin = None; ///< message of which this is the hop
    std::uint32_t groupsLeft = 0;
    std::uint32_t attempts = 0;
    IdStyle idStyle = IdStyle::Uuid;
    bool spam = false;
    bool milterRejects = false;
    bool authenticated = false;
    bool notification = false;
    bool bouncedNow = false; ///< in this round of deliveries

    void reset();
    [[nodiscard]] std::uint32_t count(Status status) const;
};

} // namespace limier::generator
