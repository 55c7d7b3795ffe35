// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/logtables.h"

#include "log/texthash.h"

namespace limier
{

namespace
{

bool isLoopback(std::string_view ip)
{
    return ip.starts_with("127.") || ip == "::1" || ip.starts_with("unix:");
}

bool isAbsent(const TextRef &text)
{
    return text.length == 0;
}

} // namespace

UserId LogTables::user(const ParsedChunk &chunk, const TextRef &text)
{
    return isAbsent(text) ? None<UserId> : UserId{m_users.intern(chunk.view(text), text.hash)};
}

AddressId LogTables::address(const ParsedChunk &chunk, const TextRef &text)
{
    // The empty address is one: the sender of notifications.
    const std::string_view address = chunk.view(text);
    return AddressId{m_addresses.intern(address, address.empty() ? textHash("", textHashSeed()) : text.hash)};
}

RelayId LogTables::relay(const ParsedChunk &chunk, const TextRef &text)
{
    return isAbsent(text) ? None<RelayId> : RelayId{m_relays.intern(chunk.view(text), text.hash)};
}

ReplyId LogTables::reply(const ParsedChunk &chunk, const TextRef &text)
{
    return isAbsent(text) ? None<ReplyId> : ReplyId{m_replies.intern(chunk.view(text), text.hash)};
}

ClientId LogTables::client(const ParsedChunk &chunk, const TextRef &text)
{
    if (isAbsent(text)) {
        return None<ClientId>;
    }
    const std::string_view token = chunk.view(text);
    const std::uint32_t id = m_tokens.intern(token, text.hash);
    if (id == m_tokenClients.size()) {
        m_tokenClients.push_back(addToken(m_tokens.table().text(id)));
    }
    const TokenClient found = m_tokenClients[id];
    if (found.name != NoPlace && m_clients[place(found.client)].name != found.name) {
        m_clients.edit(place(found.client)).name = found.name;
    }
    return found.client;
}

LogTables::TokenClient LogTables::addToken(std::string_view token)
{
    const std::uint64_t seed = textHashSeed();
    const std::size_t open = token.find('[');
    const std::string_view name = token.substr(0, open);
    std::string_view ip = open == std::string_view::npos ? token : token.substr(open + 1);
    ip = ip.ends_with(']') ? ip.substr(0, ip.size() - 1) : ip;
    const std::uint32_t ipId = m_ips.intern(ip, textHash(ip, seed));
    if (ipId == m_clients.size()) {
        m_clients.append({.ip = ipId, .name = NoPlace, .isLoopback = isLoopback(ip)});
    }
    const bool named = !name.empty() && name != "unknown";
    return {ClientId{ipId}, named ? m_names.intern(name, textHash(name, seed)) : NoPlace};
}

std::uint16_t LogTables::node(std::string_view host)
{
    constexpr std::uint32_t Most = 0xffff;
    return static_cast<std::uint16_t>(std::min(m_nodes.intern(host, textHash(host, textHashSeed())), Most));
}

QueueId LogTables::queueId(const ParsedChunk &chunk, QueueId id)
{
    if (!id.isLong()) {
        return id;
    }
    const TextRef &text = chunk.longIds[id.place()];
    return QueueId::atPlace(m_longIds.intern(chunk.view(text), text.hash));
}

} // namespace limier
