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

/// The first of those that the activity counted; Each: UserActivity or ClientActivity.
template <typename Id, typename Each>
std::vector<TopEntry<Id>> topOf(const std::vector<Each> &activities, std::size_t count, TopBy by)
{
    std::vector<TopEntry<Id>> entries;
    for (std::uint32_t i = 0; i < activities.size(); ++i) {
        entries.push_back({Id{i}, activities[i].traffic.messages, activities[i].traffic.recipients});
    }
    keepTop(entries, count, by);
    return entries;
}

/// For each id its place in the list; the list's length for the others.
template <typename Id>
std::vector<std::uint32_t> placesIn(const std::vector<TopEntry<Id>> &entries, std::size_t idCount)
{
    std::vector<std::uint32_t> places(idCount, static_cast<std::uint32_t>(entries.size()));
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        places[place(entries[i].id)] = i;
    }
    return places;
}

/// Fills the series of users or of clients.
template <typename Id>
class SeriesFiller
{
public:
    SeriesFiller(TopSeries<Id> &series, std::vector<TopEntry<Id>> entries, std::size_t idCount, const TimeRange &range,
                 Stamp bucket)
        : m_series(series)
        , m_range(range)
        , m_places(placesIn(entries, idCount))
    {
        const Stamp length = range.until > range.since ? range.until - range.since : 0;
        series.start = range.since;
        series.bucket = std::max({bucket, Stamp{1}, static_cast<Stamp>(length / MostBuckets + 1)});
        const std::size_t buckets = (length + std::size_t{series.bucket} - 1) / series.bucket;
        series.values.assign(entries.size() + 1, std::vector<std::uint64_t>(buckets));
        series.entries = std::move(entries);
    }

    void add(Id id, Stamp time, std::uint64_t weight)
    {
        if (isSet(id) && m_range.contains(time)) {
            m_series.values[m_places[place(id)]][(time - m_range.since) / m_series.bucket] += weight;
        }
    }

private:
    TopSeries<Id> &m_series;
    TimeRange m_range;
    std::vector<std::uint32_t> m_places;
};

/// Fills the matrix of users and clients.
class MatrixFiller
{
public:
    MatrixFiller(std::vector<TopEntry<UserId>> users, const Activity &activity, const MailIndex &index)
        : m_index(index)
        , m_relayed(activity.relayed)
        , m_rowOf(placesIn(users, index.userCount()))
        , m_users(std::move(users))
        , m_cells(m_users.size() + 1)
        , m_totals(m_users.size() + 1)
        , m_columns(index.clientCount())
    {
    }

    void add(const Message &message, MessageId id, std::uint64_t weight)
    {
        const bool isRelayed = m_relayed[place(id)];
        if (!isRelayed && (!isSet(message.user) || m_rowOf[place(message.user)] == m_users.size())) {
            return;
        }
        const std::size_t row = isRelayed ? m_users.size() : m_rowOf[place(message.user)];
        m_totals[row] += weight;
        if (!isSet(message.client)) {
            return;
        }
        m_cells[row][place(message.client)] += weight;
        TopEntry<ClientId> &column = m_columns[place(message.client)];
        column.id = message.client;
        ++column.messages;
        column.recipients += message.recipients;
    }
    [[nodiscard]] UserClientMatrix take(std::size_t clients, TopBy by);

private:
    const MailIndex &m_index;
    const std::vector<bool> &m_relayed;
    std::vector<std::uint32_t> m_rowOf;
    std::vector<TopEntry<UserId>> m_users;
    /// Of each user, behind them of what was relayed: by client.
    std::vector<std::unordered_map<std::uint32_t, std::uint64_t>> m_cells;
    std::vector<std::uint64_t> m_totals;
    std::vector<TopEntry<ClientId>> m_columns; ///< by client, of the rows only
};

UserClientMatrix MatrixFiller::take(std::size_t clients, TopBy by)
{
    keepTop(m_columns, clients, by);
    UserClientMatrix matrix;
    for (const TopEntry<ClientId> &column : m_columns) {
        matrix.clients.push_back(column.id);
    }
    const auto addRow = [&](UserId user, std::size_t row) {
        matrix.users.push_back(user);
        matrix.totals.push_back(m_totals[row]);
        std::set<std::string> networks;
        for (const auto &[client, weight] : m_cells[row]) {
            networks.insert(networkOf(m_index.clientIp(ClientId{client})));
        }
        matrix.networks.push_back(networks.size());
        for (const ClientId client : matrix.clients) {
            const auto cell = m_cells[row].find(place(client));
            matrix.values.push_back(cell == m_cells[row].end() ? 0 : cell->second);
        }
    };
    if (m_totals.back() > 0) {
        addRow(None<UserId>, m_users.size());
    }
    for (std::size_t row = 0; row < m_users.size(); ++row) {
        addRow(m_users[row].id, row);
    }
    return matrix;
}

} // namespace

Overview makeOverview(const Selection &selection, const Activity &activity, const OverviewOptions &options)
{
    const MailIndex &index = selection.index();
    const TimeRange range = closedRange(index, selection.filter().range);
    Overview overview;
    SeriesFiller users(overview.users, topOf<UserId>(activity.users, options.series, options.by), index.userCount(),
                       range, options.bucket);
    SeriesFiller clients(overview.clients, topOf<ClientId>(activity.clients, options.series, options.by),
                         index.clientCount(), range, options.bucket);
    MatrixFiller matrix(topOf<UserId>(activity.users, options.matrixUsers, options.by), activity, index);
    selection.forEach([&](const Message &message, MessageId id) {
        const std::uint64_t weight = weightOf(message, options.by);
        users.add(message.user, message.first, weight);
        clients.add(message.client, message.first, weight);
        matrix.add(message, id, weight);
    });
    overview.matrix = matrix.take(options.matrixClients, options.by);
    return overview;
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
    keepFirst(domains, count, [](const CountedText &a, const CountedText &b) {
        return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
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
    keepFirst(groups, count, [](const ReplyGroup &a, const ReplyGroup &b) {
        const std::uint64_t first = a.deferred + a.bounced;
        const std::uint64_t second = b.deferred + b.bounced;
        return first != second ? first > second : place(a.reply) < place(b.reply);
    });
    return groups;
}

} // namespace limier
