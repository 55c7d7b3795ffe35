// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablecolumns.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace limier
{

namespace
{

using enum ColumnKind;

constexpr const char *SentNote =
    QT_TRANSLATE_NOOP("limier::TableColumn", "Deliveries that another server or a mailbox took");
constexpr const char *DeferredNote =
    QT_TRANSLATE_NOOP("limier::TableColumn", "Deliveries that failed for now and are tried again");
constexpr const char *BouncedNote = QT_TRANSLATE_NOOP("limier::TableColumn", "Deliveries that failed for good");
constexpr const char *ExpiredNote =
    QT_TRANSLATE_NOOP("limier::TableColumn", "Deliveries that were given up after too long a time in the queue");
constexpr const char *QueuedNote =
    QT_TRANSLATE_NOOP("limier::TableColumn", "Recipients whose delivery is not final yet");
constexpr const char *MessagesNote =
    QT_TRANSLATE_NOOP("limier::TableColumn", "Each mail once, also where it passes a content filter");
constexpr const char *RecipientsNote =
    QT_TRANSLATE_NOOP("limier::TableColumn", "Recipients of these messages; a mail that is tried again counts once");
constexpr const char *AuthFailuresNote = QT_TRANSLATE_NOOP("limier::TableColumn", "Logins that failed");
constexpr const char *NetworkNote =
    QT_TRANSLATE_NOOP("limier::TableColumn", "The /24 of an IPv4 address, the /64 of an IPv6 address");

constexpr std::array<TableColumn, 13> UserColumns{{
    {"user", QT_TRANSLATE_NOOP("limier::TableColumn", "User"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Login name, exactly as it was logged"), User, 30},
    {"messages", QT_TRANSLATE_NOOP("limier::TableColumn", "Messages"), MessagesNote, Number},
    {"recipients", QT_TRANSLATE_NOOP("limier::TableColumn", "Recipients"), RecipientsNote, Number},
    {"sent", QT_TRANSLATE_NOOP("limier::TableColumn", "Sent"), SentNote, Number, 6},
    {"deferred", QT_TRANSLATE_NOOP("limier::TableColumn", "Deferred"), DeferredNote, Number},
    {"bounced", QT_TRANSLATE_NOOP("limier::TableColumn", "Bounced"), BouncedNote, Number},
    {"expired", QT_TRANSLATE_NOOP("limier::TableColumn", "Expired"), ExpiredNote, Number},
    {"queued", QT_TRANSLATE_NOOP("limier::TableColumn", "Queued"), QueuedNote, Number},
    {"clients", QT_TRANSLATE_NOOP("limier::TableColumn", "Clients"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Different IP addresses it sent from"), Number, 6},
    {"senders", QT_TRANSLATE_NOOP("limier::TableColumn", "Senders"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Different envelope senders it used"), Number, 6},
    {"auth_failures", QT_TRANSLATE_NOOP("limier::TableColumn", "Failed logins"), AuthFailuresNote, Number},
    {"first", QT_TRANSLATE_NOOP("limier::TableColumn", "First"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "First message"), Time, 18},
    {"last", QT_TRANSLATE_NOOP("limier::TableColumn", "Last"), QT_TRANSLATE_NOOP("limier::TableColumn", "Last message"),
     Time, 18},
}};

constexpr std::array<TableColumn, 18> ClientColumns{{
    {"ip", QT_TRANSLATE_NOOP("limier::TableColumn", "IP"), nullptr, ClientIp, 16},
    {"name", QT_TRANSLATE_NOOP("limier::TableColumn", "Name"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Host name, as Postfix found it"), ClientName, 28},
    {"network", QT_TRANSLATE_NOOP("limier::TableColumn", "Network"), NetworkNote, Network, 18},
    {"messages", QT_TRANSLATE_NOOP("limier::TableColumn", "Messages"), MessagesNote, Number},
    {"authenticated", QT_TRANSLATE_NOOP("limier::TableColumn", "Authenticated"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Messages handed in by a user who had logged in"), Number},
    {"unauthenticated", QT_TRANSLATE_NOOP("limier::TableColumn", "Unauthenticated"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Messages handed in without a login"), Number},
    {"relayed", QT_TRANSLATE_NOOP("limier::TableColumn", "Relayed"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Messages handed in without a login and passed on to another server"),
     Number},
    {"recipients", QT_TRANSLATE_NOOP("limier::TableColumn", "Recipients"), RecipientsNote, Number},
    {"sent", QT_TRANSLATE_NOOP("limier::TableColumn", "Sent"), SentNote, Number, 6},
    {"deferred", QT_TRANSLATE_NOOP("limier::TableColumn", "Deferred"), DeferredNote, Number},
    {"bounced", QT_TRANSLATE_NOOP("limier::TableColumn", "Bounced"), BouncedNote, Number},
    {"expired", QT_TRANSLATE_NOOP("limier::TableColumn", "Expired"), ExpiredNote, Number},
    {"rejected", QT_TRANSLATE_NOOP("limier::TableColumn", "Rejected"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Recipients, commands and messages that were refused"), Number},
    {"auth_failures", QT_TRANSLATE_NOOP("limier::TableColumn", "Failed logins"), AuthFailuresNote, Number},
    {"users", QT_TRANSLATE_NOOP("limier::TableColumn", "Users"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Different users who sent from there"), Number, 6},
    {"queued", QT_TRANSLATE_NOOP("limier::TableColumn", "Queued"), QueuedNote, Number, 6, false},
    {"first", QT_TRANSLATE_NOOP("limier::TableColumn", "First"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "First message"), Time, 18, false},
    {"last", QT_TRANSLATE_NOOP("limier::TableColumn", "Last"), QT_TRANSLATE_NOOP("limier::TableColumn", "Last message"),
     Time, 18, false},
}};

constexpr std::array<TableColumn, 5> SenderColumns{{
    {"sender", QT_TRANSLATE_NOOP("limier::TableColumn", "Sender"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Envelope sender; <> is that of bounces and notifications"), Sender, 44},
    {"messages", QT_TRANSLATE_NOOP("limier::TableColumn", "Messages"), MessagesNote, Number},
    {"recipients", QT_TRANSLATE_NOOP("limier::TableColumn", "Recipients"), RecipientsNote, Number},
    {"users", QT_TRANSLATE_NOOP("limier::TableColumn", "Users"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Different users who sent with this address"), Number, 6},
    {"clients", QT_TRANSLATE_NOOP("limier::TableColumn", "Clients"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Different IP addresses it was sent from"), Number, 6},
}};

constexpr std::array<TableColumn, 12> MessageColumns{{
    {"time", QT_TRANSLATE_NOOP("limier::TableColumn", "Time"), nullptr, Time, 18},
    {"queue_id", QT_TRANSLATE_NOOP("limier::TableColumn", "Queue ID"), nullptr, QueueId, 14},
    {"user", QT_TRANSLATE_NOOP("limier::TableColumn", "User"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Login name, exactly as it was logged"), User, 22},
    {"client", QT_TRANSLATE_NOOP("limier::TableColumn", "Client"), nullptr, ClientIp, 16},
    {"client_name", QT_TRANSLATE_NOOP("limier::TableColumn", "Client name"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Host name, as Postfix found it"), ClientName, 26, false},
    {"network", QT_TRANSLATE_NOOP("limier::TableColumn", "Network"), NetworkNote, Network, 18, false},
    {"sender", QT_TRANSLATE_NOOP("limier::TableColumn", "Sender"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Envelope sender; <> is that of bounces and notifications"), Sender, 30},
    {"recipient", QT_TRANSLATE_NOOP("limier::TableColumn", "First recipient"), nullptr, Recipient, 30, false},
    {"recipients", QT_TRANSLATE_NOOP("limier::TableColumn", "Recipients"), nullptr, Number},
    {"size", QT_TRANSLATE_NOOP("limier::TableColumn", "Size"), nullptr, Bytes, 9},
    {"status", QT_TRANSLATE_NOOP("limier::TableColumn", "Status"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Last known state of the deliveries, after all hops"), Status, 24},
    {"host", QT_TRANSLATE_NOOP("limier::TableColumn", "Host"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "The server whose log names the message"), Host, 10},
}};

constexpr std::array<TableColumn, 10> LoginColumns{{
    {"user", QT_TRANSLATE_NOOP("limier::TableColumn", "User"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Login name; empty where the log does not name it"), User, 30},
    {"ip", QT_TRANSLATE_NOOP("limier::TableColumn", "IP"), nullptr, ClientIp, 16},
    {"name", QT_TRANSLATE_NOOP("limier::TableColumn", "Name"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Host name, as Postfix found it"), ClientName, 28},
    {"network", QT_TRANSLATE_NOOP("limier::TableColumn", "Network"), NetworkNote, Network, 18, false},
    {"successes", QT_TRANSLATE_NOOP("limier::TableColumn", "Successes"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Messages handed in after a login"), Number},
    {"failures", QT_TRANSLATE_NOOP("limier::TableColumn", "Failures"), AuthFailuresNote, Number},
    {"first_failure", QT_TRANSLATE_NOOP("limier::TableColumn", "First failure"), nullptr, Time, 18},
    {"first_success", QT_TRANSLATE_NOOP("limier::TableColumn", "First success"), nullptr, Time, 18},
    {"last", QT_TRANSLATE_NOOP("limier::TableColumn", "Last"), QT_TRANSLATE_NOOP("limier::TableColumn", "Last of both"),
     Time, 18},
    {"host", QT_TRANSLATE_NOOP("limier::TableColumn", "Host"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "The server that was logged in to"), Host, 10},
}};

constexpr std::array<TableColumn, 8> RejectionColumns{{
    {"time", QT_TRANSLATE_NOOP("limier::TableColumn", "Time"), nullptr, Time, 18},
    {"client", QT_TRANSLATE_NOOP("limier::TableColumn", "Client"), nullptr, ClientIp, 16},
    {"client_name", QT_TRANSLATE_NOOP("limier::TableColumn", "Client name"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "Host name, as Postfix found it"), ClientName, 26},
    {"network", QT_TRANSLATE_NOOP("limier::TableColumn", "Network"), NetworkNote, Network, 18, false},
    {"user", QT_TRANSLATE_NOOP("limier::TableColumn", "User"), nullptr, User, 22},
    {"count", QT_TRANSLATE_NOOP("limier::TableColumn", "Count"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "How often the line stands for it (\"message repeated\")"), Number, 6},
    {"host", QT_TRANSLATE_NOOP("limier::TableColumn", "Host"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "The server that refused it"), Host, 10},
    {"reason", QT_TRANSLATE_NOOP("limier::TableColumn", "Reason"),
     QT_TRANSLATE_NOOP("limier::TableColumn", "What the server answered, without its variable parts"), Reply, 60},
}};

QString translated(const char *text)
{
    return text == nullptr ? QString() : QCoreApplication::translate("limier::TableColumn", text);
}

} // namespace

std::span<const TableColumn> columnsOf(TableKind kind)
{
    switch (kind) {
    case TableKind::Users:
        return UserColumns;
    case TableKind::Clients:
        return ClientColumns;
    case TableKind::Senders:
        return SenderColumns;
    case TableKind::Messages:
        return MessageColumns;
    case TableKind::Logins:
        return LoginColumns;
    case TableKind::Rejections:
        break;
    }
    return RejectionColumns;
}

FirstSorting firstSortingOf(TableKind kind)
{
    switch (kind) {
    case TableKind::Messages:
    case TableKind::Rejections:
        return {"time", Qt::AscendingOrder};
    case TableKind::Logins:
        return {"failures", Qt::DescendingOrder};
    case TableKind::Users:
    case TableKind::Clients:
    case TableKind::Senders:
        break;
    }
    return {"messages", Qt::DescendingOrder};
}

std::size_t columnIndex(TableKind kind, std::string_view key)
{
    const std::span<const TableColumn> columns = columnsOf(kind);
    return static_cast<std::size_t>(std::ranges::find(columns, key, &TableColumn::key) - columns.begin());
}

QString headerText(const TableColumn &column)
{
    return translated(column.header);
}

QString explanationText(const TableColumn &column)
{
    return translated(column.explanation);
}

} // namespace limier
