// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/server.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// A log as it lies on the server.
struct RemoteLog {
    std::string path;
    std::uint64_t bytes = 0;
    std::uint64_t inode = 0;
    std::int64_t modified = 0; ///< seconds since 1970, by the server's clock
    bool isCompressed = false;
    bool isCurrent = false; ///< the daemon writes to it
    bool isReadable = true; ///< with the rights that there are
    std::int64_t first = 0; ///< time of its first line; 0: not looked at, or none
};

struct QueueLength {
    std::uint64_t incoming = 0;
    std::uint64_t active = 0;
    std::uint64_t deferred = 0;
    std::uint64_t hold = 0;
    std::uint64_t maildrop = 0;
    std::int64_t time = 0; ///< seconds since 1970, by the server's clock

    [[nodiscard]] std::uint64_t total() const { return incoming + active + deferred + hold + maildrop; }
};

/// A setting of Postfix, as `postconf` prints it.
struct PostfixSetting {
    std::string name;
    std::string value;
};

/// What a probe found out; what it could not is empty, and `problems` says why. A value; texts are hostile.
struct ServerFacts {
    std::string system; ///< "Debian GNU/Linux 12 (bookworm)"
    std::string kernel;
    std::string hostName;         ///< fully qualified where it is
    std::string timezone;         ///< IANA name
    std::int64_t clockOffset = 0; ///< seconds that the server's clock is ahead of this computer's
    Privilege privilege = Privilege::Unprivileged;
    std::string user;
    std::vector<std::string> addresses; ///< of its interfaces

    std::string postfixVersion;          ///< empty: there is none
    std::vector<PostfixSetting> postfix; ///< those that matter, in a fixed order
    std::optional<QueueLength> queue;

    std::vector<RemoteLog> logs; ///< current first, then as rotated
    bool isJournalOnly = false;  ///< the mail log is in journald only
    std::uint64_t freeBytes = 0; ///< where the queue lies
    std::uint64_t diskBytes = 0; ///< free and used together; 0: not known

    bool hasBlueMind = false;
    std::string blueMindVersion; ///< of its packages; empty: none, or not known
    bool hasBmCli = false;
    std::string bmCliVersion;  ///< of its package; empty: not known
    bool hasTickStack = false; ///< kapacitor is installed

    std::vector<std::string> compressors; ///< of "zstd", "gzip", those that there are, best first
    bool hasNice = false;
    bool hasIonice = false;
    std::vector<RemoteError> problems;

    [[nodiscard]] const std::string *setting(std::string_view name) const;
};

/// A command of the probe: reads only, with LC_ALL=C, at low priority, bounded in time and output.
struct ProbeCommand {
    const char *name;    ///< stable, for the journal
    const char *purpose; ///< for the documentation, English
    const char *script;  ///< for any sh
    RunAs runAs;
    int seconds;            ///< it is ended after that, where the server has `timeout`
    std::size_t mostBytes;  ///< of its output
    bool isForLogs = false; ///< a fetch needs to know it; the rest can wait
};

/// Every command that a probe and measureQueue() run, for the documentation and the journal.
[[nodiscard]] std::span<const ProbeCommand> probeCommands();

using ToldCommand = std::function<void(const ProbeCommand &)>;

/**
 * Reads only. Blocks one or two round trips; @p run is told each command before it runs. An error only where nothing
 * was found out: the connection is lost, silent or cancelled, or there is no shell. @p stop interrupts the server.
 */
[[nodiscard]] std::expected<ServerFacts, RemoteError> probeServer(Server &server, const ToldCommand &run,
                                                                  const std::stop_token &stop);
/// Only what a fetch needs to know: some ten milliseconds of the server's time.
[[nodiscard]] std::expected<ServerFacts, RemoteError> probeLogs(Server &server, const ToldCommand &run,
                                                                const std::stop_token &stop);
/// The rest, which can take seconds (a long queue, a slow name server), into the @p facts of probeLogs().
[[nodiscard]] std::expected<void, RemoteError> completeFacts(Server &server, ServerFacts &facts, const ToldCommand &run,
                                                             const std::stop_token &stop);

/**
 * The length of the queues now: one command. Without the right to look into the queue it is taken from `postqueue -p`,
 * where incoming and maildrop stay 0.
 */
[[nodiscard]] std::expected<QueueLength, RemoteError> measureQueue(Server &server);

} // namespace limier
