// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/timeargument.h"
#include "common/language.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

enum class ReportForm : std::uint8_t {
    Markdown,
    Json,
    Csv
};

/// What is wrong with a command line: a code and its facts. The sentence is made by usage.h.
struct UsageError {
    enum class Kind : std::uint8_t {
        UnknownOption,
        MissingValue,
        UnexpectedValue, ///< an option that takes none was given one
        UnknownForm,
        UnknownLanguage,
        UnknownZone,
        BadTime,
        BadThreads,
        ServerInReport, ///< option: what asks for a report beside a server
        ServerAndPath,
        NoPath,
    };
    Kind kind = Kind::NoPath;
    std::string option; ///< "--since"
    std::string value;

    bool operator==(const UsageError &) const = default;
};

/// What a command line asks for, as far as `error` does not say that it was not understood.
struct CommandLine {
    enum class Action : std::uint8_t {
        Open, ///< the logs, if there are any, in a window; where there can be none, their report
        Report,
        Help,
        Version
    };

    Action action = Action::Open;
    ReportForm form = ReportForm::Markdown;
    std::string output; ///< empty: the standard output
    std::optional<TimeArgument> since;
    std::optional<TimeArgument> until;
    std::string timezone; ///< IANA name; empty: the system's
    std::optional<Language> language;
    unsigned threads = 0;             ///< 0: one for each core
    std::vector<std::string> servers; ///< [user@]host[:port] to connect to, in a window
    std::vector<std::string> paths;   ///< bytes as given; "-" is the standard input
    std::optional<UsageError> error;  ///< the first one
};

/**
 * Reads the arguments of main(), the program's name left out. Goes on behind an error, so that the sentence about it
 * can be in the language that was asked for.
 */
[[nodiscard]] CommandLine parseCommandLine(std::span<const std::string_view> arguments);

} // namespace limier
