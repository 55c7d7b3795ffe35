// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/serverlink.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace limier
{

/**
 * What a session talks to, on its own threads: hands everything on to the link by its event loop. Of what comes faster
 * than the loop takes it, the newest is enough.
 */
class ServerLink::Bridge final : public LoginQuestions, public SessionObserver
{
public:
    explicit Bridge(ServerLink &link)
        : m_link(link)
    {
    }

    /// None: given up.
    using Answer = std::variant<std::monostate, bool, Secret, std::vector<Secret>>;
    /// On the GUI thread. An answer to another question than the one that is waited for is dropped.
    void answer(int number, Answer answer);
    /// The session may have been stopped since it asked.
    [[nodiscard]] bool isWaiting(int number);
    /// While it is stopped, every question is given up at once.
    void setStopped(bool stopped);

    bool acceptHostKey(const HostKeyQuestion &question) override;
    std::optional<Secret> secret(const SecretQuestion &question) override;
    std::optional<std::vector<Secret>> answers(const PromptQuestion &question) override;

    void sessionStateChanged(SessionState state, const std::optional<RemoteError> &error) override;
    void factsFound(const ServerFacts &facts) override;
    void inputsChanged(const std::vector<LogInput> &inputs, bool isWhole) override;
    void inputsGrew(const std::vector<LogInput> &inputs) override;
    void fetchProgressed(const FetchProgress &progress) override;
    void transferred(const Transfer &transfer) override;
    void queueMeasured(const QueueLength &queue) override;
    void problemFound(const RemoteError &problem) override;

private:
    template <typename Use>
    void post(Use use)
    {
        // Dropped with the link, which ends the session before.
        QMetaObject::invokeMethod(&m_link, [&link = m_link, use = std::move(use)] { use(link); }, Qt::QueuedConnection);
    }
    [[nodiscard]] Answer ask(LoginQuestion question);
    void postInputs(const std::vector<LogInput> &inputs, std::optional<bool> isWhole);

    ServerLink &m_link;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isStopped = false;
    bool m_isAsking = false;
    int m_number = 0;
    std::optional<Answer> m_answer;

    /// What the GUI thread has not taken yet.
    struct Inputs {
        std::vector<LogInput> inputs;
        std::optional<bool> isWhole; ///< none: they have only grown
    };
    std::optional<Inputs> m_inputs;
    std::optional<FetchProgress> m_progress;
};

} // namespace limier
