// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/activity.h"

#include "analysis/grouping.h"
#include "analysis/selection.h"

#include <algorithm>
#include <latch>
#include <thread>

namespace limier
{

namespace
{

/// What of a message that counts is looked at again and again.
struct CountedMessage {
    std::uint32_t user;
    std::uint32_t client;
    std::uint32_t sender;
    std::uint32_t recipients;
};

/// What became of somebody's messages.
struct Fate {
    Outcome outcome;
    std::uint64_t queued = 0;
    std::uint64_t relayed = 0;
};

void addMessage(Traffic &traffic, const Message &message)
{
    ++traffic.messages;
    traffic.recipients += message.recipients;
    traffic.first = traffic.first == 0 ? message.first : std::min(traffic.first, message.first);
    traffic.last = std::max(traffic.last, message.first);
}

/// @p messages: those that count.
std::vector<SenderActivity> countSenders(const MailIndex &index, const std::vector<CountedMessage> &messages)
{
    std::vector<SenderActivity> senders(index.addressCount());
    const Grouping bySender(messages, &CountedMessage::sender, index.addressCount());
    FirstSeen users(index.userCount());
    FirstSeen clients(index.clientCount());
    for (std::uint32_t sender = 0; sender < bySender.groupCount(); ++sender) {
        SenderActivity &activity = senders[sender];
        for (const std::uint32_t item : bySender.group(sender)) {
            const auto &[user, client, itsSender, recipients] = messages[item];
            ++activity.messages;
            activity.recipients += recipients;
            activity.users += user != NoPlace && users.isNew(user, sender) ? 1U : 0U;
            activity.clients += client != NoPlace && clients.isNew(client, sender) ? 1U : 0U;
        }
    }
    return senders;
}

CountedMessage counted(const Message &message)
{
    return {place(message.user), place(message.client), place(message.sender), message.recipients};
}

/// What counts: everything in a range of time.
struct RangeScope {
    static constexpr bool HasSenders = true;

    const TimeRange &range;

    [[nodiscard]] bool has(const Message &message, MessageId id) const
    {
        return isCounted(message, id) && range.contains(message.first);
    }
    template <typename Record>
    [[nodiscard]] bool has(const Record &record) const
    {
        return range.contains(record.time);
    }
};

/// What counts: what passes a filter.
struct SelectionScope {
    static constexpr bool HasSenders = false; // see makeSenderActivity()

    const Selection &selection;

    [[nodiscard]] bool has(const Message &, MessageId id) const { return selection.has(id); }
    template <typename Record>
    [[nodiscard]] bool has(const Record &record) const
    {
        return selection.has(record);
    }
};

/// One aggregation over one index.
template <typename Scope>
class Counter
{
public:
    Counter(const MailIndex &index, const Scope &scope, Activity &activity)
        : m_index(index)
        , m_scope(scope)
        , m_activity(activity)
        , m_final(index.messages().size())
        , m_userFates(index.userCount())
        , m_clientFates(index.clientCount())
    {
        m_activity.users.resize(index.userCount());
        m_activity.clients.resize(index.clientCount());
        m_activity.relayed.resize(index.messages().size());
    }

    void run()
    {
        // The two count into different memory: what becomes of the messages is put to them afterwards.
        std::latch messagesAreCounted(1);
        const std::jthread other([&] {
            countMessages();
            messagesAreCounted.count_down();
            if constexpr (Scope::HasSenders) {
                m_activity.senders = countSenders(m_index, m_counted);
            }
        });
        countDeliveries();
        countQueued();
        messagesAreCounted.wait();
        addFates();
        countRefusals();
        countPartners();
    }

private:
    void countMessages();
    void countDeliveries();
    void countQueued();
    void addFates();
    void countRefusals();
    void countPartners();

    /// The message that @p id counts for; none if it does not count.
    [[nodiscard]] MessageId ownerOf(MessageId id) const
    {
        const MessageId origin = m_index.originOf(id);
        const Message &message = m_index.message(origin);
        return m_scope.has(message, origin) ? origin : None<MessageId>;
    }

    const MailIndex &m_index;
    const Scope &m_scope;
    Activity &m_activity;
    std::vector<CountedMessage> m_counted;
    std::vector<std::uint32_t> m_final; ///< for each message its deliveries that are final
    Fate m_totalFate;
    std::vector<Fate> m_userFates;
    std::vector<Fate> m_clientFates;
};

template <typename Scope>
void Counter<Scope>::countMessages()
{
    const std::size_t count = m_index.messages().size();
    m_counted.reserve(count);
    for (std::size_t from = 0; from < count;) {
        const std::span<const Message> run = m_index.messages().run(from, count);
        for (const Message &message : run) {
            if (!m_scope.has(message, static_cast<MessageId>(from++))) {
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
            m_counted.push_back(counted(message));
        }
    }
}

template <typename Scope>
void Counter<Scope>::countDeliveries()
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
            m_totalFate.outcome.count(delivery.status);
            if (isSet(message.user)) {
                m_userFates[place(message.user)].outcome.count(delivery.status);
            }
            if (!isSet(message.client)) {
                continue;
            }
            Fate &fate = m_clientFates[place(message.client)];
            fate.outcome.count(delivery.status);
            if (delivery.has(Delivery::RemoteRelay) && delivery.status == Status::Sent && !isSet(message.user)
                && !m_activity.relayed[place(id)] && !m_index.client(message.client).isLoopback) {
                m_activity.relayed[place(id)] = true;
                ++fate.relayed;
            }
        }
    }
}

template <typename Scope>
void Counter<Scope>::countQueued()
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
        m_totalFate.queued += queued;
        if (isSet(origin.user)) {
            m_userFates[place(origin.user)].queued += queued;
        }
        if (isSet(origin.client)) {
            m_clientFates[place(origin.client)].queued += queued;
        }
    }
}

template <typename Scope>
void Counter<Scope>::addFates()
{
    const auto add = [](Traffic &traffic, const Fate &fate) {
        traffic.outcome = fate.outcome;
        traffic.queued = fate.queued;
    };
    add(m_activity.total, m_totalFate);
    for (std::size_t i = 0; i < m_userFates.size(); ++i) {
        add(m_activity.users[i].traffic, m_userFates[i]);
    }
    for (std::size_t i = 0; i < m_clientFates.size(); ++i) {
        add(m_activity.clients[i].traffic, m_clientFates[i]);
        m_activity.clients[i].relayed = m_clientFates[i].relayed;
    }
}

template <typename Scope>
void Counter<Scope>::countRefusals()
{
    for (std::size_t i = 0; i < m_index.rejections().size(); ++i) {
        const Rejection &rejection = m_index.rejections()[i];
        if (m_scope.has(rejection)) {
            m_activity.rejected += rejection.count;
            if (isSet(rejection.client)) {
                m_activity.clients[place(rejection.client)].rejected += rejection.count;
            }
        }
    }
    for (std::size_t i = 0; i < m_index.authFailures().size(); ++i) {
        const AuthFailure &failure = m_index.authFailures()[i];
        if (m_scope.has(failure)) {
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

template <typename Scope>
void Counter<Scope>::countPartners()
{
    const Grouping byUser(m_counted, &CountedMessage::user, m_index.userCount());
    FirstSeen senders(m_index.addressCount());
    FirstSeen clients(m_index.clientCount());
    for (std::uint32_t user = 0; user < byUser.groupCount(); ++user) {
        UserActivity &activity = m_activity.users[user];
        for (const std::uint32_t item : byUser.group(user)) {
            const auto [itsUser, client, sender, recipients] = m_counted[item];
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
    const RangeScope scope{range};
    Counter(index, scope, activity).run();
    return activity;
}

Activity makeActivity(const Selection &selection)
{
    Activity activity;
    const SelectionScope scope{selection};
    Counter(selection.index(), scope, activity).run();
    return activity;
}

std::vector<SenderActivity> makeSenderActivity(const Selection &selection)
{
    std::vector<CountedMessage> messages;
    selection.forEach([&messages](const Message &message, MessageId) { messages.push_back(counted(message)); });
    return countSenders(selection.index(), messages);
}

} // namespace limier
