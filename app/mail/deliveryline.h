// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace limier
{

/// Where the time of a delivery went: Postfix's delays=a/b/c/d, in seconds.
struct DelaySplit {
    enum Part {
        BeforeQueue, ///< from the first byte to the queue manager
        InQueue,     ///< waiting there
        Connecting,  ///< to the other server, with TLS and HELO
        Sending,     ///< the message itself
        PartCount
    };
    std::array<double, PartCount> parts{};
    double total = 0; ///< what delay= says

    bool operator==(const DelaySplit &) const = default;
};

/// The delays of a delivery's log line; none if it has none that can be read.
[[nodiscard]] std::optional<DelaySplit> delaysOf(std::string_view line);

/// What the other server said, as the line has it behind its status, without the parentheses; a part of @p line.
[[nodiscard]] std::string_view replyOf(std::string_view line);

} // namespace limier
