// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace limier
{

/// One path to read, and what is known of it that the file itself does not tell. A value.
struct LogInput {
    std::string path;          ///< UTF-8; a file, a folder, an archive, "-" for standard input
    std::string shownAs;       ///< in place of the path, e.g. "mail.example.com: /var/log/mail.log"; empty: the path
    std::string timezone;      ///< IANA name of the zone of times without one; empty: that of the load
    std::uint64_t start = 0;   ///< bytes to leave out at the begin of a plain file, and the rest of the line there
    std::int64_t modified = 0; ///< when the original was last written, seconds since 1970; 0: as the file says
    bool grows =
        false; ///< a plain file that is being appended to: what stands behind its last end of line is yet to come

    bool operator==(const LogInput &) const = default;
};

/// Paths of which nothing more is known.
[[nodiscard]] inline std::vector<LogInput> logInputs(const std::vector<std::string> &paths)
{
    std::vector<LogInput> inputs;
    for (const std::string &path : paths) {
        inputs.emplace_back().path = path;
    }
    return inputs;
}

} // namespace limier
