// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/sessionteller.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace limier
{

namespace
{

constexpr std::chrono::milliseconds ProgressInterval{100};
constexpr std::chrono::seconds RateSpan{4};

bool isInRange(const CachedLog &log, FetchRange range)
{
    return range.overlaps(log.first, log.modified);
}

std::uint64_t readableBytes(const LogCache &cache, FetchRange range)
{
    std::uint64_t bytes = 0;
    for (const CachedLog &log : cache.logs()) {
        bytes += isInRange(log, range) && (!log.isCompressed || log.isWhole) ? log.bytes() : 0;
    }
    return bytes;
}

} // namespace

SessionTeller::SessionTeller(SessionObserver &observer, std::string host, bool isFollowed)
    : m_observer(observer)
    , m_host(std::move(host))
    , m_isFollowed(isFollowed)
{
}

void SessionTeller::state(SessionState state, const std::optional<RemoteError> &error)
{
    m_observer.sessionStateChanged(state, error);
}

void SessionTeller::problem(RemoteError problem)
{
    problem.host = m_host;
    m_observer.problemFound(problem);
}

void SessionTeller::command(std::string text)
{
    Transfer transfer;
    transfer.text = std::move(text);
    this->transfer(std::move(transfer));
}

void SessionTeller::transfer(Transfer transfer)
{
    transfer.host = m_host;
    transfer.time = QDateTime::currentSecsSinceEpoch();
    m_observer.transferred(transfer);
}

void SessionTeller::piece(const std::string &path, std::uint64_t from, const PieceResult &result, Transport transport)
{
    m_wireBytes += result.wireBytes;
    Transfer fetched{.kind = Transfer::Kind::Fetch, .host = {}, .text = path, .how = transportName(transport)};
    fetched.from = from;
    fetched.bytes = result.bytes;
    fetched.wireBytes = result.wireBytes;
    fetched.duration = result.duration;
    transfer(std::move(fetched));
}

std::vector<LogInput> SessionTeller::inputs(const LogCache &cache, FetchRange range) const
{
    return cache.inputs([range](const CachedLog &log) { return isInRange(log, range); }, m_isFollowed);
}

void SessionTeller::changed(const LogCache &cache, FetchRange range, bool isWhole)
{
    m_toldBytes = readableBytes(cache, range);
    m_told = inputs(cache, range);
    m_isToldWhole = isWhole;
    m_observer.inputsChanged(*m_told, isWhole);
}

void SessionTeller::whole(const LogCache &cache, FetchRange range)
{
    // After a lost connection mostly nothing but growth is new: then the index need not start over.
    const std::vector<LogInput> now = inputs(cache, range);
    const auto isKnown = [&](const LogInput &input) {
        return std::ranges::any_of(
            now, [&](const LogInput &each) { return each.path == input.path && each.start == input.start; });
    };
    const bool isOnlyGrowth =
        m_told && m_isToldWhole && m_isFollowed && std::ranges::all_of(*m_told, isKnown)
        && std::ranges::none_of(now, [&](const LogInput &each) {
               return !each.grows && std::ranges::find(*m_told, each.path, &LogInput::path) == m_told->end();
           });
    if (isOnlyGrowth) {
        grew(cache, range);
    } else {
        changed(cache, range, true);
    }
}

void SessionTeller::fetched(const LogCache &cache, FetchRange range)
{
    const std::uint64_t bytes = readableBytes(cache, range);
    if (bytes > 0 && (!m_told || m_told->empty() || (!m_isToldWhole && bytes >= 2 * m_toldBytes))) {
        changed(cache, range, false);
    }
}

void SessionTeller::grew(const LogCache &cache, FetchRange range)
{
    m_told = inputs(cache, range);
    m_observer.inputsGrew(*m_told);
}

void SessionTeller::progress(const FetchPlan &plan, std::uint64_t underWay, const std::string &path)
{
    const auto now = Clock::now();
    if (now - m_lastProgress < ProgressInterval) {
        return;
    }
    m_lastProgress = now;
    FetchProgress progress{.bytes = plan.bytesHere() + underWay,
                           .bytesTotal = plan.bytesTotal(),
                           .wireBytes = m_wireBytes,
                           .secondsLeft = std::numeric_limits<double>::quiet_NaN(),
                           .path = path};
    progress.bytesTotal = std::max(progress.bytes, progress.bytesTotal);
    m_marks.push_back({.time = now, .bytes = progress.bytes});
    while (now - m_marks.front().time > RateSpan || m_marks.front().bytes > progress.bytes) {
        m_marks.pop_front();
    }
    const double seconds = std::chrono::duration<double>(now - m_marks.front().time).count();
    if (seconds > 0) {
        progress.rate = static_cast<double>(progress.bytes - m_marks.front().bytes) / seconds;
    }
    if (progress.rate > 0) {
        progress.secondsLeft = static_cast<double>(progress.bytesTotal - progress.bytes) / progress.rate;
    }
    m_secondsLeft = progress.secondsLeft;
    m_observer.fetchProgressed(progress);
}

} // namespace limier
