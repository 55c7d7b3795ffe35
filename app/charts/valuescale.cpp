// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/valuescale.h"

#include <algorithm>
#include <limits>

namespace limier
{

namespace
{

/// The next of 1, 2, 5, 10, 20, 50 …
std::uint64_t nextRound(std::uint64_t step)
{
    std::uint64_t power = 1;
    while (power <= step / 10) {
        power *= 10;
    }
    const std::uint64_t digit = step / power;
    return digit < 2 ? 2 * power : digit < 5 ? 5 * power : 10 * power;
}

} // namespace

ValueScale makeValueScale(std::uint64_t largest, std::size_t most)
{
    // Nothing that is counted comes near; it keeps the loops from overflowing.
    const std::uint64_t value = std::clamp(largest, std::uint64_t{1}, std::numeric_limits<std::uint64_t>::max() / 100);
    const std::uint64_t marks = std::max<std::uint64_t>(most, 1);
    std::uint64_t step = 1;
    // At least one mark lies above zero.
    for (std::uint64_t next = nextRound(step); value > step * marks && next <= value; next = nextRound(step)) {
        step = next;
    }
    ValueScale scale;
    // A little air above the highest bar, but no empty stripe.
    scale.top = value + std::max(value / 20, std::uint64_t{value > 20});
    for (std::uint64_t tick = 0; tick <= scale.top; tick += step) {
        scale.ticks.push_back(tick);
    }
    return scale;
}

} // namespace limier
