// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/loglister.h"
#include "remote/logcache.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace limier
{

/**
 * For each of @p listed the entry of @p cached that holds its text, or a part of it. A log is known by its inode and
 * the begin of its text; by that begin alone where it was copied or compressed. No entry is given twice.
 */
[[nodiscard]] std::vector<std::optional<std::size_t>> matchLogs(const std::vector<ListedLog> &listed,
                                                                const std::vector<CachedLog> &cached);

/// True if both begin with the same text, as far as they go, and that is enough to tell logs apart.
[[nodiscard]] bool hasSameHead(std::string_view one, std::string_view other);

} // namespace limier
