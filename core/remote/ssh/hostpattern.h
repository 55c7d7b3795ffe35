// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace limier
{

/// Whether @p name matches @p pattern with `*` and `?`, without regard to case (ASCII). Linear in the product of sizes.
[[nodiscard]] bool matchesHostPattern(std::string_view name, std::string_view pattern);

/**
 * The same for a list as ssh_config and known_hosts have it: separated by @p separators, `!` negates; one negated
 * pattern that matches rules the list out.
 */
[[nodiscard]] bool matchesHostPatterns(std::string_view name, std::string_view patterns, std::string_view separators);

} // namespace limier
