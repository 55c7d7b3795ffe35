// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/bruteforce.h"

#include "analysis/busiestunit.h"
#include "analysis/filter.h"
#include "analysis/judgement.h"
#include "analysis/quantile.h"
#include "analysis/surge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace limier
{

namespace
{

using Numbers = std::unordered_set<std::uint32_t, SeededHash>;

/// Failed logins that are one attacker's.
struct Attack {
    std::string subject;
    std::vector<std::uint32_t> failures; ///< places in Failures::all(), in their order
    double usual = 0;                    ///< failures of others like it
    double certainty = 1;                ///< that they belong together
};

/// Which failures are to be looked at, and what the places they come from are otherwise used for.
class Unexplained
{
public:
    Unexplained(const Scene &scene, const std::vector<Suspect> &suspects);

    [[nodiscard]] bool has(std::uint32_t failure) const { return m_isLeft[failure]; }
    void take(std::uint32_t failure) { m_isLeft[failure] = false; }
    /// Mails with a login from a client that no suspect sent.
    [[nodiscard]] std::uint32_t mailsOfClient(std::uint32_t client) const { return m_clientMails[client]; }

private:
    void countMails(const std::vector<Suspect> &suspects);
    void leaveOutOwnMistakes();
    void leaveOutExplained(const std::vector<Suspect> &suspects);

    const Scene &m_scene;
    std::vector<bool> m_isLeft;
    std::vector<std::uint32_t> m_clientMails;
    /// Accounts that send from a network: pairs, sorted.
    std::vector<std::uint64_t> m_accountsAt;
};

std::uint64_t pairOf(std::uint32_t network, std::uint32_t account)
{
    return (std::uint64_t{network} << 32) | account;
}

Unexplained::Unexplained(const Scene &scene, const std::vector<Suspect> &suspects)
    : m_scene(scene)
    , m_isLeft(scene.failures.all().size(), true)
    , m_clientMails(scene.index.clientCount())
{
    countMails(suspects);
    leaveOutOwnMistakes();
    leaveOutExplained(suspects);
}

void Unexplained::countMails(const std::vector<Suspect> &suspects)
{
    std::unordered_set<std::uint32_t, SeededHash> odd;
    for (const Suspect &suspect : suspects) {
        for (const MessageId message : suspect.messages) {
            odd.insert(place(message));
        }
    }
    // Only networks from which logins fail matter.
    std::vector<bool> fails(m_scene.hosts.networkCount);
    for (const FailureFact &failure : m_scene.failures.all()) {
        if (failure.network != NoPlace) {
            fails[failure.network] = true;
        }
    }
    for (const MailFact &mail : m_scene.facts.mails) {
        if (mail.account == NoPlace || mail.client == NoPlace || !fails[m_scene.hosts.networkOf(mail.client)]
            || odd.contains(place(mail.id))) {
            continue;
        }
        ++m_clientMails[mail.client];
        m_accountsAt.push_back(pairOf(m_scene.hosts.networkOf(mail.client), mail.account));
    }
    std::ranges::sort(m_accountsAt);
    const auto repeated = std::ranges::unique(m_accountsAt);
    m_accountsAt.erase(repeated.begin(), repeated.end());
}

void Unexplained::leaveOutOwnMistakes()
{
    const std::vector<FailureFact> &all = m_scene.failures.all();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const FailureFact &failure = all[i];
        const bool isOwn = failure.client == NoPlace || m_scene.hosts.isOwn(failure.client);
        // A phone with the old password tries from where its owner's mail comes from.
        const bool isOwners = !isOwn
            && (failure.account == NoPlace
                    ? m_clientMails[failure.client] > 0
                    : std::ranges::binary_search(m_accountsAt, pairOf(failure.network, failure.account)));
        m_isLeft[i] = !isOwn && !isOwners;
    }
}

void Unexplained::leaveOutExplained(const std::vector<Suspect> &suspects)
{
    for (const Suspect &suspect : suspects) {
        if (suspect.kind != SuspectKind::CompromisedAccount || suspect.confidence < thresholds::MediumConfidence) {
            continue;
        }
        Numbers networks;
        Numbers accounts;
        for (const ClientId client : suspect.clients) {
            networks.insert(m_scene.hosts.networkOf(place(client)));
        }
        for (const UserId user : suspect.users) {
            accounts.insert(m_scene.accounts.ofUser[place(user)]);
        }
        const auto leaveOut = [&](std::span<const std::uint32_t> failures) {
            for (const std::uint32_t at : failures) {
                const FailureFact &failure = m_scene.failures.all()[at];
                const bool isItsOwn = failure.account == NoPlace || accounts.contains(failure.account);
                m_isLeft[at] = m_isLeft[at] && !isItsOwn;
            }
        };
        std::ranges::for_each(networks, [&](std::uint32_t at) { leaveOut(m_scene.failures.ofNetwork(at)); });
        std::ranges::for_each(accounts, [&](std::uint32_t at) { leaveOut(m_scene.failures.ofAccount(at)); });
    }
}

class AttackCase
{
public:
    AttackCase(const Scene &scene, const Attack &attack, const Unexplained &unexplained)
        : m_scene(scene)
        , m_attack(attack)
        , m_unexplained(unexplained)
    {
    }
    [[nodiscard]] std::optional<Suspect> judge();

private:
    void read();
    void addSignals(Judgement &judgement) const;
    [[nodiscard]] std::vector<LineId> lines() const;

    const Scene &m_scene;
    const Attack &m_attack;
    const Unexplained &m_unexplained;
    std::uint64_t m_count = 0;
    BusiestUnit m_hours{Hour};
    Stamp m_first = 0;
    Stamp m_last = 0;
    std::vector<std::uint32_t> m_clients; ///< busiest first
    std::vector<std::uint32_t> m_users;
    std::uint64_t m_private = 0;
    std::uint64_t m_ownMails = 0;
};

void AttackCase::read()
{
    std::unordered_map<std::uint32_t, std::uint64_t, SeededHash> clients;
    std::unordered_map<std::uint32_t, std::uint64_t, SeededHash> users;
    for (const std::uint32_t at : m_attack.failures) {
        const FailureFact &failure = m_scene.failures.all()[at];
        m_count += failure.count;
        m_hours.add(failure.time, failure.count);
        m_first = m_first == 0 ? failure.time : std::min(m_first, failure.time);
        m_last = std::max(m_last, failure.time);
        clients[failure.client] += failure.count;
        if (failure.user != NoPlace) {
            users[failure.user] += failure.count;
        }
        m_private += m_scene.hosts.placeOf(failure.client) == HostPlace::Private ? failure.count : 0;
    }
    const auto byCount = [](const auto &counts) {
        std::vector<std::uint32_t> keys;
        for (const auto &[key, count] : counts) {
            keys.push_back(key);
        }
        std::ranges::sort(keys, [&](std::uint32_t a, std::uint32_t b) {
            return counts.at(a) != counts.at(b) ? counts.at(a) > counts.at(b) : a < b;
        });
        return keys;
    };
    m_clients = byCount(clients);
    m_users = byCount(users);
    for (const std::uint32_t client : m_clients) {
        m_ownMails += m_unexplained.mailsOfClient(client);
    }
}

std::vector<LineId> AttackCase::lines() const
{
    std::vector<LineId> lines;
    const std::size_t count = std::min(m_attack.failures.size(), Signal::MostLines);
    for (std::size_t i = 0; i < count; ++i) {
        lines.push_back(m_scene.failures.all()[m_attack.failures[i * m_attack.failures.size() / count]].line);
    }
    return lines;
}

void AttackCase::addSignals(Judgement &judgement) const
{
    const auto count = static_cast<double>(m_count);
    const double beyond = std::max(1.0, count - m_attack.usual);
    if (Signal *signal = judgement.add(SignalCode::Failures, m_attack.certainty * thresholds::Failures(beyond), count,
                                       m_attack.usual)) {
        signal->lines = lines();
    }
    const auto pace = static_cast<double>(m_hours.most());
    judgement.add(SignalCode::FailurePace, thresholds::FailurePace(pace), pace);
    judgement.add(SignalCode::TriedUsers, thresholds::TriedUsers(static_cast<double>(m_users.size())),
                  static_cast<double>(m_users.size()));
    judgement.add(SignalCode::GuessingHosts, thresholds::GuessingHosts(static_cast<double>(m_clients.size())),
                  static_cast<double>(m_clients.size()));
    judgement.add(SignalCode::PrivateClient, Tally::share(m_private, m_count) * thresholds::WeightOfPrivateClient,
                  Tally::share(m_private, m_count));
    judgement.add(SignalCode::OwnPassword, thresholds::OwnPassword(static_cast<double>(m_ownMails)),
                  static_cast<double>(m_ownMails));
}

std::optional<Suspect> AttackCase::judge()
{
    read();
    Judgement judgement(thresholds::BruteForcePrior);
    addSignals(judgement);
    if (!judgement.isWorthALook()) {
        return std::nullopt;
    }
    Suspect suspect;
    suspect.kind = SuspectKind::BruteForce;
    suspect.subject = m_attack.subject;
    suspect.failures = m_count;
    suspect.first = suspect.story.firstFailure = m_first;
    suspect.last = suspect.story.last = m_last;
    suspect.story.peak = m_hours.begin();
    Numbers networks;
    for (const std::uint32_t client : m_clients) {
        suspect.clients.push_back(ClientId{client});
        networks.insert(m_scene.hosts.networkOf(client));
    }
    for (const std::uint32_t user : m_users) {
        suspect.users.push_back(UserId{user});
    }
    suspect.networks = networks.size();
    judgement.conclude(suspect, m_scene.span.until);
    return suspect;
}

class BruteForceFinder
{
public:
    BruteForceFinder(const Scene &scene, const std::vector<Suspect> &suspects)
        : m_scene(scene)
        , m_unexplained(scene, suspects)
    {
    }
    [[nodiscard]] std::vector<Suspect> find();

private:
    using Lists = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>, SeededHash>;

    void findHosts();
    void findNetworks();
    void findDistributed();
    bool look(const Attack &attack);
    [[nodiscard]] Lists group(std::uint32_t FailureFact::*key) const;
    [[nodiscard]] std::uint64_t countOf(std::span<const std::uint32_t> failures) const;
    [[nodiscard]] double usualOf(const Lists &lists) const;
    [[nodiscard]] std::string commonName(std::span<const std::uint32_t> failures) const;

    const Scene &m_scene;
    Unexplained m_unexplained;
    std::vector<Suspect> m_suspects;
    std::vector<Suspect> m_doubtful;
};

bool BruteForceFinder::look(const Attack &attack)
{
    auto suspect = AttackCase(m_scene, attack, m_unexplained).judge();
    if (!suspect) {
        return false;
    }
    const bool isSure = suspect->confidence >= thresholds::MediumConfidence;
    (isSure ? m_suspects : m_doubtful).push_back(std::move(*suspect));
    return isSure;
}

BruteForceFinder::Lists BruteForceFinder::group(std::uint32_t FailureFact::*key) const
{
    Lists lists;
    const std::vector<FailureFact> &all = m_scene.failures.all();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (m_unexplained.has(i)) {
            lists[all[i].*key].push_back(i);
        }
    }
    return lists;
}

std::uint64_t BruteForceFinder::countOf(std::span<const std::uint32_t> failures) const
{
    std::uint64_t count = 0;
    for (const std::uint32_t at : failures) {
        count += m_scene.failures.all()[at].count;
    }
    return count;
}

double BruteForceFinder::usualOf(const Lists &lists) const
{
    std::vector<double> counts;
    for (const auto &[key, failures] : lists) {
        counts.push_back(static_cast<double>(countOf(failures)));
    }
    if (counts.size() < thresholds::FewestPeers) {
        return 0;
    }
    return quantile(std::move(counts), thresholds::GuesserQuantile);
}

std::vector<std::uint32_t> sortedKeys(const auto &lists)
{
    std::vector<std::uint32_t> keys;
    for (const auto &[key, list] : lists) {
        keys.push_back(key);
    }
    std::ranges::sort(keys);
    return keys;
}

void BruteForceFinder::findHosts()
{
    const Lists lists = group(&FailureFact::client);
    const double usual = usualOf(lists);
    for (const std::uint32_t client : sortedKeys(lists)) {
        const auto &failures = lists.at(client);
        if (countOf(failures) < thresholds::FewestFailures) {
            continue;
        }
        if (look({std::string(m_scene.index.clientIp(ClientId{client})), failures, usual})) {
            std::ranges::for_each(failures, [this](std::uint32_t at) { m_unexplained.take(at); });
        }
    }
}

void BruteForceFinder::findNetworks()
{
    const Lists lists = group(&FailureFact::network);
    const double usual = usualOf(lists);
    for (const std::uint32_t network : sortedKeys(lists)) {
        const auto &failures = lists.at(network);
        const auto count = static_cast<double>(countOf(failures));
        const std::uint32_t client = m_scene.failures.all()[failures.front()].client;
        const bool isOneHost = std::ranges::all_of(
            failures, [&](std::uint32_t at) { return m_scene.failures.all()[at].client == client; });
        if (isOneHost || count < thresholds::FewestFailures || count < thresholds::TimesOfOtherNetworks * usual) {
            continue;
        }
        if (look({networkOf(m_scene.index.clientIp(ClientId{client})), failures, usual})) {
            std::ranges::for_each(failures, [this](std::uint32_t at) { m_unexplained.take(at); });
        }
    }
}

/// The smallest IPv4 network from /16 on that holds nearly all of the failures; "0.0.0.0/0" if there is none.
std::string BruteForceFinder::commonName(std::span<const std::uint32_t> failures) const
{
    std::map<std::uint64_t, std::uint64_t> networks;
    std::uint64_t all = 0;
    for (const std::uint32_t at : failures) {
        const FailureFact &failure = m_scene.failures.all()[at];
        networks[networkNumber(m_scene.index.clientIp(ClientId{failure.client}))] += failure.count;
        all += failure.count;
    }
    for (unsigned shift = 0; shift <= 8; ++shift) {
        std::map<std::uint64_t, std::uint64_t> wider;
        for (const auto &[network, count] : networks) {
            if (network < (std::uint64_t{1} << 24)) {
                wider[network >> shift] += count;
            }
        }
        for (const auto &[prefix, count] : wider) {
            if (static_cast<double>(count) >= thresholds::ShareOfANamedNetwork * static_cast<double>(all)) {
                const std::uint64_t address = prefix << (shift + 8);
                return std::to_string(address >> 24) + '.' + std::to_string(address >> 16 & 0xff) + '.'
                    + std::to_string(address >> 8 & 0xff) + ".0/" + std::to_string(24 - shift);
            }
        }
    }
    return "0.0.0.0/0";
}

void BruteForceFinder::findDistributed()
{
    HourCounter hours(m_scene.span);
    const std::vector<FailureFact> &all = m_scene.failures.all();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (m_unexplained.has(i)) {
            hours.add(all[i].time, all[i].count);
        }
    }
    // Where it never pauses for the whole log, the quiet hours are the attack's as well.
    const double most =
        thresholds::GuessesAnHour + thresholds::GuessesPerAccount * static_cast<double>(m_scene.peers.accounts);
    // A log too short to show its quiet hours may be of a server that has as many at all times.
    const double quiet = std::clamp(hours.quietHour(most), thresholds::FewestGuessesAnHour, most);
    const std::vector<double> usual(hours.size(), quiet);
    const std::vector<double> limits(hours.size(),
                                     thresholds::TimesOfQuietGuessing * quiet + thresholds::FewestFailuresAnHour);
    const Surge surge = hours.largestSurge(limits, usual);
    if (surge.excess() < thresholds::FewestDistributed) {
        return;
    }
    // Of those that fail at that time, the attackers' networks hardly fail at others.
    std::unordered_map<std::uint32_t, std::pair<std::uint64_t, std::uint64_t>, SeededHash> networks;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (m_unexplained.has(i)) {
            auto &[inside, outside] = networks[all[i].network];
            (surge.contains(all[i].time) ? inside : outside) += all[i].count;
        }
    }
    Attack attack;
    attack.usual = surge.usual;
    attack.certainty = thresholds::SurgeOfGuessing(surge.times())
        * thresholds::DeviationsOfGuessing(surge.excess() / std::sqrt(surge.usual + 1));
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (m_unexplained.has(i) && surge.contains(all[i].time)) {
            const auto &[inside, outside] = networks[all[i].network];
            if (inside > outside) {
                attack.failures.push_back(i);
            }
        }
    }
    if (attack.failures.empty()) {
        return;
    }
    attack.subject = commonName(attack.failures);
    look(attack);
}

std::vector<Suspect> BruteForceFinder::find()
{
    findHosts();
    findNetworks();
    findDistributed();
    if (m_suspects.empty()) {
        // What is worth a look where nothing is sure only hides it elsewhere.
        std::ranges::move(m_doubtful, std::back_inserter(m_suspects));
    }
    return std::move(m_suspects);
}

} // namespace

std::vector<Suspect> findBruteForce(const Scene &scene, const std::vector<Suspect> &suspects)
{
    return BruteForceFinder(scene, suspects).find();
}

} // namespace limier
