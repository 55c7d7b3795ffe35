// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace limier::evaluate
{

/// What to evaluate. Each member is an option of the command line, see usage().
struct Options {
    // Never tune with these.
    std::uint64_t first = 100001;
    std::uint64_t last = 100500;
    std::string scenario; ///< part of the name; empty: all
    std::string keep;     ///< a folder; empty: nothing is kept
    bool verbose = false;
    bool help = false;
};

/// The error is a sentence.
[[nodiscard]] std::expected<Options, std::string> parseOptions(std::span<const std::string_view> arguments);
[[nodiscard]] std::string usage();

} // namespace limier::evaluate
