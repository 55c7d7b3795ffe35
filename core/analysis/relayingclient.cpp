// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/relayingclient.h"

#include "analysis/judgement.h"
#include "analysis/trustednetworks.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>

namespace limier
{

namespace
{

/// A machine, or a program of this server, that sends without a login.
class SenderCase
{
public:
    SenderCase(const Scene &scene, SuspectKind kind, std::span<const std::uint32_t> mails, const Course &course,
               RecipientCounter &recipients)
        : m_scene(scene)
        , m_kind(kind)
        , m_mails(mails)
        , m_course(course)
        , m_recipients(recipients)
        , m_judgement(kind == SuspectKind::LocalInjection ? thresholds::LocalPrior : thresholds::RelayPrior)
    {
    }

    [[nodiscard]] std::optional<Suspect> judge();
    [[nodiscard]] Judgement &judgement() { return m_judgement; }

private:
    void addSenderSignals();
    void addRecipientSignals();
    void addStart();

    const Scene &m_scene;
    SuspectKind m_kind;
    std::span<const std::uint32_t> m_mails;
    const Course &m_course;
    RecipientCounter &m_recipients;
    Judgement m_judgement;
};

std::optional<Suspect> SenderCase::judge()
{
    addVolumeSignals(m_scene, m_course, m_judgement);
    addSenderSignals();
    addRecipientSignals();
    addAnswerSignals(m_scene, m_course, m_judgement);
    addHabitSignals(m_scene, m_course, m_judgement);
    addStart();
    if (!m_judgement.isWorthALook()) {
        return std::nullopt;
    }
    Suspect suspect;
    suspect.kind = m_kind;
    describeMails(m_scene, m_course.odd, suspect);
    m_judgement.conclude(suspect, m_scene.span.until);
    return suspect;
}

void SenderCase::addSenderSignals()
{
    const Tally &odd = m_course.oddTally;
    const double many = thresholds::ManySenders(static_cast<double>(odd.senders));
    if (Signal *signal = m_judgement.add(SignalCode::ManySenders, many, static_cast<double>(odd.senders),
                                         static_cast<double>(m_course.usualTally.senders))) {
        signal->lines = firstLines(m_scene, m_course.odd);
    }
    std::unordered_set<std::uint32_t, SeededHash> senders;
    for (const std::uint32_t at : m_course.odd) {
        senders.insert(m_scene.mail(at).sender);
        if (senders.size() > 1) {
            return;
        }
    }
    m_judgement.add(SignalCode::SameSender, thresholds::WeightOfSameSender, 1);
}

void SenderCase::addRecipientSignals()
{
    const RecipientUse use = m_recipients.count(m_scene.facts, m_scene.domains, m_course.odd, NoPlace);
    limier::addRecipientSignals(m_scene, use, m_judgement);
    if (Signal *signal = m_judgement.add(SignalCode::ForeignRecipients,
                                         thresholds::ForeignRecipients(static_cast<double>(use.different)),
                                         static_cast<double>(use.different))) {
        signal->lines = firstLines(m_scene, m_course.odd);
    }
    m_judgement.add(SignalCode::SameRecipients, thresholds::SameRecipients(use.perRecipient()), use.perRecipient());
}

void SenderCase::addStart()
{
    const TimeRange &span = m_scene.span;
    const auto length = static_cast<double>(std::max<Stamp>(span.until - span.since, 1));
    const Stamp first = m_scene.mail(m_mails.front()).first;
    const double passed = static_cast<double>(first - std::min(first, span.since)) / length;
    m_judgement.add(SignalCode::SuddenStart, thresholds::SuddenStart(passed), passed);
}

/// Why clients may hand in mail without a login.
class Permissions
{
public:
    Permissions(const Scene &scene, const Relayed &relayed);

    void addSignals(std::uint32_t client, Judgement &judgement) const;

private:
    const Scene &m_scene;
    TrustedNetworks m_networks;
    std::vector<std::uint32_t> m_accounts; ///< by ClientId: those that log in from there; of clients that relay
};

Permissions::Permissions(const Scene &scene, const Relayed &relayed)
    : m_scene(scene)
    , m_accounts(scene.index.clientCount(), thresholds::AccountsOfAGateway)
{
    // Only the clients that relay are asked for: the mail of the others is passed over.
    for (const Relayed::Group &group : relayed.clients) {
        m_accounts[group.key] = 0;
    }
    for (const std::string &entries : scene.server.myNetworks) {
        const TrustedNetworks more = parseTrustedNetworks(entries);
        m_networks.entries.insert(m_networks.entries.end(), more.entries.begin(), more.entries.end());
    }
    std::unordered_set<std::uint64_t, SeededHash> seen;
    for (const MailFact &mail : scene.facts.mails) {
        if (mail.account != NoPlace && mail.client != NoPlace
            && m_accounts[mail.client] < thresholds::AccountsOfAGateway
            && seen.insert(std::uint64_t{mail.client} << 32 | mail.account).second) {
            ++m_accounts[mail.client];
        }
    }
}

void Permissions::addSignals(std::uint32_t client, Judgement &judgement) const
{
    std::vector<TrustedNetwork> entries = entriesCovering(m_networks, m_scene.index.clientIp(ClientId{client}));
    entries.resize(std::min(entries.size(), thresholds::MostTrustedEntries));
    for (const TrustedNetwork &entry : entries) {
        const NetworkWidth width = widthOf(entry);
        const double weight =
            width == NetworkWidth::Fine ? thresholds::WeightOfTrustedEntry : thresholds::WeightOfWideEntry;
        if (Signal *signal = judgement.add(SignalCode::TrustedEntry, weight, static_cast<double>(width))) {
            signal->detail = entry.text();
        }
    }
    if (m_accounts[client] >= thresholds::AccountsOfAGateway) {
        judgement.add(SignalCode::Gateway, thresholds::WeightOfGateway, static_cast<double>(m_accounts[client]));
    }
}

class Finder
{
public:
    Finder(const Scene &scene, CourseReader &reader, std::vector<Suspect> &suspects)
        : m_scene(scene)
        , m_reader(reader)
        , m_recipients(scene.index)
        , m_suspects(suspects)
    {
    }

    /// @p networksOutside: that relay, for an open relay; @p permissions: for clients.
    void look(SuspectKind kind, std::span<const std::uint32_t> mails, const std::string &subject,
              double networksOutside = 0, const Permissions *permissions = nullptr)
    {
        const Course course = m_reader.read({.mails = mails, .localPart = {}, .hasNetworks = false});
        if (course.odd.empty()) {
            return;
        }
        SenderCase senderCase(m_scene, kind, mails, course, m_recipients);
        if (networksOutside > 0) {
            senderCase.judgement().add(SignalCode::OpenRelay, thresholds::OpenRelay(networksOutside), networksOutside,
                                       0);
        }
        if (permissions != nullptr) {
            permissions->addSignals(m_scene.mail(course.odd.front()).client, senderCase.judgement());
        }
        if (auto suspect = senderCase.judge()) {
            suspect->subject = subject;
            m_suspects.push_back(std::move(*suspect));
        }
    }

private:
    const Scene &m_scene;
    CourseReader &m_reader;
    RecipientCounter m_recipients;
    std::vector<Suspect> &m_suspects;
};

/// What all the hosts outside hand in together.
struct Outside {
    std::vector<std::uint32_t> mails;
    std::unordered_set<std::uint32_t, SeededHash> networks;
};

Outside pool(const Scene &scene, const Relayed &relayed)
{
    Outside outside;
    for (const Relayed::Group &group : relayed.clients) {
        if (scene.hosts.placeOf(group.key) == HostPlace::Outside) {
            outside.mails.insert(outside.mails.end(), group.mails.begin(), group.mails.end());
            outside.networks.insert(scene.hosts.networkOf(group.key));
        }
    }
    std::ranges::sort(outside.mails);
    return outside;
}

} // namespace

std::vector<Suspect> findRelayingClients(const Scene &scene, const Relayed &relayed, CourseReader &reader)
{
    std::vector<Suspect> suspects;
    Finder finder(scene, reader, suspects);
    const Permissions permissions(scene, relayed);
    const Outside outside = pool(scene, relayed);
    const bool isOpen = outside.networks.size() >= thresholds::NetworksOfAnOpenRelay;
    if (isOpen) {
        finder.look(SuspectKind::RelayingClient, outside.mails, "0.0.0.0/0",
                    static_cast<double>(outside.networks.size()), &permissions);
    }
    const bool isShown = !suspects.empty();
    for (const Relayed::Group &group : relayed.clients) {
        const bool isOutside = scene.hosts.placeOf(group.key) == HostPlace::Outside;
        // Where everybody may relay, each of them is not another case.
        const bool isPartOfIt = isShown && isOutside
            && static_cast<double>(group.mails.size())
                < thresholds::ShareOfItsOwnCase * static_cast<double>(outside.mails.size());
        if (!isPartOfIt && group.mails.size() >= thresholds::FewestRelayed) {
            finder.look(SuspectKind::RelayingClient, group.mails,
                        std::string(scene.index.clientIp(ClientId{group.key})), 0, &permissions);
        }
    }
    return suspects;
}

std::vector<Suspect> findLocalInjection(const Scene &scene, const Relayed &relayed, CourseReader &reader)
{
    std::vector<Suspect> suspects;
    Finder finder(scene, reader, suspects);
    for (const Relayed::Group &group : relayed.localUsers) {
        if (group.mails.size() >= thresholds::FewestRelayed) {
            finder.look(SuspectKind::LocalInjection, group.mails, std::to_string(group.key));
        }
    }
    return suspects;
}

} // namespace limier
