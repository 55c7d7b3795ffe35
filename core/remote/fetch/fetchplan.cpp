// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/fetchplan.h"

#include "remote/fetch/logmatcher.h"
#include "remote/fetch/piecefetcher.h"

#include <algorithm>
#include <ranges>

namespace limier
{

namespace
{

/// Drops compressed logs whose text also stands in a plain one: a rotation that is under way, or was cut short.
std::vector<ListedLog> withoutDoubles(const std::vector<ListedLog> &listed)
{
    std::vector<ListedLog> result;
    std::ranges::copy_if(listed, std::back_inserter(result), [&](const ListedLog &each) {
        return !each.log.isCompressed || std::ranges::none_of(listed, [&](const ListedLog &other) {
            return !other.log.isCompressed && hasSameHead(other.head, each.head);
        });
    });
    return result;
}

} // namespace

FetchPlan::FetchPlan(const std::vector<ListedLog> &listed, LogCache &cache, FetchRange range)
    : m_cache(cache)
    , m_range(range)
{
    const std::vector<ListedLog> single = withoutDoubles(listed);
    const auto matches = matchLogs(single, cache.logs());
    for (std::size_t i = 0; i < cache.logs().size(); ++i) {
        CachedLog &old = cache.logs()[i];
        if (std::ranges::find(matches, std::optional(i)) == matches.end()) {
            if (old.isCurrent && old.bytes() > 0) {
                m_changed.push_back(old.path);
            }
            old.isCurrent = false;
        }
    }
    for (std::size_t i = 0; i < single.size(); ++i) {
        const RemoteLog &log = single[i].log;
        const bool isWanted = log.isReadable && range.overlaps(log.first, log.modified);
        if (!isWanted && !matches[i]) {
            continue;
        }
        std::size_t cached = matches[i].value_or(cache.logs().size());
        if (!matches[i]) {
            CachedLog added;
            added.file = cache.freeFileName(log.path);
            added.isCompressed = log.isCompressed;
            cache.logs().push_back(std::move(added));
        }
        Log planned{.listed = single[i]};
        adopt(planned, cached);
        if (isWanted) {
            m_logs.push_back(std::move(planned));
        }
    }
    reset();
}

/// The entry of the cache learns where its log is by now, and the plan what is missing in it.
void FetchPlan::adopt(Log &log, std::size_t index)
{
    const RemoteLog &remote = log.listed.log;
    CachedLog &cached = m_cache.logs()[index];
    log.cached = index;
    log.wantedEnd = remote.bytes;
    log.needsRest = remote.isCompressed && !cached.isCompressed && !cached.isWhole;
    cached.path = remote.path;
    cached.modified = remote.modified;
    cached.isCurrent = remote.isCurrent;
    if (remote.first != 0) {
        cached.first = remote.first;
    }
    if (remote.isCompressed == cached.isCompressed) {
        cached.inode = remote.inode;
    } else {
        log.wantedEnd = cached.end;
    }
    if (cached.bytes() > 0 && cached.reachesBack >= 0 && m_range.since >= cached.reachesBack) {
        log.wantedStart = cached.start;
        log.isStartKnown = true;
    }
    if (log.listed.head.size() > cached.head.size()) {
        cached.head = log.listed.head;
    }
}

void FetchPlan::reset()
{
    for (Log &log : m_logs) {
        const CachedLog &cached = m_cache.logs()[log.cached];
        log.givenStart = cached.start;
        log.givenEnd = cached.end;
        log.needsRest = log.listed.log.isCompressed && !cached.isCompressed && !cached.isWhole;
    }
}

std::optional<FetchStep> FetchPlan::next(std::uint64_t pieceBytes)
{
    for (const bool isOnlyNew : {true, false}) {
        for (std::size_t i = 0; i < m_logs.size(); ++i) {
            if (m_logs[i].isGivenUp || (isOnlyNew && !m_logs[i].listed.log.isCurrent)) {
                continue;
            }
            if (const auto step = nextOf(i, pieceBytes, isOnlyNew)) {
                return step;
            }
        }
    }
    return std::nullopt;
}

std::optional<FetchStep> FetchPlan::nextOf(std::size_t index, std::uint64_t pieceBytes, bool isOnlyNew)
{
    Log &log = m_logs[index];
    FetchStep step{.log = index};
    if (log.listed.log.isCompressed && m_cache.logs()[log.cached].isCompressed) {
        step.kind = FetchStep::Kind::Packed;
    }
    const bool isText = log.listed.log.isCompressed && step.kind == FetchStep::Kind::Plain;
    if (isText) {
        // One pass of the unpacker for each side.
        step.kind = FetchStep::Kind::Text;
        if (log.needsRest) {
            log.needsRest = false;
            step.from = log.givenEnd;
            step.bytes = PieceRequest::ToTheEnd;
            return step;
        }
        pieceBytes = PieceRequest::ToTheEnd;
    }
    const bool isEmpty = log.givenStart == log.givenEnd;
    if (isEmpty && step.kind != FetchStep::Kind::Packed && log.wantedEnd > log.wantedStart) {
        // Its end first; what is before follows.
        step.bytes = std::min(pieceBytes, log.wantedEnd - log.wantedStart);
        step.from = log.wantedEnd - step.bytes;
        log.givenStart = step.from;
        log.givenEnd = log.wantedEnd;
        return step;
    }
    if (log.givenEnd < log.wantedEnd) {
        step.from = log.givenEnd;
        step.bytes = std::min(pieceBytes, log.wantedEnd - log.givenEnd);
        log.givenEnd += step.bytes;
        return step;
    }
    if (!isOnlyNew && !isEmpty && log.givenStart > log.wantedStart) {
        step.bytes = std::min(pieceBytes, log.givenStart - log.wantedStart);
        log.givenStart -= step.bytes;
        step.from = log.givenStart;
        return step;
    }
    return std::nullopt;
}

void FetchPlan::done(const FetchStep &step, std::uint64_t bytes)
{
    CachedLog &cached = m_cache.logs()[m_logs[step.log].cached];
    if (cached.bytes() == 0) {
        cached.start = step.from;
        cached.end = step.from + bytes;
    } else if (step.from < cached.start) {
        cached.start = step.from;
    } else {
        cached.end = step.from + bytes;
    }
    Log &log = m_logs[step.log];
    if (step.kind == FetchStep::Kind::Text && step.bytes == PieceRequest::ToTheEnd) {
        cached.isWhole = true;
        log.wantedEnd = cached.end;
        log.givenEnd = cached.end;
    }
    if (log.isStartKnown && cached.start <= log.wantedStart) {
        cached.reachesBack = m_range.since;
    }
}

void FetchPlan::giveUp(std::size_t log)
{
    m_logs[log].isGivenUp = true;
}

void FetchPlan::narrow(std::size_t log, std::uint64_t start, std::uint64_t end)
{
    Log &narrowed = m_logs[log];
    const CachedLog &cached = m_cache.logs()[narrowed.cached];
    narrowed.wantedStart = start;
    narrowed.isStartKnown = true;
    // What is here and what is wanted must join: only the begin may be a hole.
    narrowed.wantedEnd = cached.bytes() > 0 ? std::max(end, cached.end) : end;
}

bool FetchPlan::canNarrow(std::size_t log) const
{
    const RemoteLog &remote = m_logs[log].listed.log;
    return !remote.isCompressed && remote.first != 0 && !m_logs[log].isStartKnown;
}

void FetchPlan::grow(std::size_t log, std::uint64_t bytes, std::int64_t modified)
{
    m_logs[log].listed.log.bytes = bytes;
    m_logs[log].wantedEnd = std::max(m_logs[log].wantedEnd, bytes);
    cached(log).modified = modified;
}

std::uint64_t FetchPlan::bytesTotal() const
{
    std::uint64_t total = 0;
    for (const Log &log : m_logs) {
        const CachedLog &cached = m_cache.logs()[log.cached];
        if (!log.isGivenUp) {
            total += std::max(log.wantedEnd, cached.end)
                - std::min(log.wantedStart, cached.bytes() > 0 ? cached.start : log.wantedEnd);
        }
    }
    return total;
}

std::uint64_t FetchPlan::bytesHere() const
{
    std::uint64_t here = 0;
    for (const Log &log : m_logs) {
        if (!log.isGivenUp) {
            here += m_cache.logs()[log.cached].bytes();
        }
    }
    return here;
}

} // namespace limier
