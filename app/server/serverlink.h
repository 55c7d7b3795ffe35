// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/servercontext.h"
#include "server/serverrequest.h"

#include <QElapsedTimer>
#include <QObject>

#include <deque>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace limier
{

/// What is asked while connecting.
using LoginQuestion = std::variant<HostKeyQuestion, SecretQuestion, PromptQuestion>;

/**
 * One server of an investigation, for the window: owns its session and remembers what the session tells. GUI thread;
 * what comes from the session's thread comes by the event loop. A question makes the session wait until it is answered,
 * given up, or the session is stopped; the destructor waits for nothing but the session's own end.
 */
class ServerLink final : public QObject
{
    Q_OBJECT

public:
    /// So many transfers and lengths of the queue are remembered, the newest ones.
    static constexpr std::size_t MostTransfers = 5000;
    static constexpr std::size_t MostQueueLengths = 720;

    ServerLink(ServerRequest request, ServerContext context, QObject *parent = nullptr);
    ~ServerLink() override;

    /// An address that is none makes it fail at once.
    void start();
    void stop();
    void setPaused(bool paused);
    void setRange(const WantedRange &range);
    void setQueueInterval(std::chrono::seconds interval);
    /// Again after Failed or Stopped.
    void reconnect();
    /// Ends the session for good.
    void close();

    [[nodiscard]] const ServerRequest &request() const { return m_request; }
    /// As the user called it, fit to be shown.
    [[nodiscard]] QString name() const;
    [[nodiscard]] SessionState state() const { return m_state; }
    /// Seconds since the state is what it is.
    [[nodiscard]] std::int64_t secondsInState() const { return m_inState.elapsed() / 1000; }
    /// Of Failed and Reconnecting.
    [[nodiscard]] const std::optional<RemoteError> &error() const { return m_error; }
    [[nodiscard]] const std::optional<ServerFacts> &facts() const { return m_facts; }
    [[nodiscard]] const std::vector<LogInput> &inputs() const { return m_inputs; }
    /// All that was asked for is in the inputs.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] const FetchProgress &progress() const { return m_progress; }
    [[nodiscard]] const std::deque<Transfer> &transfers() const { return m_transfers; }
    /// How many transfers there were since the beginning, forgotten ones included.
    [[nodiscard]] std::size_t transferCount() const { return m_transferCount; }
    [[nodiscard]] const std::deque<QueueLength> &queueLengths() const { return m_queueLengths; }
    [[nodiscard]] const std::vector<RemoteError> &problems() const { return m_problems; }

    /// Null: nothing is asked now.
    [[nodiscard]] const LoginQuestion *question() const { return m_question ? &*m_question : nullptr; }
    [[nodiscard]] bool canKeepSecrets() const { return m_context.keychain && m_context.keychain->isAvailable(); }
    void answerHostKey(bool isAccepted);
    /// @p keep: in the keychain, once it was found to be right.
    void answerSecret(Secret secret, bool keep);
    void answerPrompts(std::vector<Secret> answers);
    void giveUp();

Q_SIGNALS:
    void stateChanged();
    void questionChanged();
    void factsFound();
    void inputsChanged();
    void inputsGrew();
    void progressChanged();
    void transferred(const limier::Transfer &transfer);
    void queueMeasured();
    void problemFound();

private:
    class Bridge;
    /// For the keychain, once it is known to be right: the login shows that, of sudo's the rights that it gave.
    struct SecretToKeep {
        QString key;
        bool isSudo = false;
        Secret secret;
    };

    void changeState(SessionState state, const std::optional<RemoteError> &error);
    void ask(int number, LoginQuestion question);
    void show(LoginQuestion question);
    void withdrawQuestion();
    void takeInputs(std::vector<LogInput> inputs, std::optional<bool> isWhole);
    void takeFacts(const ServerFacts &facts);
    void take(const Transfer &transfer);
    void keepSecrets(bool isSudoRight);
    void forgetToKeep(const QString &key);

    ServerRequest m_request;
    ServerContext m_context;
    SessionState m_state = SessionState::Connecting;
    QElapsedTimer m_inState;
    std::optional<RemoteError> m_error;
    std::optional<ServerFacts> m_facts;
    std::vector<LogInput> m_inputs;
    bool m_isWhole = false;
    FetchProgress m_progress;
    std::deque<Transfer> m_transfers;
    std::size_t m_transferCount = 0;
    std::deque<QueueLength> m_queueLengths;
    std::vector<RemoteError> m_problems;
    std::optional<LoginQuestion> m_question;
    int m_questionNumber = 0;
    std::vector<SecretToKeep> m_toKeep;
    std::unique_ptr<Bridge> m_bridge;
    std::unique_ptr<Session> m_session; ///< goes before the bridge, which it calls
};

} // namespace limier
