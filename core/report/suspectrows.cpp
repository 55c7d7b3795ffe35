// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/logtext.h"
#include "report/reportbuilder.h"

#include <algorithm>

namespace limier
{

namespace
{

/// A case is argued with some lines, not with a log.
constexpr std::size_t MostEvidence = 40;
constexpr std::size_t LinesOfASignal = 5;

UtcSeconds utcOf(Stamp time)
{
    return time == 0 ? NoTime : UtcSeconds{time};
}

bool isWithin(const Suspect &suspect, const Report &report)
{
    return (report.since == NoTime || UtcSeconds{suspect.last} >= report.since)
        && (report.until == NoTime || UtcSeconds{suspect.first} < report.until);
}

std::vector<LineId> chosenLines(const Suspect &suspect)
{
    std::vector<LineId> lines;
    for (const Signal &signal : suspect.signals) {
        const std::size_t count = std::min(signal.lines.size(), LinesOfASignal);
        lines.insert(lines.end(), signal.lines.begin(), signal.lines.begin() + static_cast<std::ptrdiff_t>(count));
    }
    lines.resize(std::min(lines.size(), MostEvidence));
    std::ranges::sort(lines);
    const auto repeated = std::ranges::unique(lines);
    lines.erase(repeated.begin(), repeated.end());
    return lines;
}

std::vector<Report::Evidence> evidenceOf(const Suspect &suspect, const LogText &text)
{
    std::vector<Report::Evidence> evidence;
    for (const LineId id : chosenLines(suspect)) {
        const auto line = text.line(id);
        if (!line) {
            continue;
        }
        const IndexedFile &file = text.index().files()[place(text.index().fileOf(id))];
        evidence.push_back({file.input.path, text.index().numberInFile(id), std::string(line->text)});
    }
    return evidence;
}

template <typename Id, typename Name>
std::vector<std::string> firstNames(const std::vector<Id> &ids, Name name)
{
    std::vector<std::string> names;
    for (const Id id : std::span(ids).first(std::min(ids.size(), Report::MostNames))) {
        names.emplace_back(name(id));
    }
    return names;
}

} // namespace

Report::Suspect suspectRow(const Suspect &suspect, const MailIndex &index)
{
    Report::Suspect row;
    row.kind = suspect.kind;
    row.subject = suspect.subject;
    row.severity = suspect.severity;
    row.confidence = suspect.confidence;
    row.first = utcOf(suspect.first);
    row.last = utcOf(suspect.last);
    row.messages = suspect.messages.size();
    row.recipients = suspect.recipients;
    row.outcome = {suspect.outcome.sent, suspect.outcome.deferred, suspect.outcome.bounced, suspect.outcome.expired};
    row.queued = suspect.queued;
    row.authFailures = suspect.failures;
    row.networks = suspect.networks;
    row.users = firstNames(suspect.users, [&](UserId id) { return index.user(id); });
    row.clients = firstNames(suspect.clients, [&](ClientId id) { return index.clientIp(id); });
    row.firstFailure = utcOf(suspect.story.firstFailure);
    row.firstSuccess = utcOf(suspect.story.firstSuccess);
    row.peak = utcOf(suspect.story.peak);
    for (const Signal &signal : suspect.signals) {
        row.reasons.push_back({signal.code, signal.value, signal.usual, signal.weight, signal.detail});
    }
    return row;
}

void addSuspects(const Verdict &verdict, const LogText &text, Report &report)
{
    for (const Suspect &suspect : verdict.suspects) {
        if (isWithin(suspect, report)) {
            Report::Suspect &row = report.suspects.emplace_back(suspectRow(suspect, text.index()));
            row.evidence = evidenceOf(suspect, text);
        }
    }
}

} // namespace limier
