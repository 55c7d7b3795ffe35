// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/serverfacts.h"

#include <expected>
#include <string>
#include <vector>

namespace limier
{

/// A log as it lies on the server now, and what its text begins with.
struct ListedLog {
    RemoteLog log;
    std::string head; ///< at most CachedLog::HeadBytes; of the text, also where the log is compressed
};

/// The command that gives the text of a compressed log on standard output ("gzip -dc"); empty for a plain one.
[[nodiscard]] std::string_view unpackerOf(std::string_view path);

/// Paths that the daemon writes to, as far as they can be read; there need not be a log now.
[[nodiscard]] std::vector<std::string> followablePaths(const ServerFacts &facts);

/// Time of the first line of @p head, which stands in a log last written at @p modified; 0 if there is none.
[[nodiscard]] std::int64_t firstTime(std::string_view head, std::int64_t modified, const std::string &timezone);

/// The command of listLogs(), as it is run.
[[nodiscard]] std::string listScript(const ServerFacts &facts, std::int64_t since);

/**
 * Lists the logs that @p facts names and all that were rotated from them: newest first, current ones before. One
 * command; those last written before @p since are listed without their head. Where the server runs no commands, by
 * SFTP, without inodes.
 */
[[nodiscard]] std::expected<std::vector<ListedLog>, RemoteError> listLogs(Server &server, const ServerFacts &facts,
                                                                          std::int64_t since);

} // namespace limier
