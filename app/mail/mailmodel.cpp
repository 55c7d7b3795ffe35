// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mailmodel.h"

#include "common/displaysettings.h"
#include "common/displaytext.h"
#include "common/theme.h"
#include "mail/delaybar.h"

#include <QLocale>

namespace limier
{

namespace
{

Tone tone(const WayDelivery &delivery)
{
    switch (delivery.status) {
    case Status::Sent:
        return Tone::Sent;
    case Status::Deferred:
        return Tone::Deferred;
    default:
        return Tone::Bounced;
    }
}

} // namespace

MailModel::MailModel(DisplaySettings &display, QObject *parent)
    : QAbstractItemModel(parent)
    , m_display(display)
{
}

void MailModel::setWay(MailWay way)
{
    beginResetModel();
    m_way = std::move(way);
    endResetModel();
}

const WayHop *MailModel::hop(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return nullptr;
    }
    const auto row = index.internalId() == 0 ? static_cast<std::size_t>(index.row())
                                             : static_cast<std::size_t>(index.internalId() - 1);
    return row < m_way.hops.size() ? &m_way.hops[row] : nullptr;
}

const WayDelivery *MailModel::delivery(const QModelIndex &index) const
{
    const WayHop *owner = index.internalId() == 0 ? nullptr : hop(index);
    const auto row = static_cast<std::size_t>(index.row());
    return owner != nullptr && row < owner->deliveries.size() ? &owner->deliveries[row] : nullptr;
}

QModelIndex MailModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex MailModel::parent(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() != 0
        ? createIndex(static_cast<int>(index.internalId() - 1), 0, quintptr{0})
        : QModelIndex();
}

int MailModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_way.hops.size());
    }
    const bool isHop = parent.internalId() == 0 && parent.column() == 0;
    return isHop ? static_cast<int>(m_way.hops[static_cast<std::size_t>(parent.row())].deliveries.size()) : 0;
}

int MailModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant MailModel::data(const QModelIndex &index, int role) const
{
    if (const WayDelivery *const row = delivery(index)) {
        return deliveryData(*row, index.column(), role);
    }
    return hop(index) != nullptr && index.column() == 0 ? hopData(static_cast<std::size_t>(index.row()), role)
                                                        : QVariant();
}

QVariant MailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case RecipientColumn:
        return tr("Recipient");
    case StatusColumn:
        return tr("Status");
    case RelayColumn:
        return tr("Handed to");
    case ReplyColumn:
        return tr("Reply");
    case AttemptsColumn:
        return tr("Attempts");
    case DelayColumn:
        return tr("Delay");
    default:
        return {};
    }
}

QVariant MailModel::hopData(std::size_t row, int role) const
{
    const WayHop &hop = m_way.hops[row];
    switch (role) {
    case Qt::DisplayRole:
        return tr("%1. %2", "a hop: its number, what happened").arg(displayNumber(row + 1), beginText(hop));
    case DetailRole:
        return detail(hop);
    case Qt::AccessibleTextRole:
        return QString(data(createIndex(static_cast<int>(row), 0, quintptr{0}), Qt::DisplayRole).toString() + u' '
                       + detail(hop));
    case LineRole:
        return place(hop.firstLine);
    default:
        return {};
    }
}

QVariant MailModel::deliveryData(const WayDelivery &delivery, int column, int role) const
{
    if (role == LineRole) {
        return place(delivery.line);
    }
    if (role == DelaysRole) {
        return QVariant::fromValue(delivery.delays ? &*delivery.delays : nullptr);
    }
    if (role == Qt::DecorationRole && column == StatusColumn) {
        return Theme::instance().color(tone(delivery));
    }
    if (role == Qt::TextAlignmentRole && column == AttemptsColumn) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    QString text;
    switch (column) {
    case RecipientColumn:
        text = delivery.recipient;
        break;
    case StatusColumn:
        text = statusText(delivery);
        break;
    case RelayColumn:
        text = delivery.relay;
        break;
    case ReplyColumn:
        text = delivery.reply;
        break;
    case AttemptsColumn:
        text = displayNumber(delivery.attempts);
        break;
    case DelayColumn:
        text = delivery.delays ? secondsText(delivery.delays->total) : QString();
        break;
    default:
        break;
    }
    return role == Qt::ToolTipRole ? plainToolTip(text) : text;
}

QString MailModel::statusText(const WayDelivery &delivery)
{
    if (delivery.isHandedOver) {
        return tr("handed on", "status of a delivery to the next hop");
    }
    switch (delivery.status) {
    case Status::Sent:
        return tr("sent", "status of a delivery");
    case Status::Deferred:
        return tr("deferred", "status of a delivery");
    case Status::Bounced:
        return tr("bounced", "status of a delivery");
    case Status::Expired:
        break;
    }
    return tr("expired", "status of a delivery");
}

QString MailModel::beginText(const WayHop &hop)
{
    if (hop.has(Message::Notification)) {
        return tr("Notification made by this server");
    }
    if (hop.isAgain) {
        return tr("Handed in again on %1, by a content filter or a relay").arg(hop.host);
    }
    if (hop.has(Message::LocalBirth)) {
        return tr("Handed in on the server itself, by the system user %1").arg(displayNumber(hop.uid));
    }
    if (hop.clientIp.isEmpty()) {
        return tr("Came into the queue before the log begins");
    }
    const QString client =
        hop.clientName.isEmpty() ? hop.clientIp : QStringLiteral("%1 [%2]").arg(hop.clientName, hop.clientIp);
    return hop.user.isEmpty() ? tr("Handed in by %1, without a login").arg(client)
                              : tr("Handed in by %1, logged in as %2").arg(client, hop.user);
}

QString MailModel::endText(const WayHop &hop)
{
    if (hop.has(Message::Refused)) {
        return tr("refused");
    }
    if (hop.has(Message::Discarded)) {
        return tr("thrown away by a rule");
    }
    if (hop.has(Message::Deleted)) {
        return tr("deleted from the queue by an administrator");
    }
    if (hop.has(Message::Expired)) {
        return tr("given up: it was in the queue for too long");
    }
    if (hop.has(Message::Removed)) {
        return tr("done, no longer in the queue");
    }
    return hop.has(Message::OnHold) ? tr("on hold in the queue") : tr("still in the queue when the log ends");
}

QString MailModel::senderText(const WayHop &hop)
{
    if (!hop.hasSender) {
        return {};
    }
    return hop.sender.isEmpty() ? QStringLiteral("<>") : hop.sender;
}

QString MailModel::detail(const WayHop &hop) const
{
    QStringList parts{hop.queueId, m_display.time(hop.first)};
    if (hop.hasSender) {
        parts += tr("from %1").arg(senderText(hop));
    }
    if (hop.size > 0) {
        parts += displaySize(hop.size);
    }
    parts += endText(hop);
    return parts.join(QStringLiteral(" · "));
}

} // namespace limier
