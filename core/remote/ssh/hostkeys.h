// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace limier
{

/// A public key of a host, as known_hosts has it.
struct HostKey {
    std::string type; ///< "ssh-ed25519"
    std::string base64;
};

/// The name under which known_hosts has a host: `host`, or `[host]:port` where the port is not 22. In lower case.
[[nodiscard]] std::string knownHostName(std::string_view host, std::uint16_t port);

struct HostKeyVerdict {
    enum class Kind : std::uint8_t {
        Known,
        Unknown, ///< no key of this host is known
        Changed, ///< others are; file and line: where the first of them stands, one of the same type if there is one
        Revoked  ///< file and line: where it says so
    };
    Kind kind = Kind::Unknown;
    std::filesystem::path file;
    int line = 0;              ///< 1-based
    bool hasAuthority = false; ///< a @cert-authority stands for this host: such keys are not looked at
};

/**
 * Looks @p key of @p name up in the known_hosts files, with patterns, hashed names, and @revoked. A file that is
 * missing knows nobody. libssh has this for one file, without the line and the revoked ones.
 */
[[nodiscard]] HostKeyVerdict lookUpHostKey(const std::vector<std::filesystem::path> &files, std::string_view name,
                                           const HostKey &key);

/// The types of the keys that are known of @p name: the ones to ask the server for first.
[[nodiscard]] std::vector<std::string> knownKeyTypes(const std::vector<std::filesystem::path> &files,
                                                     std::string_view name);

/// Appends a line to @p file; makes it, and its folder, for the user only.
[[nodiscard]] std::expected<void, std::string> addHostKey(const std::filesystem::path &file, std::string_view name,
                                                          const HostKey &key);

} // namespace limier
