// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remoteerror.h"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// What the user names: [user@]host[:port]. An IPv6 address with a port stands in brackets.
struct SshAddress {
    std::string user;       ///< empty: from the configuration, else the local user's name
    std::string host;       ///< a name of ~/.ssh/config, of the DNS, or an IP
    std::uint16_t port = 0; ///< 0: from the configuration, else 22

    bool operator==(const SshAddress &) const = default;
    [[nodiscard]] std::string text() const;
};

[[nodiscard]] std::expected<SshAddress, RemoteError> parseAddress(std::string_view text);

/// Where and how to connect, with what ~/.ssh/config says. A value.
struct SshTarget {
    std::string name{}; ///< as the user called it
    std::string hostName{};
    std::string hostKeyAlias{}; ///< looked up in known_hosts in place of the host name; mostly empty
    std::string user{};
    std::uint16_t port = 22;
    std::vector<std::filesystem::path> identityFiles{};
    bool onlyThese = false;                          ///< IdentitiesOnly: no other keys of the agent
    std::string agentSocket{};                       ///< empty: no agent
    std::vector<std::filesystem::path> knownHosts{}; ///< the user's first: new keys go there
    std::vector<SshTarget> jumps{};                  ///< in the order of the way; each without jumps of its own
};

/**
 * Resolves @p address by @p config (~/.ssh/config and what it includes; may be missing): Host with patterns and
 * negation, Match all, HostName, User, Port, IdentityFile, IdentitiesOnly, IdentityAgent, ProxyJump, HostKeyAlias,
 * UserKnownHostsFile, GlobalKnownHostsFile. Loops of jumps are an error.
 */
[[nodiscard]] std::expected<SshTarget, RemoteError> resolveTarget(const SshAddress &address,
                                                                  const std::filesystem::path &config);

/// ~/.ssh/config of the user of this process.
[[nodiscard]] std::filesystem::path userSshConfig();

/// The names of @p config without patterns, in its order, for a list to choose from.
[[nodiscard]] std::vector<std::string> configuredHosts(const std::filesystem::path &config);

} // namespace limier
