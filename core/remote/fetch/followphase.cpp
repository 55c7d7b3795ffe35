// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/followphase.h"

#include "remote/fetch/loglister.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace limier
{

namespace
{

constexpr std::chrono::milliseconds Glance{200};
constexpr std::chrono::milliseconds TellInterval{250};
constexpr std::chrono::seconds SaveInterval{5};
/// By then a rotated log has its new name.
constexpr std::chrono::seconds SettleTime{3};
/// Between looks for a log that is not there, or has nothing of the range yet.
constexpr std::chrono::seconds AbsentInterval{2};
/// A rotated log gets its last lines by then: the follower's 60 rounds, and some more.
constexpr std::chrono::seconds LateTime{65};

} // namespace

FollowPhase::FollowPhase(const SessionContext &context, FetchRange range)
    : m_context(context)
    , m_range(range)
    , m_lastSaved(Clock::now())
{
}

bool FollowPhase::isWanted() const
{
    return !m_isOver && !m_context.control.isPaused() && m_context.control.range() == m_range;
}

std::expected<void, RemoteError> FollowPhase::start()
{
    for (std::size_t i = 0; i < m_context.cache.logs().size(); ++i) {
        const CachedLog &log = m_context.cache.logs()[i];
        if (!log.isCurrent || log.isCompressed) {
            continue;
        }
        m_context.teller.command(LogFollower::script(log.path, log.inode, log.end));
        auto follower = LogFollower::start(m_context.server, log.path, log.inode, log.end, m_context.parts.silence);
        if (!follower && follower.error().code == RemoteErrorCode::NoSuchFile) {
            continue; // looked for again below
        }
        if (!follower) {
            return std::unexpected(follower.error());
        }
        m_followed.push_back({.follower = std::move(*follower), .cached = i, .before = i});
    }
    if (isOneAbsent()) {
        m_listDue = Clock::now() + AbsentInterval;
    }
    return {};
}

/// True if the daemon writes to a log that is not followed.
bool FollowPhase::isOneAbsent() const
{
    const auto paths = followablePaths(m_context.facts);
    return std::ranges::any_of(paths, [this](const std::string &path) {
        return std::ranges::none_of(
            m_followed, [&](const Followed &followed) { return m_context.cache.logs()[followed.cached].path == path; });
    });
}

std::expected<void, RemoteError> FollowPhase::follow()
{
    auto done = start();
    while (done && isWanted()) {
        if (m_context.stop.stop_requested()) {
            done = std::unexpected(m_context.error(RemoteErrorCode::Cancelled));
            break;
        }
        done = readLogs();
        if (done) {
            done = settle();
        }
    }
    // Also after an error: what came is here.
    if (m_hasGrown) {
        m_context.teller.grew(m_context.cache, m_range);
    }
    const auto saved = m_context.cache.save();
    if (!done && done.error().code == RemoteErrorCode::LogChanged) {
        return saved;
    }
    return done ? saved : done;
}

/// Takes what the logs have got. One that is not there, as for a moment of its rotation, is looked for again.
std::expected<void, RemoteError> FollowPhase::readLogs()
{
    if (m_followed.empty()) {
        m_context.control.wait(Glance, m_context.stop);
    }
    const auto patience = Glance / std::max<std::size_t>(m_followed.size(), 1);
    for (std::size_t i = 0; i < m_followed.size();) {
        const auto event = m_followed[i].follower->next(patience);
        if (!event && event.error().code == RemoteErrorCode::NoSuchFile) {
            m_followed.erase(m_followed.begin() + static_cast<std::ptrdiff_t>(i));
            m_listDue = Clock::now() + AbsentInterval;
            continue;
        }
        if (!event) {
            return std::unexpected(event.error());
        }
        if (auto taken = take(m_followed[i], *event); !taken) {
            return taken;
        }
        ++i;
    }
    return {};
}

std::expected<void, RemoteError> FollowPhase::take(Followed &followed, const FollowEvent &event)
{
    switch (event.kind) {
    case FollowEvent::Kind::Nothing:
        break;
    case FollowEvent::Kind::Bytes: {
        CachedLog &current = m_context.cache.logs()[followed.cached];
        CachedLog &before = m_context.cache.logs()[followed.before];
        const bool isOfBefore = followed.before != followed.cached && event.inode == before.inode && event.inode != 0;
        return append(isOfBefore ? before : current, event);
    }
    case FollowEvent::Kind::Rotated:
    case FollowEvent::Kind::Truncated:
        begin(followed, event.inode, event.kind == FollowEvent::Kind::Truncated);
        break;
    case FollowEvent::Kind::Other:
        m_isOver = true;
        break;
    }
    return {};
}

std::expected<void, RemoteError> FollowPhase::append(CachedLog &log, const FollowEvent &event)
{
    const std::uint64_t end = event.offset + event.bytes.size();
    if (event.offset > log.end) {
        RemoteError changed = m_context.error(RemoteErrorCode::LogChanged);
        changed.subject = log.path;
        return std::unexpected(std::move(changed));
    }
    if (end <= log.end) {
        return {};
    }
    auto file = CacheFile::open(m_context.cache.fileOf(log));
    if (!file) {
        return std::unexpected(file.error());
    }
    const std::string_view fresh = event.bytes.substr(static_cast<std::size_t>(log.end - event.offset));
    if (auto written = file->write(log.end, fresh); !written) {
        // Best effort: what stands behind the end of the record is dropped when the cache is opened next.
        (void)file->truncate(log.end);
        return written;
    }
    if (log.end < CachedLog::HeadBytes && log.start == 0 && log.head.size() == log.end) {
        log.head += fresh.substr(0, CachedLog::HeadBytes - log.head.size());
    }
    log.end = end;
    log.modified = QDateTime::currentSecsSinceEpoch() + m_context.facts.clockOffset;
    m_hasGrown = true;
    m_isUnsaved = true;
    return {};
}

/// A new file stands under the path of what was followed.
void FollowPhase::begin(Followed &followed, std::uint64_t inode, bool isTruncated)
{
    auto &logs = m_context.cache.logs();
    CachedLog fresh;
    fresh.path = logs[followed.cached].path;
    fresh.file = m_context.cache.freeFileName(fresh.path);
    fresh.inode = inode;
    fresh.modified = logs[followed.cached].modified;
    fresh.isCurrent = true;
    CachedLog &old = logs[followed.cached];
    old.isCurrent = false;
    old.growsUntil = Clock::now() + LateTime;
    if (followed.before != followed.cached) {
        logs[followed.before].growsUntil.reset();
    }
    if (isTruncated) {
        // What it had is a copy of another inode by now, if it is anywhere.
        old.inode = 0;
    }
    Transfer rotation{.kind = Transfer::Kind::Rotation, .host = {}, .text = fresh.path, .how = {}};
    rotation.bytes = old.end;
    m_context.teller.transfer(std::move(rotation));
    followed.before = followed.cached;
    followed.cached = logs.size();
    logs.push_back(std::move(fresh));
    m_listDue = Clock::now() + SettleTime;
}

/// What is due beside the lines.
std::expected<void, RemoteError> FollowPhase::settle()
{
    const auto now = Clock::now();
    for (CachedLog &log : m_context.cache.logs()) {
        if (log.growsUntil && now >= *log.growsUntil) {
            log.growsUntil.reset();
            m_hasGrown = true; // told as one that does not grow any more
        }
    }
    if (m_hasGrown && now - m_lastTold >= TellInterval) {
        m_hasGrown = false;
        m_lastTold = now;
        m_context.teller.grew(m_context.cache, m_range);
    }
    if (m_isUnsaved && now - m_lastSaved >= SaveInterval) {
        m_isUnsaved = false;
        m_lastSaved = now;
        if (auto saved = m_context.cache.save(); !saved) {
            return saved;
        }
    }
    if (now >= m_listDue) {
        m_listDue = Clock::time_point::max();
        if (auto listed = list(); !listed) {
            return listed;
        }
    }
    return m_context.queue.measureIfDue();
}

/// Learns the new names after a rotation; ends the following if there is something to fetch.
std::expected<void, RemoteError> FollowPhase::list()
{
    const auto listed = listLogs(m_context.server, m_context.facts, m_range.since);
    if (!listed) {
        return std::unexpected(listed.error());
    }
    // What was rotated since gets its rest before it is told that it does not grow any more.
    for (CachedLog &log : m_context.cache.logs()) {
        if (log.isCurrent) {
            log.growsUntil = Clock::now() + LateTime;
        }
    }
    FetchPlan plan(*listed, m_context.cache, m_range);
    while (const auto step = plan.next(~std::uint64_t{0})) {
        const std::size_t cached = plan.logs()[step->log].cached;
        const bool isFollowed = std::ranges::find(m_followed, cached, &Followed::cached) != m_followed.end();
        if (!plan.cached(step->log).isCurrent || !isFollowed) {
            m_isOver = true;
        }
    }
    if (isOneAbsent()) {
        m_listDue = Clock::now() + AbsentInterval;
    }
    m_hasGrown = true; // by a name
    return {};
}

} // namespace limier
