// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace limier
{

/// The value that @p share, less than 1, of the @p values are below; there must be some.
template <typename Value>
[[nodiscard]] Value quantile(std::vector<Value> values, double share)
{
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(values.size()) * share);
    std::ranges::nth_element(values, at);
    return *at;
}

} // namespace limier
