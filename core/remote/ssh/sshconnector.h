// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/loginquestions.h"
#include "remote/server.h"
#include "remote/ssh/sshtarget.h"

#include <memory>
#include <stop_token>

namespace limier
{

struct SshSeam;

/**
 * Connects to one server, as often as it is asked: the first time it asks the user; what was answered is kept in
 * memory, wiped with this, so that further connections and reconnections ask only what is wrong by now (one-time codes
 * always). Owns the answers. Several threads may connect at once.
 *
 * Order: connect (through the jumps), settle the host's key, log in (none, keys of the agent and of files,
 * keyboard-interactive, password; several in a row where the server wants that), find out whether it runs commands, and
 * how to become root.
 */
class SshConnector
{
public:
    SshConnector(SshTarget target, LoginQuestions &questions);
    /// For tests, with calls of libssh that fail: @p seam outlives the connector and its servers.
    SshConnector(SshTarget target, LoginQuestions &questions, const SshSeam &seam);
    ~SshConnector();

    [[nodiscard]] const SshTarget &target() const;
    /// Blocks; at most some 30 s beside the user's time. @p stop: also ends what blocks in the Server later.
    [[nodiscard]] std::expected<std::unique_ptr<Server>, RemoteError> connect(std::stop_token stop);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace limier
