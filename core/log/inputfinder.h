// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/inputfile.h"
#include "log/loginput.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace limier
{

/// An input that is not read, and why.
struct RefusedInput {
    std::string path; ///< UTF-8
    Error error;
};

struct InputSet {
    std::vector<InputFile> files; ///< in the order of their content: by the time of the first line
    std::vector<RefusedInput> refused;
};

struct FindOptions {
    std::string timezone; ///< IANA name of the zone of times without one; empty: the system's
    /// Most bytes that one compressed input may expand to. Beside it, whatever its size, one that expands
    /// more than 500 times is stopped after 256 MiB.
    std::uint64_t expandLimit = std::uint64_t{64} << 30;
    /// Most files of one folder that are opened to see whether they are logs. Those that are called as logs are found
    /// among a hundred times as many names. An archive may have ten times as many members.
    std::size_t folderLimit = 10000;
    std::stop_token stop;
};

/**
 * Finds the mail logs in @p inputs (files, folders, archives, "-" for standard input), puts them in order and takes the
 * same text only once. Reads the beginning of each file, some places in those whose lines have no year, and two files
 * wholly only if they begin alike. When stopped, the set holds what was found until then.
 */
[[nodiscard]] InputSet findInputs(const std::vector<LogInput> &inputs, const FindOptions &options);
/// Paths of which nothing more is known.
[[nodiscard]] InputSet findInputs(const std::vector<std::string> &paths, const FindOptions &options);

} // namespace limier
