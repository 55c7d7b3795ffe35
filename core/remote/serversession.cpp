// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/serversession.h"

#include "remote/fetch/fetchphase.h"
#include "remote/fetch/followphase.h"
#include "remote/fetch/journalphase.h"
#include "remote/fetch/sessioncontrol.h"
#include "remote/fetch/sessionteller.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

namespace limier
{

namespace
{

using namespace std::chrono_literals;

constexpr std::array<std::chrono::seconds, 6> Backoff{1s, 2s, 5s, 10s, 20s, 30s};
/// A connection that lived so long was a good one.
constexpr std::chrono::seconds GoodConnection{30};

/// True if it can be other in a moment.
bool isPassing(RemoteErrorCode code)
{
    using enum RemoteErrorCode;
    return code == ConnectionLost || code == Hung || code == TimedOut || code == Unreachable || code == Refused
        || code == NameNotFound;
}

/// A log that was written to not long ago: there is no need to look for another place.
bool hasFreshLog(const ServerFacts &facts)
{
    constexpr std::int64_t Fresh = 600;
    const std::int64_t now = QDateTime::currentSecsSinceEpoch() + facts.clockOffset;
    return std::ranges::any_of(facts.logs, [now](const RemoteLog &log) { return log.modified + Fresh > now; });
}

} // namespace

struct ServerSession::Private {
    Private(SessionSettings given, SessionParts givenParts, SessionObserver &observer)
        : settings(std::move(given))
        , parts(std::move(givenParts))
        , control({.since = settings.since, .until = settings.until}, settings.queueInterval)
        , teller(observer, settings.target.name, settings.follow)
    {
        thread = std::jthread([this] { work(); });
    }

    void work();
    void runUntilOver(const std::stop_token &stop);
    [[nodiscard]] std::expected<void, RemoteError> connectAndServe(const std::stop_token &stop);
    [[nodiscard]] std::expected<void, RemoteError> serve(const SessionContext &context);
    template <typename Fetch, typename Follow>
    [[nodiscard]] std::expected<void, RemoteError> serveRange(const SessionContext &context, FetchRange range,
                                                              Fetch &fetch, Follow &follow);
    [[nodiscard]] std::expected<void, RemoteError> waitIdle(const SessionContext &context, FetchRange range,
                                                            bool isPaused);
    [[nodiscard]] std::expected<void, RemoteError> openCache(const Server &server, const ServerFacts &facts);

    SessionSettings settings;
    SessionParts parts;
    SessionControl control;
    SessionTeller teller;
    std::unique_ptr<LogCache> cache;
    bool wasConnected = false;
    std::jthread thread; ///< the last: it uses the others
};

void ServerSession::Private::work()
{
    std::stop_token stop;
    while (control.waitForRun(stop)) {
        runUntilOver(stop);
    }
}

void ServerSession::Private::runUntilOver(const std::stop_token &stop)
{
    wasConnected = false;
    teller.state(SessionState::Connecting);
    std::size_t attempt = 0;
    while (true) {
        const auto begin = std::chrono::steady_clock::now();
        const auto served = connectAndServe(stop);
        if (served || stop.stop_requested() || served.error().code == RemoteErrorCode::Cancelled) {
            teller.state(SessionState::Stopped);
            return;
        }
        if (!wasConnected || !isPassing(served.error().code)) {
            teller.state(SessionState::Failed, served.error());
            return;
        }
        teller.state(SessionState::Reconnecting, served.error());
        attempt = std::chrono::steady_clock::now() - begin >= GoodConnection ? 0 : attempt;
        const auto end = std::chrono::steady_clock::now() + Backoff[std::min(attempt++, Backoff.size() - 1)];
        while (!stop.stop_requested() && std::chrono::steady_clock::now() < end) {
            control.wait(std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()), stop);
        }
    }
}

std::expected<void, RemoteError> ServerSession::Private::connectAndServe(const std::stop_token &stop)
{
    const auto server = parts.connect(stop);
    if (!server) {
        return std::unexpected(server.error());
    }
    if (!wasConnected) {
        teller.state(SessionState::Probing);
    }
    wasConnected = true;
    for (const RemoteError &problem : (*server)->problems()) {
        teller.problem(problem);
    }
    const auto tellCommand = [this](const ProbeCommand &command) { teller.command(command.script); };
    auto facts = parts.probe(**server, tellCommand, stop);
    if (!facts) {
        return std::unexpected(facts.error());
    }
    teller.facts(*facts);
    FactsCompletion completion(**server, *facts, parts, teller, stop);
    if (!hasFreshLog(*facts)) {
        if (auto completed = completion.complete(); !completed) { // tells whether there is a journal instead
            return completed;
        }
    }
    if (facts->logs.empty() && !facts->isJournalOnly) {
        return std::unexpected(
            RemoteError{.code = RemoteErrorCode::NoLogs, .host = settings.target.name, .subject = {}, .detail = {}});
    }
    if (auto opened = openCache(**server, *facts); !opened) {
        return opened;
    }
    QueueWatch queue(**server, parts, control, teller);
    return serve({.server = **server,
                  .facts = *facts,
                  .parts = parts,
                  .cache = *cache,
                  .control = control,
                  .teller = teller,
                  .queue = queue,
                  .completion = completion,
                  .stop = stop});
}

std::expected<void, RemoteError> ServerSession::Private::openCache(const Server &server, const ServerFacts &facts)
{
    const CacheOrigin origin{
        .name = settings.target.name, .hostKey = server.hostKeyFingerprint(), .timezone = facts.timezone};
    if (!cache || cache->origin().hostKey != origin.hostKey) {
        auto opened = LogCache::open(settings.cacheFolder, origin);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        cache = std::move(*opened);
    }
    cache->setTimezone(facts.timezone);
    return {};
}

/// One connection's life: fetches, follows, fetches again what a rotation or another range brings.
std::expected<void, RemoteError> ServerSession::Private::serve(const SessionContext &context)
{
    FetchRange served = control.range();
    std::expected<void, RemoteError> done;
    while (done) {
        if (const FetchRange range = control.range(); range != std::exchange(served, range)) {
            teller.restart();
        }
        if (context.facts.isJournalOnly) {
            JournalPhase journal(context, served);
            done = serveRange(context, served, journal, journal);
        } else {
            FetchPhase fetch(context, served);
            FollowPhase follow(context, served);
            done = serveRange(context, served, fetch, follow);
        }
    }
    return done;
}

template <typename Fetch, typename Follow>
std::expected<void, RemoteError> ServerSession::Private::serveRange(const SessionContext &context, FetchRange range,
                                                                    Fetch &fetch, Follow &follow)
{
    teller.state(SessionState::Fetching);
    if (auto fetched = fetch.fetch(); !fetched || !fetch.isWhole()) {
        return fetched;
    }
    if (auto completed = context.completion.complete(); !completed) {
        return completed;
    }
    if (!settings.follow || range.until != 0) {
        teller.state(SessionState::Done);
        return waitIdle(context, range, control.isPaused());
    }
    if (control.isPaused()) {
        teller.state(SessionState::Paused);
        return waitIdle(context, range, true);
    }
    teller.state(SessionState::Following);
    return follow.follow();
}

/// Until the range or the pause is changed: only measures the queue, which also keeps the connection alive.
std::expected<void, RemoteError> ServerSession::Private::waitIdle(const SessionContext &context, FetchRange range,
                                                                  bool isPaused)
{
    while (control.isPaused() == isPaused && control.range() == range) {
        if (context.stop.stop_requested()) {
            return std::unexpected(context.error(RemoteErrorCode::Cancelled));
        }
        if (auto measured = context.queue.measureIfDue(); !measured) {
            return measured;
        }
        control.wait(1s, context.stop);
    }
    return {};
}

ServerSession::ServerSession(SessionSettings settings, SessionParts parts, SessionObserver &observer)
    : d(std::make_unique<Private>(std::move(settings), std::move(parts), observer))
{
}

ServerSession::~ServerSession()
{
    d->control.end();
}

void ServerSession::start()
{
    d->control.run();
}

void ServerSession::stop()
{
    d->control.stop();
}

void ServerSession::setPaused(bool paused)
{
    d->control.setPaused(paused);
}

void ServerSession::setQueueInterval(std::chrono::seconds interval)
{
    d->control.setQueueInterval(interval);
}

void ServerSession::setRange(std::int64_t since, std::int64_t until)
{
    d->control.setRange({.since = since, .until = until});
}

void ServerSession::reconnect()
{
    d->control.run();
}

} // namespace limier
