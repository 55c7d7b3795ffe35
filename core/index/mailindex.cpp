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

std::size_t MailIndex::partOf(LineId line) const
{
    std::size_t first = 0;
    std::size_t end = m_parts.size();
    while (end - first > 1) {
        const std::size_t middle = first + (end - first) / 2;
        (m_parts[middle].firstLine <= line ? first : end) = middle;
    }
    return first;
}

LineId MailIndex::endOfPart(std::size_t part) const
{
    return part + 1 < m_parts.size() ? m_parts[part + 1].firstLine : static_cast<LineId>(lineCount());
}

std::uint32_t MailIndex::numberInFile(LineId line) const
{
    const FilePart &part = m_parts[partOf(line)];
    return place(line) - place(part.firstLine) + part.linesBefore + 1;
}

} // namespace limier
