// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/deliveryline.h"

#include <charconv>
#include <cmath>

namespace limier
{

namespace
{

/// Reads a number of seconds at the beginning of @p text and takes it away.
std::optional<double> takeSeconds(std::string_view &text)
{
    double seconds = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), seconds, std::chars_format::fixed);
    if (error != std::errc() || !std::isfinite(seconds) || seconds < 0) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return seconds;
}

bool take(std::string_view &text, std::string_view prefix)
{
    const bool isThere = text.starts_with(prefix);
    if (isThere) {
        text.remove_prefix(prefix.size());
    }
    return isThere;
}

std::optional<DelaySplit> readDelays(std::string_view text)
{
    DelaySplit split;
    const auto total = takeSeconds(text);
    if (!total || !take(text, ", delays=")) {
        return std::nullopt;
    }
    split.total = *total;
    for (std::size_t part = 0; part < split.parts.size(); ++part) {
        const bool isNext = part == 0 || take(text, "/");
        const auto seconds = isNext ? takeSeconds(text) : std::nullopt;
        if (!seconds) {
            return std::nullopt;
        }
        split.parts[part] = *seconds;
    }
    return text.starts_with(", dsn=") ? std::optional(split) : std::nullopt;
}

} // namespace

std::optional<DelaySplit> delaysOf(std::string_view line)
{
    constexpr std::string_view Key = ", delay=";
    for (std::size_t at = line.find(Key); at != line.npos; at = line.find(Key, at + 1)) {
        if (const auto split = readDelays(line.substr(at + Key.size()))) {
            return split;
        }
    }
    return std::nullopt;
}

std::string_view replyOf(std::string_view line)
{
    constexpr std::string_view Key = ", status=";
    const std::size_t status = line.find(Key);
    if (status == line.npos) {
        return {};
    }
    const std::size_t open = line.find(" (", status + Key.size());
    const std::size_t close = line.rfind(')');
    return open == line.npos || close == line.npos || close < open + 2 ? std::string_view()
                                                                       : line.substr(open + 2, close - open - 2);
}

} // namespace limier
