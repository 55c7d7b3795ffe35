// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remoteerror.h"
#include "remote/ssh/hostkeys.h"
#include "remote/ssh/interruption.h"
#include "remote/ssh/sshapi.h"
#include "remote/ssh/sshtarget.h"

#include <chrono>
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace limier
{

class JumpLink;

struct SshChannelFreer {
    void operator()(ssh_channel channel) const { ssh_channel_free(channel); }
};
using SshChannel = std::unique_ptr<ssh_channel_struct, SshChannelFreer>;

/**
 * One session of libssh over one socket, which may lead through a jump. Used by one thread at a time. Its channels are
 * gone before it is: what has one shares the connection.
 */
class SshConnection
{
public:
    /// Speaks SSH over @p socket, up to the host's key. @p link: what the socket leads through, if it is a jump.
    [[nodiscard]] static std::expected<std::shared_ptr<SshConnection>, RemoteError>
    open(const SshSeam &seam, const SshTarget &target, Descriptor socket, std::unique_ptr<JumpLink> link,
         std::shared_ptr<Interruption> interruption);
    ~SshConnection();
    SshConnection(const SshConnection &) = delete;
    SshConnection &operator=(const SshConnection &) = delete;

    [[nodiscard]] const SshApi &api() const { return m_seam.api; }
    [[nodiscard]] const SshPatience &patience() const { return m_seam.patience; }
    [[nodiscard]] const SshTarget &target() const { return m_target; }
    [[nodiscard]] ssh_session session() const { return m_session; }
    [[nodiscard]] const std::shared_ptr<Interruption> &interruption() const { return m_interruption; }

    /// The name that known_hosts files have it under.
    [[nodiscard]] std::string knownName() const;
    /// The key that the server has proved to have.
    [[nodiscard]] std::expected<HostKey, RemoteError> hostKey(std::string &fingerprint) const;
    [[nodiscard]] std::expected<SshChannel, RemoteError> openSession();

    /// To be called before each request: what is waited for from then on is silence.
    void noteHeard() const;
    /// To be called when nothing came for a while: asks the server whether it lives, when that is due. Hung if not.
    [[nodiscard]] std::expected<void, RemoteError> checkAlive();

    [[nodiscard]] RemoteError error(RemoteErrorCode code, std::string detail = {}, std::int64_t value = -1) const;
    /// What the call of libssh that has just failed means: Cancelled, Hung or ConnectionLost.
    [[nodiscard]] RemoteError failure() const;
    /// The same, but @p refused where the connection still stands: then it is the server that said no.
    [[nodiscard]] RemoteError failure(RemoteErrorCode refused) const;
    /// libssh's text of the last error.
    [[nodiscard]] std::string lastText() const;
    /// Lets an interruption end what waits for the agent, too.
    void watchAgent(int socket) { m_agentWatch = m_interruption->watch(socket); }
    /// Shuts the socket down: whatever is said to the server from now on fails at once.
    void shutDown();

private:
    SshConnection(const SshSeam &seam, SshTarget target, std::unique_ptr<JumpLink> link,
                  std::shared_ptr<Interruption> interruption);
    [[nodiscard]] bool setOptions(int socket);

    const SshSeam &m_seam;
    const SshTarget m_target;
    const std::shared_ptr<Interruption> m_interruption;
    const std::unique_ptr<JumpLink> m_link;
    std::unique_ptr<Interruption::Watch> m_watch;
    std::unique_ptr<Interruption::Watch> m_agentWatch;
    ssh_session m_session = nullptr;
    ssh_counter_struct m_packets{};
    ssh_counter_struct m_raw{};
    mutable std::uint64_t m_heardBytes = 0;
    mutable std::chrono::steady_clock::time_point m_heardTime;
};

/// What came from a server, short enough for an error.
[[nodiscard]] std::string excerpt(std::string_view text);

} // namespace limier
