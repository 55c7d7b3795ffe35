// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/serverfacts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/**
 * What the commands of a probe print, taken apart. All of it is hostile: what does not have the form that it must have
 * is none. Any thread.
 */
namespace limier::probe
{

/// A name or a line to show: not empty, at most 256 bytes, without control characters.
[[nodiscard]] bool isPlain(std::string_view text);

/// PRETTY_NAME of an os-release file, else NAME and VERSION, else the one line of redhat-release.
[[nodiscard]] std::optional<std::string> parseSystem(std::string_view text);
/// The fully qualified one of the lines, else the first.
[[nodiscard]] std::optional<std::string> parseHostName(std::string_view text);
/// IANA name; where only the offset is known a zone such as "Etc/GMT-2" or "UTC+05:30".
[[nodiscard]] std::optional<std::string> parseTimezone(std::string_view text);
/// Seconds since 1970 of `date +%s.%N`; where there is no %N the middle of the second.
[[nodiscard]] std::optional<double> parseClock(std::string_view text);
/// Of `ip -o addr` or `hostname -I`, without loopback and link-local ones, each once.
[[nodiscard]] std::vector<std::string> parseAddresses(std::string_view text);

struct DiskSpace {
    std::uint64_t freeBytes = 0;
    std::uint64_t diskBytes = 0;
};
/// Of `df -Pk`.
[[nodiscard]] std::optional<DiskSpace> parseDiskSpace(std::string_view text);

struct PostfixAnswer {
    std::vector<PostfixSetting> settings; ///< in postconf's order
    std::string firstError;               ///< what it wrote besides, of "fatal" and "error"
    bool isOdd = false;                   ///< a setting of it made no sense and was left out
};
/// Of `postconf NAME…`, with its warnings among the settings.
[[nodiscard]] PostfixAnswer parsePostfixSettings(std::string_view text);

struct QueueAnswer {
    std::optional<QueueLength> length;
    std::string unreadable; ///< the folder that could not be looked into
    std::string error;      ///< of postqueue
};
[[nodiscard]] QueueAnswer parseQueue(std::string_view text);

struct Packages {
    std::string blueMindVersion;
    bool hasBlueMind = false; ///< also where its version is not known
    bool hasBmCli = false;
    std::string bmCliVersion;
    bool hasTickStack = false;
};
[[nodiscard]] Packages parsePackages(std::string_view text);

/// The files that a log daemon writes the mail log to, best first: those of mail's own, then those of everything.
[[nodiscard]] std::vector<std::string> mailLogPaths(std::string_view configuration);

/// A file as a listing shows it; whether it is compressed is said by its name.
[[nodiscard]] RemoteLog remoteLog(std::string path, std::uint64_t bytes, std::int64_t modified,
                                  std::uint64_t inode = 0);

struct LogListing {
    std::vector<RemoteLog> files; ///< each once
    bool isOdd = false;           ///< a line of it made no sense and was left out
};
[[nodiscard]] LogListing parseLogListing(std::string_view text);

/**
 * The mail log among the @p files with what was rotated from it: current first, then the newer before the older ones.
 * @p paths: where it may be, best first; what is missing or empty there is passed over.
 */
[[nodiscard]] std::vector<RemoteLog> chooseMailLogs(const std::vector<RemoteLog> &files,
                                                    const std::vector<std::string> &paths);

/// Time of the line of `journalctl -o short-unix`, 0 if there is none.
[[nodiscard]] std::int64_t parseJournalTime(std::string_view text);

} // namespace limier::probe
