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
    std::erase_if(entries, [](const TopEntry<Id> &entry) { return entry.messages == 0; });
    const auto key = [by](const TopEntry<Id> &entry) {
        return by == TopBy::Messages ? entry.messages : entry.recipients;
    };
    const std::size_t most = std::min(count, entries.size());
    std::ranges::partial_sort(entries, entries.begin() + static_cast<std::ptrdiff_t>(most),
                              [&](const TopEntry<Id> &a, const TopEntry<Id> &b) {
                                  return key(a) != key(b) ? key(a) > key(b) : place(a.id) < place(b.id);
                              });
    entries.resize(most);
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
