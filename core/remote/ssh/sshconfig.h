// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remoteerror.h"

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace limier
{

/**
 * What an ssh_config(5) file says about one host: the first value of each keyword, all of IdentityFile. libssh has a
 * parser of its own, which neither tells what it found of jumps and known_hosts files, nor lists the hosts.
 */
class SshConfig
{
public:
    /**
     * Reads @p path and what it includes, for @p host as the user called it. A file that is missing says nothing.
     * Match is understood with `all` only; other criteria never match. BadConfig: a line that makes no sense.
     */
    [[nodiscard]] static std::expected<SshConfig, RemoteError> read(const std::filesystem::path &path,
                                                                    const std::string &host);
    /// Names without patterns after Host, each once, in the order of the files. Lines that make no sense are left out.
    [[nodiscard]] static std::vector<std::string> hosts(const std::filesystem::path &path);

    /// The words of the first line of @p keyword (lower case) that is for the host; empty if there is none.
    [[nodiscard]] const std::vector<std::string> &words(const std::string &keyword) const;
    /// The first of them.
    [[nodiscard]] std::string value(const std::string &keyword) const;
    [[nodiscard]] const std::vector<std::string> &identityFiles() const { return m_identityFiles; }

private:
    friend class SshConfigReader;
    std::vector<std::pair<std::string, std::vector<std::string>>> m_values;
    std::vector<std::string> m_identityFiles;
};

} // namespace limier
