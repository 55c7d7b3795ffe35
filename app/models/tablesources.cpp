// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/displaytext.h"
#include "models/mailfate.h"
#include "models/tablesource.h"

#include <QCoreApplication>

namespace limier
{

namespace
{

/// A place of an id that is an array's place.
template <typename Id>
Id idAt(std::size_t at)
{
    return Id{static_cast<std::uint32_t>(at)};
}

class UserSource final : public TableSource
{
public:
    explicit UserSource(std::shared_ptr<const Evaluation> from)
        : TableSource(TableKind::Users, std::move(from))
    {
        const std::vector<UserActivity> &users = evaluation()->activity.users;
        for (std::size_t i = 0; i < users.size(); ++i) {
            if (users[i].traffic.messages > 0 || users[i].authFailures > 0) {
                m_rows.push_back(idAt<UserId>(i));
            }
        }
    }

    std::size_t size() const override { return m_rows.size(); }
    std::uint64_t id(std::size_t row) const override { return place(m_rows[row]); }
    std::uint64_t value(std::size_t row, std::size_t column) const override
    {
        const UserActivity &user = evaluation()->activity.users[place(m_rows[row])];
        const Traffic &traffic = user.traffic;
        switch (column) {
        case 0:
            return place(m_rows[row]);
        case 1:
            return traffic.messages;
        case 2:
            return traffic.recipients;
        case 3:
            return traffic.outcome.sent;
        case 4:
            return traffic.outcome.deferred;
        case 5:
            return traffic.outcome.bounced;
        case 6:
            return traffic.outcome.expired;
        case 7:
            return traffic.queued;
        case 8:
            return user.clients.size();
        case 9:
            return user.senders;
        case 10:
            return user.authFailures;
        case 11:
            return traffic.first;
        default:
            return traffic.last;
        }
    }
    RowLines lines(std::size_t row) const override
    {
        RowLines lines{selected(evaluation()->snapshot.postings->ofUser(m_rows[row]))};
        if (lines.messages.empty()) {
            lines.line = firstFailure(m_rows[row], None<ClientId>);
        }
        return lines;
    }

private:
    std::vector<UserId> m_rows;
};

class ClientSource final : public TableSource
{
public:
    explicit ClientSource(std::shared_ptr<const Evaluation> from)
        : TableSource(TableKind::Clients, std::move(from))
    {
        const std::vector<ClientActivity> &clients = evaluation()->activity.clients;
        for (std::size_t i = 0; i < clients.size(); ++i) {
            if (!clients[i].isEmpty()) {
                m_rows.push_back(idAt<ClientId>(i));
            }
        }
    }

    std::size_t size() const override { return m_rows.size(); }
    std::uint64_t id(std::size_t row) const override { return place(m_rows[row]); }
    std::uint64_t value(std::size_t row, std::size_t column) const override;
    RowLines lines(std::size_t row) const override
    {
        RowLines lines{selected(evaluation()->snapshot.postings->ofClient(m_rows[row]))};
        if (lines.messages.empty()) {
            lines.line = firstRejection(m_rows[row]);
        }
        if (lines.messages.empty() && !isSet(lines.line)) {
            lines.line = firstFailure(None<UserId>, m_rows[row]);
        }
        return lines;
    }

private:
    std::vector<ClientId> m_rows;
};

std::uint64_t ClientSource::value(std::size_t row, std::size_t column) const
{
    const ClientActivity &client = evaluation()->activity.clients[place(m_rows[row])];
    const Traffic &traffic = client.traffic;
    switch (column) {
    case 0:
    case 1:
    case 2:
        return place(m_rows[row]);
    case 3:
        return traffic.messages;
    case 4:
        return client.authenticated;
    case 5:
        return traffic.messages - client.authenticated;
    case 6:
        return client.relayed;
    case 7:
        return traffic.recipients;
    case 8:
        return traffic.outcome.sent;
    case 9:
        return traffic.outcome.deferred;
    case 10:
        return traffic.outcome.bounced;
    case 11:
        return traffic.outcome.expired;
    case 12:
        return client.rejected;
    case 13:
        return client.authFailures;
    case 14:
        return client.users.size();
    case 15:
        return traffic.queued;
    case 16:
        return traffic.first;
    default:
        return traffic.last;
    }
}

class SenderSource final : public TableSource
{
public:
    explicit SenderSource(std::shared_ptr<const Evaluation> from)
        : TableSource(TableKind::Senders, std::move(from))
        , m_senders(makeSenderActivity(*evaluation()->selection))
    {
        for (std::size_t i = 0; i < m_senders.size(); ++i) {
            if (m_senders[i].messages > 0) {
                m_rows.push_back(idAt<AddressId>(i));
            }
        }
    }

    std::size_t size() const override { return m_rows.size(); }
    std::uint64_t id(std::size_t row) const override { return place(m_rows[row]); }
    std::uint64_t value(std::size_t row, std::size_t column) const override
    {
        const SenderActivity &sender = m_senders[place(m_rows[row])];
        switch (column) {
        case 0:
            return place(m_rows[row]);
        case 1:
            return sender.messages;
        case 2:
            return sender.recipients;
        case 3:
            return sender.users;
        default:
            return sender.clients;
        }
    }
    RowLines lines(std::size_t row) const override
    {
        return {selected(evaluation()->snapshot.postings->ofSender(m_rows[row]))};
    }

private:
    std::vector<SenderActivity> m_senders; ///< by AddressId
    std::vector<AddressId> m_rows;
};

class MessageSource final : public TableSource
{
public:
    explicit MessageSource(std::shared_ptr<const Evaluation> from)
        : TableSource(TableKind::Messages, std::move(from))
        , m_rows(evaluation()->selection->messages())
    {
        if (!m_rows.empty()) {
            // Makes the list that a cell's status is looked up in, so that the GUI thread need not.
            static_cast<void>(evaluation()->snapshot.postings->ofMail(m_rows.front()));
        }
    }

    std::size_t size() const override { return m_rows.size(); }
    std::uint64_t id(std::size_t row) const override { return place(m_rows[row]); }
    std::uint64_t value(std::size_t row, std::size_t column) const override
    {
        const Message &message = index().message(m_rows[row]);
        switch (column) {
        case 0:
            return message.first;
        case 2:
            return place(message.user);
        case 3:
        case 4:
        case 5:
            return place(message.client);
        case 6:
            return place(message.sender);
        case 7:
            return isSet(message.firstDelivery) ? place(index().delivery(message.firstDelivery).recipient) : NoPlace;
        case 8:
            return message.recipients;
        case 9:
            return message.size;
        case 11:
            return message.node;
        default:
            return place(m_rows[row]);
        }
    }
    RowLines lines(std::size_t row) const override
    {
        const std::span<const MessageId> hops = evaluation()->snapshot.postings->ofMail(m_rows[row]);
        return {{hops.begin(), hops.end()}};
    }
    MessageId message(std::size_t row) const override { return m_rows[row]; }
    QString ownText(std::size_t row, std::size_t column) const override
    {
        const Message &message = index().message(m_rows[row]);
        if (columns()[column].kind == ColumnKind::Status) {
            return fateText(message, outcomeOf(evaluation()->snapshot, m_rows[row]));
        }
        return columns()[column].kind == ColumnKind::ClientIp && !isSet(message.client)
                && message.has(Message::LocalBirth)
            ? QCoreApplication::translate("limier::TablePage", "this server, uid %1").arg(message.uid)
            : QString();
    }

private:
    std::vector<MessageId> m_rows;
};

class LoginSource final : public TableSource
{
public:
    explicit LoginSource(std::shared_ptr<const Evaluation> from)
        : TableSource(TableKind::Logins, std::move(from))
    {
    }

    std::size_t size() const override { return evaluation()->logins.size(); }
    std::uint64_t id(std::size_t row) const override
    {
        // Of sixteen million users and clients each, and all hosts.
        constexpr std::uint64_t Most = 0xffffff;
        return (place(login(row).user) & Most) << 40 | (place(login(row).client) & Most) << 16 | login(row).node;
    }
    std::uint64_t value(std::size_t row, std::size_t column) const override
    {
        switch (column) {
        case 0:
            return place(login(row).user);
        case 1:
        case 2:
        case 3:
            return place(login(row).client);
        case 4:
            return login(row).successes;
        case 5:
            return login(row).failures;
        case 6:
            return login(row).firstFailure;
        case 7:
            return login(row).firstSuccess;
        case 8:
            return login(row).last;
        default:
            return login(row).node;
        }
    }
    RowLines lines(std::size_t row) const override
    {
        RowLines lines;
        if (isSet(login(row).user)) {
            for (const MessageId id : selected(evaluation()->snapshot.postings->ofUser(login(row).user))) {
                const Message &origin = index().message(index().originOf(id));
                if (origin.client == login(row).client && origin.node == login(row).node) {
                    lines.messages.push_back(id);
                }
            }
        }
        if (lines.messages.empty()) {
            lines.line = firstFailure(login(row).user, login(row).client, login(row).node);
        }
        return lines;
    }

private:
    [[nodiscard]] const Login &login(std::size_t row) const { return evaluation()->logins[row]; }
};

class RejectionSource final : public TableSource
{
public:
    explicit RejectionSource(std::shared_ptr<const Evaluation> from)
        : TableSource(TableKind::Rejections, std::move(from))
    {
        const auto &rejections = index().rejections();
        for (std::size_t i = 0; i < rejections.size(); ++i) {
            if (evaluation()->selection->has(rejections[i])) {
                m_rows.push_back(static_cast<std::uint32_t>(i));
            }
        }
    }

    std::size_t size() const override { return m_rows.size(); }
    std::uint64_t id(std::size_t row) const override { return m_rows[row]; }
    std::uint64_t value(std::size_t row, std::size_t column) const override
    {
        const Rejection &rejection = index().rejections()[m_rows[row]];
        switch (column) {
        case 0:
            return rejection.time;
        case 1:
        case 2:
        case 3:
            return place(rejection.client);
        case 4:
            return place(rejection.user);
        case 5:
            return rejection.count;
        case 6:
            return rejection.node;
        default:
            return place(rejection.reply);
        }
    }
    RowLines lines(std::size_t row) const override { return {{}, index().rejections()[m_rows[row]].line}; }

private:
    std::vector<std::uint32_t> m_rows;
};

} // namespace

std::shared_ptr<const TableSource> makeTableSource(TableKind kind, std::shared_ptr<const Evaluation> evaluation)
{
    switch (kind) {
    case TableKind::Users:
        return std::make_shared<UserSource>(std::move(evaluation));
    case TableKind::Clients:
        return std::make_shared<ClientSource>(std::move(evaluation));
    case TableKind::Senders:
        return std::make_shared<SenderSource>(std::move(evaluation));
    case TableKind::Messages:
        return std::make_shared<MessageSource>(std::move(evaluation));
    case TableKind::Logins:
        return std::make_shared<LoginSource>(std::move(evaluation));
    case TableKind::Rejections:
        break;
    }
    return std::make_shared<RejectionSource>(std::move(evaluation));
}

std::size_t mostRows(TableKind kind, const Evaluation &evaluation)
{
    switch (kind) {
    case TableKind::Users:
        return evaluation.index().userCount();
    case TableKind::Clients:
        return evaluation.index().clientCount();
    case TableKind::Senders:
        return std::max(evaluation.index().addressCount(), evaluation.index().messages().size());
    case TableKind::Messages:
        return evaluation.index().messages().size();
    case TableKind::Logins:
        return evaluation.logins.size();
    case TableKind::Rejections:
        break;
    }
    return evaluation.index().rejections().size();
}

} // namespace limier
