// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/randomfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <system_error>
#include <utility>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace limier
{

namespace
{

Error systemError(int number, ErrorCode otherwise)
{
    Error error{.code = otherwise, .subject = {}, .detail = std::generic_category().message(number)};
    if (number == ENOENT || number == ENOTDIR || number == ENAMETOOLONG) {
        error.code = ErrorCode::NotFound;
    } else if (number == ELOOP) {
        error.code = ErrorCode::LinkLoop;
    }
    return error;
}

Error fileError(const QFile &file, ErrorCode code)
{
    return {.code = code, .subject = {}, .detail = file.errorString().toStdString()};
}

} // namespace

RandomFile::RandomFile(std::unique_ptr<QFile> file)
    : m_file(std::move(file))
{
}

RandomFile::~RandomFile() = default;

std::expected<std::shared_ptr<const RandomFile>, Error> RandomFile::open(const std::filesystem::path &path)
{
    auto file = std::make_unique<QFile>();
#ifdef Q_OS_UNIX
    // By its bytes, since a name need not be text; O_NONBLOCK because a FIFO may have taken the place of a file.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) {
        return std::unexpected(systemError(errno, ErrorCode::NotReadable));
    }
    struct stat status{};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return std::unexpected(Error{.code = ErrorCode::NotAFile, .subject = {}, .detail = {}});
    }
    if (!file->open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFile::AutoCloseHandle)) {
        ::close(descriptor);
        return std::unexpected(fileError(*file, ErrorCode::NotReadable));
    }
#else
    file->setFileName(QString::fromStdWString(path.wstring()));
    if (!file->exists()) {
        return std::unexpected(systemError(ENOENT, ErrorCode::NotFound));
    }
    if (!QFileInfo(*file).isFile()) {
        return std::unexpected(Error{.code = ErrorCode::NotAFile, .subject = {}, .detail = {}});
    }
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return std::unexpected(fileError(*file, ErrorCode::NotReadable));
    }
#endif
    return std::shared_ptr<const RandomFile>(new RandomFile(std::move(file)));
}

std::expected<std::shared_ptr<RandomFile>, Error> RandomFile::makeTemporary()
{
    auto file = std::make_unique<QTemporaryFile>(QDir::tempPath() + QStringLiteral("/limier-XXXXXX"));
    // Through the base class, whose open() can ask for no buffer.
    if (!static_cast<QFile &>(*file).open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return std::unexpected(fileError(*file, ErrorCode::ReadFailed));
    }
    return std::shared_ptr<RandomFile>(new RandomFile(std::move(file)));
}

std::uint64_t RandomFile::temporaryRoom()
{
    const qint64 available = QStorageInfo(QDir::tempPath()).bytesAvailable();
    return available > 0 ? static_cast<std::uint64_t>(available) / 2 : 0;
}

RandomFile::Identity RandomFile::identityOf([[maybe_unused]] const std::filesystem::path &path)
{
#ifdef Q_OS_UNIX
    struct stat status{};
    if (::stat(path.c_str(), &status) == 0) {
        return {.device = status.st_dev, .inode = status.st_ino};
    }
#endif
    return {};
}

std::expected<std::size_t, Error> RandomFile::readAt(std::uint64_t offset, char *buffer, std::size_t size) const
{
    std::size_t done = 0;
#ifdef Q_OS_UNIX
    while (done < size) {
        const ssize_t got = ::pread(m_file->handle(), buffer + done, size - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return std::unexpected(systemError(errno, ErrorCode::ReadFailed));
        }
        if (got == 0) {
            break;
        }
        done += static_cast<std::size_t>(got);
    }
#else
    const std::scoped_lock lock(m_mutex);
    if (!m_file->seek(static_cast<qint64>(offset))) {
        return 0;
    }
    while (done < size) {
        const qint64 got = m_file->read(buffer + done, static_cast<qint64>(size - done));
        if (got < 0) {
            return std::unexpected(fileError(*m_file, ErrorCode::ReadFailed));
        }
        if (got == 0) {
            break;
        }
        done += static_cast<std::size_t>(got);
    }
#endif
    return done;
}

std::expected<void, Error> RandomFile::append(std::string_view bytes)
{
    const std::scoped_lock lock(m_mutex);
    const auto size = static_cast<qint64>(bytes.size());
    if (!m_file->seek(m_file->size()) || m_file->write(bytes.data(), size) != size) {
        return std::unexpected(fileError(*m_file, ErrorCode::ReadFailed));
    }
    return {};
}

std::uint64_t RandomFile::size() const
{
#ifdef Q_OS_UNIX
    struct stat status{};
    return ::fstat(m_file->handle(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
#else
    const std::scoped_lock lock(m_mutex);
    return static_cast<std::uint64_t>(m_file->size());
#endif
}

UtcSeconds RandomFile::modified() const
{
    const QDateTime time = m_file->fileTime(QFileDevice::FileModificationTime);
    return time.isValid() ? time.toSecsSinceEpoch() : NoTime;
}

RandomFile::Identity RandomFile::identity() const
{
#ifdef Q_OS_UNIX
    struct stat status{};
    if (::fstat(m_file->handle(), &status) == 0) {
        return {.device = status.st_dev, .inode = status.st_ino};
    }
#endif
    return {};
}

} // namespace limier
