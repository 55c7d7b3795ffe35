// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/loginquestions.h"
#include "remote/secret.h"

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace limier
{

/**
 * What the user answered while connecting, for the connections after the first. Nothing but what was right is kept, and
 * never a one-time code. Any thread.
 */
class KeptAnswers
{
public:
    /// A clone; none if there is no such answer. @p what: see the functions below.
    [[nodiscard]] std::optional<Secret> find(const std::string &what) const;
    void keep(const std::string &what, const Secret &secret);
    void forget(const std::string &what);

    /// Host keys that the user accepted: not asked again where they could not be saved.
    [[nodiscard]] bool hasAccepted(const std::string &hostKey) const;
    void accept(const std::string &hostKey);

    [[nodiscard]] static std::string password(const std::string &user, const std::string &host);
    [[nodiscard]] static std::string sudo(const std::string &user, const std::string &host);
    [[nodiscard]] static std::string passphrase(const std::string &keyFile);

    /// The user does not want to be root; not asked again.
    std::atomic<bool> isSudoDeclined = false;
    /// Somebody has logged in: from now on connections need not wait for each other's questions.
    std::atomic<bool> isSettled = false;

private:
    friend class QuestionTurn;
    mutable std::mutex m_mutex; ///< guards the two
    std::map<std::string, Secret> m_secrets;
    std::set<std::string> m_hostKeys;
    std::timed_mutex m_turn; ///< of asking
};

/// The right to ask the user: held by one connection at a time, so that nobody is asked the same twice.
class QuestionTurn
{
public:
    explicit QuestionTurn(KeptAnswers &answers);
    /// Waits until it is ours; false if @p isStopped said so first.
    [[nodiscard]] bool take(const std::function<bool()> &isStopped);

private:
    std::unique_lock<std::timed_mutex> m_lock;
};

} // namespace limier
