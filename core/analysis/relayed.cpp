// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/relayingclient.h"

#include <algorithm>
#include <unordered_map>

namespace limier
{

namespace
{

/// Puts mails together by key, the groups in the order of their first mails.
class Groups
{
public:
    explicit Groups(std::vector<Relayed::Group> &groups)
        : m_groups(groups)
    {
    }
    void add(std::uint32_t key, std::uint32_t mail)
    {
        const auto [found, isNew] = m_places.try_emplace(key, m_groups.size());
        if (isNew) {
            m_groups.push_back({key, {}});
        }
        m_groups[found->second].mails.push_back(mail);
    }

private:
    std::vector<Relayed::Group> &m_groups;
    std::unordered_map<std::uint32_t, std::size_t, SeededHash> m_places;
};

/// True if a mail is for others only: what is also for a mailbox here is a list's or an alias's mail passing through.
bool isForOthers(const Scene &scene, const MailFact &mail)
{
    if (!scene.domains.knowsAnyOwn()) {
        return mail.foreign > 0;
    }
    bool hasOwn = false;
    bool hasForeign = false;
    forEachDelivery(scene, mail.id, [&](const Delivery &delivery, DeliveryId id) {
        const AddressId original = scene.index.originalRecipient(id);
        const AddressId written = isSet(original) ? original : delivery.recipient;
        (scene.domains.isOwn(written) ? hasOwn : hasForeign) = true;
    });
    return hasForeign && !hasOwn;
}

} // namespace

Relayed findRelayed(const Scene &scene)
{
    Relayed relayed;
    Groups clients(relayed.clients);
    Groups localUsers(relayed.localUsers);
    for (std::uint32_t at = 0; at < scene.facts.mails.size(); ++at) {
        const MailFact &mail = scene.facts.mails[at];
        const bool isLocal = mail.has(Message::LocalBirth);
        if (mail.account != NoPlace || mail.isNotification()
            || (mail.foreign == 0 && mail.bounced == 0 && mail.deferred == 0)) {
            continue;
        }
        // A bounce that another server sends through an edge is nobody's relaying.
        if (!isLocal
            && (mail.client == NoPlace || scene.hosts.isOwn(mail.client)
                || (mail.sender != NoPlace && scene.index.address(AddressId{mail.sender}).empty()))) {
            continue;
        }
        if (isForOthers(scene, mail)) {
            isLocal ? localUsers.add(mail.uid, at) : clients.add(mail.client, at);
        }
    }
    return relayed;
}

} // namespace limier
