// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/serversession.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace limier
{

/// What a ServerLink drives: a ServerSession; tests put a scripted one in its place. See ServerSession.
class Session
{
public:
    virtual ~Session() = default;
    Session() = default;
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    virtual void start() = 0;
    virtual void stop() = 0;
    virtual void setPaused(bool paused) = 0;
    virtual void setQueueInterval(std::chrono::seconds interval) = 0;
    virtual void setRange(std::int64_t since, std::int64_t until) = 0;
    virtual void reconnect() = 0;
};

using SessionFactory =
    std::function<std::unique_ptr<Session>(SessionSettings settings, LoginQuestions &, SessionObserver &)>;

/// Makes sessions that connect to servers.
[[nodiscard]] SessionFactory serverSessions();

} // namespace limier
