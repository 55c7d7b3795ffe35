// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/scene.h"

#include "analysis/thresholds.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace limier
{

namespace
{

constexpr Stamp PeakLength = 600;

/// The begin of the ten minutes in which most recipients were reached.
Stamp peakOf(const Scene &scene, std::span<const std::uint32_t> odd)
{
    Stamp peak = 0;
    std::uint64_t most = 0;
    std::uint64_t sum = 0;
    std::size_t from = 0;
    for (const std::uint32_t at : odd) {
        const MailFact &mail = scene.mail(at);
        sum += mail.recipients;
        while (scene.mail(odd[from]).first + PeakLength < mail.first) {
            sum -= scene.mail(odd[from++]).recipients;
        }
        if (sum > most) {
            most = sum;
            peak = scene.mail(odd[from]).first;
        }
    }
    return peak;
}

struct ClientVolume {
    std::uint32_t client;
    std::uint64_t recipients;
};

} // namespace

void describeMails(const Scene &scene, std::span<const std::uint32_t> odd, Suspect &suspect)
{
    std::unordered_map<std::uint32_t, std::size_t, SeededHash> places;
    std::unordered_set<std::uint32_t, SeededHash> networks;
    std::vector<ClientVolume> clients;
    suspect.messages.reserve(odd.size());
    for (const std::uint32_t at : odd) {
        const MailFact &mail = scene.mail(at);
        suspect.messages.push_back(mail.id);
        suspect.recipients += mail.recipients;
        suspect.queued += mail.queued;
        suspect.outcome.sent += mail.sent;
        suspect.outcome.deferred += mail.deferred;
        suspect.outcome.bounced += mail.bounced - mail.expired;
        suspect.outcome.expired += mail.expired;
        suspect.first = suspect.first == 0 ? mail.first : std::min(suspect.first, mail.first);
        suspect.last = std::max(suspect.last, mail.first);
        if (mail.client == NoPlace) {
            continue;
        }
        const auto [found, isNew] = places.try_emplace(mail.client, clients.size());
        if (isNew) {
            clients.push_back({mail.client, 0});
            networks.insert(scene.hosts.networkOf(mail.client));
        }
        clients[found->second].recipients += mail.recipients;
    }
    std::ranges::stable_sort(clients, std::ranges::greater(), &ClientVolume::recipients);
    for (const ClientVolume &client : clients) {
        suspect.clients.push_back(ClientId{client.client});
    }
    suspect.networks = networks.size();
    suspect.story.firstOdd = suspect.first;
    suspect.story.peak = odd.empty() ? 0 : peakOf(scene, odd);
    suspect.story.last = suspect.last;
}

std::vector<LineId> firstLines(const Scene &scene, std::span<const std::uint32_t> mails)
{
    std::vector<LineId> lines;
    const std::size_t count = std::min(mails.size(), Signal::MostLines);
    for (std::size_t i = 0; i < count; ++i) {
        lines.push_back(scene.index.message(scene.mail(mails[i * mails.size() / count]).id).firstLine);
    }
    return lines;
}

std::vector<LineId> answerLines(const Scene &scene, std::span<const std::uint32_t> mails, Answer answer)
{
    std::vector<LineId> lines;
    const auto look = [&](const Delivery &delivery, DeliveryId) {
        if (lines.size() >= Signal::MostLines || delivery.status == Status::Sent || !isSet(delivery.reply)) {
            return;
        }
        const ReplyClass reply = scene.facts.replies[place(delivery.reply)];
        const bool fits = answer == Answer::Unknown ? reply == ReplyClass::Other && delivery.status != Status::Deferred
                                                    : reply != ReplyClass::Other;
        if (fits) {
            lines.push_back(delivery.line);
        }
    };
    for (std::size_t i = 0; i < mails.size() && lines.size() < Signal::MostLines; ++i) {
        const MailFact &mail = scene.mail(mails[i]);
        if (mail.bounced + mail.refused > 0) {
            forEachDelivery(scene, mail.id, look);
        }
    }
    return lines;
}

} // namespace limier
