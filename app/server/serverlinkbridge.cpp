// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverlinkbridge.h"

#include <algorithm>

namespace limier
{

void ServerLink::Bridge::answer(int number, Answer answer)
{
    const std::scoped_lock lock(m_mutex);
    if (m_isAsking && number == m_number) {
        m_answer = std::move(answer);
        m_changed.notify_all();
    }
}

bool ServerLink::Bridge::isWaiting(int number)
{
    const std::scoped_lock lock(m_mutex);
    return m_isAsking && !m_isStopped && number == m_number;
}

void ServerLink::Bridge::setStopped(bool stopped)
{
    const std::scoped_lock lock(m_mutex);
    m_isStopped = stopped;
    m_changed.notify_all();
}

ServerLink::Bridge::Answer ServerLink::Bridge::ask(LoginQuestion question)
{
    std::unique_lock lock(m_mutex);
    // Several connections may log in at once: one question after the other.
    m_changed.wait(lock, [this] { return m_isStopped || !m_isAsking; });
    if (m_isStopped) {
        return {};
    }
    m_isAsking = true;
    m_answer.reset();
    post([number = ++m_number, question = std::move(question)](ServerLink &link) { link.ask(number, question); });
    m_changed.wait(lock, [this] { return m_isStopped || m_answer; });
    m_isAsking = false;
    Answer answer = m_isStopped ? Answer() : std::move(*m_answer);
    m_answer.reset();
    m_changed.notify_all();
    return answer;
}

bool ServerLink::Bridge::acceptHostKey(const HostKeyQuestion &question)
{
    const Answer answer = ask(question);
    const bool *const isAccepted = std::get_if<bool>(&answer);
    return isAccepted != nullptr && *isAccepted;
}

std::optional<Secret> ServerLink::Bridge::secret(const SecretQuestion &question)
{
    Answer answer = ask(question);
    Secret *const secret = std::get_if<Secret>(&answer);
    return secret != nullptr ? std::optional(std::move(*secret)) : std::nullopt;
}

std::optional<std::vector<Secret>> ServerLink::Bridge::answers(const PromptQuestion &question)
{
    Answer answer = ask(question);
    auto *const secrets = std::get_if<std::vector<Secret>>(&answer);
    return secrets != nullptr ? std::optional(std::move(*secrets)) : std::nullopt;
}

void ServerLink::Bridge::sessionStateChanged(SessionState state, const std::optional<RemoteError> &error)
{
    post([state, error](ServerLink &link) { link.changeState(state, error); });
}

void ServerLink::Bridge::factsFound(const ServerFacts &facts)
{
    post([facts](ServerLink &link) { link.takeFacts(facts); });
}

void ServerLink::Bridge::inputsChanged(const std::vector<LogInput> &inputs, bool isWhole)
{
    postInputs(inputs, isWhole);
}

void ServerLink::Bridge::inputsGrew(const std::vector<LogInput> &inputs)
{
    postInputs(inputs, std::nullopt);
}

void ServerLink::Bridge::postInputs(const std::vector<LogInput> &inputs, std::optional<bool> isWhole)
{
    const std::scoped_lock lock(m_mutex);
    const bool isPosted = m_inputs.has_value();
    m_inputs = Inputs{.inputs = inputs, .isWhole = isWhole || !isPosted ? isWhole : m_inputs->isWhole};
    if (isPosted) {
        return;
    }
    post([this](ServerLink &link) {
        std::unique_lock taking(m_mutex);
        Inputs taken = std::move(*m_inputs);
        m_inputs.reset();
        taking.unlock();
        link.takeInputs(std::move(taken.inputs), taken.isWhole);
    });
}

void ServerLink::Bridge::fetchProgressed(const FetchProgress &progress)
{
    const std::scoped_lock lock(m_mutex);
    const bool isPosted = m_progress.has_value();
    m_progress = progress;
    if (isPosted) {
        return;
    }
    post([this](ServerLink &link) {
        std::unique_lock taking(m_mutex);
        link.m_progress = std::move(*m_progress);
        m_progress.reset();
        taking.unlock();
        Q_EMIT link.progressChanged();
    });
}

void ServerLink::Bridge::transferred(const Transfer &transfer)
{
    post([transfer](ServerLink &link) { link.take(transfer); });
}

void ServerLink::Bridge::queueMeasured(const QueueLength &queue)
{
    post([queue](ServerLink &link) {
        link.m_queueLengths.push_back(queue);
        if (link.m_queueLengths.size() > MostQueueLengths) {
            link.m_queueLengths.pop_front();
        }
        Q_EMIT link.queueMeasured();
    });
}

void ServerLink::Bridge::problemFound(const RemoteError &problem)
{
    post([problem](ServerLink &link) {
        constexpr std::size_t MostProblems = 500;
        if (link.m_problems.size() < MostProblems && !std::ranges::contains(link.m_problems, problem)) {
            link.m_problems.push_back(problem);
            Q_EMIT link.problemFound();
        }
    });
}

} // namespace limier
