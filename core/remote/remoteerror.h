// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace limier
{

/// What can go wrong with a server. The sentence for it, in the user's language, is made in app.
enum class RemoteErrorCode : std::uint8_t {
    BadAddress,        ///< not [user@]host[:port]; subject: what was given
    BadConfig,         ///< ~/.ssh/config cannot be used; subject: the file, detail: what, value: the line
    NameNotFound,      ///< the host has no address; detail: the system's text
    Refused,           ///< nothing listens there
    Unreachable,       ///< no way to the host; detail: the system's text
    TimedOut,          ///< no answer in time; value: seconds
    NotSsh,            ///< something else listens there; detail: what it said
    NoCommonAlgorithm, ///< the two sides agree on no cipher, key or exchange; detail: libssh's text
    HostKeyChanged,    ///< subject: file with the old key, value: its line (1-based), detail: new fingerprint
    HostKeyRevoked,    ///< marked @revoked in a known_hosts file; subject: the file, value: the line
    HostKeyDeclined,   ///< the user did not accept it
    HostKeyNotSaved,   ///< accepted, but the file could not be written; subject: the file; the connection goes on
    LoginRefused,      ///< no way to log in worked; detail: the ways that the server offers, comma-separated
    KeyUnreadable,     ///< an identity file; subject: the file, detail: why
    ConnectionLost,    ///< detail: libssh's text
    Hung,              ///< connected, but silent although asked; value: seconds
    NoShell,           ///< the server runs no commands
    CommandFailed,     ///< subject: the command's name, value: exit status, detail: begin of its standard error
    CommandMissing,    ///< subject: the command's name
    SudoRefused,       ///< the account may not use sudo, or the password was wrong; detail: sudo's text
    PermissionDenied,  ///< subject: the path on the server
    NoSuchFile,        ///< subject: the path on the server
    NoLogs,            ///< no mail log was found; detail: where was looked
    Nonsense,          ///< an answer that makes no sense; subject: the command's name, detail: its begin
    LogChanged,        ///< the log was changed otherwise than by appending; subject: the path on the server
    DigestDiffers,     ///< what arrived is not what the server has; subject: the path on the server
    LocalDiskFull,     ///< subject: local path
    LocalWriteFailed,  ///< subject: local path, detail: the system's text
    Cancelled,         ///< by the user; not a failure
};

/// One thing that went wrong: a code and its facts, no sentence, never a secret.
struct RemoteError {
    RemoteErrorCode code = RemoteErrorCode::ConnectionLost;
    std::string host{};    ///< as the user named it
    std::string subject{}; ///< see the code
    std::string detail{};  ///< see the code; from the server: hostile
    std::int64_t value = -1;

    bool operator==(const RemoteError &) const = default;
};

/// True for what the whole connection fails by, or is ended by; another error is that of one command or file.
[[nodiscard]] inline bool endsConnection(RemoteErrorCode code)
{
    using enum RemoteErrorCode;
    return code == ConnectionLost || code == Hung || code == Cancelled || code == TimedOut;
}

} // namespace limier
