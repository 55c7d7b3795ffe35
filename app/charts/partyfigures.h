// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/rankedmodel.h"
#include "charts/stackedtimechart.h"
#include "investigation/evaluation.h"

namespace limier
{

/// Who sends: a user, or the machine that connects.
enum class Party : std::uint8_t {
    User,
    Client
};

/// What the overview shows of users or clients.
struct PartyFigures {
    TimeStack stack;                  ///< the first few and the rest, the most in the lowest layer
    std::vector<RankedEntry> ranking; ///< the first ten; "others" where there are more
    std::uint64_t whole = 0;          ///< of everybody, with and without a party of the kind
    std::uint64_t known = 0;          ///< of those with one
};

/// As many series have a colour of their own.
inline constexpr std::size_t PartySeries = 8;

/// At most about @p mostBuckets in the stack. On the GUI thread, because it asks for colours.
[[nodiscard]] PartyFigures makePartyFigures(const Evaluation &evaluation, Party party, std::size_t mostBuckets);

[[nodiscard]] FilterTerm userTerm(const Evaluation &evaluation, UserId user);
[[nodiscard]] FilterTerm clientTerm(const Evaluation &evaluation, ClientId client);

} // namespace limier
