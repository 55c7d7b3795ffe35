// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/sshserver.h"

#include "remote/ssh/sshfiles.h"

#include <algorithm>
#include <array>
#include <utility>

namespace limier
{
namespace
{
using std::chrono::milliseconds;

constexpr std::size_t MostAnswer = 4096;
constexpr int MostAttempts = 3;

// Who runs commands, and whether sudo lets them be root without a word. -n: it never asks.
constexpr std::string_view WhoScript = "id -u\n"
                                       "test \"$(id -u)\" = 0 && exit 0\n"
                                       "command -v sudo >/dev/null || { echo sudo-missing; exit 0; }\n"
                                       "sudo -n -- sh -c 'exit 0' >/dev/null 2>&1 </dev/null && echo sudo-free\n"
                                       "exit 0";

// Whether sudo refuses the account, whatever the password: asking for another one is of no use.
bool isHopeless(std::string_view refusal)
{
    constexpr std::array<std::string_view, 5> Words{"is not in the sudoers file", "no valid sudoers sources",
                                                    "is not allowed to ", "may not run sudo", "must have a tty"};
    return std::ranges::any_of(Words, [refusal](std::string_view words) { return refusal.contains(words); });
}
} // namespace

SshServer::SshServer(std::shared_ptr<SshConnection> connection, std::vector<RemoteError> problems, std::stop_token stop)
    : m_connection(std::move(connection))
    , m_problems(std::move(problems))
    , m_stop(std::move(stop), Interrupt{m_connection->interruption()})
{
}

SshServer::~SshServer()
{
    // Nothing that is still to be said to the server may wait for it.
    m_connection->shutDown();
}

std::string SshServer::hostKeyFingerprint() const
{
    std::string fingerprint;
    const auto key = m_connection->hostKey(fingerprint);
    return key ? fingerprint : std::string();
}

// Runs a script of ours to its end.
std::expected<std::string, RemoteError> SshServer::ask(std::string_view script, SshProcess::Rights rights,
                                                       const Secret *password)
{
    auto process = SshProcess::start(m_connection, script, rights, password);
    if (!process) {
        return std::unexpected(process.error());
    }
    // A server that speaks SFTP whatever it is asked waits for requests: the end of the input ends it.
    if (auto closed = (*process)->closeInput(); !closed) {
        return std::unexpected(closed.error());
    }
    std::string answer;
    std::array<char, MostAnswer> bytes{};
    while (true) {
        const auto count = (*process)->read(bytes, m_connection->patience().answer);
        if (!count && count.error().code == RemoteErrorCode::TimedOut && (*process)->hasBegun()) {
            return std::unexpected(m_connection->error(RemoteErrorCode::Hung, {}, count.error().value));
        }
        if (!count) {
            return std::unexpected(count.error());
        }
        if (*count == 0) {
            break;
        }
        answer.append(bytes.data(), *count);
        if (answer.size() > MostAnswer) {
            return std::unexpected(m_connection->error(RemoteErrorCode::Nonsense, answer));
        }
    }
    if (!(*process)->hasBegun()) {
        return std::unexpected(
            m_connection->error(RemoteErrorCode::NoShell, (*process)->preface() + (*process)->errorText()));
    }
    return answer;
}

std::expected<void, RemoteError> SshServer::settle(KeptAnswers &answers, QuestionTurn &turn, LoginQuestions &questions)
{
    const auto who = ask(WhoScript, SshProcess::Rights::Login, nullptr);
    if (!who) {
        const RemoteErrorCode code = who.error().code;
        // Silence without a shell, too, is what a server does that allows SFTP only; it is connected all the same.
        if (code == RemoteErrorCode::NoShell || code == RemoteErrorCode::TimedOut
            || code == RemoteErrorCode::Nonsense) {
            return {};
        }
        return std::unexpected(who.error());
    }
    m_hasShell = true;
    if (who->starts_with("0\n")) {
        m_privilege = Privilege::Root;
    } else if (who->contains("sudo-free")) {
        m_privilege = Privilege::Sudo;
    } else if (!who->contains("sudo-missing")) {
        return becomeRoot(answers, turn, questions);
    }
    return {};
}

bool SshServer::isStopped() const
{
    return m_connection->interruption()->isRequested();
}

// The one to try: the one that is kept, else what the user says; none when there is nothing more to try.
std::expected<std::optional<Secret>, RemoteError> SshServer::nextPassword(KeptAnswers &answers, QuestionTurn &turn,
                                                                          LoginQuestions &questions, int attempt)
{
    const auto takeTurn = [&] { return turn.take([this] { return isStopped(); }); };
    if (!answers.isSettled && !takeTurn()) {
        return std::unexpected(m_connection->failure());
    }
    const std::string &user = m_connection->target().user;
    // The password that logged in is mostly sudo's as well, but that is for the user to say.
    std::optional<Secret> password = answers.find(KeptAnswers::sudo(user, name()));
    if (!password && !answers.isSudoDeclined && attempt <= MostAttempts) {
        if (!takeTurn()) {
            return std::unexpected(m_connection->failure());
        }
        password =
            questions.secret({.kind = SecretQuestion::Kind::Sudo, .host = name(), .user = user, .attempt = attempt});
        if (isStopped()) {
            return std::unexpected(m_connection->failure());
        }
        answers.isSudoDeclined = !password;
    }
    return password;
}

std::expected<void, RemoteError> SshServer::becomeRoot(KeptAnswers &answers, QuestionTurn &turn,
                                                       LoginQuestions &questions)
{
    const std::string keptAs = KeptAnswers::sudo(m_connection->target().user, name());
    std::string refusal;
    for (int attempt = 1; attempt <= MostAttempts + 1 && !isHopeless(refusal); ++attempt) {
        auto password = nextPassword(answers, turn, questions, attempt);
        if (!password) {
            return std::unexpected(password.error());
        }
        if (!*password && answers.isSudoDeclined) {
            return {};
        }
        if (!*password) {
            break;
        }
        const auto isRoot = trySudo(**password, refusal);
        if (!isRoot) {
            return std::unexpected(isRoot.error());
        }
        if (*isRoot) {
            answers.keep(keptAs, **password);
            m_sudoPassword = std::move(**password);
            m_privilege = Privilege::SudoPassword;
            return {};
        }
        answers.forget(keptAs);
    }
    answers.isSudoDeclined = true;
    m_problems.push_back(m_connection->error(RemoteErrorCode::SudoRefused, refusal));
    return {};
}

// Whether sudo takes the password; a connection that failed is an error.
std::expected<bool, RemoteError> SshServer::trySudo(const Secret &password, std::string &refusal)
{
    const auto who = ask("id -u", SshProcess::Rights::SudoPassword, &password);
    if (who) {
        refusal = "id -u: " + *who;
        return who->starts_with("0\n");
    }
    if (who.error().code == RemoteErrorCode::SudoRefused || who.error().code == RemoteErrorCode::Nonsense) {
        refusal = who.error().detail;
        return false;
    }
    return std::unexpected(who.error());
}

std::expected<std::unique_ptr<RemoteProcess>, RemoteError> SshServer::start(std::string_view script, RunAs runAs)
{
    if (!m_hasShell) {
        return std::unexpected(m_connection->error(RemoteErrorCode::NoShell));
    }
    auto rights = SshProcess::Rights::Login;
    if (runAs == RunAs::Root && m_privilege == Privilege::Sudo) {
        rights = SshProcess::Rights::Sudo;
    } else if (runAs == RunAs::Root && m_privilege == Privilege::SudoPassword) {
        rights = SshProcess::Rights::SudoPassword;
    }
    return SshProcess::start(m_connection, script, rights, &m_sudoPassword);
}

std::expected<std::unique_ptr<RemoteFiles>, RemoteError> SshServer::files()
{
    return SshFiles::open(m_connection);
}

void SshServer::interrupt()
{
    m_connection->interruption()->interrupt();
}

} // namespace limier
