// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/loginput.h"
#include "remote/remoteerror.h"

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

class QFile;
class QLockFile;

namespace limier
{

/**
 * What is here of one log of a server. A plain log has a file with the offsets of the original: what is not here is a
 * hole at its begin. A compressed one is fetched as it is, from its begin, under another name until it is whole. A
 * value.
 */
struct CachedLog {
    /// So many bytes at the begin of its text tell a log from others, whatever its name is by now.
    static constexpr std::size_t HeadBytes = 512;

    std::string file; ///< its name in the server's folder
    std::string path; ///< on the server, when it was last seen there
    std::uint64_t inode = 0;
    std::string head;              ///< its text's begin, at most HeadBytes; from the server: hostile
    std::int64_t modified = 0;     ///< seconds since 1970, by the server's clock
    std::int64_t first = 0;        ///< time of its first line; 0: not known
    std::uint64_t start = 0;       ///< offset of the first byte that is here
    std::int64_t reachesBack = -1; ///< what is before start is older than that; -1: not known
    std::uint64_t end = 0;         ///< offset behind the last byte that is here
    bool isCompressed = false;
    bool isCurrent = false; ///< the daemon writes to it
    bool isWhole = false;   ///< what is here goes to the end of the log, which will not change any more
    /// Rotated away while it was followed: until then its last lines may come. Not saved.
    std::optional<std::chrono::steady_clock::time_point> growsUntil = std::nullopt;

    [[nodiscard]] std::uint64_t bytes() const { return end - start; }
};

/// A local file that pieces of a log are written to, at their offsets; what it does not have is a hole.
class CacheFile
{
public:
    [[nodiscard]] static std::expected<CacheFile, RemoteError> open(const std::filesystem::path &path);
    CacheFile(CacheFile &&) noexcept;
    ~CacheFile();

    /// LocalDiskFull or LocalWriteFailed.
    [[nodiscard]] std::expected<void, RemoteError> write(std::uint64_t offset, std::span<const char> bytes);
    /// Drops what stands behind @p size.
    [[nodiscard]] std::expected<void, RemoteError> truncate(std::uint64_t size);

private:
    explicit CacheFile(std::unique_ptr<QFile> file);

    std::unique_ptr<QFile> m_file;
};

/// Whose logs a folder of the cache holds.
struct CacheOrigin {
    std::string name;     ///< of the server, as the user called it
    std::string hostKey;  ///< fingerprint; another one is another server
    std::string timezone; ///< of the server, IANA name; empty: not known
};

/**
 * A server's folder in the cache, private to the user. Its origin.json tells what each file is and how far it can be
 * trusted; it is replaced, never rewritten in place, so that it stands for what was whole when it was saved. Locked as
 * long as this object lives: a second session of the same server gets another folder. One thread at a time.
 */
class LogCache
{
public:
    [[nodiscard]] static std::expected<std::unique_ptr<LogCache>, RemoteError>
    open(const std::filesystem::path &cacheFolder, const CacheOrigin &origin);
    ~LogCache();

    [[nodiscard]] const CacheOrigin &origin() const { return m_origin; }
    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder; }
    [[nodiscard]] std::vector<CachedLog> &logs() { return m_logs; }
    [[nodiscard]] const std::vector<CachedLog> &logs() const { return m_logs; }
    /// Of a name that no log of this cache has, made from that of @p path on the server.
    [[nodiscard]] std::string freeFileName(std::string_view path) const;
    /// Where its bytes are: a compressed log that is not whole has a name of its own.
    [[nodiscard]] std::filesystem::path fileOf(const CachedLog &log) const;
    /// Marks a compressed log as whole, under its own name.
    [[nodiscard]] std::expected<void, RemoteError> finish(CachedLog &log);
    void setTimezone(const std::string &timezone) { m_origin.timezone = timezone; }
    [[nodiscard]] std::expected<void, RemoteError> save();
    /// What can be read now of those that @p isWanted, oldest first.
    [[nodiscard]] std::vector<LogInput> inputs(const std::function<bool(const CachedLog &)> &isWanted,
                                               bool isFollowed) const;

private:
    LogCache(std::filesystem::path folder, CacheOrigin origin, std::unique_ptr<QLockFile> lock);
    void load();
    void removeStrangers();

    std::filesystem::path m_folder;
    CacheOrigin m_origin;
    std::unique_ptr<QLockFile> m_lock;
    std::vector<CachedLog> m_logs;
};

/// A server's folder in the cache: what was fetched from it, when, how much.
struct CachedServer {
    std::string name; ///< as the user called it
    std::filesystem::path folder;
    std::uint64_t bytes = 0; ///< of logs that are here
    std::int64_t lastUsed = 0;
    std::vector<LogInput> inputs; ///< to open it without the server
};
/// Newest first. Reads each server's origin.json.
[[nodiscard]] std::vector<CachedServer> cachedServers(const std::filesystem::path &cacheFolder);
/// Deletes what was fetched from it ("forget this investigation").
[[nodiscard]] std::expected<void, RemoteError> forgetServer(const CachedServer &server);

} // namespace limier
