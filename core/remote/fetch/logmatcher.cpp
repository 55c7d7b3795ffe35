// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/logmatcher.h"

#include <algorithm>

namespace limier
{

namespace
{

/// A line's time, host, program and process are in so many bytes.
constexpr std::size_t TellingBytes = 48;

bool haveCommonHead(std::string_view one, std::string_view other)
{
    const std::size_t common = std::min(one.size(), other.size());
    return one.substr(0, common) == other.substr(0, common);
}

/// True if @p listed can be a later state of what @p cached was.
bool canHaveBecome(const CachedLog &cached, const RemoteLog &listed)
{
    if (cached.isCompressed) {
        return listed.isCompressed && (cached.isWhole ? listed.bytes == cached.end : listed.bytes >= cached.end);
    }
    return listed.isCompressed || listed.bytes >= cached.end;
}

bool isSameFile(const CachedLog &cached, const ListedLog &listed)
{
    return cached.inode != 0 && cached.inode == listed.log.inode && cached.isCompressed == listed.log.isCompressed
        && canHaveBecome(cached, listed.log) && haveCommonHead(cached.head, listed.head);
}

bool isSameText(const CachedLog &cached, const ListedLog &listed)
{
    return canHaveBecome(cached, listed.log) && hasSameHead(cached.head, listed.head);
}

} // namespace

bool hasSameHead(std::string_view one, std::string_view other)
{
    return std::min(one.size(), other.size()) >= TellingBytes && haveCommonHead(one, other);
}

std::vector<std::optional<std::size_t>> matchLogs(const std::vector<ListedLog> &listed,
                                                  const std::vector<CachedLog> &cached)
{
    std::vector<std::optional<std::size_t>> matches(listed.size());
    std::vector<bool> isTaken(cached.size());
    const auto match = [&](auto isSame) {
        for (std::size_t i = 0; i < listed.size(); ++i) {
            for (std::size_t k = 0; k < cached.size() && !matches[i]; ++k) {
                if (!isTaken[k] && isSame(cached[k], listed[i])) {
                    matches[i] = k;
                    isTaken[k] = true;
                }
            }
        }
    };
    match(isSameFile);
    match(isSameText);
    return matches;
}

} // namespace limier
