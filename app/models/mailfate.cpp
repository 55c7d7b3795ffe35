// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mailfate.h"

#include "common/displaytext.h"

#include <QCoreApplication>
#include <QStringList>

namespace limier
{

Outcome outcomeOf(const Snapshot &snapshot, MessageId origin)
{
    const MailIndex &index = *snapshot.index;
    Outcome outcome;
    for (const MessageId hop : snapshot.postings->ofMail(origin)) {
        for (DeliveryId id = index.message(hop).firstDelivery; isSet(id); id = index.delivery(id).next) {
            const Delivery &delivery = index.delivery(id);
            if (!delivery.has(Delivery::HandedOver)) {
                outcome.count(delivery.status);
            }
        }
    }
    return outcome;
}

std::vector<Outcome> outcomesOfAll(const MailIndex &index, const std::stop_token &stop)
{
    std::vector<Outcome> outcomes(index.messages().size());
    const std::size_t count = index.deliveries().size();
    for (std::size_t from = 0; from < count && !stop.stop_requested();) {
        const std::span<const Delivery> run = index.deliveries().run(from, count);
        from += run.size();
        for (const Delivery &delivery : run) {
            if (!delivery.has(Delivery::HandedOver)) {
                outcomes[place(index.originOf(delivery.message))].count(delivery.status);
            }
        }
    }
    return outcomes;
}

std::optional<Status> worstStatus(const Outcome &outcome)
{
    if (outcome.expired > 0) {
        return Status::Expired;
    }
    if (outcome.bounced > 0) {
        return Status::Bounced;
    }
    if (outcome.deferred > 0) {
        return Status::Deferred;
    }
    return outcome.sent > 0 ? std::optional(Status::Sent) : std::nullopt;
}

std::uint64_t severityOf(const Outcome &outcome)
{
    const auto key = [](std::uint64_t rank, std::uint64_t count) { return (rank << 32) | (count & 0xffffffffU); };
    switch (worstStatus(outcome).value_or(Status::Sent)) {
    case Status::Expired:
        return key(4, outcome.expired);
    case Status::Bounced:
        return key(3, outcome.bounced);
    case Status::Deferred:
        return key(2, outcome.deferred);
    case Status::Sent:
        break;
    }
    return outcome.sent > 0 ? key(1, outcome.sent) : 0;
}

QString statusText(Status status)
{
    switch (status) {
    case Status::Sent:
        return QCoreApplication::translate("limier::MailFate", "sent");
    case Status::Deferred:
        return QCoreApplication::translate("limier::MailFate", "deferred");
    case Status::Bounced:
        return QCoreApplication::translate("limier::MailFate", "bounced");
    case Status::Expired:
        break;
    }
    return QCoreApplication::translate("limier::MailFate", "expired");
}

QString fateText(const Message &message, const Outcome &outcome)
{
    QStringList parts;
    const std::uint64_t total = outcome.sent + outcome.deferred + outcome.bounced + outcome.expired;
    const auto add = [&](std::uint64_t count, Status status) {
        if (count > 0) {
            parts << (total == 1 ? statusText(status) : displayNumber(count) + QChar(0xA0) + statusText(status));
        }
    };
    add(outcome.expired, Status::Expired);
    add(outcome.bounced, Status::Bounced);
    add(outcome.deferred, Status::Deferred);
    add(outcome.sent, Status::Sent);
    if (!parts.isEmpty()) {
        return parts.join(QStringLiteral(", "));
    }
    if (message.has(Message::Discarded)) {
        return QCoreApplication::translate("limier::MailFate", "discarded");
    }
    if (message.has(Message::Deleted)) {
        return QCoreApplication::translate("limier::MailFate", "deleted");
    }
    if (message.has(Message::OnHold)) {
        return QCoreApplication::translate("limier::MailFate", "on hold");
    }
    return message.has(Message::WasActive) && !message.has(Message::Removed)
        ? QCoreApplication::translate("limier::MailFate", "queued")
        : QCoreApplication::translate("limier::MailFate", "incomplete");
}

} // namespace limier
