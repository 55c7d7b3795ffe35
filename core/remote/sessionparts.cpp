// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/serversession.h"
#include "remote/ssh/sshconnector.h"

namespace limier
{

SessionParts sshSessionParts(SshTarget target, LoginQuestions &questions)
{
    const auto connector = std::make_shared<SshConnector>(std::move(target), questions);
    return {.connect = [connector](std::stop_token stop) { return connector->connect(std::move(stop)); },
            .probe = probeLogs,
            .complete = completeFacts,
            .measureQueue = measureQueue,
            .silence = PatientReader::Silence};
}

ServerSession::ServerSession(SessionSettings settings, LoginQuestions &questions, SessionObserver &observer)
    : ServerSession(settings, sshSessionParts(settings.target, questions), observer)
{
}

} // namespace limier
