// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablesource.h"

namespace limier
{

TableSource::TableSource(TableKind kind, std::shared_ptr<const Evaluation> evaluation)
    : m_kind(kind)
    , m_columns(columnsOf(kind))
    , m_evaluation(std::move(evaluation))
{
}

MessageId TableSource::message(std::size_t) const
{
    return None<MessageId>;
}

QString TableSource::ownText(std::size_t, std::size_t) const
{
    return {};
}

std::string_view TableSource::logText(std::size_t row, std::size_t column, std::string &buffer) const
{
    return textOf(m_columns[column].kind, static_cast<std::uint32_t>(value(row, column)), buffer);
}

std::size_t TableSource::placeCount(ColumnKind kind) const
{
    constexpr std::size_t MostHosts = 0x10000;
    switch (kind) {
    case ColumnKind::User:
        return index().userCount();
    case ColumnKind::ClientIp:
    case ColumnKind::ClientName:
    case ColumnKind::Network:
        return index().clientCount();
    case ColumnKind::Sender:
    case ColumnKind::Recipient:
        return index().addressCount();
    case ColumnKind::Reply:
        return index().replyCount();
    case ColumnKind::Host:
        return MostHosts;
    case ColumnKind::Number:
    case ColumnKind::Bytes:
    case ColumnKind::Time:
    case ColumnKind::QueueId:
    case ColumnKind::Status:
        break;
    }
    return 0;
}

std::string_view TableSource::textOf(ColumnKind kind, std::uint32_t place, std::string &buffer) const
{
    if (place == NoPlace) {
        return {};
    }
    switch (kind) {
    case ColumnKind::User:
        return index().user(UserId{place});
    case ColumnKind::ClientIp:
        return index().clientIp(ClientId{place});
    case ColumnKind::ClientName:
        return index().clientName(ClientId{place});
    case ColumnKind::Network:
        return buffer = networkOf(index().clientIp(ClientId{place}));
    case ColumnKind::Sender:
    case ColumnKind::Recipient: {
        const std::string_view address = index().address(AddressId{place});
        return address.empty() ? std::string_view("<>") : address;
    }
    case ColumnKind::Reply:
        return index().reply(ReplyId{place});
    case ColumnKind::Host:
        return index().node(static_cast<std::uint16_t>(place));
    case ColumnKind::QueueId:
        return buffer = index().queueId(index().message(MessageId{place}));
    case ColumnKind::Number:
    case ColumnKind::Bytes:
    case ColumnKind::Time:
    case ColumnKind::Status:
        break;
    }
    return {};
}

std::optional<FilterTerm> TableSource::term(std::size_t row, std::size_t column) const
{
    const std::uint64_t place = value(row, column);
    if (place == NoPlace) {
        return std::nullopt;
    }
    std::string buffer;
    const auto with = [&](FilterField field) {
        return FilterTerm{field, false, std::string(logText(row, column, buffer))};
    };
    switch (m_columns[column].kind) {
    case ColumnKind::User:
        return with(FilterField::User);
    case ColumnKind::ClientIp:
    case ColumnKind::ClientName: // a name is not proof of who it is: the IP is
        return FilterTerm{FilterField::Client, false,
                          std::string(index().clientIp(ClientId{static_cast<std::uint32_t>(place)}))};
    case ColumnKind::Network:
        return with(FilterField::Network);
    case ColumnKind::Sender:
        return FilterTerm{FilterField::Sender, false,
                          std::string(index().address(AddressId{static_cast<std::uint32_t>(place)}))};
    case ColumnKind::Recipient:
        return with(FilterField::Recipient);
    case ColumnKind::Host:
        return with(FilterField::Host);
    case ColumnKind::Number:
    case ColumnKind::Bytes:
    case ColumnKind::Time:
    case ColumnKind::Reply:
    case ColumnKind::QueueId:
    case ColumnKind::Status:
        break;
    }
    return std::nullopt;
}

std::vector<MessageId> TableSource::selected(std::span<const MessageId> messages) const
{
    std::vector<MessageId> result;
    for (const MessageId id : messages) {
        if (m_evaluation->selection->has(index().originOf(id))) {
            result.push_back(id);
        }
    }
    return result;
}

LineId TableSource::firstFailure(UserId user, ClientId client, std::optional<std::uint16_t> node) const
{
    const auto &failures = index().authFailures();
    for (std::size_t i = 0; i < failures.size(); ++i) {
        const AuthFailure &failure = failures[i];
        if ((!isSet(user) || failure.user == user) && (!isSet(client) || failure.client == client)
            && failure.node == node.value_or(failure.node) && m_evaluation->selection->has(failure)) {
            return failure.line;
        }
    }
    return None<LineId>;
}

LineId TableSource::firstRejection(ClientId client) const
{
    const auto &rejections = index().rejections();
    for (std::size_t i = 0; i < rejections.size(); ++i) {
        if (rejections[i].client == client && m_evaluation->selection->has(rejections[i])) {
            return rejections[i].line;
        }
    }
    return None<LineId>;
}

} // namespace limier
