// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/serverfacts.h"

#include <QString>

#include <vector>

namespace limier
{

/// What an engineer should know of a server before looking at its mail, in words.
struct ServerJudgement {
    enum class Weight : std::uint8_t {
        Note,   ///< explains what will be seen
        Warning ///< lets others send through it, or makes the figures doubtful
    };
    Weight weight = Weight::Note;
    QString text; ///< plain; what comes from the server is made harmless

    bool operator==(const ServerJudgement &) const = default;
};

/// Of Postfix's settings: warnings first.
[[nodiscard]] std::vector<ServerJudgement> judgePostfix(const ServerFacts &facts);

/// Of everything else, clock, zone, disk, rights and logs: warnings first.
[[nodiscard]] std::vector<ServerJudgement> judgeServer(const ServerFacts &facts);

/// An entry of mynetworks that trusts whole networks: IPv4 wider than /24, IPv6 wider than /64, but not loopback. What
/// widthOf() finds dangerous is such a one; what an engineer should know of a server is more than that.
[[nodiscard]] bool isWideNetwork(std::string_view entry);

} // namespace limier
