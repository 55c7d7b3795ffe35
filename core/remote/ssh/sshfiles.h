// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/server.h"
#include "remote/ssh/sshconnection.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace limier
{

/// Files by SFTP, on a channel of its own. Reading keeps many requests on the way.
class SshFiles final : public RemoteFiles
{
public:
    [[nodiscard]] static std::expected<std::unique_ptr<SshFiles>, RemoteError>
    open(std::shared_ptr<SshConnection> connection);
    ~SshFiles() override;

    [[nodiscard]] std::expected<std::vector<RemoteFileInfo>, RemoteError> list(const std::string &folder) override;
    [[nodiscard]] std::expected<RemoteFileInfo, RemoteError> info(const std::string &path) override;
    [[nodiscard]] std::expected<void, RemoteError> read(const std::string &path, std::uint64_t offset,
                                                        std::uint64_t most, const Take &take) override;

private:
    class Reader;
    SshFiles(std::shared_ptr<SshConnection> connection, sftp_session sftp, std::size_t requestBytes);
    [[nodiscard]] RemoteError failure(const std::string &path) const;

    const std::shared_ptr<SshConnection> m_connection;
    const sftp_session m_sftp;
    const std::size_t m_requestBytes;
};

} // namespace limier
