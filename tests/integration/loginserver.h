// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/sshtarget.h"

#include <QTemporaryDir>

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace limier::test
{

/**
 * An SSH server that lets in whoever answers as it is told, for ways that a real sshd needs accounts of the system for:
 * passwords, several prompts and rounds, one-time codes, several factors in a row. It runs no commands. One connection
 * at a time, on a thread of its own.
 */
class LoginServer
{
public:
    struct Prompt {
        std::string text;
        bool isEchoed = false;
        std::string answer; ///< the only right one
    };
    using Round = std::vector<Prompt>;

    struct Behaviour {
        std::vector<std::string> factors = {"password"}; ///< in a row, of "password" and "keyboard-interactive"
        std::string password = "right";
        std::string instruction;
        std::vector<Round> rounds; ///< of keyboard-interactive
        int mostFailures = 20;     ///< then it hangs up
        bool hangsAfterConnect = false;
    };

    explicit LoginServer(Behaviour behaviour);
    ~LoginServer();

    [[nodiscard]] SshTarget target() const;
    /// The passwords it was given, in order.
    [[nodiscard]] std::vector<std::string> passwords() const;
    void setPassword(const std::string &password);

private:
    void serve();
    void serveOne(void *session);
    bool answer(void *session, void *message);
    bool judgeInteractive(void *session, void *message);
    void accept(void *message);
    void refuse(void *message);
    void offerMethods(void *message);

    QTemporaryDir m_folder;
    mutable std::mutex m_mutex; ///< guards the two
    Behaviour m_behaviour;
    std::vector<std::string> m_passwords;
    std::size_t m_factor = 0;
    std::size_t m_round = 0;
    int m_failures = 0;
    std::uint16_t m_port = 0;
    void *m_bind = nullptr;
    std::atomic<bool> m_isStopped = false;
    std::thread m_thread;
};

} // namespace limier::test
