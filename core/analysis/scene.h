// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/accounts.h"
#include "analysis/course.h"
#include "analysis/detectors.h"
#include "analysis/domains.h"
#include "analysis/failures.h"
#include "analysis/hosts.h"
#include "analysis/mailfacts.h"
#include "index/postings.h"

#include <span>
#include <vector>

namespace limier
{

/// What all detectors work on: an index, and what was found out of it beforehand. One thread uses it at a time.
struct Scene {
    const Postings &postings;
    const MailIndex &index;
    const ServerKnowledge &server;
    const Accounts &accounts;
    const MailFacts &facts;
    const Hosts &hosts;
    const Failures &failures;
    const Peers &peers;
    Domains &domains;
    TimeRange span;           ///< of the log
    double familiarShare = 0; ///< see usualFamiliarShare()

    [[nodiscard]] const MailFact &mail(std::uint32_t at) const { return facts.mails[at]; }
};

/// Puts the mails at @p odd, which are in the order of the log, into a suspect: what they reached, from where, when.
void describeMails(const Scene &scene, std::span<const std::uint32_t> odd, Suspect &suspect);

/// Lines that show mails: their first ones, of at most Signal::MostLines, spread over all of them.
[[nodiscard]] std::vector<LineId> firstLines(const Scene &scene, std::span<const std::uint32_t> mails);
/// How other servers answered.
enum class Answer : std::uint8_t {
    Unknown, ///< bounced, but not because of what the mail is
    Refused
};
/// Lines of deliveries of mails that were answered like that, at most Signal::MostLines.
[[nodiscard]] std::vector<LineId> answerLines(const Scene &scene, std::span<const std::uint32_t> mails, Answer answer);

/// Calls @p use with each delivery of an origin that counts: of itself, or of the hops that it was handed to.
template <typename Use>
void forEachDelivery(const Scene &scene, MessageId origin, Use use)
{
    bool hasHops = false;
    const auto ofMessage = [&](MessageId message) {
        for (DeliveryId id = scene.index.message(message).firstDelivery; isSet(id);) {
            const Delivery &delivery = scene.index.delivery(id);
            if (delivery.has(Delivery::HandedOver)) {
                hasHops = true;
            } else {
                use(delivery, id);
            }
            id = delivery.next;
        }
    };
    ofMessage(origin);
    if (hasHops) {
        for (const MessageId message : scene.postings.ofMail(origin)) {
            if (message != origin) {
                ofMessage(message);
            }
        }
    }
}

} // namespace limier
