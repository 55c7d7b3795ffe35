// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/patientreader.h"
#include "remote/serverfacts.h"

#include <cstdint>
#include <expected>
#include <memory>
#include <string>

namespace limier
{

/// What a followed log did.
struct FollowEvent {
    enum class Kind : std::uint8_t {
        Nothing,   ///< in the time given
        Bytes,     ///< were appended
        Rotated,   ///< a new file stands under the path: what comes is of it, from its begin
        Truncated, ///< the file was emptied (copytruncate): the same
        Other      ///< the path is not that of the log that was to be followed: list again
    };
    Kind kind = Kind::Nothing;
    std::uint64_t inode = 0;  ///< of the file that it is about; Rotated: of the new one
    std::uint64_t offset = 0; ///< of the bytes
    std::string_view bytes;   ///< valid until the next call
};

/**
 * Follows one log of a server: a loop there looks at it each second and prints what came, from open descriptors, so
 * that what a rotated file got last comes too. It speaks each second even when nothing happens, so that a connection
 * that has died is known, and it ends when nobody listens any more. Holds at most one block of a megabyte.
 * Thread: that of its server.
 */
class LogFollower
{
public:
    virtual ~LogFollower() = default;
    /// Waits at most @p patience.
    [[nodiscard]] virtual std::expected<FollowEvent, RemoteError> next(std::chrono::milliseconds patience) = 0;

    /// From offset @p from of the file at @p path with @p inode on.
    [[nodiscard]] static std::expected<std::unique_ptr<LogFollower>, RemoteError>
    start(Server &server, const std::string &path, std::uint64_t inode, std::uint64_t from,
          std::chrono::milliseconds silence = PatientReader::Silence);
    /// The command for it, as it is run.
    [[nodiscard]] static std::string script(const std::string &path, std::uint64_t inode, std::uint64_t from);
};

} // namespace limier
