// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// The entries of a setting that is a list, which Postfix separates by commas and white space; they point into
/// @p value. None of a setting that is not known: null.
[[nodiscard]] std::vector<std::string_view> postfixList(const std::string *value);

} // namespace limier
