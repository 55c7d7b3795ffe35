// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/logcache.h"

#include <optional>

class QFileDevice;

namespace limier
{

inline constexpr auto OriginName = "origin.json";

/// What origin.json says.
struct CacheRecord {
    CacheOrigin origin;
    std::int64_t saved = 0; ///< seconds since 1970
    std::vector<CachedLog> logs;
};

/// LocalDiskFull or LocalWriteFailed: what the last call of @p file failed by.
[[nodiscard]] RemoteError localFailure(const QFileDevice &file);

/// None if there is no such file, or it makes no sense. The names of files in it are plain names.
[[nodiscard]] std::optional<CacheRecord> readOrigin(const std::filesystem::path &folder);
[[nodiscard]] std::expected<void, RemoteError> writeOrigin(const std::filesystem::path &folder,
                                                           const CacheRecord &record);

/// What can be read of @p logs now, oldest first.
[[nodiscard]] std::vector<LogInput> inputsOf(const std::filesystem::path &folder, const CacheOrigin &origin,
                                             std::vector<CachedLog> logs, bool isFollowed);

} // namespace limier
