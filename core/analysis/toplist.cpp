// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/toplist.h"

#include <algorithm>

namespace limier
{

namespace
{

template <typename Id>
std::vector<TopEntry<Id>> top(const MailIndex &index, const TimeRange &range, std::size_t count, TopBy by,
                              std::size_t idCount, Id Message::*member)
{
    std::vector<TopEntry<Id>> entries(idCount);
    const std::size_t messages = index.messages().size();
    for (std::size_t from = 0; from < messages;) {
        for (const Message &message : index.messages().run(from, messages)) {
            const auto id = static_cast<MessageId>(from++);
            if (isSet(message.*member) && isCounted(message, id) && range.contains(message.first)) {
                TopEntry<Id> &entry = entries[place(message.*member)];
                entry.id = message.*member;
                ++entry.messages;
                entry.recipients += message.recipients;
            }
        }
    }
    keepTop(entries, count, by);
    return entries;
}

} // namespace

std::vector<TopEntry<UserId>> topUsers(const MailIndex &index, const TimeRange &range, std::size_t count, TopBy by)
{
    return top(index, range, count, by, index.userCount(), &Message::user);
}

std::vector<TopEntry<ClientId>> topClients(const MailIndex &index, const TimeRange &range, std::size_t count, TopBy by)
{
    return top(index, range, count, by, index.clientCount(), &Message::client);
}

std::vector<TopEntry<AddressId>> topSenders(const MailIndex &index, const TimeRange &range, std::size_t count, TopBy by)
{
    return top(index, range, count, by, index.addressCount(), &Message::sender);
}

} // namespace limier
