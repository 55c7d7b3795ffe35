// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/candidate.h"
#include "log/inputfinder.h"

#include <stop_token>
#include <vector>

namespace limier
{

/// How two texts relate.
enum class TextRelation : std::uint8_t {
    Different,
    Same,
    FirstBeginsSecond,
    SecondBeginsFirst
};

/// Reads both until they differ or one ends; one that ends with an error ends there.
[[nodiscard]] TextRelation compareTexts(ByteSource &first, ByteSource &second, const std::stop_token &stop);

/**
 * Takes out of @p candidates those whose text is another one's, or its beginning, and adds them to @p refused. Only
 * texts with the same first line are opened, and read as far as they are alike.
 */
void removeDuplicates(std::vector<Candidate> &candidates, std::vector<RefusedInput> &refused,
                      const std::stop_token &stop);

} // namespace limier
