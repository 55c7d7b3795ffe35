// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/congestion.h"

#include "analysis/busiestunit.h"
#include "analysis/judgement.h"
#include "analysis/surge.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace limier
{

namespace
{

/// The mail of suspects that send.
class SuspectMail
{
public:
    explicit SuspectMail(const std::vector<Suspect> &suspects)
    {
        for (const Suspect &suspect : suspects) {
            if (suspect.confidence >= thresholds::MediumConfidence) {
                for (const MessageId message : suspect.messages) {
                    m_messages.insert(place(message));
                }
            }
        }
    }
    [[nodiscard]] bool has(const MailFact &mail) const { return m_messages.contains(place(mail.id)); }
    [[nodiscard]] bool isEmpty() const { return m_messages.empty(); }

private:
    std::unordered_set<std::uint32_t, SeededHash> m_messages;
};

std::uint32_t receiverOf(const Scene &scene, const MailFact &mail)
{
    const DeliveryId delivery = scene.index.message(mail.id).firstDelivery;
    return isSet(delivery) ? place(scene.index.delivery(delivery).recipient) : NoPlace;
}

class StormFinder
{
public:
    StormFinder(const Scene &scene, const SuspectMail &others)
        : m_scene(scene)
        , m_others(others)
    {
    }
    void find(std::vector<Suspect> &suspects) const;

private:
    [[nodiscard]] bool hasNoSender(const MailFact &mail) const
    {
        return mail.isNotification()
            || (mail.sender != NoPlace && !isSet(m_scene.index.message(mail.id).user)
                && m_scene.index.address(AddressId{mail.sender}).empty());
    }
    [[nodiscard]] std::vector<std::uint32_t> notifications() const;

    const Scene &m_scene;
    const SuspectMail &m_others;
};

std::vector<std::uint32_t> StormFinder::notifications() const
{
    // Each recipient that a suspect's mail did not reach may have made one, at about that time.
    std::unordered_map<std::uint32_t, std::uint64_t, SeededHash> explained;
    if (!m_others.isEmpty()) {
        for (const MailFact &mail : m_scene.facts.mails) {
            if (mail.bounced > 0 && m_others.has(mail)) {
                explained[mail.first / Hour] += mail.bounced;
            }
        }
    }
    std::vector<std::uint32_t> found;
    for (std::uint32_t at = 0; at < m_scene.facts.mails.size(); ++at) {
        const MailFact &mail = m_scene.mail(at);
        if (!hasNoSender(mail)) {
            continue;
        }
        bool isExplained = false;
        for (const Stamp hour : {mail.first / Hour, mail.first / Hour - 1}) {
            if (const auto left = explained.find(hour); !isExplained && left != explained.end() && left->second > 0) {
                --left->second;
                isExplained = true;
            }
        }
        if (!isExplained) {
            found.push_back(at);
        }
    }
    return found;
}

void StormFinder::find(std::vector<Suspect> &suspects) const
{
    const std::vector<std::uint32_t> all = notifications();
    HourCounter hours(m_scene.span);
    for (const std::uint32_t at : all) {
        hours.add(m_scene.mail(at).first, 1);
    }
    const HourCounter &mails = m_scene.facts.hours;
    const Surge surge =
        hours.largestSurge(mails.scaled(thresholds::LargeShareOfNotifications, thresholds::FewestNotificationsAnHour),
                           mails.scaled(thresholds::UsualShareOfNotifications, 0));
    std::vector<std::uint32_t> storm;
    std::unordered_map<std::uint32_t, std::uint64_t, SeededHash> receivers;
    std::uint32_t mostReached = NoPlace;
    for (const std::uint32_t at : all) {
        const MailFact &mail = m_scene.mail(at);
        if (!surge.contains(mail.first)) {
            continue;
        }
        storm.push_back(at);
        if (const std::uint32_t receiver = receiverOf(m_scene, mail); receiver != NoPlace) {
            const std::uint64_t count = ++receivers[receiver];
            mostReached = mostReached == NoPlace || count > receivers[mostReached] ? receiver : mostReached;
        }
    }
    if (storm.empty()) {
        return;
    }
    const double share = mostReached == NoPlace ? 0 : Tally::share(receivers[mostReached], storm.size());
    Judgement judgement(thresholds::BackscatterPrior);
    if (Signal *signal =
            judgement.add(SignalCode::Notifications,
                          thresholds::Notifications(surge.excess()) + thresholds::NotificationsTimes(surge.times()),
                          static_cast<double>(surge.peakHour), surge.usualPeak)) {
        signal->lines = firstLines(m_scene, storm);
    }
    judgement.add(SignalCode::OneReceiver, thresholds::OneReceiver(share), share);
    if (!judgement.isWorthALook()) {
        return;
    }
    Suspect &suspect = suspects.emplace_back();
    suspect.kind = SuspectKind::Backscatter;
    suspect.subject = share >= thresholds::ShareOfANamedReceiver
        ? std::string(m_scene.index.address(AddressId{mostReached}))
        : std::string("<>");
    describeMails(m_scene, storm, suspect);
    judgement.conclude(suspect, m_scene.span.until);
}

/// Deliveries to one domain, in the order of their mails.
struct Destination {
    struct Try {
        std::uint32_t mail;
        LineId line;
        bool isBlocked;
    };
    std::uint64_t blocked = 0;
    std::vector<Try> tries;
};

/// The part of a destination's deliveries in which most are blocked, and those outside of it that are not.
struct Blockade {
    std::span<const Destination::Try> tries;
    std::uint64_t blocked = 0;
    std::uint64_t otherTries = 0;
    std::uint64_t otherBlocked = 0;
};

bool isBlocked(const Delivery &delivery)
{
    // A greylist puts off once; what is put off for longer was not taken for a while.
    const bool isOpen = delivery.status == Status::Deferred || delivery.status == Status::Expired;
    return isOpen || delivery.attempts >= thresholds::AttemptsOfABlock;
}

Blockade blockadeOf(const Destination &destination)
{
    Blockade blockade;
    double sum = 0;
    double best = 0;
    std::size_t from = 0;
    std::uint64_t blocked = 0;
    for (std::size_t i = 0; i < destination.tries.size(); ++i) {
        if (sum <= 0) {
            sum = 0;
            from = i;
            blocked = 0;
        }
        blocked += destination.tries[i].isBlocked ? 1U : 0U;
        sum += destination.tries[i].isBlocked ? 1 : -thresholds::DeliveryInABlockade;
        if (sum > best) {
            best = sum;
            blockade.tries = std::span(destination.tries).subspan(from, i + 1 - from);
            blockade.blocked = blocked;
        }
    }
    blockade.otherTries = destination.tries.size() - blockade.tries.size();
    blockade.otherBlocked = destination.blocked - blockade.blocked;
    return blockade;
}

class BlockFinder
{
public:
    BlockFinder(const Scene &scene, const SuspectMail &others)
        : m_scene(scene)
        , m_others(others)
    {
    }
    void find(std::vector<Suspect> &suspects);

private:
    void countBlocked();
    void keepFullest();
    void collectTries();
    void judge(std::uint32_t domain, const Destination &destination, std::vector<Suspect> &suspects) const;

    const Scene &m_scene;
    const SuspectMail &m_others;
    std::unordered_map<std::uint32_t, Destination, SeededHash> m_destinations;
};

void BlockFinder::countBlocked()
{
    for (const MailFact &mail : m_scene.facts.mails) {
        if (mail.delayed == 0 || m_others.has(mail)) {
            continue;
        }
        forEachDelivery(m_scene, mail.id, [&](const Delivery &delivery, DeliveryId) {
            if (isBlocked(delivery)) {
                ++m_destinations[m_scene.domains.of(delivery.recipient)].blocked;
            }
        });
    }
}

void BlockFinder::keepFullest()
{
    std::erase_if(m_destinations, [this](const auto &item) {
        return item.second.blocked < thresholds::FewestBlocked || m_scene.domains.isOwnDomain(item.first);
    });
    if (m_destinations.size() <= thresholds::MostBlockedDestinations) {
        return;
    }
    std::vector<std::uint64_t> counts;
    for (const auto &[domain, destination] : m_destinations) {
        counts.push_back(destination.blocked);
    }
    std::ranges::sort(counts, std::greater());
    std::erase_if(m_destinations,
                  [&](const auto &item) { return item.second.blocked <= counts[thresholds::MostBlockedDestinations]; });
}

void BlockFinder::collectTries()
{
    for (std::uint32_t at = 0; at < m_scene.facts.mails.size(); ++at) {
        const MailFact &mail = m_scene.mail(at);
        if (mail.foreign + mail.delayed + mail.bounced == 0 || m_others.has(mail)) {
            continue;
        }
        forEachDelivery(m_scene, mail.id, [&](const Delivery &delivery, DeliveryId) {
            if (const auto found = m_destinations.find(m_scene.domains.of(delivery.recipient));
                found != m_destinations.end()) {
                const bool isOne = isBlocked(delivery);
                found->second.tries.push_back({at, delivery.line, isOne});
            }
        });
    }
    for (auto &[domain, destination] : m_destinations) {
        destination.blocked =
            static_cast<std::uint64_t>(std::ranges::count(destination.tries, true, &Destination::Try::isBlocked));
    }
}

void BlockFinder::judge(std::uint32_t domain, const Destination &destination, std::vector<Suspect> &suspects) const
{
    const Blockade blockade = blockadeOf(destination);
    if (blockade.blocked < thresholds::FewestBlocked) {
        return;
    }
    const double share = Tally::share(blockade.blocked, blockade.tries.size());
    const auto blocked = static_cast<double>(blockade.blocked);
    Judgement judgement(thresholds::CongestionPrior);
    std::vector<std::uint32_t> mails;
    std::vector<LineId> lines;
    for (const Destination::Try &one : blockade.tries) {
        if (one.isBlocked && (mails.empty() || mails.back() != one.mail)) {
            mails.push_back(one.mail);
            if (lines.size() < Signal::MostLines) {
                lines.push_back(one.line);
            }
        }
    }
    if (Signal *signal =
            judgement.add(SignalCode::BlockedDeliveries, thresholds::BlockedDeliveries(blocked), blocked)) {
        signal->lines = std::move(lines);
    }
    judgement.add(SignalCode::BlockedShare, thresholds::BlockedShare(share), share,
                  Tally::share(blockade.otherBlocked, blockade.otherTries));
    const auto taken = static_cast<double>(blockade.otherTries - blockade.otherBlocked);
    judgement.add(SignalCode::NeverTook, thresholds::NeverTook(taken), taken);
    if (!judgement.isWorthALook()) {
        return;
    }
    Suspect &suspect = suspects.emplace_back();
    suspect.kind = SuspectKind::Backscatter;
    suspect.subject = m_scene.domains.name(domain);
    describeMails(m_scene, mails, suspect);
    judgement.conclude(suspect, m_scene.span.until);
}

void BlockFinder::find(std::vector<Suspect> &suspects)
{
    countBlocked();
    keepFullest();
    if (m_destinations.empty()) {
        return;
    }
    collectTries();
    std::vector<std::uint32_t> domains;
    for (const auto &[domain, destination] : m_destinations) {
        domains.push_back(domain);
    }
    std::ranges::sort(domains);
    for (const std::uint32_t domain : domains) {
        judge(domain, m_destinations.at(domain), suspects);
    }
}

} // namespace

std::vector<Suspect> findCongestion(const Scene &scene, const std::vector<Suspect> &suspects)
{
    const SuspectMail others(suspects);
    std::vector<Suspect> found;
    StormFinder(scene, others).find(found);
    BlockFinder(scene, others).find(found);
    return found;
}

} // namespace limier
