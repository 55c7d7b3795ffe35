// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/factscompletion.h"
#include "remote/fetch/queuewatch.h"
#include "remote/fetch/sessioncontrol.h"
#include "remote/fetch/sessionteller.h"
#include "remote/logcache.h"
#include "remote/sessionparts.h"

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
