// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/sendingsignals.h"

#include "analysis/busiestunit.h"
#include "analysis/quantile.h"

#include <algorithm>

namespace limier
{

namespace
{

void show(Signal *signal, std::vector<LineId> lines)
{
    if (signal != nullptr) {
        signal->lines = std::move(lines);
    }
}

/// The mails of the hour (or day) with most recipients.
std::span<const std::uint32_t> busiest(const Scene &scene, std::span<const std::uint32_t> mails, Stamp length)
{
    std::span<const std::uint32_t> best;
    std::uint64_t most = 0;
    for (std::size_t from = 0; from < mails.size();) {
        const Stamp unit = scene.mail(mails[from]).first / length;
        std::uint64_t sum = 0;
        std::size_t to = from;
        for (; to < mails.size() && scene.mail(mails[to]).first / length == unit; ++to) {
            sum += scene.mail(mails[to]).recipients;
        }
        if (sum > most) {
            most = sum;
            best = mails.subspan(from, to - from);
        }
        from = to;
    }
    return best;
}

/// A share of few deliveries, taken for as much as it says.
double trusted(double weight, std::uint64_t deliveries)
{
    return weight * std::min(1.0, static_cast<double>(deliveries) / thresholds::DeliveriesOfAShare);
}

/// Days with at least half as much mail as the busiest one.
double daysLikeTheBusiest(const Scene &scene, std::span<const std::uint32_t> mails, std::uint64_t busiestDay)
{
    double days = 0;
    for (std::size_t from = 0; from < mails.size();) {
        const Stamp day = scene.mail(mails[from]).first / Day;
        std::uint64_t sum = 0;
        for (; from < mails.size() && scene.mail(mails[from]).first / Day == day; ++from) {
            sum += scene.mail(mails[from]).recipients;
        }
        days += 2 * sum >= busiestDay ? 1 : 0;
    }
    return days;
}

/// A share of the deliveries of all the others.
double ofOthers(std::uint64_t all, std::uint64_t own, const Scene &scene, const Course &course, double most)
{
    const std::uint64_t ownDeliveries = course.oddTally.deliveries + course.usualTally.deliveries;
    const std::uint64_t deliveries = scene.peers.deliveries - std::min(scene.peers.deliveries, ownDeliveries);
    const double share = Tally::share(all - std::min(all, own), deliveries);
    return static_cast<double>(deliveries) >= thresholds::DeliveriesOfAShare ? std::min(share, most) : most / 2;
}

} // namespace

RecipientUse RecipientCounter::count(const MailFacts &facts, Domains &domains, std::span<const std::uint32_t> mails,
                                     std::uint32_t account)
{
    RecipientUse use;
    ++m_count;
    for (const std::uint32_t at : mails) {
        for (DeliveryId id = m_index.message(facts.mails[at].id).firstDelivery; isSet(id);) {
            const Delivery &delivery = m_index.delivery(id);
            id = delivery.next;
            ++use.deliveries;
            std::uint32_t &last = m_lastCount[place(delivery.recipient)];
            if (last == m_count) {
                continue;
            }
            last = m_count;
            ++use.different;
            if (!domains.isOwn(delivery.recipient)) {
                ++use.foreign;
                use.familiar += facts.isFamiliar(delivery.recipient, account) ? 1U : 0U;
            }
        }
    }
    return use;
}

double usualFamiliarShare(const MailFacts &facts, Domains &domains, RecipientCounter &counter,
                          std::span<const std::span<const std::uint32_t>> accounts)
{
    std::vector<double> shares;
    const std::size_t step = std::max<std::size_t>(1, accounts.size() / thresholds::AccountsAskedForFamiliar);
    for (std::uint32_t account = 0; account < accounts.size(); account += static_cast<std::uint32_t>(step)) {
        const auto mails =
            accounts[account].first(std::min(accounts[account].size(), thresholds::MailsAskedForFamiliar));
        const RecipientUse use = counter.count(facts, domains, mails, account);
        if (use.foreign >= thresholds::RecipientsAskedForFamiliar) {
            shares.push_back(Tally::share(use.familiar, use.foreign));
        }
    }
    if (shares.size() < thresholds::FewestPeers / 2) {
        return 0;
    }
    return quantile(std::move(shares), 0.5);
}

void addVolumeSignals(const Scene &scene, const Course &course, Judgement &judgement)
{
    const Tally &odd = course.oddTally;
    const double perHour = static_cast<double>(odd.peakHour) / std::max(course.usualHour, thresholds::QuietestHour);
    show(judgement.add(SignalCode::HourVolume, thresholds::HourVolume(perHour), static_cast<double>(odd.peakHour),
                       course.usualHour),
         firstLines(scene, busiest(scene, course.odd, Hour)));
    const double perDay = static_cast<double>(odd.peakDay) / std::max(course.usualDay, thresholds::QuietestDay);
    show(judgement.add(SignalCode::DayVolume, thresholds::DayVolume(perDay), static_cast<double>(odd.peakDay),
                       course.usualDay),
         firstLines(scene, busiest(scene, course.odd, Day)));
    judgement.add(SignalCode::FewRecipients, thresholds::FewRecipients(static_cast<double>(odd.recipients)),
                  static_cast<double>(odd.recipients));
    judgement.add(SignalCode::OffHours, trusted(thresholds::OffHours(Tally::share(odd.offHours, odd.mails)), odd.mails),
                  Tally::share(odd.offHours, odd.mails), 0);
}

void addAnswerSignals(const Scene &scene, const Course &course, Judgement &judgement)
{
    const Tally &odd = course.oddTally;
    const Tally &usual = course.usualTally;
    const bool hasPast = static_cast<double>(usual.deliveries) >= thresholds::DeliveriesOfAShare;
    const double usualBounces = hasPast
        ? std::min(usual.bounceShare(), thresholds::MostUsualBounces)
        : ofOthers(scene.peers.bounced, odd.bounced + usual.bounced, scene, course, thresholds::MostUsualBounces);
    const double usualRefusals = hasPast
        ? std::min(usual.refusedShare(), thresholds::MostUsualRefusals)
        : ofOthers(scene.peers.refused, odd.refused + usual.refused, scene, course, thresholds::MostUsualRefusals);
    show(judgement.add(SignalCode::Bounces,
                       trusted(thresholds::Bounces(odd.bounceShare() - usualBounces), odd.deliveries),
                       odd.bounceShare(), usualBounces),
         answerLines(scene, course.odd, Answer::Unknown));
    show(judgement.add(SignalCode::Refusals,
                       trusted(thresholds::Refusals(odd.refusedShare() - usualRefusals), odd.deliveries),
                       odd.refusedShare(), usualRefusals),
         answerLines(scene, course.odd, Answer::Refused));
    const double spoilt = odd.bounceShare() + odd.refusedShare();
    const double weight = thresholds::FewSpoilt(spoilt - usualBounces)
        * std::min(1.0, static_cast<double>(odd.deliveries) / thresholds::DeliveriesOfCleanMail);
    judgement.add(SignalCode::FewSpoilt, weight, spoilt, usualBounces + usualRefusals);
}

void addRecipientSignals(const Scene &scene, const RecipientUse &use, Judgement &judgement)
{
    // How many one would expect to know of an honest list of that length, and how many are known.
    const double expected = scene.familiarShare * thresholds::FamiliarOfAList * static_cast<double>(use.foreign);
    const double known = static_cast<double>(use.familiar) / std::max(expected, 1e-9);
    const double certainty = std::min(1.0, expected / thresholds::FamiliarForCertainty);
    const double weight = thresholds::NewRecipients(1 - known) + thresholds::FamiliarRecipients(known);
    judgement.add(SignalCode::NewRecipients, weight * certainty, 1 - Tally::share(use.familiar, use.foreign),
                  1 - scene.familiarShare);
}

void addHabitSignals(const Scene &scene, const Course &course, Judgement &judgement)
{
    const double days = daysLikeTheBusiest(scene, course.odd, course.oddTally.peakDay);
    judgement.add(SignalCode::KnownBulk, thresholds::KnownBulk(days), days);
}

} // namespace limier
