// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/mailfacts.h"

#include "analysis/activity.h"
#include "analysis/thresholds.h"
#include "analysis/timeseries.h"

#include <algorithm>
#include <thread>

namespace limier
{

namespace
{

/// What became of a message itself, its hops left aside.
struct Fate {
    std::uint32_t sent = 0;
    std::uint32_t deferred = 0;
    std::uint32_t bounced = 0;
    std::uint32_t expired = 0;
    std::uint32_t queued = 0;
    std::uint32_t refused = 0;
    std::uint32_t foreign = 0;
    std::uint32_t delayed = 0;
    bool isHandedOver = false;
};

void add(MailFact &mail, const Fate &fate)
{
    mail.sent += fate.sent;
    mail.deferred += fate.deferred;
    mail.bounced += fate.bounced;
    mail.expired += fate.expired;
    mail.queued += fate.queued;
    mail.refused += fate.refused;
    mail.foreign += fate.foreign;
    mail.delayed = static_cast<std::uint16_t>(std::min(mail.delayed + fate.delayed, 0xffffU));
}

/// Reads one part of the messages. One thread.
class PartReader
{
public:
    PartReader(const MailIndex &index, const std::vector<std::uint32_t> &accounts,
               const std::vector<ReplyClass> &replies, std::vector<std::uint32_t> &places)
        : m_index(index)
        , m_accounts(accounts)
        , m_replies(replies)
        , m_places(places)
        , m_listed(index.replyCount())
        , m_hours(spanOf(index))
        , m_writers(index.addressCount(), NoPlace)
        , m_writesBack(index.addressCount())
    {
    }

    void read(std::size_t from, std::size_t to, const std::stop_token &stop);
    /// Puts what it read behind @p facts' mails, in which the earlier parts are.
    void moveTo(MailFacts &facts);
    /// The fates of hops whose origins other parts hold; @p places: of all mails.
    void addStrayFates(MailFacts &facts) const;
    [[nodiscard]] std::size_t mailCount() const { return m_mails.size(); }
    [[nodiscard]] std::size_t begin() const { return m_begin; }
    [[nodiscard]] std::size_t end() const { return m_end; }

private:
    struct StrayFate {
        MessageId origin;
        Fate fate;
    };

    void readMessage(const Message &message, MessageId id);
    void readHop(MessageId id, const Fate &fate);
    [[nodiscard]] Fate fateOf(const Message &message);
    [[nodiscard]] bool matters(const Message &message, const Fate &fate) const;

    const MailIndex &m_index;
    const std::vector<std::uint32_t> &m_accounts;
    const std::vector<ReplyClass> &m_replies;
    std::vector<std::uint32_t> &m_places; ///< of each origin among the mails of its part, then among all
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::uint64_t m_messages = 0;
    std::vector<MailFact> m_mails;
    std::vector<StrayFate> m_strays;
    std::vector<std::uint64_t> m_listed;
    HourCounter m_hours;
    std::vector<std::uint32_t> m_writers;
    std::vector<char> m_writesBack;
};

void PartReader::read(std::size_t from, std::size_t to, const std::stop_token &stop)
{
    m_begin = from;
    m_end = to;
    while (from < to && !stop.stop_requested()) {
        for (const Message &message : m_index.messages().run(from, to)) {
            readMessage(message, static_cast<MessageId>(from++));
        }
    }
}

Fate PartReader::fateOf(const Message &message)
{
    const std::uint32_t account = isSet(message.user) ? m_accounts[place(message.user)] : NoPlace;
    Fate fate;
    std::uint32_t final = 0;
    for (DeliveryId id = message.firstDelivery; isSet(id);) {
        const Delivery &delivery = m_index.delivery(id);
        id = delivery.next;
        if (account != NoPlace) {
            std::uint32_t &writer = m_writers[place(delivery.recipient)];
            writer = writer == NoPlace || writer == account ? account : MailFacts::ManyWriters;
        }
        const bool isHandedOver = delivery.has(Delivery::HandedOver);
        final += isHandedOver || delivery.status != Status::Deferred ? 1U : 0U;
        if (isHandedOver) {
            fate.isHandedOver = true;
            continue;
        }
        fate.foreign += delivery.has(Delivery::RemoteRelay) ? 1U : 0U;
        fate.delayed +=
            delivery.status == Status::Deferred || delivery.attempts >= thresholds::AttemptsOfABlock ? 1U : 0U;
        switch (delivery.status) {
        case Status::Sent:
            ++fate.sent;
            continue;
        case Status::Deferred:
            ++fate.deferred;
            break;
        case Status::Expired:
            ++fate.expired;
            [[fallthrough]];
        case Status::Bounced:
            ++fate.bounced;
            break;
        }
        if (isSet(delivery.reply) && m_replies[place(delivery.reply)] != ReplyClass::Other) {
            ++fate.refused;
            m_listed[place(delivery.reply)] += m_replies[place(delivery.reply)] == ReplyClass::Listing ? 1U : 0U;
        }
    }
    constexpr std::uint16_t Gone = Message::Removed | Message::Superseded | Message::Refused | Message::Discarded;
    fate.queued = message.has(Gone) || message.recipients <= final ? 0 : message.recipients - final;
    return fate;
}

bool PartReader::matters(const Message &message, const Fate &fate) const
{
    return isSet(message.user) || fate.foreign != 0 || fate.isHandedOver || fate.bounced != 0 || fate.deferred != 0
        || message.has(Message::LocalBirth | Message::Notification | Message::LoopbackClient)
        || (isSet(message.sender) && m_index.address(message.sender).empty());
}

void PartReader::readMessage(const Message &message, MessageId id)
{
    const Fate fate = fateOf(message);
    if (message.origin != id) {
        readHop(m_index.originOf(id), fate);
        return;
    }
    if (message.has(Message::Probe | Message::Refused)) {
        return;
    }
    ++m_messages;
    m_hours.add(message.first, 1);
    if (!isSet(message.user) && isSet(message.client) && isSet(message.sender)) {
        m_writesBack[place(message.sender)] = 1;
    }
    if (!matters(message, fate)) {
        return;
    }
    m_places[place(id)] = static_cast<std::uint32_t>(m_mails.size());
    MailFact &mail = m_mails.emplace_back();
    mail.id = id;
    mail.first = message.first;
    mail.account = isSet(message.user) ? m_accounts[place(message.user)] : NoPlace;
    mail.client = place(message.client);
    mail.sender = place(message.sender);
    mail.recipients = message.recipients;
    mail.uid = message.uid;
    mail.flags = message.flags;
    add(mail, fate);
}

void PartReader::readHop(MessageId id, const Fate &fate)
{
    if (place(id) < m_begin || place(id) >= m_end) {
        m_strays.push_back({id, fate});
    } else if (const std::uint32_t at = m_places[place(id)]; at != NoPlace) {
        add(m_mails[at], fate);
    }
}

void PartReader::moveTo(MailFacts &facts)
{
    const auto before = static_cast<std::uint32_t>(facts.mails.size());
    if (before == 0) {
        facts.mails = std::move(m_mails);
    } else {
        facts.mails.insert(facts.mails.end(), m_mails.begin(), m_mails.end());
        std::for_each(m_places.begin() + static_cast<std::ptrdiff_t>(m_begin),
                      m_places.begin() + static_cast<std::ptrdiff_t>(m_end),
                      [before](std::uint32_t &at) { at += at == NoPlace ? 0 : before; });
    }
    facts.messages += m_messages;
    facts.hours.add(m_hours);
    if (facts.writers.empty()) {
        facts.writers = std::move(m_writers);
        facts.writesBack = std::move(m_writesBack);
    } else {
        for (std::size_t i = 0; i < m_writers.size(); ++i) {
            std::uint32_t &writer = facts.writers[i];
            writer = writer == NoPlace || writer == m_writers[i] ? m_writers[i]
                : m_writers[i] == NoPlace                        ? writer
                                                                 : MailFacts::ManyWriters;
            facts.writesBack[i] = static_cast<char>(facts.writesBack[i] | m_writesBack[i]);
        }
    }
    for (std::size_t i = 0; i < m_listed.size(); ++i) {
        facts.listedReplies[i] += m_listed[i];
    }
}

void PartReader::addStrayFates(MailFacts &facts) const
{
    for (const auto &[origin, fate] : m_strays) {
        if (const std::uint32_t at = m_places[place(origin)]; at != NoPlace) {
            add(facts.mails[at], fate);
        }
    }
}

} // namespace

MailFacts makeMailFacts(const MailIndex &index, const std::vector<std::uint32_t> &accounts, const std::stop_token &stop)
{
    MailFacts facts(spanOf(index));
    facts.listedReplies.resize(index.replyCount());
    facts.replies.reserve(index.replyCount());
    for (std::uint32_t i = 0; i < index.replyCount(); ++i) {
        facts.replies.push_back(classOfReply(index.reply(ReplyId{i})));
    }
    const std::size_t count = index.messages().size();
    std::vector<std::uint32_t> places(count, NoPlace);
    PartReader front(index, accounts, facts.replies, places);
    PartReader back(index, accounts, facts.replies, places);
    {
        const std::jthread other([&] { back.read(count / 2, count, stop); });
        front.read(0, count / 2, stop);
    }
    front.moveTo(facts);
    back.moveTo(facts);
    front.addStrayFates(facts);
    back.addStrayFates(facts);
    return facts;
}

} // namespace limier
