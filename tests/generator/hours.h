// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "random.h"
#include "zone.h"

#include <cstdint>
#include <vector>

namespace limier::generator
{

/// When in the day somebody is at work.
enum class Hours : std::uint8_t {
    Any,
    Office, ///< 8 to 18, Monday to Friday
    Night,  ///< 21 to 6
};

/// A span of time, begin <= t < end.
struct Window {
    Micros begin = 0;
    Micros end = 0;

    [[nodiscard]] Micros length() const { return end - begin; }
};

/// @p low to @p high with as much chance for each order of magnitude.
[[nodiscard]] double logUniform(Random &random, double low, double high);

/**
 * @p count moments of @p window in their order, in the hours where it has such. @p bursts: how many groups they come
 * in; 0: one by one, as people do.
 */
[[nodiscard]] std::vector<Micros> moments(Random &random, Zone &zone, const Window &window, std::uint32_t count,
                                          Hours hours, std::uint32_t bursts = 0);

} // namespace limier::generator
