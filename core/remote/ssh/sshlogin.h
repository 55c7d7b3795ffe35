// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/loginquestions.h"
#include "remote/ssh/keptanswers.h"
#include "remote/ssh/sshconnection.h"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace limier
{

/**
 * Logs one connection in, whose host key is settled. Ways, in this order: none, keys, keyboard-interactive, password;
 * from the start again after each that the server takes as one of several. What is wrong is asked three times.
 */
class SshLogin
{
public:
    SshLogin(SshConnection &connection, KeptAnswers &answers, QuestionTurn &turn, LoginQuestions &questions);

    /// @p offerOtherKeys: also keys of the agent that are not configured.
    [[nodiscard]] std::expected<void, RemoteError> run(bool offerOtherKeys);

    /// The server has cut the connection while keys were tried that nobody had named: there are too many of them.
    [[nodiscard]] bool hadTooManyKeys() const { return m_hadTooManyKeys; }
    /// Key files that could not be used.
    [[nodiscard]] const std::vector<RemoteError> &problems() const { return m_problems; }

private:
    // Of one way to log in.
    enum class Outcome : std::uint8_t {
        Success,
        Partial,
        Denied,
        Failed ///< the connection: see m_connection.failure()
    };
    [[nodiscard]] Outcome outcomeOf(int code) const;

    [[nodiscard]] Outcome tryWays(unsigned int methods, bool offerOtherKeys);
    [[nodiscard]] Outcome tryKeys(bool offerOtherKeys);
    [[nodiscard]] Outcome tryAgent(bool onlyConfigured);
    [[nodiscard]] Outcome tryKeyFile(const std::filesystem::path &file);
    [[nodiscard]] ssh_key loadKey(const std::filesystem::path &file);
    [[nodiscard]] Outcome tryInteractive();
    [[nodiscard]] Outcome answerRounds(int attempt);
    [[nodiscard]] std::optional<std::vector<Secret>> answersTo(const PromptQuestion &question);
    [[nodiscard]] Outcome tryPassword();
    [[nodiscard]] std::optional<Secret> ask(const SecretQuestion &question);
    [[nodiscard]] bool isStopped() const;
    [[nodiscard]] std::string passwordName() const;

    SshConnection &m_connection;
    const SshApi &m_api;
    const SshTarget &m_target;
    KeptAnswers &m_answers;
    QuestionTurn &m_turn;
    LoginQuestions &m_questions;

    std::set<std::filesystem::path> m_usedKeys; ///< taken as one of several factors
    std::vector<RemoteError> m_problems;
    Secret m_password;       ///< answered, and not known to be right yet
    bool m_usesKept = false; ///< a kept password, in the attempt that goes on
    bool m_hasAsked = false; ///< the user, in the attempt that goes on
    bool m_hasAgent = false;
    bool m_agentIsUsed = false; ///< its key was taken as one of several factors
    bool m_hadTooManyKeys = false;
    bool m_isDeclined = false; ///< the user gave no answer
};

} // namespace limier
