// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/wholelines.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace limier
{

namespace
{

constexpr std::size_t BlockBytes = std::size_t{64} << 10;

/// What can be read of a block of the file.
std::string_view blockAt(const RandomFile &file, std::uint64_t offset, std::string &buffer)
{
    return {buffer.data(), file.readAt(offset, buffer.data(), buffer.size()).value_or(0)};
}

} // namespace

std::uint64_t firstLineBehind(const RandomFile &file, std::uint64_t offset)
{
    if (offset == 0) {
        return 0;
    }
    std::string buffer(BlockBytes, '\0');
    for (;;) {
        const std::string_view block = blockAt(file, offset, buffer);
        if (const std::size_t end = block.find('\n'); end != std::string_view::npos) {
            return offset + end + 1;
        }
        offset += block.size();
        if (block.empty()) {
            return offset;
        }
    }
}

std::uint64_t endOfWholeLines(const RandomFile &file, std::uint64_t from, std::uint64_t end)
{
    std::string buffer;
    while (end > from) {
        buffer.resize(static_cast<std::size_t>(std::min<std::uint64_t>(BlockBytes, end - from)));
        const std::uint64_t begin = end - buffer.size();
        if (const std::size_t last = blockAt(file, begin, buffer).rfind('\n'); last != std::string_view::npos) {
            return begin + last + 1;
        }
        end = begin;
    }
    return from;
}

} // namespace limier
