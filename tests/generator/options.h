// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "queueids.h"

#include <expected>
#include <span>
#include <string>

namespace limier::generator
{

/// What to generate. Each member is an option of the command line, see usage().
struct Options {
    std::uint64_t seed = 1;
    std::uint64_t lines = 0; ///< 0: no limit
    double days = 0;         ///< 0: no limit
    std::string start = "2026-06-01T00:00:00";
    std::string zone = "Europe/Paris";
    std::uint32_t people = 300;
    double activity = 1; ///< how much of the usual mail each of them writes and gets
    TimeForm time = TimeForm::Traditional;
    bool switchTime = false; ///< traditional in the first half, RFC 3339 after an upgrade
    IdForm ids = IdForm::Short;
    ServerSettings server;
    bool stolen = false;
    bool relay = false;
    bool bruteForce = false;
    std::uint32_t spam = 0; ///< recipients of each spamming incident; 0: as fits the log
    LogWriter::Rotation rotation;
    bool gzip = false;
    std::string output;
    std::string truth; ///< where the truth goes; empty: nowhere
};

/// The error is a sentence.
[[nodiscard]] std::expected<Options, std::string> parseOptions(std::span<const std::string_view> arguments);
/// Whether they make sense together; a log without an end, for one, does not. The error is a sentence.
[[nodiscard]] std::expected<void, std::string> check(const Options &options);
[[nodiscard]] std::string_view usage();

} // namespace limier::generator
