// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tabletexts.h"

#include "report/sentences.h"

#include <QCoreApplication>

namespace limier
{

QString tableTitle(TableKind kind)
{
    switch (kind) {
    case TableKind::Users:
        return QCoreApplication::translate("limier::TableTexts", "Users");
    case TableKind::Clients:
        return QCoreApplication::translate("limier::TableTexts", "Clients");
    case TableKind::Senders:
        return QCoreApplication::translate("limier::TableTexts", "Senders");
    case TableKind::Messages:
        return QCoreApplication::translate("limier::TableTexts", "Messages");
    case TableKind::Logins:
        return QCoreApplication::translate("limier::TableTexts", "Logins");
    case TableKind::Rejections:
        break;
    }
    return QCoreApplication::translate("limier::TableTexts", "Rejections");
}

QString rowCountText(TableKind kind, std::uint64_t count)
{
    const int n = pluralCount(count);
    switch (kind) {
    case TableKind::Users:
        return QCoreApplication::translate("limier::TableTexts", "%Ln user(s)", nullptr, n);
    case TableKind::Clients:
        return QCoreApplication::translate("limier::TableTexts", "%Ln client(s)", nullptr, n);
    case TableKind::Senders:
        return QCoreApplication::translate("limier::TableTexts", "%Ln sender(s)", nullptr, n);
    case TableKind::Messages:
        return QCoreApplication::translate("limier::TableTexts", "%Ln message(s)", nullptr, n);
    case TableKind::Logins:
        return QCoreApplication::translate("limier::TableTexts", "%Ln login(s)", nullptr, n);
    case TableKind::Rejections:
        break;
    }
    return QCoreApplication::translate("limier::TableTexts", "%Ln rejection(s)", nullptr, n);
}

QString emptyTableText(TableKind kind, bool hasFilter)
{
    if (hasFilter) {
        return QCoreApplication::translate("limier::TableTexts",
                                           "Nothing here passes the filter. Remove a part of it, or go back a step.");
    }
    switch (kind) {
    case TableKind::Users:
        return QCoreApplication::translate("limier::TableTexts", "In this log nobody logged in to send mail.");
    case TableKind::Clients:
        return QCoreApplication::translate("limier::TableTexts", "In this log no client handed in mail.");
    case TableKind::Senders:
        return QCoreApplication::translate("limier::TableTexts", "In this log no message has a sender.");
    case TableKind::Messages:
        return QCoreApplication::translate("limier::TableTexts", "In this log there is no message.");
    case TableKind::Logins:
        return QCoreApplication::translate("limier::TableTexts", "In this log nobody logged in or tried to.");
    case TableKind::Rejections:
        break;
    }
    return QCoreApplication::translate("limier::TableTexts", "In this log nothing was rejected.");
}

QString onlyText(FilterField field, const QString &value)
{
    switch (field) {
    case FilterField::User:
        return QCoreApplication::translate("limier::TableTexts", "Only this user: %1").arg(value);
    case FilterField::Client:
        return QCoreApplication::translate("limier::TableTexts", "Only this client: %1").arg(value);
    case FilterField::Network:
        return QCoreApplication::translate("limier::TableTexts", "Only this network: %1").arg(value);
    case FilterField::Sender:
        return QCoreApplication::translate("limier::TableTexts", "Only this sender: %1").arg(value);
    case FilterField::Recipient:
        return QCoreApplication::translate("limier::TableTexts", "Only this recipient: %1").arg(value);
    case FilterField::RecipientDomain:
    case FilterField::Status:
    case FilterField::Login:
    case FilterField::Host:
        break;
    }
    return QCoreApplication::translate("limier::TableTexts", "Only this host: %1").arg(value);
}

QString withoutText(FilterField field, const QString &value)
{
    switch (field) {
    case FilterField::User:
        return QCoreApplication::translate("limier::TableTexts", "Without this user: %1").arg(value);
    case FilterField::Client:
        return QCoreApplication::translate("limier::TableTexts", "Without this client: %1").arg(value);
    case FilterField::Network:
        return QCoreApplication::translate("limier::TableTexts", "Without this network: %1").arg(value);
    case FilterField::Sender:
        return QCoreApplication::translate("limier::TableTexts", "Without this sender: %1").arg(value);
    case FilterField::Recipient:
        return QCoreApplication::translate("limier::TableTexts", "Without this recipient: %1").arg(value);
    case FilterField::RecipientDomain:
    case FilterField::Status:
    case FilterField::Login:
    case FilterField::Host:
        break;
    }
    return QCoreApplication::translate("limier::TableTexts", "Without this host: %1").arg(value);
}

} // namespace limier
