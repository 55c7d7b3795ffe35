// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace limier::evaluate
{

// Nobody tunes with these.
inline constexpr std::uint64_t FirstFinalSeed = 100001;
inline constexpr std::uint64_t LastFinalSeed = 100500;
// Whoever changes a threshold looks at these.
inline constexpr std::uint64_t FirstTuningSeed = 1;
inline constexpr std::uint64_t LastTuningSeed = 500;

/// What to evaluate. Each member is an option of the command line, see usage().
struct Options {
    std::uint64_t first = FirstFinalSeed;
    std::uint64_t last = LastFinalSeed;
    std::string scenario;                   ///< part of the name; empty: all
    std::string keep;                       ///< a folder; empty: nothing is kept
    std::optional<std::uint64_t> mostWrong; ///< logs; then the figures do not decide
    bool verbose = false;
    bool help = false;
};

/// The error is a sentence.
[[nodiscard]] std::expected<Options, std::string> parseOptions(std::span<const std::string_view> arguments);
[[nodiscard]] std::string usage();

} // namespace limier::evaluate
