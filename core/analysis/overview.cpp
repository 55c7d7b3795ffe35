// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/overview.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace limier
{

namespace
{

std::uint64_t weightOf(const Message &message, TopBy by)
{
    return by == TopBy::Messages ? 1 : message.recipients;
}

template <typename Id>
std::uint64_t weightOf(const TopEntry<Id> &entry, TopBy by)
{
    return by == TopBy::Messages ? entry.messages : entry.recipients;
}

/// Calls @p use with each message that passes.
template <typename Use>
void forEachMessage(const Selection &selection, Use use)
{
    const Column<Message> &messages = selection.index().messages();
    for (std::size_t from = 0; from < messages.size();) {
        for (const Message &message : messages.run(from, messages.size())) {
            if (selection.has(static_cast<MessageId>(from++))) {
                use(message);
            }
        }
    }
}

/// Calls @p use with each delivery whose outcome counts for a message that passes.
template <typename Use>
void forEachDelivery(const Selection &selection, Use use)
{
    const MailIndex &index = selection.index();
    for (std::size_t from = 0; from < index.deliveries().size();) {
        for (const Delivery &delivery : index.deliveries().run(from, index.deliveries().size())) {
            ++from;
            if (!delivery.has(Delivery::HandedOver) && selection.has(index.originOf(delivery.message))) {
                use(delivery);
            }
        }
    }
}

/// The first @p count entries by weight; equal ones in the order of their ids.
template <typename Id>
void keepTop(std::vector<TopEntry<Id>> &entries, std::size_t count, TopBy by)
{
    std::erase_if(entries, [](const TopEntry<Id> &entry) { return entry.messages == 0; });
    const std::size_t most = std::min(count, entries.size());
    std::ranges::partial_sort(entries, entries.begin() + static_cast<std::ptrdiff_t>(most),
                              [by](const TopEntry<Id> &a, const TopEntry<Id> &b) {
                                  return weightOf(a, by) != weightOf(b, by) ? weightOf(a, by) > weightOf(b, by)
                                                                            : place(a.id) < place(b.id);
                              });
    entries.resize(most);
}

template <typename Id>
std::vector<TopEntry<Id>> topOf(const Selection &selection, Id Message::*member, std::size_t idCount, std::size_t count,
                                TopBy by)
{
    std::vector<TopEntry<Id>> entries(idCount);
    forEachMessage(selection, [&](const Message &message) {
        if (isSet(message.*member)) {
            TopEntry<Id> &entry = entries[place(message.*member)];
            entry.id = message.*member;
            ++entry.messages;
            entry.recipients += message.recipients;
        }
    });
    keepTop(entries, count, by);
    return entries;
}

/// For each id its place in the list; the list's length for the others.
template <typename Id, typename IdOf>
std::vector<std::uint32_t> placesIn(std::size_t listed, std::size_t idCount, IdOf idOf)
{
    std::vector<std::uint32_t> places(idCount, static_cast<std::uint32_t>(listed));
    for (std::uint32_t i = 0; i < listed; ++i) {
        places[place(Id{idOf(i)})] = i;
    }
    return places;
}

template <typename Id>
TopSeries<Id> topSeries(const Selection &selection, Id Message::*member, std::size_t idCount, std::size_t count,
                        Stamp bucket, TopBy by)
{
    TopSeries<Id> series;
    series.entries = topOf(selection, member, idCount, count, by);
    const TimeRange whole = spanOf(selection.index());
    const TimeRange &asked = selection.filter().range;
    const Stamp since = asked.since == 0 ? whole.since : asked.since;
    const Stamp until = std::min(asked.until, std::max(whole.until, since));
    const Stamp length = until > since ? until - since : 0;
    series.start = since;
    series.bucket = std::max({bucket, Stamp{1}, static_cast<Stamp>(length / MostBuckets + 1)});
    const std::size_t buckets = (length + std::size_t{series.bucket} - 1) / series.bucket;
    series.values.assign(series.entries.size() + 1, std::vector<std::uint64_t>(buckets));
    const auto places =
        placesIn<Id>(series.entries.size(), idCount, [&](std::uint32_t i) { return series.entries[i].id; });
    forEachMessage(selection, [&](const Message &message) {
        if (isSet(message.*member) && message.first >= since && message.first < until) {
            series.values[places[place(message.*member)]][(message.first - since) / series.bucket] +=
                weightOf(message, by);
        }
    });
    return series;
}

} // namespace

TopSeries<UserId> topUserSeries(const Selection &selection, std::size_t count, Stamp bucket, TopBy by)
{
    return topSeries(selection, &Message::user, selection.index().userCount(), count, bucket, by);
}

TopSeries<ClientId> topClientSeries(const Selection &selection, std::size_t count, Stamp bucket, TopBy by)
{
    return topSeries(selection, &Message::client, selection.index().clientCount(), count, bucket, by);
}

UserClientMatrix makeUserClientMatrix(const Selection &selection, std::size_t users, std::size_t clients, TopBy by)
{
    const MailIndex &index = selection.index();
    const auto rows = topOf(selection, &Message::user, index.userCount(), users, by);
    const auto rowOf = placesIn<UserId>(rows.size(), index.userCount(), [&](std::uint32_t i) { return rows[i].id; });
    std::vector<std::unordered_map<std::uint32_t, std::uint64_t>> cells(rows.size());
    std::vector<TopEntry<ClientId>> columns(index.clientCount());
    forEachMessage(selection, [&](const Message &message) {
        if (!isSet(message.user) || !isSet(message.client) || rowOf[place(message.user)] == rows.size()) {
            return;
        }
        cells[rowOf[place(message.user)]][place(message.client)] += weightOf(message, by);
        TopEntry<ClientId> &column = columns[place(message.client)];
        column.id = message.client;
        ++column.messages;
        column.recipients += message.recipients;
    });
    keepTop(columns, clients, by);
    UserClientMatrix matrix;
    for (const TopEntry<ClientId> &column : columns) {
        matrix.clients.push_back(column.id);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        matrix.users.push_back(rows[row].id);
        std::set<std::string> networks;
        for (const auto &[client, weight] : cells[row]) {
            networks.insert(networkOf(index.clientIp(ClientId{client})));
        }
        matrix.networks.push_back(networks.size());
        for (const ClientId client : matrix.clients) {
            const auto cell = cells[row].find(place(client));
            matrix.values.push_back(cell == cells[row].end() ? 0 : cell->second);
        }
    }
    return matrix;
}

std::vector<CountedText> topRecipientDomains(const Selection &selection, std::size_t count)
{
    const MailIndex &index = selection.index();
    std::vector<std::uint64_t> byAddress(index.addressCount());
    forEachDelivery(selection, [&](const Delivery &delivery) { ++byAddress[place(delivery.recipient)]; });
    std::unordered_map<std::string, std::uint64_t> byDomain;
    for (std::uint32_t i = 0; i < byAddress.size(); ++i) {
        if (byAddress[i] > 0) {
            byDomain[domainOf(index.address(AddressId{i}))] += byAddress[i];
        }
    }
    byDomain.erase(std::string());
    std::vector<CountedText> domains;
    for (const auto &[domain, deliveries] : byDomain) {
        domains.push_back({domain, deliveries});
    }
    const std::size_t most = std::min(count, domains.size());
    std::ranges::partial_sort(domains, domains.begin() + static_cast<std::ptrdiff_t>(most),
                              [](const CountedText &a, const CountedText &b) {
                                  return a.count != b.count ? a.count > b.count : a.text < b.text;
                              });
    domains.resize(most);
    return domains;
}

std::vector<ReplyGroup> topReplies(const Selection &selection, std::size_t count)
{
    std::vector<ReplyGroup> groups(selection.index().replyCount());
    forEachDelivery(selection, [&](const Delivery &delivery) {
        if (delivery.status == Status::Sent || !isSet(delivery.reply)) {
            return;
        }
        ReplyGroup &group = groups[place(delivery.reply)];
        if (!isSet(group.reply)) {
            group.reply = delivery.reply;
            group.example = delivery.line;
        }
        ++(delivery.status == Status::Deferred ? group.deferred : group.bounced);
    });
    std::erase_if(groups, [](const ReplyGroup &group) { return !isSet(group.reply); });
    const std::size_t most = std::min(count, groups.size());
    std::ranges::partial_sort(groups, groups.begin() + static_cast<std::ptrdiff_t>(most),
                              [](const ReplyGroup &a, const ReplyGroup &b) {
                                  const std::uint64_t first = a.deferred + a.bounced;
                                  const std::uint64_t second = b.deferred + b.bounced;
                                  return first != second ? first > second : place(a.reply) < place(b.reply);
                              });
    groups.resize(most);
    return groups;
}

} // namespace limier
