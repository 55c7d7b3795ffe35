// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/sftpfollower.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace limier
{

namespace
{

constexpr std::chrono::seconds Interval{1};
constexpr std::uint64_t LargestBlock = std::uint64_t{1} << 20;
constexpr std::uint64_t HeadBytes = 128;

} // namespace

SftpFollower::SftpFollower(std::unique_ptr<RemoteFiles> files, std::string path, std::uint64_t from)
    : m_files(std::move(files))
    , m_path(std::move(path))
    , m_offset(from)
{
}

std::expected<std::unique_ptr<LogFollower>, RemoteError> SftpFollower::start(Server &server, const std::string &path,
                                                                             std::uint64_t from)
{
    auto files = server.files();
    if (!files) {
        return std::unexpected(files.error());
    }
    std::unique_ptr<SftpFollower> follower(new SftpFollower(std::move(*files), path, from));
    auto head = follower->read(0, std::min(HeadBytes, from));
    if (!head) {
        return std::unexpected(head.error());
    }
    follower->m_head = std::move(*head);
    return follower;
}

std::expected<std::string, RemoteError> SftpFollower::read(std::uint64_t offset, std::uint64_t most)
{
    std::string bytes;
    if (most == 0) {
        return bytes;
    }
    const auto done = m_files->read(m_path, offset, most, [&bytes](std::span<const char> piece) {
        bytes.append(piece.data(), piece.size());
        return true;
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return bytes;
}

std::expected<FollowEvent, RemoteError> SftpFollower::next(std::chrono::milliseconds patience)
{
    const auto now = std::chrono::steady_clock::now();
    if (m_due > now) {
        std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(m_due - now, patience));
        return FollowEvent{};
    }
    const auto info = m_files->info(m_path);
    if (!info) {
        return std::unexpected(info.error());
    }
    if (info->bytes == m_offset) {
        m_due = now + Interval;
        return FollowEvent{};
    }
    const auto head = read(0, m_head.size());
    if (!head) {
        return std::unexpected(head.error());
    }
    if (info->bytes < m_offset || *head != m_head) {
        return FollowEvent{.kind = FollowEvent::Kind::Other, .bytes = {}};
    }
    auto block = read(m_offset, std::min(LargestBlock, info->bytes - m_offset));
    if (!block) {
        return std::unexpected(block.error());
    }
    m_block = std::move(*block);
    const std::uint64_t offset = std::exchange(m_offset, m_offset + m_block.size());
    return FollowEvent{.kind = FollowEvent::Kind::Bytes, .offset = offset, .bytes = m_block};
}

} // namespace limier
