// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/keptanswers.h"

#include <chrono>

namespace limier
{

std::optional<Secret> KeptAnswers::find(const std::string &what) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_secrets.find(what);
    return found != m_secrets.end() ? std::optional(found->second.clone()) : std::nullopt;
}

void KeptAnswers::keep(const std::string &what, const Secret &secret)
{
    const std::scoped_lock lock(m_mutex);
    m_secrets.insert_or_assign(what, secret.clone());
}

void KeptAnswers::forget(const std::string &what)
{
    const std::scoped_lock lock(m_mutex);
    m_secrets.erase(what);
}

bool KeptAnswers::hasAccepted(const std::string &hostKey) const
{
    const std::scoped_lock lock(m_mutex);
    return m_hostKeys.contains(hostKey);
}

void KeptAnswers::accept(const std::string &hostKey)
{
    const std::scoped_lock lock(m_mutex);
    m_hostKeys.insert(hostKey);
}

std::string KeptAnswers::password(const std::string &user, const std::string &host)
{
    return "password " + user + '@' + host;
}

std::string KeptAnswers::sudo(const std::string &user, const std::string &host)
{
    return "sudo " + user + '@' + host;
}

std::string KeptAnswers::passphrase(const std::string &keyFile)
{
    return "passphrase " + keyFile;
}

QuestionTurn::QuestionTurn(KeptAnswers &answers)
    : m_lock(answers.m_turn, std::defer_lock)
{
}

bool QuestionTurn::take(const std::function<bool()> &isStopped)
{
    while (!m_lock.owns_lock() && !m_lock.try_lock_for(std::chrono::milliseconds(50))) {
        if (isStopped()) {
            return false;
        }
    }
    return true;
}

} // namespace limier
