// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportbuilder.h"

#include "analysis/activity.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <thread>
#include <tuple>

namespace limier
{

namespace
{

UtcSeconds utcOf(Stamp time)
{
    return time == 0 ? NoTime : UtcSeconds{time};
}

Stamp stampOf(UtcSeconds time, Stamp otherwise)
{
    return time == NoTime ? otherwise
                          : static_cast<Stamp>(std::clamp<UtcSeconds>(time, 0, std::numeric_limits<Stamp>::max()));
}

Report::Outcome outcomeOf(const Outcome &outcome)
{
    return {outcome.sent, outcome.deferred, outcome.bounced, outcome.expired};
}

/// The first bytes of a text as numbers that are ordered like it: most comparisons need no more. Half as many would not
/// tell the bounce addresses of mailing lists apart.
using Prefix = std::array<std::uint64_t, 2>;

Prefix prefixOf(std::string_view text)
{
    Prefix prefix{};
    std::memcpy(prefix.data(), text.data(), std::min(text.size(), sizeof prefix));
    if constexpr (std::endian::native == std::endian::little) {
        std::ranges::transform(prefix, prefix.begin(), [](std::uint64_t word) { return std::byteswap(word); });
    }
    return prefix;
}

/// A row of a table before it is written out: ordered by messages descending, then by name.
struct Row {
    std::uint64_t messages;
    Prefix prefix;
    std::string_view name;
    std::uint32_t place;

    bool operator<(const Row &other) const
    {
        return std::tie(other.messages, prefix, name) < std::tie(messages, other.prefix, other.name);
    }
};

template <typename Id, typename Name>
std::vector<std::string> sortedNames(const std::vector<Id> &ids, Name name)
{
    std::vector<std::string> names;
    names.reserve(ids.size());
    for (const Id id : ids) {
        names.emplace_back(name(id));
    }
    std::ranges::sort(names);
    return names;
}

void addInputs(const MailIndex &index, const std::vector<RefusedInput> &refused, Report &report)
{
    for (const IndexedFile &file : index.files()) {
        report.inputs.push_back({file.input.path, file.bytes - file.input.start, file.lines, utcOf(file.first),
                                 utcOf(file.last), file.errors});
    }
    for (const RefusedInput &input : refused) {
        Report::Input &added = report.inputs.emplace_back();
        added.path = input.path;
        added.errors = {input.error};
    }
}

void addTotals(const MailIndex &index, const Activity &activity, Report &report)
{
    Report::Totals &totals = report.totals;
    totals.lines = index.lineCount() - index.knownLines();
    totals.postfixLines = index.postfixLines();
    totals.unrecognisedLines = index.unrecognised().size();
    totals.messages = activity.total.messages;
    totals.recipients = activity.total.recipients;
    totals.outcome = outcomeOf(activity.total.outcome);
    totals.rejected = activity.rejected;
    totals.authFailures = activity.authFailures;
}

void addUsers(const MailIndex &index, const Activity &activity, Report &report)
{
    std::vector<Row> rows;
    for (std::uint32_t i = 0; i < activity.users.size(); ++i) {
        const UserActivity &user = activity.users[i];
        if (user.traffic.messages > 0 || user.authFailures > 0) {
            const std::string_view name = index.user(static_cast<UserId>(i));
            rows.push_back({user.traffic.messages, prefixOf(name), name, i});
        }
    }
    std::ranges::sort(rows, std::less());
    report.users.reserve(rows.size());
    for (const Row &row : rows) {
        const UserActivity &from = activity.users[row.place];
        report.users.push_back({.user = std::string(row.name),
                                .messages = from.traffic.messages,
                                .recipients = from.traffic.recipients,
                                .outcome = outcomeOf(from.traffic.outcome),
                                .queued = from.traffic.queued,
                                .clients = sortedNames(from.clients, [&](ClientId id) { return index.clientIp(id); }),
                                .senders = from.senders,
                                .authFailures = from.authFailures,
                                .first = utcOf(from.traffic.first),
                                .last = utcOf(from.traffic.last)});
    }
}

void addClients(const MailIndex &index, const Activity &activity, Report &report)
{
    std::vector<Row> rows;
    for (std::uint32_t i = 0; i < activity.clients.size(); ++i) {
        if (!activity.clients[i].isEmpty()) {
            const std::string_view ip = index.clientIp(static_cast<ClientId>(i));
            rows.push_back({activity.clients[i].traffic.messages, prefixOf(ip), ip, i});
        }
    }
    std::ranges::sort(rows, std::less());
    report.clients.reserve(rows.size());
    for (const Row &row : rows) {
        const ClientActivity &from = activity.clients[row.place];
        report.clients.push_back({.ip = std::string(row.name),
                                  .name = std::string(index.clientName(static_cast<ClientId>(row.place))),
                                  .messages = from.traffic.messages,
                                  .authenticated = from.authenticated,
                                  .unauthenticated = from.traffic.messages - from.authenticated,
                                  .relayed = from.relayed,
                                  .recipients = from.traffic.recipients,
                                  .outcome = outcomeOf(from.traffic.outcome),
                                  .rejected = from.rejected,
                                  .authFailures = from.authFailures,
                                  .users = sortedNames(from.users, [&](UserId id) { return index.user(id); })});
    }
}

void addSenders(const MailIndex &index, const Activity &activity, Report &report)
{
    std::vector<Row> rows;
    for (std::uint32_t i = 0; i < activity.senders.size(); ++i) {
        if (activity.senders[i].messages > 0) {
            const std::string_view name = index.address(static_cast<AddressId>(i));
            rows.push_back({activity.senders[i].messages, prefixOf(name), name, i});
        }
    }
    const std::size_t most = std::min(rows.size(), MostSenders);
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(most);
    std::ranges::nth_element(rows, end, std::less());
    std::ranges::sort(rows.begin(), end, std::less());
    report.senders.reserve(most);
    for (std::size_t i = 0; i < most; ++i) {
        const SenderActivity &from = activity.senders[rows[i].place];
        report.senders.push_back({std::string(rows[i].name), from.messages, from.recipients, from.users, from.clients});
    }
}

void addGaps(const MailIndex &index, Report &report)
{
    for (std::size_t i = 0; i < index.gaps().size(); ++i) {
        const Gap &gap = index.gaps()[i];
        const IndexedFile &file = index.files()[place(index.fileOf(gap.line))];
        report.gaps.push_back({file.input.path, index.numberInFile(gap.line), gap.lost});
    }
}

} // namespace

Report buildReport(const MailIndex &index, const std::vector<RefusedInput> &refused, UtcSeconds since, UtcSeconds until)
{
    const TimeRange range{stampOf(since, 0), stampOf(until, std::numeric_limits<Stamp>::max())};
    const Activity activity = makeActivity(index, range);
    Report report;
    report.timezone = index.timezone();
    report.since = since;
    report.until = until;
    addInputs(index, refused, report);
    addTotals(index, activity, report);
    {
        // The two work on different members of the report.
        const std::jthread senders([&] { addSenders(index, activity, report); });
        addUsers(index, activity, report);
        addClients(index, activity, report);
    }
    addGaps(index, report);
    return report;
}

} // namespace limier
