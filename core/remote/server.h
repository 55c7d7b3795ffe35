// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remoteerror.h"
#include "remote/secret.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// With which rights commands run.
enum class Privilege : std::uint8_t {
    Root,         ///< logged in as root
    Sudo,         ///< by sudo without a password
    SudoPassword, ///< by sudo with a password, given on standard input
    Unprivileged  ///< what the account may do
};

/// Who a command runs as.
enum class RunAs : std::uint8_t {
    Login, ///< the account that logged in
    Root   ///< root where the account can become it, else the account
};

/// A command that runs on a server. Used by the thread of its server only.
class RemoteProcess
{
public:
    virtual ~RemoteProcess() = default;
    RemoteProcess() = default;
    RemoteProcess(const RemoteProcess &) = delete;
    RemoteProcess &operator=(const RemoteProcess &) = delete;

    /**
     * The next bytes of its standard output; 0 at the end. TimedOut if nothing came in @p patience (the process can
     * be read on), Cancelled if the stop of its server was asked for, ConnectionLost.
     */
    [[nodiscard]] virtual std::expected<std::size_t, RemoteError> read(std::span<char> buffer,
                                                                       std::chrono::milliseconds patience) = 0;
    [[nodiscard]] virtual std::expected<void, RemoteError> write(std::string_view input) = 0;
    [[nodiscard]] virtual std::expected<void, RemoteError> closeInput() = 0;
    /// What came on standard error so far, at most 64 KiB of it.
    [[nodiscard]] virtual const std::string &errorText() const = 0;
    /// Its exit status; to be asked for after the end of its output. 128 and more: killed by a signal.
    [[nodiscard]] virtual std::expected<int, RemoteError> exitStatus() = 0;
};

/// A file as SFTP shows it.
struct RemoteFileInfo {
    std::string path;
    std::uint64_t bytes = 0;
    std::int64_t modified = 0; ///< seconds since 1970
    bool isFolder = false;
};

/// Files of a server that runs no commands, or has no shell. Used by the thread of its server only.
class RemoteFiles
{
public:
    virtual ~RemoteFiles() = default;
    [[nodiscard]] virtual std::expected<std::vector<RemoteFileInfo>, RemoteError> list(const std::string &folder) = 0;
    [[nodiscard]] virtual std::expected<RemoteFileInfo, RemoteError> info(const std::string &path) = 0;

    /// Gives the bytes of @p path from @p offset on, @p most of them, to @p take in pieces, until it returns false.
    using Take = std::function<bool(std::span<const char>)>;
    [[nodiscard]] virtual std::expected<void, RemoteError> read(const std::string &path, std::uint64_t offset,
                                                                std::uint64_t most, const Take &take) = 0;
};

/**
 * A connection to a server that is logged in. One thread at a time, every call blocks; interrupt() from any thread ends
 * a call that blocks, with Cancelled. The destructor closes the connection without waiting for the other side.
 */
class Server
{
public:
    virtual ~Server() = default;
    Server() = default;
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// As the user called it.
    [[nodiscard]] virtual const std::string &name() const = 0;
    /// Of the host's key, "SHA256:…": tells two servers apart that were called the same. Empty where there is none.
    [[nodiscard]] virtual std::string hostKeyFingerprint() const { return {}; }
    [[nodiscard]] virtual Privilege privilege() const = 0;
    /// False where only SFTP is allowed.
    [[nodiscard]] virtual bool hasShell() const = 0;

    /// Starts @p script with `sh -c`. Every variable part of it was quoted by shellQuoted().
    [[nodiscard]] virtual std::expected<std::unique_ptr<RemoteProcess>, RemoteError> start(std::string_view script,
                                                                                           RunAs runAs) = 0;
    [[nodiscard]] virtual std::expected<std::unique_ptr<RemoteFiles>, RemoteError> files() = 0;
    /// From then on every call says Cancelled.
    virtual void interrupt() = 0;
    /// What went wrong while connecting and did not stop it: KeyUnreadable, HostKeyNotSaved, SudoRefused.
    [[nodiscard]] virtual std::vector<RemoteError> problems() const { return {}; }
};

/// What a command that has ended left.
struct CommandResult {
    std::string output;
    std::string errorText;
    int status = 0;
};

/// Runs a short command to its end; at most @p mostOutput bytes are kept (more is Nonsense), Hung after @p patience.
[[nodiscard]] std::expected<CommandResult, RemoteError>
runCommand(Server &server, std::string_view script, RunAs runAs = RunAs::Root, std::string_view input = {},
           std::chrono::milliseconds patience = std::chrono::seconds(30),
           std::size_t mostOutput = std::size_t{16} << 20);

/// @p text as one word for sh, whatever it holds; a NUL ends it. That a program does not take it for an option is the
/// caller's care ("--" before it).
[[nodiscard]] std::string shellQuoted(std::string_view text);

} // namespace limier
