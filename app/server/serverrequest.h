// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <cstdint>
#include <span>

namespace limier
{

/// Which lines of a server's logs are wanted.
struct WantedRange {
    enum class Kind : std::uint8_t {
        LastHour,
        LastDay,
        LastThreeDays,
        LastWeek,
        All,
        Between ///< `since` and `until`
    };
    Kind kind = Kind::LastDay;
    std::int64_t since = 0; ///< seconds since 1970; 0: from the beginning
    std::int64_t until = 0; ///< 0: to the end

    bool operator==(const WantedRange &) const = default;

    /// The same with times in place of "the last …", which counts from @p now.
    [[nodiscard]] WantedRange at(std::int64_t now) const;
};

/// All kinds, from the shortest to the one that is chosen freely.
[[nodiscard]] std::span<const WantedRange::Kind> rangeKinds();
/// "The last 24 hours".
[[nodiscard]] QString rangeKindText(WantedRange::Kind kind);

/// What the user asked for when connecting to a server. A value.
struct ServerRequest {
    QString address{}; ///< [user@]host[:port]
    WantedRange range{};
    bool follow = true;
    bool keepsSecrets = false; ///< in the system's keychain
    std::chrono::seconds queueInterval{10};

    bool operator==(const ServerRequest &) const = default;
};

} // namespace limier
