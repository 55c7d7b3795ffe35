// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/compromisedaccount.h"

#include "analysis/judgement.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace limier
{

namespace
{

using Numbers = std::unordered_set<std::uint32_t, SeededHash>;

/// Failed logins that belong to an attack on an account.
struct Guesses {
    std::uint64_t count = 0;
    std::uint64_t before = 0; ///< the first odd mail
    Stamp first = 0;
    std::vector<LineId> lines; ///< the first ones
};

class AccountCase
{
public:
    AccountCase(const Scene &scene, std::uint32_t account, std::span<const std::uint32_t> mails, const Course &course,
                RecipientCounter &recipients)
        : m_scene(scene)
        , m_account(account)
        , m_mails(mails)
        , m_course(course)
        , m_recipients(recipients)
        , m_judgement(thresholds::AccountPrior)
    {
    }

    [[nodiscard]] std::optional<Suspect> judge();

private:
    void addNetworkSignals();
    void addSenderSignals();
    void addGuesses();
    [[nodiscard]] Guesses guesses() const;
    [[nodiscard]] std::vector<std::uint32_t> guessIndices() const;
    void name(Suspect &suspect) const;
    [[nodiscard]] Stamp firstSuccess(Stamp after) const;

    const Scene &m_scene;
    std::uint32_t m_account;
    std::span<const std::uint32_t> m_mails;
    const Course &m_course;
    RecipientCounter &m_recipients;
    Judgement m_judgement;
    Guesses m_guesses;
};

std::optional<Suspect> AccountCase::judge()
{
    addVolumeSignals(m_scene, m_course, m_judgement);
    addNetworkSignals();
    addSenderSignals();
    addAnswerSignals(m_scene, m_course, m_judgement);
    addRecipientSignals(m_scene, m_recipients.count(m_scene.facts, m_scene.domains, m_course.odd, m_account),
                        m_judgement);
    addHabitSignals(m_scene, m_course, m_judgement);
    addGuesses();
    if (!m_judgement.isWorthALook()) {
        return std::nullopt;
    }
    Suspect suspect;
    suspect.kind = SuspectKind::CompromisedAccount;
    describeMails(m_scene, m_course.odd, suspect);
    name(suspect);
    suspect.failures = m_guesses.count;
    suspect.story.firstFailure = m_guesses.first;
    suspect.story.firstSuccess = m_guesses.first == 0 ? 0 : firstSuccess(m_guesses.first);
    m_judgement.conclude(suspect, m_scene.span.until);
    return suspect;
}

void AccountCase::addNetworkSignals()
{
    const Tally &odd = m_course.oddTally;
    const auto networks = static_cast<double>(odd.networks);
    // A traveller passes many networks one after the other, a botnet uses many at once.
    const double atOnce = std::max<double>(static_cast<double>(odd.peakNetworks),
                                           networks / std::max<double>(1, static_cast<double>(odd.days) * 2));
    if (Signal *signal = m_judgement.add(SignalCode::Networks, thresholds::Networks(atOnce), networks,
                                         static_cast<double>(m_course.usualTally.networks))) {
        signal->lines = firstLines(m_scene, m_course.odd);
    }
    const double fresh = Tally::share(odd.newNetworks, odd.mails);
    m_judgement.add(SignalCode::NewNetworks, thresholds::NewNetworks(fresh) * m_course.history, fresh, 0);
    // The webmail may be used from anywhere: that its address is the server's own says nothing for the mail.
    const double trusted = Tally::share(odd.trusted - odd.ofServer, odd.mails);
    m_judgement.add(SignalCode::TrustedOnly, thresholds::TrustedOnly(trusted), trusted);
}

void AccountCase::addSenderSignals()
{
    const Tally &odd = m_course.oddTally;
    const double strange = Tally::share(odd.strangeSenders, odd.mails);
    const double usual = Tally::share(m_course.usualTally.strangeSenders, m_course.usualTally.mails);
    if (Signal *signal =
            m_judgement.add(SignalCode::StrangeSenders, thresholds::StrangeSenders(strange - usual), strange, usual)) {
        signal->lines = firstLines(m_scene, m_course.odd);
    }
    m_judgement.add(SignalCode::ManySenders, thresholds::ManySenders(static_cast<double>(odd.senders)),
                    static_cast<double>(odd.senders), static_cast<double>(m_course.usualTally.senders));
}

std::vector<std::uint32_t> AccountCase::guessIndices() const
{
    Numbers usualNetworks;
    Numbers oddNetworks;
    std::size_t odd = 0;
    for (const std::uint32_t at : m_mails) {
        const bool isOdd = odd < m_course.odd.size() && m_course.odd[odd] == at;
        odd += isOdd ? 1 : 0;
        const std::uint32_t client = m_scene.mail(at).client;
        if (client != NoPlace && m_scene.hosts.placeOf(client) == HostPlace::Outside) {
            (isOdd ? oddNetworks : usualNetworks).insert(m_scene.hosts.networkOf(client));
        }
    }
    std::vector<std::uint32_t> found;
    for (const std::uint32_t network : oddNetworks) {
        for (const std::uint32_t at : m_scene.failures.ofNetwork(network)) {
            const FailureFact &failure = m_scene.failures.all()[at];
            if (failure.account == NoPlace || failure.account == m_account) {
                found.push_back(at);
            }
        }
    }
    for (const std::uint32_t at : m_scene.failures.ofAccount(m_account)) {
        const FailureFact &failure = m_scene.failures.all()[at];
        // The owner's own mistakes come from where the owner is.
        if (!usualNetworks.contains(failure.network) && m_scene.hosts.placeOf(failure.client) == HostPlace::Outside) {
            found.push_back(at);
        }
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

Guesses AccountCase::guesses() const
{
    Guesses guesses;
    const Stamp begin = m_course.oddTally.first;
    for (const std::uint32_t at : guessIndices()) {
        const FailureFact &failure = m_scene.failures.all()[at];
        if (failure.time + thresholds::OldestGuess < begin || failure.time > m_course.oddTally.last) {
            continue;
        }
        guesses.count += failure.count;
        guesses.before += failure.time <= begin ? failure.count : 0;
        guesses.first = guesses.first == 0 ? failure.time : std::min(guesses.first, failure.time);
        if (guesses.lines.size() < Signal::MostLines) {
            guesses.lines.push_back(failure.line);
        }
    }
    return guesses;
}

void AccountCase::addGuesses()
{
    m_guesses = guesses();
    if (Signal *signal =
            m_judgement.add(SignalCode::GuessedBefore, thresholds::GuessedBefore(static_cast<double>(m_guesses.before)),
                            static_cast<double>(m_guesses.before), 0)) {
        signal->lines = m_guesses.lines;
    }
}

Stamp AccountCase::firstSuccess(Stamp after) const
{
    Numbers networks;
    for (const std::uint32_t at : m_course.odd) {
        networks.insert(m_scene.hosts.networkOf(m_scene.mail(at).client));
    }
    for (const std::uint32_t at : m_mails) {
        const MailFact &mail = m_scene.mail(at);
        if (mail.first >= after && networks.contains(m_scene.hosts.networkOf(mail.client))
            && m_scene.hosts.placeOf(mail.client) == HostPlace::Outside) {
            return mail.first;
        }
    }
    return 0;
}

void AccountCase::name(Suspect &suspect) const
{
    std::unordered_map<std::uint32_t, std::uint64_t, SeededHash> mails;
    for (const std::uint32_t at : m_mails) {
        ++mails[place(m_scene.index.message(m_scene.mail(at).id).user)];
    }
    std::uint64_t most = 0;
    for (const UserId user : m_scene.accounts.users[m_account]) {
        suspect.users.push_back(user);
        if (const std::uint64_t count = mails[place(user)]; count > most || suspect.subject.empty()) {
            most = std::max(most, count);
            suspect.subject = m_scene.index.user(user);
        }
    }
    if (suspect.users.empty()) {
        suspect.subject = m_scene.accounts.names[m_account];
    }
}

} // namespace

double roughScore(const Course &course)
{
    const Tally &odd = course.oddTally;
    return static_cast<double>(odd.recipients) * (1 + odd.bounceShare() + odd.refusedShare());
}

std::optional<Suspect> judgeAccount(const Scene &scene, std::uint32_t account, std::span<const std::uint32_t> mails,
                                    const Course &course, RecipientCounter &recipients)
{
    return AccountCase(scene, account, mails, course, recipients).judge();
}

} // namespace limier
