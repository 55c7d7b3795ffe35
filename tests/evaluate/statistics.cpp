// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics.h"

#include "report/suspecttext.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace limier::evaluate
{

namespace
{

double share(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

double KindScore::recall() const
{
    return share(found, incidents);
}

double KindScore::precision() const
{
    return share(found, found + falseAlarms);
}

Statistics::Statistics()
{
    for (std::size_t i = 0; i < bins.size(); ++i) {
        bins[i].low = static_cast<double>(i) / static_cast<double>(bins.size());
        bins[i].high = static_cast<double>(i + 1) / static_cast<double>(bins.size());
    }
}

void Statistics::add(const Trial &trial)
{
    const Judged &judged = trial.judged;
    ++trials;
    wrong += isRight(trial) ? 0U : 1U;
    lines += trial.lines;
    slowestJudging = std::max(slowestJudging, trial.judgingSeconds);
    messagesNamed += judged.messagesNamed;
    messagesRight += judged.messagesRight;
    messagesOfFound += judged.messagesOfFound;
    for (std::size_t i = 0; i < trial.incidents.size(); ++i) {
        KindScore &kind = kinds[static_cast<std::size_t>(trial.incidents[i].kind)];
        ++kind.incidents;
        kind.found += judged.isFound[i] ? 1U : 0U;
    }
    bool hasAlarm = false;
    for (std::size_t i = 0; i < trial.cards.size(); ++i) {
        const Card &card = trial.cards[i];
        const bool isAlarm = card.severity != Severity::Low;
        hasAlarm = hasAlarm || isAlarm;
        if (judged.cards[i] == Rating::Consequence) {
            continue;
        }
        const bool isFalse = judged.cards[i] == Rating::False;
        kinds[static_cast<std::size_t>(card.kind)].falseAlarms += isFalse && isAlarm ? 1U : 0U;
        const auto place =
            static_cast<std::size_t>(std::clamp(card.confidence, 0.0, 1.0) * static_cast<double>(bins.size()));
        ConfidenceBin &bin = bins[std::min(place, bins.size() - 1)];
        ++bin.count;
        bin.isTrue += isFalse ? 0U : 1U;
        bin.confidence += card.confidence;
    }
    if (trial.incidents.empty()) {
        ++clean;
        cleanWithAlarm += hasAlarm ? 1U : 0U;
    } else {
        ++withIncident;
        topIsTrue += judged.isTopTrue ? 1U : 0U;
    }
}

bool isRight(const Trial &trial)
{
    for (std::size_t i = 0; i < trial.cards.size(); ++i) {
        if (trial.judged.cards[i] == Rating::False && trial.cards[i].severity != Severity::Low) {
            return false;
        }
    }
    return (trial.incidents.empty() || trial.judged.isTopTrue)
        && std::ranges::all_of(trial.judged.isFound, [](bool isFound) { return isFound; });
}

std::vector<ConfidenceBin> Statistics::filledBins() const
{
    std::vector<ConfidenceBin> filled;
    ConfidenceBin open{.low = 1, .high = 1};
    // From the top: there a suspect is most likely to be acted on, and the bins should be narrow.
    for (std::size_t i = bins.size(); i-- != 0;) {
        open.low = bins[i].low;
        open.count += bins[i].count;
        open.isTrue += bins[i].isTrue;
        open.confidence += bins[i].confidence;
        if (open.count >= FewestInBin) {
            filled.push_back(open);
            open = {.low = bins[i].low, .high = bins[i].low};
        }
    }
    if (open.count != 0) {
        filled.push_back(open);
    }
    std::ranges::reverse(filled);
    return filled;
}

std::vector<Figure> figures(const Statistics &statistics)
{
    std::vector<Figure> list;
    for (std::size_t i = 0; i < Kinds; ++i) {
        const auto kind = static_cast<SuspectKind>(i);
        const KindScore &score = statistics.kinds[i];
        const bool isMain = kind == SuspectKind::CompromisedAccount || kind == SuspectKind::RelayingClient;
        if (score.incidents != 0) {
            list.push_back({std::format("recall, {}", kindName(kind)), score.recall(), isMain ? 0.97 : 0.95});
        }
        if (score.incidents + score.falseAlarms != 0) {
            list.push_back({std::format("precision, {}", kindName(kind)), score.precision(), isMain ? 0.98 : 0.95});
        }
    }
    list.push_back(
        {"incidents with the true subject on top", share(statistics.topIsTrue, statistics.withIncident), 0.97});
    list.push_back({"clean logs with anything above \"low\"",
                    statistics.clean == 0 ? 0 : share(statistics.cleanWithAlarm, statistics.clean), 0.02, true});
    for (const ConfidenceBin &bin : statistics.filledBins()) {
        if (bin.count >= Statistics::FewestInBin) {
            list.push_back({std::format("confidence {:.1f} to {:.1f}, share true off by", bin.low, bin.high),
                            std::abs(bin.shareTrue() - bin.meanConfidence()), 0.1, true});
        }
    }
    return list;
}

} // namespace limier::evaluate
