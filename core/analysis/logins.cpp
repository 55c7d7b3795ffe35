// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/overview.h"
#include "log/texthash.h"

#include <algorithm>
#include <unordered_map>

namespace limier
{

namespace
{

/// Puts successes and failures together by user, client and host.
class LoginCounter
{
public:
    explicit LoginCounter(std::vector<Login> &logins)
        : m_logins(logins)
    {
    }

    Login &loginOf(UserId user, ClientId client, std::uint16_t node)
    {
        const std::uint64_t key = (std::uint64_t{place(user)} << 32) | place(client);
        if (node >= m_places.size()) {
            m_places.resize(node + std::size_t{1});
        }
        const auto [found, isNew] = m_places[node].try_emplace(key, m_logins.size());
        if (isNew) {
            m_logins.push_back({.user = user, .client = client, .node = node});
        }
        return m_logins[found->second];
    }

private:
    std::vector<Login> &m_logins;
    std::vector<std::unordered_map<std::uint64_t, std::size_t, SeededHash>> m_places; ///< by host
};

} // namespace

std::vector<Login> makeLogins(const Selection &selection)
{
    const MailIndex &index = selection.index();
    std::vector<Login> logins;
    LoginCounter counter(logins);
    selection.forEach([&counter](const Message &message, MessageId) {
        if (!isSet(message.user)) {
            return;
        }
        Login &login = counter.loginOf(message.user, message.client, message.node);
        ++login.successes;
        login.firstSuccess = login.firstSuccess == 0 ? message.first : std::min(login.firstSuccess, message.first);
        login.last = std::max(login.last, message.first);
    });
    for (std::size_t i = 0; i < index.authFailures().size(); ++i) {
        const AuthFailure &failure = index.authFailures()[i];
        if (!selection.has(failure)) {
            continue;
        }
        Login &login = counter.loginOf(failure.user, failure.client, failure.node);
        login.failures += failure.count;
        login.firstFailure = login.firstFailure == 0 ? failure.time : std::min(login.firstFailure, failure.time);
        login.last = std::max(login.last, failure.time);
    }
    std::ranges::stable_sort(logins, [](const Login &a, const Login &b) {
        return a.failures != b.failures ? a.failures > b.failures : a.successes > b.successes;
    });
    return logins;
}

} // namespace limier
