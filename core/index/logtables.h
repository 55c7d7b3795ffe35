// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/mailindex.h"
#include "log/parsedchunk.h"

#include <algorithm>
#include <array>
#include <span>

namespace limier
{

/**
 * The interned texts of an index that is being built, and the clients that they name. One thread; constant time for
 * each text.
 */
class LogTables
{
public:
    [[nodiscard]] UserId user(const ParsedChunk &chunk, const TextRef &text);
    [[nodiscard]] AddressId address(const ParsedChunk &chunk, const TextRef &text);
    [[nodiscard]] RelayId relay(const ParsedChunk &chunk, const TextRef &text);
    [[nodiscard]] ReplyId reply(const ParsedChunk &chunk, const TextRef &text);
    /// The client that "name[ip]" names.
    [[nodiscard]] ClientId client(const ParsedChunk &chunk, const TextRef &text);
    [[nodiscard]] std::uint16_t node(std::string_view host);
    [[nodiscard]] QueueId queueId(const ParsedChunk &chunk, QueueId id);

    /// Asks the processor to fetch what the first text of a coming event will need: first its slot.
    void prefetch(const ParsedChunk &chunk, const Event &event) const
    {
        if (const StringInterner *table = tableOfFirstText(event.type)) {
            table->prefetch(chunk.texts[event.firstText].hash);
        }
    }
    /// A little later, its letters.
    void prefetchText(const ParsedChunk &chunk, const Event &event) const
    {
        if (const StringInterner *table = tableOfFirstText(event.type)) {
            table->prefetchText(chunk.texts[event.firstText].hash);
        }
    }

    [[nodiscard]] const Column<Client> &clients() const { return m_clients; }
    /// False if a table can hardly take more texts.
    [[nodiscard]] bool hasRoom() const
    {
        return std::ranges::all_of(std::array{&m_users, &m_addresses, &m_relays, &m_replies, &m_tokens, &m_ips,
                                              &m_names, &m_nodes, &m_longIds},
                                   [](const StringInterner *texts) { return texts->table().hasRoom(); });
    }
    [[nodiscard]] std::size_t nodeCount() const { return m_nodes.table().size(); }

    [[nodiscard]] const StringTable &userTexts() const { return m_users.table(); }
    [[nodiscard]] const StringTable &addressTexts() const { return m_addresses.table(); }
    [[nodiscard]] const StringTable &relayTexts() const { return m_relays.table(); }
    [[nodiscard]] const StringTable &replyTexts() const { return m_replies.table(); }
    [[nodiscard]] const StringTable &ipTexts() const { return m_ips.table(); }
    [[nodiscard]] const StringTable &nameTexts() const { return m_names.table(); }
    [[nodiscard]] const StringTable &nodeTexts() const { return m_nodes.table(); }
    [[nodiscard]] const StringTable &longIdTexts() const { return m_longIds.table(); }

private:
    struct TokenClient {
        ClientId client;
        std::uint32_t name;
    };

    /// Null where it is in the cache anyway, or there is no text.
    [[nodiscard]] const StringInterner *tableOfFirstText(EventType type) const
    {
        switch (type) {
        case EventType::Active:
        case EventType::Delivery:
            return &m_addresses;
        case EventType::Client:
        case EventType::Rejection:
        case EventType::AuthFailure:
            return &m_tokens;
        default:
            return nullptr;
        }
    }
    [[nodiscard]] TokenClient addToken(std::string_view token);

    StringInterner m_users;
    StringInterner m_addresses;
    StringInterner m_relays;
    StringInterner m_replies;
    StringInterner m_tokens; ///< "name[ip]"
    StringInterner m_ips;
    StringInterner m_names;
    StringInterner m_nodes;
    StringInterner m_longIds;
    std::vector<TokenClient> m_tokenClients;
    Column<Client> m_clients; ///< one for each IP
};

} // namespace limier
