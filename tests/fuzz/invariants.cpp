// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/invariants.h"

#include "analysis/activity.h"

#include <algorithm>
#include <vector>

namespace limier::fuzz
{

namespace
{

template <typename Id>
bool isIn(Id id, std::size_t count)
{
    return !isSet(id) || place(id) < count;
}

std::uint64_t sum(const Outcome &outcome)
{
    return outcome.sent + outcome.deferred + outcome.bounced + outcome.expired;
}

/// Every line of a record must be a line, every id in its table.
QString brokenMessage(const MailIndex &index, const Message &message)
{
    if (!isIn(message.user, index.userCount()) || !isIn(message.client, index.clientCount())
        || !isIn(message.sender, index.addressCount())) {
        return QStringLiteral("a message's user, client or sender");
    }
    if (place(message.firstLine) > place(message.lastLine) || place(message.lastLine) >= index.lineCount()) {
        return QStringLiteral("a message's lines");
    }
    if (index.queueId(message).empty() || message.queueId.isEmpty()) {
        return QStringLiteral("a message's queue ID");
    }
    return {};
}

/// Each delivery hangs on exactly one message.
QString brokenChain(const MailIndex &index)
{
    std::vector<bool> seen(index.deliveries().size());
    for (std::size_t i = 0; i < index.messages().size(); ++i) {
        for (DeliveryId id = index.messages()[i].firstDelivery; isSet(id); id = index.delivery(id).next) {
            if (!isIn(id, seen.size()) || seen[place(id)] || place(index.delivery(id).message) != i) {
                return QStringLiteral("the deliveries of message %1").arg(i);
            }
            seen[place(id)] = true;
        }
    }
    return std::ranges::count(seen, false) > 0 ? QStringLiteral("a delivery of no message") : QString();
}

QString brokenOrigin(const MailIndex &index)
{
    const std::size_t count = index.messages().size();
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t steps = 0;
        for (auto id = static_cast<MessageId>(i);; id = index.message(id).origin) {
            if (!isSet(id) || place(id) >= count || ++steps > count + 1) {
                return QStringLiteral("the way back from message %1").arg(i);
            }
            if (index.message(id).origin == id) {
                break;
            }
        }
    }
    return {};
}

QString brokenDelivery(const MailIndex &index, const Delivery &delivery)
{
    if (!isIn(delivery.recipient, index.addressCount()) || !isSet(delivery.recipient)
        || !isIn(delivery.reply, index.replyCount()) || !isIn(delivery.line, index.lineCount())) {
        return QStringLiteral("a delivery's recipient, reply or line");
    }
    if (delivery.attempts == 0 || (isSet(delivery.relay) && index.relay(delivery.relay).empty())) {
        return QStringLiteral("a delivery's attempts or relay");
    }
    return {};
}

QString brokenRefusal(const MailIndex &index)
{
    for (std::size_t i = 0; i < index.rejections().size(); ++i) {
        const Rejection &rejection = index.rejections()[i];
        if (!isIn(rejection.client, index.clientCount()) || !isIn(rejection.user, index.userCount())
            || !isIn(rejection.reply, index.replyCount()) || !isIn(rejection.line, index.lineCount())) {
            return QStringLiteral("rejection %1").arg(i);
        }
    }
    for (std::size_t i = 0; i < index.authFailures().size(); ++i) {
        const AuthFailure &failure = index.authFailures()[i];
        if (!isIn(failure.client, index.clientCount()) || !isIn(failure.user, index.userCount())
            || !isIn(failure.line, index.lineCount()) || failure.count == 0) {
            return QStringLiteral("failed login %1").arg(i);
        }
    }
    return {};
}

QString brokenSum(const MailIndex &index)
{
    std::uint64_t messages = 0;
    std::uint64_t deliveries = 0;
    for (std::size_t i = 0; i < index.messages().size(); ++i) {
        messages += isCounted(index.messages()[i], static_cast<MessageId>(i)) ? 1U : 0U;
    }
    for (std::size_t i = 0; i < index.deliveries().size(); ++i) {
        const Delivery &delivery = index.deliveries()[i];
        const MessageId origin = index.originOf(delivery.message);
        deliveries += !delivery.has(Delivery::HandedOver) && isCounted(index.message(origin), origin) ? 1U : 0U;
    }
    const Activity activity = makeActivity(index);
    if (activity.total.messages != messages || sum(activity.total.outcome) != deliveries) {
        return QStringLiteral("%1 messages and %2 deliveries, counted %3 and %4")
            .arg(messages)
            .arg(deliveries)
            .arg(activity.total.messages)
            .arg(sum(activity.total.outcome));
    }
    std::uint64_t ofClients = 0;
    std::uint64_t ofSenders = 0;
    for (const ClientActivity &client : activity.clients) {
        ofClients += client.traffic.messages;
        if (client.authenticated > client.traffic.messages || client.relayed > client.traffic.messages) {
            return QStringLiteral("a client's messages");
        }
    }
    for (const SenderActivity &sender : activity.senders) {
        ofSenders += sender.messages;
    }
    return ofClients > messages || ofSenders > messages ? QStringLiteral("the sums of clients or senders") : QString();
}

QString brokenLine(const MailIndex &index)
{
    for (std::size_t i = 0; i < index.lineCount(); ++i) {
        if (!isIn(index.lineMessages()[i], index.messages().size())) {
            return QStringLiteral("the message of line %1").arg(i);
        }
    }
    for (std::size_t i = 0; i < index.unrecognised().size(); ++i) {
        const bool isSorted = i == 0 || place(index.unrecognised()[i - 1]) < place(index.unrecognised()[i]);
        if (!isSorted || place(index.unrecognised()[i]) >= index.lineCount()) {
            return QStringLiteral("line %1 that was not understood").arg(i);
        }
    }
    return index.postfixLines() > index.lineCount() ? QStringLiteral("the number of Postfix lines") : QString();
}

} // namespace

QString brokenInvariant(const MailIndex &index)
{
    for (std::size_t i = 0; i < index.messages().size(); ++i) {
        if (const QString broken = brokenMessage(index, index.messages()[i]); !broken.isEmpty()) {
            return broken;
        }
    }
    for (std::size_t i = 0; i < index.deliveries().size(); ++i) {
        if (const QString broken = brokenDelivery(index, index.deliveries()[i]); !broken.isEmpty()) {
            return broken;
        }
    }
    for (const auto check : {brokenOrigin, brokenChain, brokenRefusal, brokenLine, brokenSum}) {
        if (const QString broken = check(index); !broken.isEmpty()) {
            return broken;
        }
    }
    return {};
}

} // namespace limier::fuzz
