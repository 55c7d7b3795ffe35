// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/fetchphase.h"

#include "remote/fetch/timefinder.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace limier
{

namespace
{

/// A smaller log is fetched whole rather than looked through.
constexpr std::uint64_t WorthNarrowing = std::uint64_t{4} << 20;
constexpr std::chrono::seconds GrowthInterval{1};
constexpr std::chrono::seconds SaveInterval{5};
constexpr int MostFailures = 3;
constexpr int MostListings = 20;

bool isAboutOneLog(RemoteErrorCode code)
{
    using enum RemoteErrorCode;
    return code == PermissionDenied || code == NoSuchFile || code == CommandFailed || code == CommandMissing
        || code == Nonsense || code == DigestDiffers || code == LogChanged;
}

} // namespace

FetchPhase::FetchPhase(const SessionContext &context, FetchRange range)
    : m_context(context)
    , m_range(range)
    , m_fetcher(context.server, context.facts, [stop = context.stop] { return !stop.stop_requested(); })
    , m_choice(context.server, context.facts)
    , m_lastSaved(std::chrono::steady_clock::now())
{
}

std::expected<void, RemoteError> FetchPhase::fetch()
{
    auto fetched = fetchAll();
    // Whatever ended it: what is here is here.
    const auto saved = m_context.cache.save();
    return fetched ? saved : fetched;
}

std::expected<void, RemoteError> FetchPhase::fetchAll()
{
    Next next = Next::List;
    while (!m_isWhole) {
        if (m_context.stop.stop_requested()) {
            return std::unexpected(m_context.error(RemoteErrorCode::Cancelled));
        }
        if (m_context.control.range() != m_range) {
            return {};
        }
        if (next == Next::List) {
            if (auto listed = list(); !listed) {
                return listed;
            }
        }
        const auto fetched = fetchOne();
        if (!fetched) {
            return std::unexpected(fetched.error());
        }
        next = *fetched;
    }
    return {};
}

std::expected<void, RemoteError> FetchPhase::list()
{
    if (++m_listings > MostListings) {
        return std::unexpected(m_context.error(RemoteErrorCode::LogChanged));
    }
    m_context.teller.command(listScript(m_context.facts, m_range.since));
    const auto listed = listLogs(m_context.server, m_context.facts, m_range.since);
    if (!listed) {
        return std::unexpected(listed.error());
    }
    m_next.reset();
    m_plan.emplace(*listed, m_context.cache, m_range);
    for (const ListedLog &each : *listed) {
        if (!each.log.isReadable && m_listings == 1) {
            RemoteError denied = m_context.error(RemoteErrorCode::PermissionDenied);
            denied.subject = each.log.path;
            m_context.teller.problem(std::move(denied));
        }
    }
    for (const std::string &path : m_plan->changed()) {
        RemoteError changed = m_context.error(RemoteErrorCode::LogChanged);
        changed.subject = path;
        m_context.teller.problem(std::move(changed));
    }
    tellReused();
    return m_range.until != 0 ? narrow() : std::expected<void, RemoteError>();
}

void FetchPhase::tellReused()
{
    if (std::exchange(m_isReuseTold, true)) {
        return;
    }
    for (std::size_t i = 0; i < m_plan->logs().size(); ++i) {
        const CachedLog &cached = m_plan->cached(i);
        if (cached.bytes() > 0) {
            Transfer reused{.kind = Transfer::Kind::Reuse, .host = {}, .text = cached.path, .how = {}};
            reused.from = cached.start;
            reused.bytes = cached.bytes();
            m_context.teller.transfer(std::move(reused));
        }
    }
    m_context.teller.fetched(m_context.cache, m_range);
}

/// Looks for the places where the range begins and ends in large plain logs.
std::expected<void, RemoteError> FetchPhase::narrow()
{
    for (std::size_t i = 0; i < m_plan->logs().size(); ++i) {
        const RemoteLog log = m_plan->logs()[i].listed.log;
        if (!m_plan->canNarrow(i) || log.bytes < WorthNarrowing || !m_context.server.hasShell()) {
            continue;
        }
        std::uint64_t start = 0;
        std::uint64_t end = log.bytes;
        if (log.first < m_range.since) {
            const auto found = findTime(m_context.server, log, m_range.since, m_context.facts.timezone);
            if (!found) {
                return std::unexpected(found.error());
            }
            start = *found;
        }
        if (m_range.until != 0 && log.modified >= m_range.until) {
            // What follows the found place has lines of the range, too.
            const auto found = findTime(m_context.server, log, m_range.until, m_context.facts.timezone);
            if (!found) {
                return std::unexpected(found.error());
            }
            end = std::min(log.bytes, *found + (std::uint64_t{2} << 20));
        }
        m_plan->narrow(i, start, end);
    }
    return {};
}

std::expected<void, RemoteError> FetchPhase::startNext()
{
    if (m_next) {
        return {};
    }
    const auto step = m_plan->next(m_choice.pieceBytes());
    if (!step) {
        return {};
    }
    const FetchPlan::Log &log = m_plan->logs()[step->log];
    PieceRequest request{.path = log.listed.log.path,
                         .inode = log.listed.log.inode,
                         .from = step->from,
                         .bytes = step->bytes,
                         .unpacker = {},
                         .transport = m_choice.transport(step->kind == FetchStep::Kind::Packed),
                         .silence = m_context.parts.silence};
    if (step->kind == FetchStep::Kind::Text) {
        request.unpacker = unpackerOf(request.path);
    }
    auto piece = m_fetcher.start(request);
    if (!piece) {
        return std::unexpected(piece.error());
    }
    m_next = Running{.step = *step, .transport = request.transport, .piece = std::move(*piece)};
    return {};
}

std::expected<FetchPhase::Next, RemoteError> FetchPhase::fetchOne()
{
    if (auto started = startNext(); !started) {
        return std::unexpected(started.error());
    }
    if (!m_next) {
        m_isWhole = true;
        m_context.teller.whole(m_context.cache, m_range);
        return Next::Piece;
    }
    Running running = std::move(*m_next);
    m_next.reset();
    auto result = receive(running);
    if (!result) {
        return failed(running.step.log, std::move(result.error()));
    }
    if (auto stored = done(running, *result); !stored) {
        return std::unexpected(stored.error());
    }
    if (auto completed = m_context.completion.completeIfDue(m_context.teller.secondsLeft()); !completed) {
        return std::unexpected(completed.error());
    }
    if (auto measured = m_context.queue.measureIfDue(); !measured) {
        return std::unexpected(measured.error());
    }
    return narrow().transform([] { return Next::Piece; });
}

std::expected<PieceResult, RemoteError> FetchPhase::receive(Running &running)
{
    CachedLog &cached = m_plan->cached(running.step.log);
    auto file = CacheFile::open(m_context.cache.fileOf(cached));
    if (!file) {
        return std::unexpected(file.error());
    }
    auto result = receiveInto(running, *file);
    // What stands behind the end of what is known to be right must not be read.
    if (!result && cached.bytes() > 0 && running.step.from >= cached.end) {
        if (auto cut = file->truncate(cached.end); !cut) {
            return std::unexpected(cut.error());
        }
    }
    return result;
}

std::expected<PieceResult, RemoteError> FetchPhase::receiveInto(Running &running, CacheFile &file)
{
    const FetchStep &step = running.step;
    const CachedLog &cached = m_plan->cached(step.log);
    // Others may be reading the file to its end: it gets nothing that is not known to be right.
    const bool isHeldBack = step.kind == FetchStep::Kind::Plain && cached.bytes() > 0 && step.from >= cached.end;
    std::string held;
    std::uint64_t received = 0;
    auto result = running.piece->receive([&](std::span<const char> bytes) -> std::expected<void, RemoteError> {
        std::expected<void, RemoteError> taken;
        if (isHeldBack) {
            held.append(bytes.data(), bytes.size());
        } else {
            taken = file.write(step.from + received, bytes);
        }
        received += bytes.size();
        m_context.teller.progress(*m_plan, received, cached.path);
        // Not from the first one's beginning: that would only come later.
        if (taken && (m_choice.hasTried() || received >= step.bytes / 2)) {
            taken = startNext();
        }
        return taken;
    });
    if (result && isHeldBack) {
        if (auto written = file.write(step.from, held); !written) {
            return std::unexpected(written.error());
        }
    }
    return result;
}

std::expected<void, RemoteError> FetchPhase::done(const Running &running, const PieceResult &result)
{
    const FetchStep &step = running.step;
    CachedLog &cached = m_plan->cached(step.log);
    const bool isGrowth = cached.bytes() > 0 && step.from >= cached.end && cached.isCurrent;
    m_plan->done(step, result.bytes);
    const FetchPlan::Log &log = m_plan->logs()[step.log];
    if (step.kind == FetchStep::Kind::Packed && cached.end == log.listed.log.bytes) {
        if (auto finished = m_context.cache.finish(cached); !finished) {
            return finished;
        }
    }
    if (step.kind != FetchStep::Kind::Packed) {
        m_choice.record(running.transport, result);
    }
    m_context.teller.piece(cached.path, step.from, result, running.transport);
    if (auto saved = saveIfDue(); !saved) {
        return saved;
    }
    m_context.teller.fetched(m_context.cache, m_range);
    // Once the set was told whole, a log that was rotated meanwhile may lack its rest: whole() tells all at the end.
    if (isGrowth && !m_context.teller.isToldWhole()) {
        m_context.teller.grew(m_context.cache, m_range);
    }
    keepUp(step.log, result);
    return {};
}

/// Not for each piece: the disk is waited for.
std::expected<void, RemoteError> FetchPhase::saveIfDue()
{
    const auto now = std::chrono::steady_clock::now();
    if (now - m_lastSaved < SaveInterval) {
        return {};
    }
    m_lastSaved = now;
    return m_context.cache.save();
}

/// Lines that are written while older ones are fetched are wanted soon, too.
void FetchPhase::keepUp(std::size_t index, const PieceResult &result)
{
    const FetchPlan::Log &log = m_plan->logs()[index];
    const auto now = std::chrono::steady_clock::now();
    const bool hasGrown = log.listed.log.isCurrent && result.fileBytes > log.listed.log.bytes;
    if (hasGrown && m_range.until == 0 && now - m_lastGrowth >= GrowthInterval) {
        m_lastGrowth = now;
        m_plan->grow(index, result.fileBytes, result.modified);
    }
}

std::expected<FetchPhase::Next, RemoteError> FetchPhase::failed(std::size_t log, RemoteError error)
{
    m_next.reset();
    if (!isAboutOneLog(error.code)) {
        return std::unexpected(std::move(error));
    }
    m_plan->reset();
    const std::string path = m_plan->logs()[log].listed.log.path;
    if (++m_failures[path] >= MostFailures || error.code == RemoteErrorCode::PermissionDenied) {
        m_context.teller.problem(std::move(error));
        m_plan->giveUp(log);
        return Next::Piece;
    }
    return Next::List;
}

} // namespace limier
