// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report.h"

#include <algorithm>
#include <utility>

namespace limier::generator
{

namespace
{

/// Distinct pairs of numbers, sorted.
class Pairs
{
public:
    void add(std::uint32_t of, std::uint32_t what)
    {
        if (of != None && what != None) {
            m_pairs.push_back(static_cast<std::uint64_t>(of) << 32 | what);
        }
    }
    /// Calls @p use with both numbers of each pair.
    template <typename Use>
    void forEach(Use use)
    {
        std::ranges::sort(m_pairs);
        const auto repeated = std::ranges::unique(m_pairs);
        m_pairs.erase(repeated.begin(), repeated.end());
        for (const std::uint64_t pair : m_pairs) {
            use(static_cast<std::uint32_t>(pair >> 32), static_cast<std::uint32_t>(pair));
        }
    }

private:
    std::vector<std::uint64_t> m_pairs;
};

std::string_view nameOf(const Report::User &row)
{
    return row.user;
}

std::string_view nameOf(const Report::Client &row)
{
    return row.ip;
}

std::string_view nameOf(const Report::Sender &row)
{
    return row.sender;
}

class Maker
{
public:
    Maker(const Truth &truth, const World &world);

    Report make(const LogWriter &log);

private:
    void foldHops();
    void countMessage(const MessageRecord &message, const Outcomes &outcomes, bool relayed);
    void countUser(const MessageRecord &message, const Outcomes &outcomes);
    void countClient(const MessageRecord &message, const Outcomes &outcomes, bool relayed);
    void countIncident(const MessageRecord &message);
    void countHosts();
    void countPairs();
    void keepUsedRows();

    const Truth &m_truth;
    const World &m_world;
    Report m_report;
    std::vector<Outcomes> m_outcomes; ///< by message
    std::vector<bool> m_relayed;      ///< by message
    Pairs m_userClients;
    Pairs m_userSenders;
    Pairs m_clientUsers;
    Pairs m_senderUsers;
    Pairs m_senderClients;
};

Maker::Maker(const Truth &truth, const World &world)
    : m_truth(truth)
    , m_world(world)
{
    m_report.users.resize(world.users().size());
    m_report.clients.resize(world.clientIps().size());
    m_report.senders.resize(world.addresses().size());
    for (std::uint32_t i = 0; i < m_report.users.size(); ++i) {
        m_report.users[i].user = world.users()[i];
    }
    for (std::uint32_t i = 0; i < m_report.clients.size(); ++i) {
        m_report.clients[i].ip = world.clientIps()[i];
    }
    for (std::uint32_t i = 0; i < m_report.senders.size(); ++i) {
        m_report.senders[i].sender = world.addresses()[i];
    }
    for (const IncidentRecord &incident : truth.incidents()) {
        const bool onlyGuesses = incident.kind == IncidentKind::BruteForce;
        m_report.incidents.push_back({incident.kind, incident.subject, onlyGuesses ? incident.firstFailure : 0,
                                      onlyGuesses ? incident.lastFailure : 0, 0, 0, incident.authFailures,
                                      incident.firstFailure});
    }
}

void Maker::foldHops()
{
    const auto &messages = m_truth.messages();
    m_outcomes.resize(messages.size());
    m_relayed.resize(messages.size());
    const auto of = [](const MessageRecord &message, Status status) {
        return message.statuses[static_cast<std::size_t>(status)];
    };
    // A hop is always younger than its origin.
    for (std::size_t i = messages.size(); i-- != 0;) {
        const MessageRecord &message = messages[i];
        m_outcomes[i].add({of(message, Status::Sent), of(message, Status::Deferred), of(message, Status::Bounced),
                           of(message, Status::Expired)});
        m_relayed[i] = m_relayed[i] || message.relayed;
        if (message.origin != None) {
            m_outcomes[message.origin].add(m_outcomes[i]);
            m_relayed[message.origin] = m_relayed[message.origin] || m_relayed[i];
        }
    }
}

void Maker::countUser(const MessageRecord &message, const Outcomes &outcomes)
{
    Report::User &user = m_report.users[message.user];
    ++user.messages;
    user.recipients += message.recipients;
    user.outcomes.add(outcomes);
    user.queued += message.recipients - outcomes.sent - outcomes.bounced - outcomes.expired;
    user.first = user.messages == 1 ? message.first : std::min(user.first, message.first);
    user.last = std::max(user.last, message.first);
}

void Maker::countClient(const MessageRecord &message, const Outcomes &outcomes, bool relayed)
{
    Report::Client &client = m_report.clients[message.client];
    ++client.messages;
    client.authenticated += message.user != None ? 1U : 0U;
    client.relayed += message.user == None && relayed && message.client != m_world.localhost() ? 1U : 0U;
    client.recipients += message.recipients;
    client.outcomes.add(outcomes);
}

void Maker::countIncident(const MessageRecord &message)
{
    Report::Incident &incident = m_report.incidents[message.incident];
    incident.first = ++incident.messages == 1 ? message.first : std::min(incident.first, message.first);
    incident.last = std::max(incident.last, message.first);
    incident.recipients += message.recipients;
}

void Maker::countMessage(const MessageRecord &message, const Outcomes &outcomes, bool relayed)
{
    ++m_report.totals.messages;
    m_report.totals.recipients += message.recipients;
    m_report.totals.outcomes.add(outcomes);
    if (message.user != None) {
        countUser(message, outcomes);
    }
    if (message.client != None) {
        countClient(message, outcomes, relayed);
    }
    if (message.incident != None) {
        countIncident(message);
    }
    if (message.sender != None) {
        ++m_report.senders[message.sender].messages;
        m_report.senders[message.sender].recipients += message.recipients;
    }
    m_userClients.add(message.user, message.client);
    m_userSenders.add(message.user, message.sender);
    m_clientUsers.add(message.client, message.user);
    m_senderUsers.add(message.sender, message.user);
    m_senderClients.add(message.sender, message.client);
}

void Maker::countHosts()
{
    for (std::uint32_t i = 0; i < m_truth.hosts().size(); ++i) {
        const Truth::HostRecord &host = m_truth.hosts()[i];
        Report::Client &client = m_report.clients[i];
        client.rejected = host.rejected;
        client.authFailures = host.authFailures;
        const std::string_view name = m_world.client(i).name;
        client.name = host.named && name != "unknown" ? name : std::string_view();
        m_report.totals.rejected += host.rejected;
        m_report.totals.authFailures += host.authFailures;
    }
    for (std::uint32_t i = 0; i < m_truth.userFailures().size(); ++i) {
        m_report.users[i].authFailures = m_truth.userFailures()[i];
    }
}

void Maker::countPairs()
{
    Report &report = m_report;
    m_userClients.forEach([&](std::uint32_t user, std::uint32_t client) {
        report.users[user].clients.push_back(m_world.clientIps()[client]);
    });
    m_clientUsers.forEach([&](std::uint32_t client, std::uint32_t user) {
        report.clients[client].users.push_back(m_world.users()[user]);
    });
    m_userSenders.forEach([&](std::uint32_t user, std::uint32_t) { ++report.users[user].senders; });
    m_senderUsers.forEach([&](std::uint32_t sender, std::uint32_t) { ++report.senders[sender].users; });
    m_senderClients.forEach([&](std::uint32_t sender, std::uint32_t) { ++report.senders[sender].clients; });
    for (Report::User &user : report.users) {
        std::ranges::sort(user.clients);
    }
    for (Report::Client &client : report.clients) {
        std::ranges::sort(client.users);
    }
}

void Maker::keepUsedRows()
{
    std::erase_if(m_report.users, [](const Report::User &row) { return row.messages + row.authFailures == 0; });
    std::erase_if(m_report.clients,
                  [](const Report::Client &row) { return row.messages + row.rejected + row.authFailures == 0; });
    std::erase_if(m_report.senders, [](const Report::Sender &row) { return row.messages == 0; });
    const auto busiestFirst = [](const auto &a, const auto &b) {
        return a.messages != b.messages ? a.messages > b.messages : nameOf(a) < nameOf(b);
    };
    std::ranges::sort(m_report.users, busiestFirst);
    std::ranges::sort(m_report.clients, busiestFirst);
    std::ranges::sort(m_report.senders, busiestFirst);
}

Report Maker::make(const LogWriter &log)
{
    m_report.totals.lines = log.lines();
    m_report.totals.postfixLines = log.postfixLines();
    foldHops();
    for (std::size_t i = 0; i < m_truth.messages().size(); ++i) {
        const MessageRecord &message = m_truth.messages()[i];
        if (message.origin == None && !message.refused) {
            countMessage(message, m_outcomes[i], m_relayed[i]);
        }
    }
    countHosts();
    countPairs();
    keepUsedRows();
    return std::move(m_report);
}

} // namespace

Report makeReport(const Truth &truth, const World &world, const LogWriter &log)
{
    return Maker(truth, world).make(log);
}

} // namespace limier::generator
