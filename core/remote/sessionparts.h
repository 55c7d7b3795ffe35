// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/patientreader.h"
#include "remote/loginquestions.h"
#include "remote/serverfacts.h"
#include "remote/ssh/sshtarget.h"

#include <functional>
#include <memory>

namespace limier
{

/// What a session is made of beside itself; called on its thread.
struct SessionParts {
    using Connect = std::function<std::expected<std::unique_ptr<Server>, RemoteError>(std::stop_token)>;
    using Probe = std::function<std::expected<ServerFacts, RemoteError>(
        Server &, const std::function<void(const ProbeCommand &)> &, const std::stop_token &)>;
    using Complete = std::function<std::expected<void, RemoteError>(
        Server &, ServerFacts &, const std::function<void(const ProbeCommand &)> &, const std::stop_token &)>;
    using Measure = std::function<std::expected<QueueLength, RemoteError>(Server &)>;

    Connect connect;
    Probe probe;       ///< what a fetch needs to know
    Complete complete; ///< the rest, once the first lines are here; none: there is no rest
    Measure measureQueue;
    std::chrono::milliseconds silence = PatientReader::Silence; ///< after which a server hangs
};

/// Those of a real server. @p questions outlives them.
[[nodiscard]] SessionParts sshSessionParts(SshTarget target, LoginQuestions &questions);

} // namespace limier
