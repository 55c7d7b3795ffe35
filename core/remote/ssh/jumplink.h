// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remoteerror.h"
#include "remote/ssh/interruption.h"
#include "remote/ssh/sshconnection.h"

#include <cstdint>
#include <expected>
#include <memory>
#include <stop_token>
#include <string>
#include <thread>

namespace limier
{

/**
 * The way from a jump host to the next one: a channel of a connection that is logged in, seen from here as a socket.
 * Owns the connection, and the thread that uses it and moves the bytes; the destructor ends both.
 *
 * libssh has jumps of its own; they neither ask for keys as we do, nor can they be interrupted.
 */
class JumpLink
{
public:
    /// @p name: of the next host, as the user called it. Sets @p socket to the end to speak to it.
    [[nodiscard]] static std::expected<std::unique_ptr<JumpLink>, RemoteError>
    open(std::shared_ptr<SshConnection> jump, const std::string &host, std::uint16_t port, const std::string &name,
         Descriptor &socket);
    ~JumpLink();
    JumpLink(const JumpLink &) = delete;
    JumpLink &operator=(const JumpLink &) = delete;

private:
    JumpLink(std::shared_ptr<SshConnection> jump, SshChannel channel, Descriptor socket);
    void pump(const std::stop_token &stop);

    const std::shared_ptr<SshConnection> m_jump;
    SshChannel m_channel; ///< the thread's
    const Descriptor m_socket;
    std::unique_ptr<Interruption::Watch> m_watch;
    std::jthread m_thread;
};

} // namespace limier
