// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/activity.h"

#include "analysis/grouping.h"

#include <algorithm>
#include <thread>

namespace limier
{

namespace
{

/// Keys of the messages that count, for grouping.
struct CountedMessages {
    std::vector<std::uint32_t> users;
    std::vector<std::uint32_t> clients;
    std::vector<std::uint32_t> senders;
    std::vector<std::uint32_t> recipients;
};

void addMessage(Traffic &traffic, const Message &message)
{
    ++traffic.messages;
    traffic.recipients += message.recipients;
    traffic.first = traffic.first == 0 ? message.first : std::min(traffic.first, message.first);
    traffic.last = std::max(traffic.last, message.first);
}

/// One aggregation over one index.
class Counter
{
public:
    Counter(const MailIndex &index, const TimeRange &range, Activity &activity)
        : m_index(index)
        , m_range(range)
        , m_activity(activity)
        , m_final(index.messages().size())
        , m_relayed(index.messages().size())
    {
        m_activity.users.resize(index.userCount());
        m_activity.clients.resize(index.clientCount());
        m_activity.senders.resize(index.addressCount());
    }

    void run()
    {
        countMessages();
        // The three work on different members of the activity.
        std::jthread bySender([&] { countSenders(); });
        countDeliveries();
        countQueued();
        countRefusals();
        countPartners();
    }

private:
    void countMessages();
    void countDeliveries();
    void countQueued();
    void countRefusals();
    void countPartners();
    void countSenders();

    /// The message that @p id counts for; none if it does not count.
    [[nodiscard]] MessageId ownerOf(MessageId id) const
    {
        const MessageId origin = m_index.originOf(id);
        const Message &message = m_index.message(origin);
        return isCounted(message, origin) && m_range.contains(message.first) ? origin : None<MessageId>;
    }

    const MailIndex &m_index;
    const TimeRange &m_range;
    Activity &m_activity;
    CountedMessages m_counted;
    std::vector<std::uint32_t> m_final; ///< for each message its deliveries that are final
    std::vector<bool> m_relayed;        ///< for each origin: handed to a remote host
};

void Counter::countMessages()
{
    const std::size_t count = m_index.messages().size();
    for (auto *keys : {&m_counted.users, &m_counted.clients, &m_counted.senders, &m_counted.recipients}) {
        keys->reserve(count);
    }
    for (std::size_t from = 0; from < count;) {
        const std::span<const Message> run = m_index.messages().run(from, count);
        for (const Message &message : run) {
            if (!isCounted(message, static_cast<MessageId>(from++)) || !m_range.contains(message.first)) {
                continue;
            }
            addMessage(m_activity.total, message);
            if (isSet(message.user)) {
                addMessage(m_activity.users[place(message.user)].traffic, message);
            }
            if (isSet(message.client)) {
                ClientActivity &client = m_activity.clients[place(message.client)];
                addMessage(client.traffic, message);
                client.authenticated += isSet(message.user) ? 1U : 0U;
            }
            m_counted.users.push_back(place(message.user));
            m_counted.clients.push_back(place(message.client));
            m_counted.senders.push_back(place(message.sender));
            m_counted.recipients.push_back(message.recipients);
        }
    }
}

void Counter::countDeliveries()
{
    const std::size_t count = m_index.deliveries().size();
    for (std::size_t from = 0; from < count;) {
        const std::span<const Delivery> run = m_index.deliveries().run(from, count);
        from += run.size();
        for (const Delivery &delivery : run) {
            const bool isHandedOver = delivery.has(Delivery::HandedOver);
            if (isHandedOver || delivery.status != Status::Deferred) {
                ++m_final[place(delivery.message)];
            }
            const MessageId id = isHandedOver ? None<MessageId> : ownerOf(delivery.message);
            if (!isSet(id)) {
                continue;
            }
            const Message &message = m_index.message(id);
            m_activity.total.outcome.count(delivery.status);
            if (isSet(message.user)) {
                m_activity.users[place(message.user)].traffic.outcome.count(delivery.status);
            }
            if (!isSet(message.client)) {
                continue;
            }
            ClientActivity &client = m_activity.clients[place(message.client)];
            client.traffic.outcome.count(delivery.status);
            if (delivery.has(Delivery::RemoteRelay) && delivery.status == Status::Sent && !isSet(message.user)
                && !m_relayed[place(id)] && !m_index.client(message.client).isLoopback) {
                m_relayed[place(id)] = true;
                ++client.relayed;
            }
        }
    }
}

void Counter::countQueued()
{
    constexpr std::uint16_t Gone = Message::Removed | Message::Superseded | Message::Refused | Message::Discarded;
    const std::size_t count = m_index.messages().size();
    for (std::size_t i = 0; i < count; ++i) {
        const Message &message = m_index.messages()[i];
        if (message.has(Gone) || message.recipients <= m_final[i]) {
            continue;
        }
        const MessageId owner = ownerOf(static_cast<MessageId>(i));
        if (!isSet(owner)) {
            continue;
        }
        const std::uint64_t queued = message.recipients - m_final[i];
        const Message &origin = m_index.message(owner);
        m_activity.total.queued += queued;
        if (isSet(origin.user)) {
            m_activity.users[place(origin.user)].traffic.queued += queued;
        }
        if (isSet(origin.client)) {
            m_activity.clients[place(origin.client)].traffic.queued += queued;
        }
    }
}

void Counter::countRefusals()
{
    for (std::size_t i = 0; i < m_index.rejections().size(); ++i) {
        const Rejection &rejection = m_index.rejections()[i];
        if (m_range.contains(rejection.time)) {
            m_activity.rejected += rejection.count;
            if (isSet(rejection.client)) {
                m_activity.clients[place(rejection.client)].rejected += rejection.count;
            }
        }
    }
    for (std::size_t i = 0; i < m_index.authFailures().size(); ++i) {
        const AuthFailure &failure = m_index.authFailures()[i];
        if (m_range.contains(failure.time)) {
            m_activity.authFailures += failure.count;
            if (isSet(failure.client)) {
                m_activity.clients[place(failure.client)].authFailures += failure.count;
            }
            if (isSet(failure.user)) {
                m_activity.users[place(failure.user)].authFailures += failure.count;
            }
        }
    }
}

void Counter::countPartners()
{
    const Grouping byUser(m_counted.users, m_index.userCount());
    FirstSeen senders(m_index.addressCount());
    FirstSeen clients(m_index.clientCount());
    for (std::uint32_t user = 0; user < byUser.groupCount(); ++user) {
        UserActivity &activity = m_activity.users[user];
        for (const std::uint32_t item : byUser.group(user)) {
            const std::uint32_t sender = m_counted.senders[item];
            const std::uint32_t client = m_counted.clients[item];
            if (sender != NoPlace && senders.isNew(sender, user)) {
                ++activity.senders;
            }
            if (client != NoPlace && clients.isNew(client, user)) {
                activity.clients.push_back(static_cast<ClientId>(client));
                m_activity.clients[client].users.push_back(static_cast<UserId>(user));
            }
        }
    }
}

void Counter::countSenders()
{
    const Grouping bySender(m_counted.senders, m_index.addressCount());
    FirstSeen users(m_index.userCount());
    FirstSeen clients(m_index.clientCount());
    for (std::uint32_t sender = 0; sender < bySender.groupCount(); ++sender) {
        SenderActivity &activity = m_activity.senders[sender];
        for (const std::uint32_t item : bySender.group(sender)) {
            const std::uint32_t user = m_counted.users[item];
            const std::uint32_t client = m_counted.clients[item];
            ++activity.messages;
            activity.recipients += m_counted.recipients[item];
            activity.users += user != NoPlace && users.isNew(user, sender) ? 1U : 0U;
            activity.clients += client != NoPlace && clients.isNew(client, sender) ? 1U : 0U;
        }
    }
}

} // namespace

void Outcome::count(Status status)
{
    switch (status) {
    case Status::Sent:
        ++sent;
        break;
    case Status::Deferred:
        ++deferred;
        break;
    case Status::Bounced:
        ++bounced;
        break;
    case Status::Expired:
        ++expired;
        break;
    }
}

Activity makeActivity(const MailIndex &index, const TimeRange &range)
{
    Activity activity;
    Counter(index, range, activity).run();
    return activity;
}

} // namespace limier
