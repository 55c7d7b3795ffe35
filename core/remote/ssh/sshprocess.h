// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/secret.h"
#include "remote/server.h"
#include "remote/ssh/sshconnection.h"

#include <memory>
#include <string>
#include <string_view>

namespace limier
{

/**
 * A command on an exec channel. What a shell or sudo says before the script begins is kept apart from its output by a
 * mark that the script prints first.
 */
class SshProcess final : public RemoteProcess
{
public:
    /// How the script is started.
    enum class Rights : std::uint8_t {
        Login,
        Sudo,        ///< sudo that asks for nothing
        SudoPassword ///< sudo that is given @p password on standard input, before anything else
    };

    /// SudoPassword: returns when the script has begun; SudoRefused if it does not.
    [[nodiscard]] static std::expected<std::unique_ptr<SshProcess>, RemoteError>
    start(std::shared_ptr<SshConnection> connection, std::string_view script, Rights rights, const Secret *password);
    ~SshProcess() override;

    [[nodiscard]] std::expected<std::size_t, RemoteError> read(std::span<char> buffer,
                                                               std::chrono::milliseconds patience) override;
    [[nodiscard]] std::expected<void, RemoteError> write(std::string_view input) override;
    [[nodiscard]] std::expected<void, RemoteError> closeInput() override;
    [[nodiscard]] const std::string &errorText() const override { return m_errorText; }
    [[nodiscard]] std::expected<int, RemoteError> exitStatus() override;

    /// The script has begun: there is a shell.
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    /// What was said before it began, or instead of it.
    [[nodiscard]] const std::string &preface() const { return m_preface; }

private:
    SshProcess(std::shared_ptr<SshConnection> connection, SshChannel channel, std::string mark);
    [[nodiscard]] std::expected<void, RemoteError> giveSudoPassword(const Secret &password);
    [[nodiscard]] std::expected<std::size_t, RemoteError> readChannel(std::span<char> buffer,
                                                                      std::chrono::milliseconds patience);
    [[nodiscard]] std::expected<bool, RemoteError> awaitMark(std::chrono::milliseconds patience);
    void drainErrors();

    const std::shared_ptr<SshConnection> m_connection;
    const SshChannel m_channel;
    const std::string m_mark; ///< a random word
    std::string m_preface;
    std::string m_rest; ///< of the output, read with the mark
    std::string m_errorText;
    bool m_hasBegun = false;
    bool m_isAtEnd = false;
    bool m_isInputClosed = false;
};

} // namespace limier
