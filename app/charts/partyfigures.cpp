// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/partyfigures.h"

#include "charts/swatch.h"
#include "charts/timelinebars.h"
#include "common/displaytext.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace limier
{

namespace
{

std::uint64_t sumOf(const std::vector<std::uint64_t> &values)
{
    return std::accumulate(values.begin(), values.end(), std::uint64_t{0});
}

QString nameOf(const Evaluation &evaluation, UserId user)
{
    return displayText(evaluation.index().user(user));
}

QString nameOf(const Evaluation &evaluation, ClientId client)
{
    return displayText(evaluation.index().clientIp(client));
}

QString detailOf(const Evaluation &, UserId)
{
    return {};
}

QString detailOf(const Evaluation &evaluation, ClientId client)
{
    return displayText(evaluation.index().clientName(client));
}

FilterTerm termOf(const Evaluation &evaluation, UserId user)
{
    return userTerm(evaluation, user);
}

FilterTerm termOf(const Evaluation &evaluation, ClientId client)
{
    return clientTerm(evaluation, client);
}

QString othersText()
{
    return QCoreApplication::translate("limier::PartyFigures", "Others");
}

/// The rest of a series: the entries without a colour of their own, and those that are no entries.
std::vector<std::uint64_t> restOf(const std::vector<std::vector<std::uint64_t>> &values)
{
    std::vector<std::uint64_t> rest(values.front().size());
    for (std::size_t i = PartySeries; i < values.size(); ++i) {
        std::ranges::transform(rest, values[i], rest.begin(), std::plus());
    }
    if (values.size() <= PartySeries) {
        rest = values.back();
    }
    return rest;
}

template <typename Id>
TimeStack makeStack(const Evaluation &evaluation, const TopSeries<Id> &series, std::size_t mostBuckets)
{
    const std::size_t buckets = series.values.front().size();
    const std::size_t factor = mergeFactor(buckets, mostBuckets);
    const TimeRange span = spanOf(evaluation.index());
    const TimeRange &asked = evaluation.filter().range;
    TimeStack stack{{series.start, std::max(std::min(asked.until, span.until), series.start + 1)},
                    series.start,
                    series.bucket * static_cast<Stamp>(factor),
                    {}};
    const std::size_t colored = std::min(series.entries.size(), PartySeries);
    for (std::size_t i = 0; i < colored; ++i) {
        stack.layers.push_back(
            {nameOf(evaluation, series.entries[i].id), seriesBrush(i), mergeValues(series.values[i], factor)});
    }
    stack.layers.push_back({othersText(), restBrush(), mergeValues(restOf(series.values), factor)});
    return stack;
}

template <typename Id>
PartyFigures makeFigures(const Evaluation &evaluation, const TopSeries<Id> &series, std::size_t mostBuckets)
{
    PartyFigures figures;
    const bool byMessages = evaluation.countBy == TopBy::Messages;
    const Traffic &total = evaluation.activity.total;
    figures.whole = byMessages ? total.messages : total.recipients;
    if (series.values.empty()) {
        return figures;
    }
    for (std::size_t i = 0; i < series.entries.size(); ++i) {
        const TopEntry<Id> &entry = series.entries[i];
        const QBrush brush = i < PartySeries ? seriesBrush(i) : restBrush();
        const std::uint64_t value = byMessages ? entry.messages : entry.recipients;
        figures.ranking.push_back({nameOf(evaluation, entry.id),
                                   detailOf(evaluation, entry.id),
                                   brush,
                                   {{brush, QString(), value}},
                                   termOf(evaluation, entry.id)});
        figures.known += value;
    }
    if (const std::uint64_t others = sumOf(series.values.back()); others > 0) {
        RankedEntry rest{othersText(), {}, restBrush(), {{restBrush(), QString(), others}}, {}};
        rest.isRest = true;
        figures.ranking.push_back(std::move(rest));
        figures.known += others;
    }
    figures.stack = makeStack(evaluation, series, mostBuckets);
    return figures;
}

} // namespace

PartyFigures makePartyFigures(const Evaluation &evaluation, Party party, std::size_t mostBuckets)
{
    return party == Party::User ? makeFigures(evaluation, evaluation.users, mostBuckets)
                                : makeFigures(evaluation, evaluation.clients, mostBuckets);
}

FilterTerm userTerm(const Evaluation &evaluation, UserId user)
{
    return {FilterField::User, false, std::string(evaluation.index().user(user))};
}

FilterTerm clientTerm(const Evaluation &evaluation, ClientId client)
{
    return {FilterField::Client, false, std::string(evaluation.index().clientIp(client))};
}

} // namespace limier
