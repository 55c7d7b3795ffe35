// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/loginput.h"
#include "remote/logcache.h"
#include "remote/loginquestions.h"
#include "remote/serverfacts.h"
#include "remote/sessionparts.h"
#include "remote/ssh/sshtarget.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace limier
{

enum class SessionState : std::uint8_t {
    Connecting,
    Probing,
    Fetching,
    Following,    ///< everything asked for is here; new lines come as they are written
    Paused,       ///< by the user, while following
    Reconnecting, ///< by itself; what was lost meanwhile will be fetched
    Done,         ///< everything asked for is here, and nothing is followed
    Failed,       ///< see the error; what was fetched stays
    Stopped       ///< by the user; what was fetched stays
};

/// How far a fetch has come. Bytes are those of the logs, not those on the wire.
struct FetchProgress {
    std::uint64_t bytes = 0;
    std::uint64_t bytesTotal = 0;
    std::uint64_t wireBytes = 0;
    double rate = 0;        ///< bytes of log a second, of the last seconds
    double secondsLeft = 0; ///< NaN: not known
    std::string path;       ///< on the server
};

/// One entry of the log of what was transferred, or run.
struct Transfer {
    enum class Kind : std::uint8_t {
        Command, ///< run on the server; text: the command
        Fetch,   ///< a piece of a log; text: the path
        Reuse,   ///< a piece that was in the cache already; text: the path
        Rotation ///< text: the path
    };
    Kind kind = Kind::Command;
    std::int64_t time = 0; ///< seconds since 1970, by this computer's clock
    std::string host;
    std::string text;
    std::uint64_t from = 0; ///< bytes of the log, as it lies on the server
    std::uint64_t bytes = 0;
    std::uint64_t wireBytes = 0;
    std::chrono::milliseconds duration{};
    std::string how; ///< "zstd", "gzip", "as it is", "sftp"
};

/// What a session tells; called on the session's thread, never after its destructor returned.
class SessionObserver
{
public:
    virtual ~SessionObserver() = default;
    /// @p error: why, with Failed and Reconnecting.
    virtual void sessionStateChanged(SessionState state, const std::optional<RemoteError> &error) = 0;
    virtual void factsFound(const ServerFacts &facts) = 0;
    /// The set to index now, oldest first: at first the end of the current log, then more and more before it.
    virtual void inputsChanged(const std::vector<LogInput> &inputs, bool isWhole) = 0;
    /// Those of them that grow have grown. Also when a new one was begun behind them: @p inputs holds them all.
    virtual void inputsGrew(const std::vector<LogInput> &inputs) = 0;
    virtual void fetchProgressed(const FetchProgress &progress) = 0;
    virtual void transferred(const Transfer &transfer) = 0;
    virtual void queueMeasured(const QueueLength &queue) = 0;
    /// Something the user should know; the session goes on.
    virtual void problemFound(const RemoteError &problem) = 0;
};

struct SessionSettings {
    SshTarget target;
    std::filesystem::path cacheFolder;      ///< of all servers: the session keeps to its own folder in it
    std::int64_t since = 0;                 ///< seconds since 1970; 0: everything. Logs before that are not fetched
    std::int64_t until = 0;                 ///< 0: to the end
    bool follow = true;                     ///< only with until == 0
    std::chrono::seconds queueInterval{10}; ///< 0: the queue is not measured
};

/**
 * One server of an investigation: connects, probes, fetches the newest first, follows, reconnects. Owns its thread, its
 * connections and its place in the cache. The methods return at once, on any thread; the destructor stops, and
 * waits for the thread (a fraction of a second).
 */
class ServerSession
{
public:
    ServerSession(SessionSettings settings, LoginQuestions &questions, SessionObserver &observer);
    /// The same with other parts: for tests.
    ServerSession(SessionSettings settings, SessionParts parts, SessionObserver &observer);
    ~ServerSession();
    ServerSession(const ServerSession &) = delete;
    ServerSession &operator=(const ServerSession &) = delete;

    void start();
    void stop();
    void setPaused(bool paused);
    void setQueueInterval(std::chrono::seconds interval);
    /// Fetches more (or follows from there): what is here already stays.
    void setRange(std::int64_t since, std::int64_t until);
    /// Again after Failed or Stopped.
    void reconnect();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace limier
