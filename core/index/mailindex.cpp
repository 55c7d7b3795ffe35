// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/mailindex.h"

#include "index/originalrecipients.h"
#include <algorithm>

namespace limier
{

namespace
{

template <typename Id>
std::optional<Id> idOf(const StringTable &table, std::string_view text)
{
    const std::optional<std::uint32_t> found = table.find(text);
    return found ? std::optional(Id{*found}) : std::nullopt;
}

} // namespace

MessageId MailIndex::originOfHop(MessageId id) const
{
    MessageId origin = message(id).origin;
    while (origin != id) {
        id = origin;
        origin = message(id).origin;
    }
    return id;
}

AddressId MailIndex::originalRecipient(DeliveryId id) const
{
    return originalRecipientOf(m_originalRecipients, id);
}

std::string MailIndex::queueId(const Message &message) const
{
    return message.queueId.isLong() ? std::string(m_longIds.text(message.queueId.place()))
                                    : message.queueId.shortText();
}

std::string_view MailIndex::clientName(ClientId id) const
{
    const std::uint32_t name = client(id).name;
    return name == NoPlace ? std::string_view() : m_names.text(name);
}

std::optional<UserId> MailIndex::findUser(std::string_view user) const
{
    return idOf<UserId>(m_users, user);
}

std::optional<ClientId> MailIndex::findClient(std::string_view ip) const
{
    return idOf<ClientId>(m_ips, ip);
}

std::optional<AddressId> MailIndex::findAddress(std::string_view address) const
{
    return idOf<AddressId>(m_addresses, address);
}

FileId MailIndex::fileOf(LineId line) const
{
    const auto behind = std::ranges::upper_bound(m_files, line, {}, &IndexedFile::firstLine);
    return static_cast<FileId>(std::max<std::ptrdiff_t>(behind - m_files.begin() - 1, 0));
}

} // namespace limier
