// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/keychain.h"
#include "server/session.h"

#include <expected>
#include <filesystem>
#include <memory>

namespace limier
{

/// What the servers of a window stand on; tests put their own in place. A value.
struct ServerContext {
    SessionFactory sessions;
    std::shared_ptr<Keychain> keychain;
    std::filesystem::path sshConfig;
    std::filesystem::path cacheFolder;

    /// Where the server is that a user calls @p address. Reads the configuration of ssh.
    [[nodiscard]] std::expected<SshTarget, RemoteError> target(const QString &address) const;
    /// That of the user of this process.
    [[nodiscard]] static ServerContext ofUser();
};

} // namespace limier
