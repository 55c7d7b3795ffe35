// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/reputation.h"

#include "analysis/judgement.h"
#include "log/asciitext.h"

#include <algorithm>
#include <array>
#include <map>

namespace limier
{

namespace
{

struct KnownList {
    std::string_view sign; ///< in a reply, in lower case
    std::string_view name;
    std::string_view page;
};

constexpr std::array KnownLists{
    KnownList{"spamhaus", "Spamhaus", "https://check.spamhaus.org/"},
    KnownList{"spamcop", "SpamCop", "https://www.spamcop.net/bl.shtml"},
    KnownList{"barracudacentral", "Barracuda", "https://www.barracudacentral.org/rbl/removal-request"},
    KnownList{"uceprotect", "UCEPROTECT", "https://www.uceprotect.net/en/rblcheck.php"},
    KnownList{"sorbs", "SORBS", ""},
    KnownList{"s3140", "Microsoft", "https://olcsupport.office.com/"},
    KnownList{"s3150", "Microsoft", "https://olcsupport.office.com/"},
    KnownList{"5.7.606", "Microsoft", "https://sender.office.com/"},
    KnownList{"cloudmark", "Cloudmark", "https://csi.cloudmark.com/en/reset/"},
    KnownList{"ofr_506", "Orange", "https://postmaster.orange.fr/"},
    KnownList{"lpn007_51", "La Poste", "https://postmaster.laposte.net/"},
    KnownList{"psbl", "PSBL", "https://psbl.org/remove"},
    KnownList{"mailspike", "Mailspike", "https://www.mailspike.org/iplookup.html"},
    KnownList{"dnswl", "dnswl", "https://www.dnswl.org/"},
    KnownList{"spfbl", "SPFBL", "https://spfbl.net/delist/"},
};

bool isOfAName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// The first word from @p at on that looks like a domain; empty if none of the next words does.
std::string domainFrom(std::string_view text, std::size_t at)
{
    for (int words = 0; words < 4 && at < text.size(); ++words) {
        while (at < text.size() && !isOfAName(text[at])) {
            ++at;
        }
        std::size_t end = at;
        while (end < text.size() && isOfAName(text[end])) {
            ++end;
        }
        std::string_view word = text.substr(at, end - at);
        while (word.ends_with('.')) {
            word.remove_suffix(1);
        }
        const bool hasLetter = std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
        if (word.contains('.') && hasLetter) {
            return std::string(word);
        }
        at = end;
    }
    return {};
}

/// What the mail refused because of one list has in common.
struct Listing {
    std::uint64_t deliveries = 0;
    std::vector<std::uint32_t> mails;
    std::vector<LineId> lines;
    Stamp first = 0;
};

using Listings = std::map<std::string, Listing>;

Listings collect(const Scene &scene)
{
    std::vector<std::string> names(scene.facts.replies.size());
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        if (scene.facts.listedReplies[i] > 0) {
            names[i] = listNamedIn(scene.index.reply(ReplyId{i}));
        }
    }
    Listings listings;
    for (std::uint32_t at = 0; at < scene.facts.mails.size(); ++at) {
        if (scene.mail(at).refused == 0) {
            continue;
        }
        forEachDelivery(scene, scene.mail(at).id, [&](const Delivery &delivery, DeliveryId) {
            if (delivery.status == Status::Sent || !isSet(delivery.reply)
                || scene.facts.replies[place(delivery.reply)] != ReplyClass::Listing) {
                return;
            }
            const std::string &name = names[place(delivery.reply)];
            if (listings.size() >= thresholds::MostSuspects && !listings.contains(name)) {
                return;
            }
            Listing &listing = listings[name];
            ++listing.deliveries;
            if (listing.mails.empty() || listing.mails.back() != at) {
                listing.mails.push_back(at);
            }
            if (listing.lines.size() < Signal::MostLines) {
                listing.lines.push_back(delivery.line);
            }
            listing.first = listing.first == 0 ? delivery.time : std::min(listing.first, delivery.time);
        });
    }
    return listings;
}

std::uint64_t deliveriesElsewhereSince(const Scene &scene, Stamp since)
{
    std::uint64_t count = 0;
    for (const MailFact &mail : scene.facts.mails) {
        count += mail.first >= since ? mail.foreign : 0;
    }
    return count;
}

} // namespace

std::string listNamedIn(std::string_view reply)
{
    const std::string text = lowerAscii(reply);
    for (const KnownList &list : KnownLists) {
        if (text.contains(list.sign)) {
            return std::string(list.name);
        }
    }
    for (const std::string_view before :
         {"blocked using ", "listed by ", "listed at ", "listed in ", "listed on ", "is listed ", "blocked by "}) {
        if (const std::size_t at = text.find(before); at != std::string::npos) {
            if (std::string name = domainFrom(text, at + before.size()); !name.empty()) {
                return name;
            }
        }
    }
    const std::size_t link = text.find("://");
    std::string name = link == std::string::npos ? std::string() : domainFrom(text, link + 3);
    return name.empty() ? "?" : name;
}

std::string_view delistingPage(std::string_view list)
{
    const auto *const known = std::ranges::find(KnownLists, list, &KnownList::name);
    return known == KnownLists.end() ? std::string_view() : known->page;
}

std::vector<Suspect> findListings(const Scene &scene)
{
    std::vector<Suspect> suspects;
    for (const auto &[name, listing] : collect(scene)) {
        Judgement judgement(thresholds::ReputationPrior);
        const auto count = static_cast<double>(listing.deliveries);
        if (Signal *signal = judgement.add(SignalCode::Listed,
                                           thresholds::Listed(static_cast<double>(listing.mails.size())), count)) {
            signal->lines = listing.lines;
            signal->detail = name;
        }
        const double share = Tally::share(listing.deliveries, deliveriesElsewhereSince(scene, listing.first));
        judgement.add(SignalCode::ListedShare, thresholds::ListedShare(share), share);
        if (!judgement.isWorthALook()) {
            continue;
        }
        Suspect &suspect = suspects.emplace_back();
        suspect.kind = SuspectKind::Reputation;
        suspect.subject = name;
        describeMails(scene, listing.mails, suspect);
        suspect.first = listing.first;
        judgement.conclude(suspect, scene.span.until);
    }
    return suspects;
}

} // namespace limier
