// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial.h"

#include "index/logloader.h"
#include "index/postings.h"
#include "report/suspecttext.h"
#include "scenario.h"

#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <format>
#include <fstream>

namespace limier::evaluate
{

namespace
{

SuspectKind kindOf(generator::IncidentKind kind)
{
    constexpr std::array<SuspectKind, Kinds> AllKinds{SuspectKind::CompromisedAccount, SuspectKind::RelayingClient,
                                                      SuspectKind::BruteForce,         SuspectKind::LocalInjection,
                                                      SuspectKind::Backscatter,        SuspectKind::Reputation};
    return AllKinds[static_cast<std::size_t>(kind)];
}

Expected expectedOf(const generator::PlayedIncident &played)
{
    Expected incident{kindOf(played.kind), played.subjects, played.guessers, {}};
    for (const generator::MessageName &message : played.messages) {
        incident.messages.push_back(messageKey(message.queueId, message.first));
    }
    std::ranges::sort(incident.messages);
    return incident;
}

/// The notifications that the messages of a storm caused belong to it.
void addNotifications(Expected &incident, const MailIndex &index)
{
    for (std::size_t i = 0; i < index.messages().size(); ++i) {
        const Message &message = index.messages()[i];
        if (message.has(Message::Notification)) {
            incident.messages.push_back(messageKey(index.queueId(message), message.first));
        }
    }
    std::ranges::sort(incident.messages);
}

Card cardOf(const Suspect &suspect, const MailIndex &index)
{
    Card card{suspect.kind, suspect.subject, suspect.severity, suspect.confidence, {}, {}, {}};
    for (const UserId user : suspect.users) {
        card.users.emplace_back(index.user(user));
    }
    for (const ClientId client : suspect.clients) {
        card.clients.emplace_back(index.clientIp(client));
    }
    for (const MessageId id : suspect.messages) {
        const Message &message = index.message(id);
        card.messages.push_back(messageKey(index.queueId(message), message.first));
    }
    return card;
}

void writeTruth(const std::string &path, const Trial &trial)
{
    std::ofstream file(path);
    file << std::format("seed {}: {}\n", trial.seed, trial.name);
    for (const std::string &note : trial.notes) {
        file << "played: " << note << '\n';
    }
    for (const Expected &incident : trial.incidents) {
        file << std::format("\nincident: {} {}\n", kindName(incident.kind), incident.subjects.front());
        for (const std::string &subject : incident.subjects) {
            file << "  also " << subject << '\n';
        }
        for (const std::string &ip : incident.guessers) {
            file << "  guesser " << ip << '\n';
        }
        for (const std::string &message : incident.messages) {
            file << "  message " << message << '\n';
        }
    }
}

void judgeLog(Trial &trial, const std::string &path, const Scenario &scenario)
{
    LoadOptions loading;
    loading.timezone = scenario.options.zone;
    loading.threads = 1;
    const LoadedLogs logs = loadLogs({path}, loading);
    const Postings postings(logs.index);
    const auto begin = std::chrono::steady_clock::now();
    const Verdict verdict = findSuspects(postings, scenario.server);
    trial.judgingSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    for (const Suspect &suspect : verdict.suspects) {
        trial.cards.push_back(cardOf(suspect, *logs.index));
    }
    for (Expected &incident : trial.incidents) {
        if (incident.kind == SuspectKind::Backscatter && !incident.messages.empty()) {
            addNotifications(incident, *logs.index);
        }
    }
    trial.judged = judge(trial.incidents, trial.cards);
}

} // namespace

std::expected<Trial, std::string> runTrial(std::uint64_t seed, const std::string &keep)
{
    namespace fs = std::filesystem;
    Trial trial;
    trial.seed = seed;
    Scenario scenario = chooseScenario(seed, trial.notes);
    trial.name = scenario.name;
    trial.hasIncident = scenario.hasIncident;
    const QTemporaryDir scratch;
    const std::string folder = keep.empty() ? scratch.path().toStdString() : keep + '/' + std::to_string(seed);
    std::error_code failure;
    fs::create_directories(folder, failure);
    const bool isRotated = scenario.options.rotation.daily;
    scenario.options.output = folder + (isRotated ? "/log" : "/mail.log");
    scenario.options.truth = keep.empty() ? std::string() : folder + "/truth.json";
    const auto made = generator::generate(scenario.options, scenario.plan);
    if (!made) {
        return std::unexpected(std::format("seed {}: {}", seed, made.error()));
    }
    trial.lines = made->lines;
    for (const generator::PlayedIncident &played : made->incidents) {
        trial.incidents.push_back(expectedOf(played));
    }
    judgeLog(trial, scenario.options.output, scenario);
    if (!keep.empty()) {
        writeTruth(folder + "/played.txt", trial);
    }
    return trial;
}

} // namespace limier::evaluate
