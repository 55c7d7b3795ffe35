// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/server.h"
#include "remote/ssh/keptanswers.h"
#include "remote/ssh/sshconnection.h"
#include "remote/ssh/sshprocess.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace limier
{

/// A connection that is logged in, as the rest of the program sees it.
class SshServer final : public Server
{
public:
    SshServer(std::shared_ptr<SshConnection> connection, std::vector<RemoteError> problems, std::stop_token stop);
    ~SshServer() override;

    /// Finds out whether commands run, and how to become root: one round trip more, and the password of sudo if needed.
    [[nodiscard]] std::expected<void, RemoteError> settle(KeptAnswers &answers, QuestionTurn &turn,
                                                          LoginQuestions &questions);

    [[nodiscard]] const std::string &name() const override { return m_connection->target().name; }
    [[nodiscard]] std::string hostKeyFingerprint() const override;
    [[nodiscard]] Privilege privilege() const override { return m_privilege; }
    [[nodiscard]] bool hasShell() const override { return m_hasShell; }
    [[nodiscard]] std::expected<std::unique_ptr<RemoteProcess>, RemoteError> start(std::string_view script,
                                                                                   RunAs runAs) override;
    [[nodiscard]] std::expected<std::unique_ptr<RemoteFiles>, RemoteError> files() override;
    void interrupt() override;
    [[nodiscard]] std::vector<RemoteError> problems() const override { return m_problems; }

private:
    struct Interrupt {
        std::shared_ptr<Interruption> interruption;
        void operator()() const { interruption->interrupt(); }
    };
    [[nodiscard]] std::expected<std::string, RemoteError> ask(std::string_view script, SshProcess::Rights rights,
                                                              const Secret *password);
    [[nodiscard]] bool isStopped() const;
    [[nodiscard]] std::expected<std::optional<Secret>, RemoteError>
    nextPassword(KeptAnswers &answers, QuestionTurn &turn, LoginQuestions &questions, int attempt);
    [[nodiscard]] std::expected<void, RemoteError> becomeRoot(KeptAnswers &answers, QuestionTurn &turn,
                                                              LoginQuestions &questions);
    [[nodiscard]] std::expected<bool, RemoteError> trySudo(const Secret &password, std::string &refusal);

    const std::shared_ptr<SshConnection> m_connection;
    std::vector<RemoteError> m_problems;
    std::stop_callback<Interrupt> m_stop;
    Privilege m_privilege = Privilege::Unprivileged;
    bool m_hasShell = false;
    Secret m_sudoPassword;
};

} // namespace limier
