// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/selection.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace limier
{

namespace
{

/// The values of one field that a filter asks for, and those it takes away.
struct FieldTerms {
    FieldTerms(const Filter &filter, FilterField field)
    {
        for (const FilterTerm &term : filter.terms) {
            if (term.field == field) {
                (term.isExcluded ? excluded : included).insert(term.value);
            }
        }
    }

    [[nodiscard]] bool isEmpty() const { return included.empty() && excluded.empty(); }
    [[nodiscard]] bool passes(std::string_view value) const
    {
        return (included.empty() || included.contains(value)) && !excluded.contains(value);
    }
    /// What has no value of this field passes unless one is asked for.
    [[nodiscard]] bool passesNone() const { return included.empty(); }

    std::set<std::string, std::less<>> included;
    std::set<std::string, std::less<>> excluded;
};

/// Restricts @p passing, which is one longer than @p count, by the texts of the ids.
template <typename TextOf>
void restrict(std::vector<bool> &passing, std::size_t count, const FieldTerms &terms, TextOf textOf)
{
    if (terms.isEmpty()) {
        return;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        passing[i] = passing[i] && terms.passes(textOf(i));
    }
    passing[count] = passing[count] && terms.passesNone();
}

std::string_view nameOf(Status status)
{
    switch (status) {
    case Status::Sent:
        return "sent";
    case Status::Deferred:
        return "deferred";
    case Status::Bounced:
        return "bounced";
    case Status::Expired:
        break;
    }
    return "expired";
}

/**
 * Restricts mails by their deliveries: one of them must have a value that is asked for, none may have one that is taken
 * away.
 */
class DeliveryRestriction
{
public:
    explicit DeliveryRestriction(const MailIndex &index)
        : m_index(index)
    {
    }

    /// @p valuesOf: calls its second argument with each value that the delivery has.
    template <typename ValuesOf>
    void apply(std::vector<bool> &messages, const FieldTerms &terms, ValuesOf valuesOf) const
    {
        if (terms.isEmpty()) {
            return;
        }
        std::vector<bool> wanted(messages.size());
        std::vector<bool> unwanted(messages.size());
        for (std::uint32_t i = 0; i < m_index.deliveries().size(); ++i) {
            const Delivery &delivery = m_index.deliveries()[i];
            if (delivery.has(Delivery::HandedOver)) {
                continue;
            }
            const std::uint32_t origin = place(m_index.originOf(delivery.message));
            valuesOf(static_cast<DeliveryId>(i), delivery, [&](bool isIncluded, bool isExcluded) {
                wanted[origin] = wanted[origin] || isIncluded;
                unwanted[origin] = unwanted[origin] || isExcluded;
            });
        }
        for (std::size_t i = 0; i < messages.size(); ++i) {
            messages[i] = messages[i] && (terms.included.empty() || wanted[i]) && !unwanted[i];
        }
    }

    /// The same by a text of the recipients, @p textOf of their ids, and of the addresses they were expanded from.
    template <typename TextOf>
    void applyToAddresses(std::vector<bool> &messages, const FieldTerms &terms, TextOf textOf) const
    {
        if (terms.isEmpty()) {
            return;
        }
        std::vector<bool> included(m_index.addressCount());
        std::vector<bool> excluded(m_index.addressCount());
        for (std::uint32_t i = 0; i < m_index.addressCount(); ++i) {
            const auto text = textOf(m_index.address(AddressId{i}));
            included[i] = terms.included.contains(text);
            excluded[i] = terms.excluded.contains(text);
        }
        const Column<OriginalRecipient> &originals = m_index.originalRecipients();
        std::size_t next = 0;
        apply(messages, terms, [&](DeliveryId id, const Delivery &delivery, auto &&use) {
            use(included[place(delivery.recipient)], excluded[place(delivery.recipient)]);
            while (next < originals.size() && originals[next].delivery < id) {
                ++next;
            }
            if (next < originals.size() && originals[next].delivery == id) {
                const std::uint32_t original = place(originals[next].address);
                use(included[original], excluded[original]);
            }
        });
    }

private:
    const MailIndex &m_index;
};

/// The origins that smtp delivered to another host at least once.
std::vector<bool> relayedMails(const MailIndex &index)
{
    std::vector<bool> relayed(index.messages().size());
    for (std::uint32_t i = 0; i < index.deliveries().size(); ++i) {
        const Delivery &delivery = index.deliveries()[i];
        if (delivery.has(Delivery::RemoteRelay) && !delivery.has(Delivery::HandedOver)
            && delivery.status == Status::Sent) {
            relayed[place(index.originOf(delivery.message))] = true;
        }
    }
    return relayed;
}

/// Restricts mails by how they were handed in.
void restrictByLogin(const MailIndex &index, std::vector<bool> &messages, const FieldTerms &terms)
{
    if (terms.isEmpty()) {
        return;
    }
    const std::vector<bool> relayed = relayedMails(index);
    for (std::uint32_t i = 0; i < messages.size(); ++i) {
        if (!messages[i]) {
            continue;
        }
        const Message &message = index.messages()[i];
        const bool isForeign = isSet(message.client) && !isSet(message.user);
        const bool isRelayed = isForeign && relayed[i] && !index.client(message.client).isLoopback;
        const auto fits = [&](const std::set<std::string, std::less<>> &kinds) {
            return (isSet(message.user) && kinds.contains("authenticated"))
                || (isForeign && kinds.contains("unauthenticated")) || (isRelayed && kinds.contains("relayed"))
                || (message.has(Message::LocalBirth) && kinds.contains("local"));
        };
        messages[i] = (terms.included.empty() || fits(terms.included)) && !fits(terms.excluded);
    }
}

} // namespace

Selection::Selection(std::shared_ptr<const MailIndex> index)
    : Selection(std::move(index), Filter())
{
}

Selection::Selection(std::shared_ptr<const MailIndex> index, Filter filter, const std::stop_token &stop)
    : m_index(std::move(index))
    , m_filter(std::move(filter))
    , m_users(m_index->userCount() + 1, true)
    , m_clients(m_index->clientCount() + 1, true)
    , m_nodes(m_index->nodeCount() + 1, true)
    , m_messagesAnytime(m_index->messages().size())
{
    m_asksForMail = std::ranges::any_of(m_filter.terms, [](const FilterTerm &term) {
        return !term.isExcluded && term.field != FilterField::User && term.field != FilterField::Client
            && term.field != FilterField::Network && term.field != FilterField::Host;
    });
    const auto ipOf = [this](std::uint32_t i) { return m_index->clientIp(ClientId{i}); };
    restrict(m_users, m_index->userCount(), {m_filter, FilterField::User},
             [this](std::uint32_t i) { return m_index->user(UserId{i}); });
    restrict(m_clients, m_index->clientCount(), {m_filter, FilterField::Client}, ipOf);
    restrict(m_clients, m_index->clientCount(), {m_filter, FilterField::Network},
             [&](std::uint32_t i) { return networkOf(ipOf(i)); });
    restrict(m_nodes, m_index->nodeCount(), {m_filter, FilterField::Host},
             [this](std::uint32_t i) { return m_index->node(static_cast<std::uint16_t>(i)); });
    selectMessages(stop);
    m_messages = m_messagesAnytime;
    if (!m_filter.hasWholeRange() && !stop.stop_requested()) {
        for (std::uint32_t i = 0; i < m_messages.size(); ++i) {
            m_messages[i] = m_messages[i] && m_filter.range.contains(m_index->messages()[i].first);
        }
    }
}

void Selection::selectMessages(const std::stop_token &stop)
{
    Passing senders(m_index->addressCount() + 1, true);
    restrict(senders, m_index->addressCount(), {m_filter, FilterField::Sender},
             [this](std::uint32_t i) { return m_index->address(AddressId{i}); });
    const std::size_t count = m_index->messages().size();
    for (std::size_t from = 0; from < count;) {
        if (stop.stop_requested()) {
            return;
        }
        for (const Message &message : m_index->messages().run(from, count)) {
            const auto id = static_cast<MessageId>(from);
            m_messagesAnytime[from++] = isCounted(message, id) && passes(m_users, place(message.user))
                && passes(m_clients, place(message.client)) && passes(senders, place(message.sender))
                && passes(m_nodes, message.node);
        }
    }
    restrictByLogin(*m_index, m_messagesAnytime, {m_filter, FilterField::Login});
    const DeliveryRestriction byDelivery(*m_index);
    const FieldTerms statuses(m_filter, FilterField::Status);
    byDelivery.apply(m_messagesAnytime, statuses, [&](DeliveryId, const Delivery &delivery, auto &&use) {
        use(statuses.included.contains(nameOf(delivery.status)), statuses.excluded.contains(nameOf(delivery.status)));
    });
    byDelivery.applyToAddresses(m_messagesAnytime, {m_filter, FilterField::Recipient},
                                [](std::string_view address) { return address; });
    byDelivery.applyToAddresses(m_messagesAnytime, {m_filter, FilterField::RecipientDomain}, domainOf);
}

std::vector<MessageId> Selection::messages() const
{
    std::vector<MessageId> messages;
    forEach([&messages](const Message &, MessageId id) { messages.push_back(id); });
    return messages;
}

} // namespace limier
