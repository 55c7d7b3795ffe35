// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/logfollower.h"

namespace limier
{

/// Follows a log of a server that runs no commands: asks for its size each second, and for what is new.
class SftpFollower final : public LogFollower
{
public:
    [[nodiscard]] static std::expected<std::unique_ptr<LogFollower>, RemoteError>
    start(Server &server, const std::string &path, std::uint64_t from);
    std::expected<FollowEvent, RemoteError> next(std::chrono::milliseconds patience) override;

private:
    SftpFollower(std::unique_ptr<RemoteFiles> files, std::string path, std::uint64_t from);
    [[nodiscard]] std::expected<std::string, RemoteError> read(std::uint64_t offset, std::uint64_t most);

    std::unique_ptr<RemoteFiles> m_files;
    std::string m_path;
    std::string m_head; ///< tells whether it is still the same file
    std::string m_block;
    std::uint64_t m_offset;
    std::chrono::steady_clock::time_point m_due;
};

} // namespace limier
