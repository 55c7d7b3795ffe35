// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/factscompletion.h"
#include "remote/logcache.h"
#include "remote/queuewatch.h"
#include "remote/sessioncontrol.h"
#include "remote/sessionparts.h"
#include "remote/sessionteller.h"

#include <stop_token>

namespace limier
{

/// What the phases of a session work with while one connection stands. Thread: the session's.
struct SessionContext {
    Server &server;
    const ServerFacts &facts;
    const SessionParts &parts;
    LogCache &cache;
    SessionControl &control;
    SessionTeller &teller;
    QueueWatch &queue;
    FactsCompletion &completion;
    std::stop_token stop;

    [[nodiscard]] RemoteError error(RemoteErrorCode code) const
    {
        return {.code = code, .host = server.name(), .subject = {}, .detail = {}};
    }
};

} // namespace limier
