// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/filesource.h"

#include <algorithm>
#include <utility>

namespace limier
{

FileSource::FileSource(std::shared_ptr<const RandomFile> file, std::uint64_t offset, std::uint64_t size,
                       std::string subject)
    : m_file(std::move(file))
    , m_subject(std::move(subject))
    , m_start(offset)
    , m_position(offset)
    , m_end(offset + size)
{
}

FileSource::FileSource(std::shared_ptr<const RandomFile> file, std::uint64_t offset, std::uint64_t size,
                       std::string subject, std::filesystem::path path)
    : FileSource(std::move(file), offset, size, std::move(subject))
{
    m_path = std::move(path);
    // Never less than what was found: the difference is told as FileShrank.
    m_end = std::max(m_end, m_file->size());
}

std::expected<std::size_t, Error> FileSource::read(char *buffer, std::size_t size)
{
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(size, m_end - m_position));
    if (wanted == 0) {
        return 0;
    }
    const std::expected<std::size_t, Error> got = m_file->readAt(m_position, buffer, wanted);
    if (got && *got > 0) {
        m_position += *got;
        return *got;
    }
    Error error = got ? Error{.code = ErrorCode::FileShrank, .subject = {}, .detail = {}} : got.error();
    error.subject = m_subject;
    error.position = static_cast<std::int64_t>(m_position - m_start);
    m_end = m_position;
    return std::unexpected(std::move(error));
}

std::uint64_t FileSource::rawPosition() const
{
    return m_position - m_start;
}

std::vector<Error> FileSource::remarks() const
{
    std::vector<Error> result;
    if (m_path.empty()) {
        return result;
    }
    if (const std::uint64_t size = m_file->size(); size > m_end) {
        result.push_back({.code = ErrorCode::FileGrew,
                          .subject = m_subject,
                          .value = static_cast<std::int64_t>(size - m_end),
                          .detail = {}});
    }
    const RandomFile::Identity now = RandomFile::identityOf(m_path);
    if (now.isKnown() && now != m_file->identity()) {
        result.push_back({.code = ErrorCode::FileReplaced, .subject = m_subject, .detail = {}});
    }
    return result;
}

} // namespace limier
