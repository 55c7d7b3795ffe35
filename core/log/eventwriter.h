// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/parsedchunk.h"
#include "log/texthash.h"

#include <string_view>

namespace limier
{

/**
 * Writes the events of one chunk. The grammar sets the current event's members, adds its texts in the order that
 * EventType documents and emits it. Cheap; one thread.
 */
class EventWriter
{
public:
    explicit EventWriter(ParsedChunk &chunk)
        : m_chunk(chunk)
        , m_seed(textHashSeed())
    {
    }

    Event event; ///< the current one

    /// Forgets what was set for the line before.
    void start(const Event &line)
    {
        event = line;
        event.firstText = static_cast<std::uint32_t>(m_chunk.texts.size());
    }

    void text(std::string_view piece) { m_chunk.texts.push_back(refer(piece)); }

    void noText() { m_chunk.texts.push_back({}); }

    /// A queue ID that stands in the line; @p scanned is what scanQueueId() found at its start.
    [[nodiscard]] QueueId queueId(std::string_view at, const ScannedQueueId &scanned)
    {
        if (scanned.length == 0 || !scanned.shortId.isEmpty()) {
            return scanned.shortId;
        }
        m_chunk.longIds.push_back(refer(at.substr(0, scanned.length)));
        return QueueId::atPlace(static_cast<std::uint32_t>(m_chunk.longIds.size() - 1));
    }
    [[nodiscard]] QueueId queueId(std::string_view at) { return queueId(at, scanQueueId(at)); }

    void emit(EventType type)
    {
        event.type = type;
        m_chunk.events.push_back(event);
    }

    [[nodiscard]] std::uint64_t hash(std::string_view piece) const { return textHash(piece, m_seed); }

private:
    TextRef refer(std::string_view piece)
    {
        const std::uint64_t hash = textHash(piece, m_seed);
        const auto length = static_cast<std::uint32_t>(piece.size());
        const std::uintptr_t offset =
            reinterpret_cast<std::uintptr_t>(piece.data()) - reinterpret_cast<std::uintptr_t>(m_chunk.text.data());
        if (offset < m_chunk.text.size()) [[likely]] {
            return {static_cast<std::uint32_t>(offset), length, hash};
        }
        const auto made = static_cast<std::uint32_t>(m_chunk.made.size()) | ParsedChunk::MadeText;
        m_chunk.made += piece;
        return {made, length, hash};
    }

    ParsedChunk &m_chunk;
    std::uint64_t m_seed;
};

} // namespace limier
