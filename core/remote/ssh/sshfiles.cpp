// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/sshfiles.h"

#include <algorithm>
#include <cstdint>
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
    connection->noteHeard();
    std::unique_ptr<sftp_session_struct, void (*)(sftp_session)> sftp(api.newSftp(connection->session()), &sftp_free);
    auto *session = sftp.get();
    if (session == nullptr || api.initSftp(session) != SSH_OK) {
        RemoteError error = connection->failure(RemoteErrorCode::CommandMissing); // or said nonsense
        if (error.code == RemoteErrorCode::CommandMissing) {
            error.subject = "sftp";
        }
        return std::unexpected(std::move(error));
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
    if (error.code == RemoteErrorCode::Hung) {
        m_connection->shutDown(); // closing a file, and each answer that is due, would wait as long again
    }
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
    m_connection->noteHeard();
    const std::unique_ptr<sftp_dir_struct, int (*)(sftp_dir)> opened(api.openFolder(m_sftp, folder.c_str()),
                                                                     &sftp_closedir);
    if (!opened) {
        return std::unexpected(failure(folder));
    }
    std::vector<RemoteFileInfo> found;
    while (const Attributes entry = owned(api.readFolder(m_sftp, opened.get()))) {
        m_connection->noteHeard();
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
    m_connection->noteHeard();
    const Attributes attributes = owned(m_connection->api().stat(m_sftp, path.c_str()));
    if (!attributes) {
        return std::unexpected(failure(path));
    }
    return infoOf(path, *attributes);
}

// One file while it is read. libssh waits for the answers in the order of the requests, or for ever: an answer that is
// there already it finds only after another has come. So a short one gives up all requests behind it.
class SshFiles::Reader
{
public:
    Reader(SshFiles &files, sftp_file file, std::uint64_t offset, std::uint64_t most)
        : m_connection(*files.m_connection)
        , m_file(file)
        , m_next(offset)
        , m_end(most > UINT64_MAX - offset ? UINT64_MAX : offset + most)
        , m_requestBytes(files.m_requestBytes)
        , m_buffer(files.m_requestBytes)
    {
    }
    ~Reader()
    {
        drain();
        for (Request &request : m_pending) {
            sftp_aio_free(request.handle);
        }
    }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    // True until the end, or until @p take has enough.
    [[nodiscard]] bool run(const Take &take)
    {
        while (fill()) {
            if (m_pending.empty()) {
                return true;
            }
            m_connection.noteHeard();
            Request request = m_pending.front();
            m_pending.pop_front();
            const ssize_t count = m_connection.api().waitRead(&request.handle, m_buffer.data(), m_buffer.size());
            if (count < 0) {
                return false;
            }
            const auto got = std::min(static_cast<std::size_t>(count), request.bytes);
            if (got == 0 || !take({m_buffer.data(), got})) {
                return true;
            }
            if (got < request.bytes) {
                // The end, most likely; else a server that gives less at a time.
                drain();
                m_next = request.offset + got;
                m_requestBytes = std::clamp(got, std::min(LeastRequestBytes, m_requestBytes), m_requestBytes);
            }
        }
        return false;
    }

private:
    struct Request {
        sftp_aio handle = nullptr;
        std::uint64_t offset = 0;
        std::size_t bytes = 0;
    };
    static constexpr std::size_t LeastRequestBytes = 4096;

    bool fill()
    {
        const SshApi &api = m_connection.api();
        while (m_next < m_end && m_pending.size() < MostRequests) {
            Request request{.offset = m_next,
                            .bytes = static_cast<std::size_t>(std::min<std::uint64_t>(m_end - m_next, m_requestBytes))};
            api.seek(m_file, request.offset);
            if (api.beginRead(m_file, request.bytes, &request.handle) != static_cast<ssize_t>(request.bytes)) {
                return false;
            }
            m_next += request.bytes;
            m_pending.push_back(request);
        }
        return true;
    }

    // Answers that nobody takes would pile up in the session.
    void drain()
    {
        while (!m_pending.empty() && m_connection.api().isConnected(m_connection.session()) != 0) {
            m_connection.api().waitRead(&m_pending.front().handle, m_buffer.data(), m_buffer.size());
            m_pending.pop_front();
        }
    }

    SshConnection &m_connection;
    const sftp_file m_file;
    std::uint64_t m_next;
    const std::uint64_t m_end;
    std::size_t m_requestBytes;
    std::vector<char> m_buffer;
    std::deque<Request> m_pending;
};

std::expected<void, RemoteError> SshFiles::read(const std::string &path, std::uint64_t offset, std::uint64_t most,
                                                const Take &take)
{
    const SshApi &api = m_connection->api();
    m_connection->noteHeard();
    const std::unique_ptr<sftp_file_struct, int (*)(sftp_file)> file(api.openFile(m_sftp, path.c_str(), O_RDONLY, 0),
                                                                     &sftp_close);
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
