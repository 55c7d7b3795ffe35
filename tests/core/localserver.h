// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/server.h"

#include <QtLogging>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace limier::test
{

/// What a test does to the connection of a LocalServer; outlives the server and its processes.
struct LocalConnection {
    std::atomic<bool> isInterrupted = false;
    std::atomic<bool> isSilent = false;       ///< nothing comes any more, as from a server that hangs
    std::atomic<std::int64_t> bytesLeft = -1; ///< of output until the connection breaks; -1: it never does
    std::array<int, 2> wake{-1, -1};          ///< readable once interrupted

    LocalConnection()
    {
        if (pipe2(wake.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
            qFatal("no pipe");
        }
    }
    LocalConnection(const LocalConnection &) = delete;
    LocalConnection &operator=(const LocalConnection &) = delete;
    ~LocalConnection()
    {
        close(wake[0]);
        close(wake[1]);
    }
};

/// A program of this machine in the place of one on a server.
class LocalProcess final : public RemoteProcess
{
public:
    LocalProcess(std::vector<std::string> arguments, const std::vector<std::string> &environment,
                 std::shared_ptr<LocalConnection> connection, std::string host)
        : m_connection(std::move(connection))
        , m_host(std::move(host))
    {
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        std::array<int, 2> err{};
        if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0
            || pipe2(err.data(), O_CLOEXEC) != 0) {
            qFatal("no pipe");
        }
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, in[0], 0);
        posix_spawn_file_actions_adddup2(&actions, out[1], 1);
        posix_spawn_file_actions_adddup2(&actions, err[1], 2);
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        // A group of its own, so that whatever it started ends with it; SIGPIPE as in a shell of sshd.
        sigset_t defaults;
        sigemptyset(&defaults);
        sigaddset(&defaults, SIGPIPE);
        posix_spawnattr_setsigdefault(&attributes, &defaults);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
        const auto argv = pointers(arguments);
        std::vector<std::string> variables = environment;
        const auto envp = pointers(variables);
        m_isStarted = posix_spawnp(&m_pid, argv[0], &actions, &attributes, argv.data(), envp.data()) == 0;
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
        close(in[0]);
        close(out[1]);
        close(err[1]);
        m_in = in[1];
        m_out = out[0];
        m_err = err[0];
        fcntl(m_err, F_SETFL, O_NONBLOCK);
    }

    ~LocalProcess() override
    {
        for (const int descriptor : {m_in, m_out, m_err}) {
            if (descriptor >= 0) {
                close(descriptor);
            }
        }
        if (m_isStarted && !m_isReaped) {
            kill(-m_pid, SIGKILL);
            waitpid(m_pid, nullptr, 0);
        }
    }

    [[nodiscard]] bool isStarted() const { return m_isStarted; }

    [[nodiscard]] std::expected<std::size_t, RemoteError> read(std::span<char> buffer,
                                                               std::chrono::milliseconds patience) override
    {
        const auto end = std::chrono::steady_clock::now() + patience;
        while (true) {
            if (m_connection->isInterrupted) {
                return failure(RemoteErrorCode::Cancelled);
            }
            if (m_connection->bytesLeft == 0) {
                return failure(RemoteErrorCode::ConnectionLost);
            }
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
            if (left.count() <= 0) {
                return failure(RemoteErrorCode::TimedOut, patience / std::chrono::seconds(1));
            }
            const bool isSilent = m_connection->isSilent;
            std::array<pollfd, 3> polled{{{m_connection->wake[0], POLLIN, 0},
                                          {m_isErrorOver ? -1 : m_err, POLLIN, 0},
                                          {isSilent ? -1 : m_out, POLLIN, 0}}};
            // Short turns: a test may make the connection silent, or break it, while this waits.
            poll(polled.data(), polled.size(), static_cast<int>(std::min<std::int64_t>(left.count(), 50)));
            if (polled[1].revents != 0) {
                readErrors();
            }
            if (polled[2].revents != 0) {
                return take(buffer);
            }
        }
    }

    [[nodiscard]] std::expected<void, RemoteError> write(std::string_view input) override
    {
        while (!input.empty()) {
            if (m_connection->isInterrupted) {
                return failure(RemoteErrorCode::Cancelled);
            }
            const ssize_t count = ::write(m_in, input.data(), input.size());
            if (count < 0 && errno != EINTR) {
                return {}; // as with SSH: that the program reads no more is seen by its status
            }
            input.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        }
        return {};
    }

    [[nodiscard]] std::expected<void, RemoteError> closeInput() override
    {
        close(m_in);
        m_in = -1;
        return {};
    }

    [[nodiscard]] const std::string &errorText() const override { return m_errors; }

    [[nodiscard]] std::expected<int, RemoteError> exitStatus() override
    {
        if (!m_isReaped) {
            if (m_connection->bytesLeft == 0) {
                return failure(RemoteErrorCode::ConnectionLost);
            }
            waitpid(m_pid, &m_status, 0);
            m_isReaped = true;
            readErrors();
        }
        return WIFSIGNALED(m_status) ? 128 + WTERMSIG(m_status) : WEXITSTATUS(m_status);
    }

private:
    static std::vector<char *> pointers(std::vector<std::string> &texts)
    {
        std::vector<char *> result;
        for (std::string &text : texts) {
            result.push_back(text.data());
        }
        result.push_back(nullptr);
        return result;
    }

    std::unexpected<RemoteError> failure(RemoteErrorCode code, std::int64_t value = -1) const
    {
        return std::unexpected(RemoteError{.code = code, .host = m_host, .value = value});
    }

    std::expected<std::size_t, RemoteError> take(std::span<char> buffer)
    {
        const std::int64_t left = m_connection->bytesLeft;
        const std::size_t most = left < 0 ? buffer.size() : std::min(buffer.size(), static_cast<std::size_t>(left));
        ssize_t count = 0;
        do {
            count = ::read(m_out, buffer.data(), most);
        } while (count < 0 && errno == EINTR);
        if (count > 0 && left > 0) {
            m_connection->bytesLeft -= count;
        }
        return static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }

    void readErrors()
    {
        std::array<char, 4096> piece{};
        ssize_t count = 0;
        while ((count = ::read(m_err, piece.data(), piece.size())) > 0) {
            const std::size_t room = (std::size_t{64} << 10) - m_errors.size();
            m_errors.append(piece.data(), std::min(static_cast<std::size_t>(count), room));
        }
        m_isErrorOver = count == 0;
    }

    std::shared_ptr<LocalConnection> m_connection;
    std::string m_host;
    std::string m_errors;
    pid_t m_pid = -1;
    int m_in = -1;
    int m_out = -1;
    int m_err = -1;
    int m_status = 0;
    bool m_isStarted = false;
    bool m_isReaped = false;
    bool m_isErrorOver = false;
};

/**
 * This machine in the place of a server: commands run with `sh -c` as who the test runs as. It has no SFTP. What a test
 * does to connection() is seen by every process of it.
 */
class LocalServer final : public Server
{
public:
    explicit LocalServer(std::string name = "local.test")
        : m_name(std::move(name))
    {
        std::signal(SIGPIPE, SIG_IGN);
        for (char **variable = environ; *variable != nullptr; ++variable) {
            m_environment.emplace_back(*variable);
        }
    }

    [[nodiscard]] const std::string &name() const override { return m_name; }
    [[nodiscard]] Privilege privilege() const override
    {
        return getuid() == 0 ? Privilege::Root : Privilege::Unprivileged;
    }
    [[nodiscard]] bool hasShell() const override { return true; }

    [[nodiscard]] std::expected<std::unique_ptr<RemoteProcess>, RemoteError> start(std::string_view script,
                                                                                   RunAs runAs) override
    {
        if (m_connection->isInterrupted) {
            return std::unexpected(RemoteError{.code = RemoteErrorCode::Cancelled, .host = m_name});
        }
        if (m_connection->bytesLeft == 0) {
            return std::unexpected(RemoteError{.code = RemoteErrorCode::ConnectionLost, .host = m_name});
        }
        m_scripts.emplace_back(script);
        m_runAs.push_back(runAs);
        std::vector<std::string> arguments = m_shell;
        arguments.insert(arguments.end(), {"-c", std::string(script)});
        auto process = std::make_unique<LocalProcess>(std::move(arguments), m_environment, m_connection, m_name);
        if (!process->isStarted()) {
            return std::unexpected(RemoteError{.code = RemoteErrorCode::NoShell, .host = m_name});
        }
        return process;
    }

    [[nodiscard]] std::expected<std::unique_ptr<RemoteFiles>, RemoteError> files() override
    {
        return std::unexpected(RemoteError{.code = RemoteErrorCode::CommandMissing, .host = m_name, .subject = "sftp"});
    }

    void interrupt() override
    {
        m_connection->isInterrupted = true;
        [[maybe_unused]] const auto count = ::write(m_connection->wake[1], "x", 1);
    }

    LocalConnection &connection() { return *m_connection; }
    /// The shell in place of sh, with its arguments: {"busybox", "sh"}.
    void setShell(std::vector<std::string> shell) { m_shell = std::move(shell); }
    /// Each "NAME=value"; in place of the test's own environment.
    void setEnvironment(std::vector<std::string> environment) { m_environment = std::move(environment); }
    [[nodiscard]] const std::vector<std::string> &scripts() const { return m_scripts; }
    [[nodiscard]] const std::vector<RunAs> &ranAs() const { return m_runAs; }

private:
    std::string m_name;
    std::shared_ptr<LocalConnection> m_connection = std::make_shared<LocalConnection>();
    std::vector<std::string> m_shell{"sh"};
    std::vector<std::string> m_environment;
    std::vector<std::string> m_scripts;
    std::vector<RunAs> m_runAs;
};

} // namespace limier::test
