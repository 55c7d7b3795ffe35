// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/sshlogin.h"

#include "remote/ssh/tcpconnect.h"

#include <QByteArray>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <csignal>
#include <ctime>
#include <memory>
#include <string_view>

namespace limier
{
namespace
{
constexpr int MostAttempts = 3;
constexpr int MostRounds = 20; // of questions in one attempt
constexpr int MostFactors = 8; // in a row

using SshKey = std::unique_ptr<ssh_key_struct, void (*)(ssh_key)>;

SshKey owned(ssh_key key)
{
    return {key, &ssh_key_free};
}

// libssh writes to the agent in a way that ends a process when the agent, or we, have hung up.
class WithoutPipeSignal
{
public:
#if defined(__linux__)
    WithoutPipeSignal()
    {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~WithoutPipeSignal()
    {
        if (sigismember(&m_before, SIGPIPE) == 0) {
            const timespec none{};
            sigtimedwait(&m_pipe, nullptr, &none);
        }
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }

private:
    sigset_t m_pipe{};
    sigset_t m_before{};
#else
    WithoutPipeSignal() { }
#endif
};

// Whether a prompt asks for the account's password, which may be answered again, and not for a code that is used once.
bool asksPassword(const PromptQuestion::Prompt &prompt)
{
    if (prompt.isEchoed) {
        return false;
    }
    const QByteArray text = QByteArray::fromStdString(prompt.text).toLower();
    constexpr std::array<const char *, 8> Codes{"one-time", "one time", "otp",     "token",
                                                "code",     "new",      "nouveau", "challenge"};
    return (text.contains("password") || text.contains("mot de passe"))
        && std::ranges::none_of(Codes, [&](const char *word) { return text.contains(word); });
}

std::string methodNames(unsigned int methods)
{
    struct Name {
        unsigned int method;
        const char *name;
    };
    constexpr std::array<Name, 5> Names{{{SSH_AUTH_METHOD_PUBLICKEY, "publickey"},
                                         {SSH_AUTH_METHOD_INTERACTIVE, "keyboard-interactive"},
                                         {SSH_AUTH_METHOD_PASSWORD, "password"},
                                         {SSH_AUTH_METHOD_HOSTBASED, "hostbased"},
                                         {SSH_AUTH_METHOD_GSSAPI_MIC, "gssapi-with-mic"}}};
    std::string list;
    for (const Name &name : Names) {
        if ((methods & name.method) != 0) {
            list += (list.empty() ? "" : ",") + std::string(name.name);
        }
    }
    return list;
}

} // namespace

SshLogin::SshLogin(SshConnection &connection, KeptAnswers &answers, QuestionTurn &turn, LoginQuestions &questions)
    : m_connection(connection)
    , m_api(connection.api())
    , m_target(connection.target())
    , m_answers(answers)
    , m_turn(turn)
    , m_questions(questions)
{
}

std::expected<void, RemoteError> SshLogin::run(bool offerOtherKeys)
{
    const ssh_session session = m_connection.session();
    m_connection.noteHeard();
    Outcome outcome = outcomeOf(m_api.loginNone(session, nullptr));
    for (int factor = 0; factor < MostFactors && outcome != Outcome::Success; ++factor) {
        if (outcome == Outcome::Failed) {
            return std::unexpected(m_connection.failure());
        }
        const auto methods = static_cast<unsigned int>(m_api.loginMethods(session, nullptr));
        outcome = tryWays(methods, offerOtherKeys);
        if (m_isDeclined || isStopped()) {
            return std::unexpected(m_connection.error(RemoteErrorCode::Cancelled));
        }
        if (outcome == Outcome::Denied) {
            return std::unexpected(m_connection.error(RemoteErrorCode::LoginRefused, methodNames(methods)));
        }
    }
    if (outcome != Outcome::Success) {
        return std::unexpected(m_connection.error(RemoteErrorCode::LoginRefused));
    }
    if (!m_password.isEmpty()) {
        m_answers.keep(passwordName(), m_password);
        m_password.wipe();
    }
    return {};
}

SshLogin::Outcome SshLogin::outcomeOf(int code) const
{
    switch (code) {
    case SSH_AUTH_SUCCESS:
        return Outcome::Success;
    case SSH_AUTH_PARTIAL:
        return Outcome::Partial;
    case SSH_AUTH_DENIED:
        return m_connection.interruption()->isRequested() ? Outcome::Failed : Outcome::Denied;
    default:
        return Outcome::Failed;
    }
}

bool SshLogin::isStopped() const
{
    return m_connection.interruption()->isRequested();
}

std::string SshLogin::passwordName() const
{
    return KeptAnswers::password(m_target.user, m_target.name);
}

SshLogin::Outcome SshLogin::tryWays(unsigned int methods, bool offerOtherKeys)
{
    Outcome outcome = Outcome::Denied;
    if ((methods & SSH_AUTH_METHOD_PUBLICKEY) != 0) {
        outcome = tryKeys(offerOtherKeys);
    }
    if (outcome == Outcome::Denied && (methods & SSH_AUTH_METHOD_INTERACTIVE) != 0) {
        outcome = tryInteractive();
    }
    if (outcome == Outcome::Denied && (methods & SSH_AUTH_METHOD_PASSWORD) != 0 && !m_isDeclined) {
        outcome = tryPassword();
    }
    return outcome;
}

// Those that somebody named come first: servers hang up after a few wrong ones.
SshLogin::Outcome SshLogin::tryKeys(bool offerOtherKeys)
{
    Outcome outcome = tryAgent(true);
    for (const std::filesystem::path &file : m_target.identityFiles) {
        if (outcome != Outcome::Denied || m_isDeclined) {
            return outcome;
        }
        if (!m_usedKeys.contains(file)) {
            outcome = tryKeyFile(file);
        }
    }
    if (outcome == Outcome::Denied && offerOtherKeys && !m_target.onlyThese) {
        outcome = tryAgent(false);
        m_hadTooManyKeys = outcome == Outcome::Failed && !isStopped();
    }
    return outcome;
}

SshLogin::Outcome SshLogin::tryAgent(bool onlyConfigured)
{
    if (m_target.agentSocket.empty() || m_agentIsUsed) {
        return Outcome::Denied;
    }
    const ssh_session session = m_connection.session();
    const WithoutPipeSignal guard;
    if (!m_hasAgent) {
        Descriptor socket = connectLocal(m_target.agentSocket);
        if (!socket.isOpen()) {
            return Outcome::Denied;
        }
        m_connection.watchAgent(socket.number());
        if (m_api.setAgentSocket(session, socket.number()) != SSH_OK) {
            return Outcome::Denied;
        }
        (void)socket.release(); // libssh closes it
        m_hasAgent = true;
    }
    if (m_api.setOption(session, SSH_OPTIONS_IDENTITIES_ONLY, &onlyConfigured) != SSH_OK) {
        return Outcome::Denied;
    }
    const int code = m_api.loginAgent(session, nullptr);
    // An agent that fails is no reason to give up.
    const Outcome outcome =
        code == SSH_AUTH_ERROR && !isStopped() && m_api.isConnected(session) != 0 ? Outcome::Denied : outcomeOf(code);
    m_agentIsUsed = outcome == Outcome::Partial;
    return outcome;
}

SshLogin::Outcome SshLogin::tryKeyFile(const std::filesystem::path &file)
{
    const ssh_session session = m_connection.session();
    if (!QFileInfo(file).isFile()) {
        return Outcome::Denied;
    }
    // Whether the server wants the key is asked first: a passphrase is not to be asked for in vain. Old private keys
    // do not show their public half.
    ssh_key read = nullptr;
    if (m_api.importPublicKey((file.string() + ".pub").c_str(), &read) == SSH_OK
        || m_api.importPublicKey(file.c_str(), &read) == SSH_OK) {
        const SshKey publicKey = owned(read);
        const Outcome offered = outcomeOf(m_api.offerKey(session, nullptr, publicKey.get()));
        if (offered != Outcome::Success) {
            return offered;
        }
    }
    const SshKey key = owned(loadKey(file));
    if (!key) {
        return isStopped() ? Outcome::Failed : Outcome::Denied;
    }
    m_connection.noteHeard();
    const Outcome outcome = outcomeOf(m_api.loginKey(session, nullptr, key.get()));
    if (outcome == Outcome::Partial) {
        m_usedKeys.insert(file);
    }
    return outcome;
}

// Reads a private key, with its passphrase; null if that is impossible, or the user does not want to.
ssh_key SshLogin::loadKey(const std::filesystem::path &file)
{
    // libssh tells a key that is encrypted by asking; what it asks with is its own.
    struct Asked {
        const char *passphrase = nullptr;
        bool wasAsked = false;
    };
    const auto answer = [](const char *, char *buffer, std::size_t size, int, int, void *data) {
        Asked &asked = *static_cast<Asked *>(data);
        asked.wasAsked = true;
        const std::string_view text = asked.passphrase != nullptr ? asked.passphrase : "";
        if (asked.passphrase == nullptr || text.size() >= size) {
            return -1;
        }
        text.copy(buffer, text.size());
        buffer[text.size()] = '\0';
        return 0;
    };
    const std::string name = KeptAnswers::passphrase(file.string());
    std::optional<Secret> passphrase = m_answers.find(name);
    for (int attempt = 0; attempt <= MostAttempts; ++attempt) {
        Asked asked{.passphrase = passphrase ? passphrase->c_str() : nullptr};
        ssh_key key = nullptr;
        if (m_api.importPrivateKey(file.c_str(), nullptr, answer, &asked, &key) == SSH_OK) {
            if (passphrase) {
                m_answers.keep(name, *passphrase);
            }
            return key;
        }
        if (!asked.wasAsked) {
            m_problems.push_back(m_connection.error(RemoteErrorCode::KeyUnreadable,
                                                    QFileInfo(file).isReadable() ? "" : "permission denied"));
            m_problems.back().subject = file.string();
            return nullptr;
        }
        if (attempt == MostAttempts) {
            break;
        }
        m_answers.forget(name);
        passphrase = ask({.kind = SecretQuestion::Kind::Passphrase,
                          .host = m_target.name,
                          .user = m_target.user,
                          .keyFile = file.string(),
                          .attempt = attempt + 1});
        if (!passphrase) {
            break; // this key is not to be used: others may be, or a password
        }
    }
    return nullptr;
}

SshLogin::Outcome SshLogin::tryInteractive()
{
    for (int attempt = 1; attempt <= MostAttempts;) {
        m_usesKept = false;
        m_hasAsked = false;
        const Outcome outcome = answerRounds(attempt);
        if (outcome != Outcome::Denied || m_isDeclined) {
            return outcome;
        }
        if (m_usesKept) {
            m_answers.forget(passwordName());
        }
        m_password.wipe();
        if (!m_usesKept && !m_hasAsked) {
            break; // refused without a question: asking again changes nothing
        }
        attempt += m_hasAsked ? 1 : 0;
    }
    return Outcome::Denied;
}

SshLogin::Outcome SshLogin::answerRounds(int attempt)
{
    const ssh_session session = m_connection.session();
    m_connection.noteHeard();
    int code = m_api.loginInteractive(session, nullptr, nullptr);
    for (int round = 0; code == SSH_AUTH_INFO; ++round) {
        if (round == MostRounds) {
            return Outcome::Denied;
        }
        const auto text = [](const char *given) { return std::string(given != nullptr ? given : ""); };
        PromptQuestion question{.host = m_target.name,
                                .user = m_target.user,
                                .title = text(ssh_userauth_kbdint_getname(session)),
                                .instruction = text(ssh_userauth_kbdint_getinstruction(session)),
                                .attempt = attempt};
        const int count = m_api.promptCount(session);
        for (int i = 0; i < count; ++i) {
            char isEchoed = 0;
            const char *prompt = m_api.prompt(session, static_cast<unsigned int>(i), &isEchoed);
            question.prompts.push_back({.text = text(prompt), .isEchoed = isEchoed != 0});
        }
        const auto answers = answersTo(question);
        if (!answers || answers->size() != question.prompts.size()) {
            m_isDeclined = true;
            return Outcome::Denied;
        }
        for (int i = 0; i < count; ++i) {
            const char *answer = (*answers)[static_cast<std::size_t>(i)].c_str();
            if (m_api.setAnswer(session, static_cast<unsigned int>(i), answer) < 0) {
                return Outcome::Failed;
            }
        }
        m_connection.noteHeard();
        code = m_api.loginInteractive(session, nullptr, nullptr);
    }
    return outcomeOf(code);
}

std::optional<std::vector<Secret>> SshLogin::answersTo(const PromptQuestion &question)
{
    if (question.prompts.empty()) {
        return std::vector<Secret>{};
    }
    const bool isPassword = question.prompts.size() == 1 && asksPassword(question.prompts.front());
    if (!m_turn.take([this] { return isStopped(); })) {
        return {};
    }
    if (std::optional<Secret> kept = isPassword ? m_answers.find(passwordName()) : std::nullopt) {
        m_usesKept = true;
        std::vector<Secret> answers;
        answers.push_back(std::move(*kept));
        return answers;
    }
    m_hasAsked = true;
    auto answers = m_questions.answers(question);
    if (isPassword && answers && answers->size() == 1) {
        m_password = answers->front().clone();
    }
    return answers;
}

SshLogin::Outcome SshLogin::tryPassword()
{
    const ssh_session session = m_connection.session();
    if (std::optional<Secret> kept = m_answers.find(passwordName())) {
        const Outcome outcome = outcomeOf(m_api.loginPassword(session, nullptr, kept->c_str()));
        if (outcome != Outcome::Denied) {
            return outcome;
        }
        m_answers.forget(passwordName());
    }
    for (int attempt = 1; attempt <= MostAttempts; ++attempt) {
        std::optional<Secret> password = ask(
            {.kind = SecretQuestion::Kind::Password, .host = m_target.name, .user = m_target.user, .attempt = attempt});
        if (!password) {
            m_isDeclined = true;
            return Outcome::Denied;
        }
        m_connection.noteHeard();
        const Outcome outcome = outcomeOf(m_api.loginPassword(session, nullptr, password->c_str()));
        if (outcome != Outcome::Denied) {
            m_password = std::move(*password);
            return outcome;
        }
    }
    return Outcome::Denied;
}

std::optional<Secret> SshLogin::ask(const SecretQuestion &question)
{
    if (!m_turn.take([this] { return isStopped(); })) {
        return {};
    }
    return m_questions.secret(question);
}

} // namespace limier
