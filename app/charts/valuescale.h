// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace limier
{

/// A value axis from 0 to a little more than the largest value, with few round marks; never parts of one.
struct ValueScale {
    std::uint64_t top = 1;
    std::vector<std::uint64_t> ticks; ///< from 0 on

    bool operator==(const ValueScale &) const = default;
};

/// About @p most marks above zero, at least one.
[[nodiscard]] ValueScale makeValueScale(std::uint64_t largest, std::size_t most);

} // namespace limier
