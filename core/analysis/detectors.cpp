// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/detectors.h"

#include "analysis/bruteforce.h"
#include "analysis/compromisedaccount.h"
#include "analysis/congestion.h"
#include "analysis/relayingclient.h"
#include "analysis/reputation.h"
#include "analysis/scene.h"
#include "analysis/timeseries.h"

#include <algorithm>
#include <thread>

namespace limier
{

namespace
{

using Mails = std::span<const std::uint32_t>;

struct Candidate {
    std::uint32_t account = NoPlace;
    Course course;
};

/// Gives mail from loopback without a login to the account that its sender names: the older webmail sends like that.
void assignAccounts(const MailIndex &index, const Hosts &hosts, Domains &domains, Accounts &accounts, MailFacts &facts)
{
    constexpr std::uint16_t NobodysOwn = Message::LocalBirth | Message::Notification;
    for (MailFact &mail : facts.mails) {
        // What the platform itself sends from here, invitations and replies of those on holiday, is of no person.
        if (mail.account != NoPlace && hosts.isOwn(mail.client)
            && isPlatformLogin(index.user(index.message(mail.id).user))) {
            mail.account = NoPlace;
            continue;
        }
        if (mail.account == NoPlace && mail.client != NoPlace && mail.sender != NoPlace && !mail.has(NobodysOwn)
            && hosts.isOwn(mail.client) && domains.isOwn(AddressId{mail.sender})) {
            mail.account = accounts.ofAddress(index.address(AddressId{mail.sender}));
        }
    }
}

std::vector<Candidate> readCourses(const Scene &scene, std::span<const Mails> mails, std::uint32_t from,
                                   std::uint32_t to, const std::stop_token &stop)
{
    CourseReader reader(scene.index, scene.facts, scene.hosts, scene.peers);
    std::vector<Candidate> candidates;
    for (std::uint32_t account = from; account < to && !stop.stop_requested(); ++account) {
        if (mails[account].empty()) {
            continue;
        }
        Course course =
            reader.read({.mails = mails[account], .localPart = scene.accounts.localPart(account), .hasNetworks = true});
        if (!course.odd.empty()) {
            candidates.push_back({account, std::move(course)});
        }
    }
    return candidates;
}

/// The account up to which half of all the mails lie.
std::uint32_t middleOf(std::span<const Mails> mails)
{
    std::size_t all = 0;
    for (const Mails &ofAccount : mails) {
        all += ofAccount.size();
    }
    std::uint32_t account = 0;
    for (std::size_t seen = 0; account < mails.size() && seen < all / 2; ++account) {
        seen += mails[account].size();
    }
    return account;
}

std::vector<Suspect> findCompromisedAccounts(const Scene &scene, std::span<const Mails> mails,
                                             RecipientCounter &recipients, const std::stop_token &stop)
{
    const std::uint32_t middle = middleOf(mails);
    const auto count = static_cast<std::uint32_t>(mails.size());
    std::vector<Candidate> others;
    std::vector<Candidate> candidates;
    {
        const std::jthread other([&] { others = readCourses(scene, mails, middle, count, stop); });
        candidates = readCourses(scene, mails, 0, middle, stop);
    }
    std::ranges::move(others, std::back_inserter(candidates));
    if (candidates.size() > thresholds::MostCandidates) {
        std::ranges::stable_sort(candidates, std::ranges::greater(),
                                 [](const Candidate &candidate) { return roughScore(candidate.course); });
        candidates.resize(thresholds::MostCandidates);
    }
    std::vector<Suspect> suspects;
    for (const Candidate &candidate : candidates) {
        if (auto suspect =
                judgeAccount(scene, candidate.account, mails[candidate.account], candidate.course, recipients)) {
            suspects.push_back(std::move(*suspect));
        }
    }
    return suspects;
}

void append(std::vector<Suspect> &suspects, std::vector<Suspect> more)
{
    std::ranges::move(more, std::back_inserter(suspects));
}

void sortAndLimit(std::vector<Suspect> &suspects)
{
    std::ranges::stable_sort(suspects, [](const Suspect &a, const Suspect &b) {
        return a.severity != b.severity ? a.severity > b.severity : a.confidence > b.confidence;
    });
    if (suspects.size() > thresholds::MostSuspects) {
        suspects.resize(thresholds::MostSuspects);
    }
}

} // namespace

Verdict findSuspects(const Postings &postings, const ServerKnowledge &server, const std::stop_token &stop)
{
    const MailIndex &index = postings.index();
    Accounts accounts = makeAccounts(index);
    MailFacts facts = makeMailFacts(index, accounts.ofUser, stop);
    const Hosts hosts = makeHosts(index, facts, server);
    Domains domains(index, facts, server);
    assignAccounts(index, hosts, domains, accounts, facts);
    const Grouping byAccount(facts.mails, &MailFact::account, accounts.size());
    std::vector<Mails> mails;
    mails.reserve(accounts.size());
    for (std::uint32_t i = 0; i < accounts.size(); ++i) {
        mails.push_back(byAccount.group(i));
    }
    const Failures failures(index, accounts, hosts);
    const Peers peers = makePeers(facts, hosts, mails);
    RecipientCounter recipients(index);
    const Scene scene{postings,
                      index,
                      server,
                      accounts,
                      facts,
                      hosts,
                      failures,
                      peers,
                      domains,
                      spanOf(index),
                      usualFamiliarShare(facts, domains, recipients, mails)};

    Verdict verdict;
    verdict.checked = scene.span;
    verdict.messages = facts.messages;
    verdict.failures = failures.count();
    verdict.accounts = static_cast<std::uint64_t>(
        std::ranges::count_if(mails, [](const Mails &ofAccount) { return !ofAccount.empty(); }));
    verdict.clients = index.clientCount();
    std::vector<Suspect> &suspects = verdict.suspects;
    append(suspects, findCompromisedAccounts(scene, mails, recipients, stop));
    if (!stop.stop_requested()) {
        CourseReader reader(index, facts, hosts, peers);
        const Relayed relayed = findRelayed(scene);
        append(suspects, findRelayingClients(scene, relayed, reader));
        append(suspects, findLocalInjection(scene, relayed, reader));
        append(suspects, findBruteForce(scene, suspects));
        append(suspects, findCongestion(scene, suspects));
        append(suspects, findListings(scene));
    }
    sortAndLimit(suspects);
    verdict.isComplete = !stop.stop_requested();
    return verdict;
}

} // namespace limier
