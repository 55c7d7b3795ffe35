// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/event.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/**
 * A piece of one log text, whole lines, and what its lines say. Filled by a ChunkReader (text) and a PostfixParser
 * (the rest) on a worker, then read by the IndexBuilder; reused, so that no memory is allocated in the steady state.
 */
struct ParsedChunk {
    static constexpr std::uint32_t MadeText = 0x80000000U; ///< mark in TextRef::offset: a place in `made`
    static constexpr std::uint32_t LinesPerMark = 32;

    std::string_view text;    ///< the bytes, owned by whoever read them
    std::uint64_t offset = 0; ///< of the text's first byte in the log text

    std::vector<Event> events; ///< in the order of their lines
    std::vector<TextRef> texts;
    std::vector<TextRef> longIds;
    std::vector<std::string> nodes;          ///< syslog host names
    std::string made;                        ///< texts that do not stand so in the log
    std::vector<std::uint32_t> lineMarks;    ///< offset of every LinesPerMark-th line
    std::vector<std::uint32_t> unrecognised; ///< lines
    std::uint32_t lines = 0;
    std::uint32_t postfixLines = 0;
    RawTime firstTime;
    RawTime lastTime;

    [[nodiscard]] std::string_view view(const TextRef &ref) const
    {
        return (ref.offset & MadeText) != 0 ? std::string_view(made).substr(ref.offset & ~MadeText, ref.length)
                                            : text.substr(ref.offset, ref.length);
    }

    void clear()
    {
        text = {};
        offset = 0;
        events.clear();
        texts.clear();
        longIds.clear();
        nodes.clear();
        made.clear();
        lineMarks.clear();
        unrecognised.clear();
        lines = 0;
        postfixLines = 0;
        firstTime = {};
        lastTime = {};
    }
};

} // namespace limier
