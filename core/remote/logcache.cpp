// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/logcache.h"

#include "remote/fetch/cacheorigin.h"
#include "remote/fetch/logpath.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QLockFile>

#include <algorithm>
#include <utility>

namespace limier
{

namespace
{

namespace fs = std::filesystem;

constexpr auto PartEnding = ".part";
constexpr auto LockName = "lock";
constexpr int MostSessions = 100;

QString toQt(const fs::path &path)
{
    return QString::fromStdU16String(path.u16string());
}

std::string toText(const fs::path &path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

/// Only what every file system takes, and that says something.
std::string safeName(std::string_view text, std::size_t most)
{
    std::string name(text.substr(0, most));
    std::ranges::replace_if(
        name,
        [](char c) {
            return !(('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-'
                     || c == '.');
        },
        '_');
    return name;
}

RemoteError failure(RemoteErrorCode code, const fs::path &path, std::string detail)
{
    return {.code = code, .host = {}, .subject = toText(path), .detail = std::move(detail)};
}

RemoteError failure(const fs::path &path, const std::error_code &error)
{
    const bool isFull = error == std::errc::no_space_on_device;
    return failure(isFull ? RemoteErrorCode::LocalDiskFull : RemoteErrorCode::LocalWriteFailed, path, error.message());
}

std::expected<void, RemoteError> makePrivateFolder(const fs::path &folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error) {
        fs::permissions(folder, fs::perms::owner_all, error);
    }
    if (error) {
        return std::unexpected(failure(folder, error));
    }
    return {};
}

/// The same server, with the same key, has the same folder.
std::string folderName(const CacheOrigin &origin)
{
    const std::string identity = origin.name + '\n' + origin.hostKey;
    const QByteArray hash = QCryptographicHash::hash(identity, QCryptographicHash::Sha256).toHex();
    return safeName(origin.name, 64) + '-' + hash.first(12).toStdString();
}

} // namespace

CacheFile::CacheFile(std::unique_ptr<QFile> file)
    : m_file(std::move(file))
{
}

CacheFile::CacheFile(CacheFile &&) noexcept = default;
CacheFile::~CacheFile() = default;

std::expected<CacheFile, RemoteError> CacheFile::open(const fs::path &path)
{
    CacheFile result(std::make_unique<QFile>(toQt(path)));
    const auto mode = QIODevice::ReadWrite | QIODevice::Unbuffered;
    if (!result.m_file->open(mode, QFile::ReadOwner | QFile::WriteOwner)) {
        return std::unexpected(localFailure(*result.m_file));
    }
    return result;
}

std::expected<void, RemoteError> CacheFile::write(std::uint64_t offset, std::span<const char> bytes)
{
    if (m_file->pos() != static_cast<qint64>(offset) && !m_file->seek(static_cast<qint64>(offset))) {
        return std::unexpected(localFailure(*m_file));
    }
    while (!bytes.empty()) {
        const qint64 count = m_file->write(bytes.data(), static_cast<qint64>(bytes.size()));
        if (count <= 0) {
            return std::unexpected(localFailure(*m_file));
        }
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return {};
}

std::expected<void, RemoteError> CacheFile::truncate(std::uint64_t size)
{
    if (!m_file->resize(static_cast<qint64>(size))) {
        return std::unexpected(localFailure(*m_file));
    }
    return {};
}

LogCache::LogCache(fs::path folder, CacheOrigin origin, std::unique_ptr<QLockFile> lock)
    : m_folder(std::move(folder))
    , m_origin(std::move(origin))
    , m_lock(std::move(lock))
{
}

LogCache::~LogCache() = default;

std::expected<std::unique_ptr<LogCache>, RemoteError> LogCache::open(const fs::path &cacheFolder,
                                                                     const CacheOrigin &origin)
{
    const std::string name = folderName(origin);
    for (int attempt = 1; attempt <= MostSessions; ++attempt) {
        const fs::path folder = cacheFolder / (attempt == 1 ? name : name + '-' + std::to_string(attempt));
        if (auto made = makePrivateFolder(cacheFolder).and_then([&] { return makePrivateFolder(folder); }); !made) {
            return std::unexpected(made.error());
        }
        auto lock = std::make_unique<QLockFile>(toQt(folder / LockName));
        lock->setStaleLockTime(0);
        if (lock->tryLock()) {
            std::unique_ptr<LogCache> cache(new LogCache(folder, origin, std::move(lock)));
            cache->load();
            return cache;
        }
        if (lock->error() != QLockFile::LockFailedError) {
            std::error_code error;
            const bool isFull = fs::space(folder, error).available == 0 && !error;
            return std::unexpected(
                failure(isFull ? RemoteErrorCode::LocalDiskFull : RemoteErrorCode::LocalWriteFailed, folder, {}));
        }
    }
    return std::unexpected(failure(RemoteErrorCode::LocalWriteFailed, cacheFolder / name, {}));
}

void LogCache::load()
{
    auto record = readOrigin(m_folder).value_or(CacheRecord{});
    if (m_origin.timezone.empty()) {
        m_origin.timezone = record.origin.timezone;
    }
    for (CachedLog &log : record.logs) {
        std::error_code error;
        const std::uint64_t size = fs::file_size(fileOf(log), error);
        if (error || size < log.end) {
            continue; // what the record says is not here any more
        }
        // What stands behind was written after the record was saved: not known to be whole.
        if (size > log.end) {
            auto file = CacheFile::open(fileOf(log));
            if (!file || !file->truncate(log.end)) {
                continue;
            }
        }
        m_logs.push_back(std::move(log));
    }
    removeStrangers();
}

/// Pieces that were not whole when a session ended.
void LogCache::removeStrangers()
{
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(m_folder, error)) {
        const auto name = entry.path().filename();
        const bool isKnown = name == LockName || name == OriginName
            || std::ranges::any_of(m_logs, [&](const CachedLog &log) { return fileOf(log).filename() == name; });
        if (!isKnown && entry.is_regular_file(error)) {
            fs::remove(entry.path(), error);
        }
    }
}

std::string LogCache::freeFileName(std::string_view path) const
{
    const std::string base = safeName(nameOf(path), 100);
    int number = 1;
    const auto name = [&] { return std::to_string(number) + '-' + base; };
    const auto isTaken = [&] {
        return std::ranges::any_of(m_logs, [&](const CachedLog &log) { return log.file == name(); })
            || fs::exists(m_folder / name());
    };
    while (isTaken()) {
        ++number;
    }
    return name();
}

fs::path LogCache::fileOf(const CachedLog &log) const
{
    return m_folder / (log.isCompressed && !log.isWhole ? log.file + PartEnding : log.file);
}

std::expected<void, RemoteError> LogCache::finish(CachedLog &log)
{
    const fs::path part = fileOf(log);
    log.isWhole = true;
    if (log.isCompressed) {
        std::error_code error;
        fs::rename(part, fileOf(log), error);
        if (error) {
            log.isWhole = false;
            return std::unexpected(failure(part, error));
        }
    }
    return {};
}

std::expected<void, RemoteError> LogCache::save()
{
    return writeOrigin(m_folder, {.origin = m_origin, .saved = QDateTime::currentSecsSinceEpoch(), .logs = m_logs});
}

std::vector<LogInput> LogCache::inputs(const std::function<bool(const CachedLog &)> &isWanted, bool isFollowed) const
{
    std::vector<CachedLog> wanted;
    std::ranges::copy_if(m_logs, std::back_inserter(wanted), isWanted);
    return inputsOf(m_folder, m_origin, std::move(wanted), isFollowed);
}

std::vector<CachedServer> cachedServers(const fs::path &cacheFolder)
{
    std::vector<CachedServer> servers;
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(cacheFolder, error)) {
        const auto record = readOrigin(entry.path());
        if (!record) {
            continue;
        }
        CachedServer server{
            .name = record->origin.name, .folder = entry.path(), .lastUsed = record->saved, .inputs = {}};
        for (const CachedLog &log : record->logs) {
            server.bytes += log.bytes();
        }
        server.inputs = inputsOf(entry.path(), record->origin, record->logs, false);
        servers.push_back(std::move(server));
    }
    std::ranges::sort(servers, std::greater{}, &CachedServer::lastUsed);
    return servers;
}

std::expected<void, RemoteError> forgetServer(const CachedServer &server)
{
    std::error_code error;
    fs::remove_all(server.folder, error);
    if (error) {
        return std::unexpected(failure(server.folder, error));
    }
    return {};
}

} // namespace limier
