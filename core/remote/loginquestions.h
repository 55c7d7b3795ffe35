// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/secret.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace limier
{

/// The key of a host that is not known yet.
struct HostKeyQuestion {
    std::string host{};        ///< name (and port) it will be saved under
    std::string keyType{};     ///< "ssh-ed25519"
    std::string fingerprint{}; ///< "SHA256:…"
    std::string savedIn{};     ///< the known_hosts file
    bool hasAuthority = false; ///< a known_hosts file names an authority for this host (@cert-authority): not looked at
};

struct SecretQuestion {
    enum class Kind : std::uint8_t {
        Password,   ///< of the account
        Passphrase, ///< of a key file
        Sudo        ///< for sudo on the server
    };
    Kind kind = Kind::Password;
    std::string host{};
    std::string user{};
    std::string keyFile{}; ///< of a passphrase
    int attempt = 1;       ///< above 1: the answer before was wrong
};

/// What the server asks by keyboard-interactive; the texts come from the server: hostile.
struct PromptQuestion {
    struct Prompt {
        std::string text;
        bool isEchoed = false;
    };
    std::string host{};
    std::string user{};
    std::string title{};
    std::string instruction{};
    std::vector<Prompt> prompts{};
    int attempt = 1;
};

/**
 * Asks the user. Called on the thread that connects, which waits for the answer; none means that the user gave up.
 * Implementations return at once with none when they are told to stop.
 */
class LoginQuestions
{
public:
    virtual ~LoginQuestions() = default;
    [[nodiscard]] virtual bool acceptHostKey(const HostKeyQuestion &question) = 0;
    [[nodiscard]] virtual std::optional<Secret> secret(const SecretQuestion &question) = 0;
    [[nodiscard]] virtual std::optional<std::vector<Secret>> answers(const PromptQuestion &question) = 0;
};

} // namespace limier
