// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing.h"

#include "report/suspecttext.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <format>

namespace limier::evaluate
{

namespace
{

/// A subject was written by an attacker.
std::string printable(std::string_view text)
{
    std::string result(text.substr(0, 60));
    std::ranges::replace_if(result, [](unsigned char c) { return std::isprint(c) == 0; }, '?');
    return result;
}

std::string describe(const Card &card)
{
    return std::format("{} {} ({}, {:.2f}, {} messages, {} clients)", kindName(card.kind), printable(card.subject),
                       severityName(card.severity), card.confidence, card.messages.size(), card.clients.size());
}

std::string describe(const Expected &incident)
{
    return std::format("{} {} ({} messages, {} guessers)", kindName(incident.kind), incident.subjects.front(),
                       incident.messages.size(), incident.guessers.size());
}

std::string_view describe(Rating rating)
{
    constexpr std::array<std::string_view, 3> Names{"true", "consequence", "FALSE"};
    return Names[static_cast<std::size_t>(rating)];
}

std::string header(const Trial &trial)
{
    std::string text = std::format("seed {} {} ({} lines, {:.0f} ms)", trial.seed, trial.name, trial.lines,
                                   trial.judgingSeconds * 1000);
    for (std::size_t i = 0; i < trial.notes.size(); ++i) {
        text += (i == 0 ? ": " : " + ") + trial.notes[i];
    }
    return text + '\n';
}

} // namespace

std::string describe(const Trial &trial, bool verbose)
{
    if (isRight(trial) && !verbose) {
        return {};
    }
    std::string text = header(trial);
    for (std::size_t i = 0; i < trial.incidents.size(); ++i) {
        text += std::format("    {} {}\n", trial.judged.isFound[i] ? "found " : "MISSED", describe(trial.incidents[i]));
    }
    for (std::size_t i = 0; i < trial.cards.size(); ++i) {
        text += std::format("    {}. {:<11} {}\n", i + 1, describe(trial.judged.cards[i]), describe(trial.cards[i]));
    }
    const bool isTopWrong = !trial.incidents.empty() && !trial.judged.isTopTrue;
    return text + (isTopWrong ? "    the first card is not an incident\n" : "");
}

std::string describe(const Statistics &statistics)
{
    std::string text = std::format("{} logs, {} lines; {} with an incident; {} judged wrongly\n\n", statistics.trials,
                                   statistics.lines, statistics.withIncident, statistics.wrong);
    text += std::format("{:<20} {:>9} {:>6} {:>12} {:>7} {:>9}\n", "kind", "incidents", "found", "false alarms",
                        "recall", "precision");
    for (std::size_t i = 0; i < Kinds; ++i) {
        const KindScore &kind = statistics.kinds[i];
        text += std::format("{:<20} {:>9} {:>6} {:>12} {:>7.3f} {:>9.3f}\n", kindName(static_cast<SuspectKind>(i)),
                            kind.incidents, kind.found, kind.falseAlarms, kind.recall(), kind.precision());
    }
    text += std::format("\nof the messages that cards of found incidents name {} of {} are theirs; they have {}\n",
                        statistics.messagesRight, statistics.messagesNamed, statistics.messagesOfFound);
    text += std::format("slowest verdict {:.0f} ms\n\n", statistics.slowestJudging * 1000);
    text += std::format("{:<14} {:>8} {:>6} {:>11} {:>16}\n", "confidence", "suspects", "true", "share true",
                        "mean confidence");
    for (const ConfidenceBin &bin : statistics.filledBins()) {
        text += std::format("{:.1f} to {:.1f} {:>12} {:>6} {:>11.3f} {:>16.3f}{}\n", bin.low, bin.high, bin.count,
                            bin.isTrue, bin.shareTrue(), bin.meanConfidence(),
                            bin.count < Statistics::FewestInBin ? "  too few to judge" : "");
    }
    text += '\n';
    for (const Figure &figure : figures(statistics)) {
        text += std::format("{:<48} {:>7.3f}  {} {:.2f}  {}\n", figure.name, figure.value,
                            figure.isMost ? "at most " : "at least", figure.limit, figure.isMet() ? "met" : "NOT MET");
    }
    return text;
}

} // namespace limier::evaluate
