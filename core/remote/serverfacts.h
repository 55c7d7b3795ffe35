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

    std::string blueMindVersion; ///< empty: none
    bool hasBmCli = false;
    bool hasTickStack = false; ///< kapacitor is installed

    std::vector<std::string> compressors; ///< of "zstd", "gzip", those that there are, best first
    bool hasNice = false;
    bool hasIonice = false;
    std::vector<RemoteError> problems;

    [[nodiscard]] const std::string *setting(std::string_view name) const;
};

/// Every command that a probe, a fetch and a follow run, for the documentation and the journal.
struct ProbeCommand {
    const char *name; ///< stable, for the journal
    const char *script;
    RunAs runAs;
};
[[nodiscard]] std::span<const ProbeCommand> probeCommands();

/// Reads only. Blocks some round trips; @p run is told each command before it runs.
[[nodiscard]] std::expected<ServerFacts, RemoteError>
probeServer(Server &server, const std::function<void(const ProbeCommand &)> &run, const std::stop_token &stop);

/// The length of the queues now: one command.
[[nodiscard]] std::expected<QueueLength, RemoteError> measureQueue(Server &server);

} // namespace limier
