// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/sshfiles.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fcntl.h>

namespace limier
{
namespace
{
constexpr std::size_t RequestBytes = 32 * 1024; // what every server has to answer whole
constexpr std::size_t MostRequests = 64;        // on the way; together they fill the channel's window
constexpr std::size_t MostEntries = 100'000;    // of a folder

RemoteFileInfo infoOf(std::string path, const sftp_attributes_struct &attributes)
{
    return {.path = std::move(path),
            .bytes = attributes.size,
            .modified = attributes.mtime64 != 0 ? static_cast<std::int64_t>(attributes.mtime64)
                                                : static_cast<std::int64_t>(attributes.mtime),
            .isFolder = attributes.type == SSH_FILEXFER_TYPE_DIRECTORY};
}

using Attributes = std::unique_ptr<sftp_attributes_struct, void (*)(sftp_attributes)>;

Attributes owned(sftp_attributes attributes)
{
    return {attributes, &sftp_attributes_free};
}

} // namespace

SshFiles::SshFiles(std::shared_ptr<SshConnection> connection, sftp_session sftp, std::size_t requestBytes)
    : m_connection(std::move(connection))
    , m_sftp(sftp)
    , m_requestBytes(requestBytes)
{
}

SshFiles::~SshFiles()
{
    sftp_free(m_sftp);
}

std::expected<std::unique_ptr<SshFiles>, RemoteError> SshFiles::open(std::shared_ptr<SshConnection> connection)
{
    const SshApi &api = connection->api();
    const auto failed = [&] {
        RemoteError error = connection->failure();
        if (error.code == RemoteErrorCode::ConnectionLost && api.isConnected(connection->session()) != 0) {
            error.code = RemoteErrorCode::CommandMissing; // the server has refused, or said nonsense
            error.subject = "sftp";
        }
        return std::unexpected(std::move(error));
    };
    std::unique_ptr<sftp_session_struct, void (*)(sftp_session)> sftp(api.newSftp(connection->session()),
                                                                            &sftp_free);
    auto *session = sftp.get();
    if (session == nullptr || api.initSftp(session) != SSH_OK) {
        return failed();
    }
    std::size_t requestBytes = RequestBytes;
    if (sftp_limits_t limits = api.sftpLimits(session); limits != nullptr) {
        if (limits->max_read_length > 0) {
            requestBytes = static_cast<std::size_t>(std::min<std::uint64_t>(requestBytes, limits->max_read_length));
        }
        sftp_limits_free(limits);
    }
    return std::unique_ptr<SshFiles>(new SshFiles(std::move(connection), sftp.release(), requestBytes));
}

RemoteError SshFiles::failure(const std::string &path) const
{
    RemoteError error = m_connection->failure();
    if (error.code == RemoteErrorCode::ConnectionLost) {
        const int code = sftp_get_error(m_sftp);
        if (code == SSH_FX_PERMISSION_DENIED) {
            error.code = RemoteErrorCode::PermissionDenied;
        } else if (code == SSH_FX_NO_SUCH_FILE || code == SSH_FX_NO_SUCH_PATH) {
            error.code = RemoteErrorCode::NoSuchFile;
        } else if (m_connection->api().isConnected(m_connection->session()) != 0) {
            error.code = RemoteErrorCode::CommandFailed;
            error.subject = "sftp";
            error.value = code;
            return error;
        }
    }
    error.subject = path;
    return error;
}

std::expected<std::vector<RemoteFileInfo>, RemoteError> SshFiles::list(const std::string &folder)
{
    const SshApi &api = m_connection->api();
    const std::unique_ptr<sftp_dir_struct, int (*)(sftp_dir)> opened(api.openFolder(m_sftp, folder.c_str()),
                                                                     &sftp_closedir);
    if (!opened) {
        return std::unexpected(failure(folder));
    }
    std::vector<RemoteFileInfo> found;
    while (const Attributes entry = owned(api.readFolder(m_sftp, opened.get()))) {
        const std::string_view name = entry->name != nullptr ? entry->name : "";
        // A name that leads out of the folder is none.
        if (name.empty() || name == "." || name == ".." || name.contains('/')) {
            continue;
        }
        if (found.size() == MostEntries) {
            return std::unexpected(RemoteError{.code = RemoteErrorCode::Nonsense,
                                               .host = m_connection->target().name,
                                               .subject = "sftp",
                                               .detail = excerpt(folder)});
        }
        found.push_back(infoOf(folder + (folder.ends_with('/') ? "" : "/") + std::string(name), *entry));
    }
    if (sftp_dir_eof(opened.get()) == 0) {
        return std::unexpected(failure(folder));
    }
    return found;
}

std::expected<RemoteFileInfo, RemoteError> SshFiles::info(const std::string &path)
{
    const Attributes attributes = owned(m_connection->api().stat(m_sftp, path.c_str()));
    if (!attributes) {
        return std::unexpected(failure(path));
    }
    return infoOf(path, *attributes);
}

// One file while it is read. Each request has its own place in the file: a short answer moves no other.
class SshFiles::Reader
{
public:
    Reader(SshFiles &files, sftp_file file, std::uint64_t offset, std::uint64_t most)
        : m_files(files)
        , m_api(files.m_connection->api())
        , m_file(file)
        , m_next(offset)
        , m_left(most)
        , m_buffer(files.m_requestBytes)
    {
    }
    // Answers that nobody takes would pile up in the session.
    ~Reader()
    {
        while (!m_pending.empty() && m_api.isConnected(m_files.m_connection->session()) != 0) {
            m_api.waitRead(&m_pending.front().handle, m_buffer.data(), m_buffer.size());
            m_pending.pop_front();
        }
        for (Request &request : m_pending) {
            sftp_aio_free(request.handle);
        }
    }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    // True until the end, or until @p take has enough.
    [[nodiscard]] bool run(const Take &take)
    {
        while (fill() && !m_pending.empty()) {
            Request request = m_pending.front();
            m_pending.pop_front();
            while (request.bytes > 0) {
                const ssize_t count = m_api.waitRead(&request.handle, m_buffer.data(), m_buffer.size());
                if (count < 0) {
                    return false;
                }
                if (count == 0) {
                    return true;
                }
                const auto got = static_cast<std::size_t>(count);
                if (!take({m_buffer.data(), std::min(got, request.bytes)})) {
                    return true;
                }
                request.offset += got;
                request.bytes -= std::min(got, request.bytes);
                if (request.bytes > 0 && !send(request)) {
                    return false;
                }
            }
        }
        return m_pending.empty() && !m_hasFailed;
    }

private:
    struct Request {
        sftp_aio handle = nullptr;
        std::uint64_t offset = 0;
        std::size_t bytes = 0;
    };

    bool send(Request &request)
    {
        m_api.seek(m_file, request.offset);
        const ssize_t asked = m_api.beginRead(m_file, request.bytes, &request.handle);
        m_hasFailed = asked != static_cast<ssize_t>(request.bytes);
        return !m_hasFailed;
    }

    bool fill()
    {
        while (m_left > 0 && m_pending.size() < MostRequests) {
            Request request{.offset = m_next,
                            .bytes = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, m_buffer.size()))};
            if (!send(request)) {
                return false;
            }
            m_next += request.bytes;
            m_left -= request.bytes;
            m_pending.push_back(request);
        }
        return true;
    }

    SshFiles &m_files;
    const SshApi &m_api;
    const sftp_file m_file;
    std::uint64_t m_next;
    std::uint64_t m_left;
    std::vector<char> m_buffer;
    std::deque<Request> m_pending;
    bool m_hasFailed = false;
};

std::expected<void, RemoteError> SshFiles::read(const std::string &path, std::uint64_t offset, std::uint64_t most,
                                                const Take &take)
{
    const SshApi &api = m_connection->api();
    const std::unique_ptr<sftp_file_struct, int (*)(sftp_file)> file(
        api.openFile(m_sftp, path.c_str(), O_RDONLY, 0), &sftp_close);
    if (!file) {
        return std::unexpected(failure(path));
    }
    Reader reader(*this, file.get(), offset, most);
    if (!reader.run(take)) {
        return std::unexpected(failure(path));
    }
    return {};
}

} // namespace limier
