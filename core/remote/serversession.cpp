// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/serversession.h"

#include "remote/fetchphase.h"
#include "remote/followphase.h"
#include "remote/sessioncontrol.h"
#include "remote/sessionteller.h"

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
    const auto tellCommand = [this](const ProbeCommand &command) { teller.command(command.script); };
    auto facts = parts.probe(**server, tellCommand, stop);
    if (!facts) {
        return std::unexpected(facts.error());
    }
    teller.facts(*facts);
    if (facts->logs.empty()) {
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
    while (true) {
        if (const FetchRange range = control.range(); range != std::exchange(served, range)) {
            teller.restart();
        }
        teller.state(SessionState::Fetching);
        FetchPhase fetch(context, served);
        if (auto fetched = fetch.run(); !fetched) {
            return fetched;
        }
        if (!fetch.isWhole()) {
            continue;
        }
        const bool isFollowed = settings.follow && served.until == 0;
        FollowPhase follow(context, served);
        std::expected<void, RemoteError> done;
        if (!isFollowed) {
            teller.state(SessionState::Done);
            done = follow.waitIdle(control.isPaused());
        } else if (control.isPaused()) {
            teller.state(SessionState::Paused);
            done = follow.waitIdle(true);
        } else {
            teller.state(SessionState::Following);
            done = follow.run();
        }
        if (!done) {
            return done;
        }
    }
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
