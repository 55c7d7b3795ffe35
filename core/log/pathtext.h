// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace limier
{

/// The path that @p text (UTF-8; on Unix any bytes) names.
[[nodiscard]] std::filesystem::path pathFromText(std::string_view text);

/// @p path as UTF-8 to show and report: what is not UTF-8 in it is replaced.
[[nodiscard]] std::string textOfPath(const std::filesystem::path &path);

} // namespace limier
