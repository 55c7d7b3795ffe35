// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/records.h"
#include "log/texthash.h"

#include <unordered_map>

namespace limier
{

/**
 * What one smtpd process has done since its client connected: counting rule 8 needs the failed logins that had a line
 * of their own, and a client that goes away leaves a message behind that was never accepted. One thread.
 */
class SessionTracker
{
public:
    struct Session {
        std::uint32_t failures = 0;          ///< logins that failed, each with its own line
        MessageId message = None<MessageId>; ///< the last one that it began
        ClientId client = None<ClientId>;    ///< of a session before a proxy filter
        UserId user = None<UserId>;          ///< the same

        bool operator==(const Session &) const = default;
    };

    /// The session of process @p pid on @p node; of @p client where the log has no pids.
    [[nodiscard]] Session &session(std::uint16_t node, std::uint32_t pid, ClientId client = None<ClientId>);

private:
    void forget();
    [[nodiscard]] static std::uint64_t key(std::uint16_t node, std::uint32_t pid, ClientId client);

    std::unordered_map<std::uint64_t, Session, SeededHash> m_sessions;
};

} // namespace limier
