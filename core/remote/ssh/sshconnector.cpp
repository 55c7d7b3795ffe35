// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/sshconnector.h"

#include "remote/ssh/hostkeys.h"
#include "remote/ssh/jumplink.h"
#include "remote/ssh/keptanswers.h"
#include "remote/ssh/sshconnection.h"
#include "remote/ssh/sshlogin.h"
#include "remote/ssh/sshserver.h"
#include "remote/ssh/tcpconnect.h"

#include <utility>

namespace limier
{
namespace
{

const SshSeam RealSeam;

using Connected = std::expected<std::shared_ptr<SshConnection>, RemoteError>;

// One connect(): what it has so far.
class Attempt
{
public:
    Attempt(const SshTarget &target, KeptAnswers &answers, LoginQuestions &questions, const SshSeam &seam,
            std::shared_ptr<Interruption> interruption)
        : m_target(target)
        , m_answers(answers)
        , m_questions(questions)
        , m_seam(seam)
        , m_interruption(std::move(interruption))
        , m_turn(answers)
    {
    }

    /// @p offerOtherKeys: see SshLogin.
    [[nodiscard]] std::expected<std::unique_ptr<Server>, RemoteError> run(const std::stop_token &stop,
                                                                          bool offerOtherKeys)
    {
        Connected connection;
        for (std::size_t i = 0; connection && i < m_target.jumps.size(); ++i) {
            connection = reach(m_target.jumps[i], std::move(*connection), offerOtherKeys);
        }
        if (connection) {
            connection = reach(m_target, std::move(*connection), offerOtherKeys);
        }
        if (!connection) {
            return std::unexpected(std::move(connection.error()));
        }
        auto server = std::make_unique<SshServer>(std::move(*connection), std::move(m_problems), stop);
        if (auto settled = server->settle(m_answers, m_turn, m_questions); !settled) {
            return std::unexpected(std::move(settled.error()));
        }
        m_answers.isSettled = true;
        return server;
    }

    [[nodiscard]] bool hadTooManyKeys() const { return m_hadTooManyKeys; }

private:
    [[nodiscard]] Connected reach(const SshTarget &host, std::shared_ptr<SshConnection> jump, bool offerOtherKeys);
    [[nodiscard]] Connected open(const SshTarget &host, std::shared_ptr<SshConnection> jump);
    [[nodiscard]] std::expected<void, RemoteError> settleHostKey(SshConnection &connection);

    const SshTarget &m_target;
    KeptAnswers &m_answers;
    LoginQuestions &m_questions;
    const SshSeam &m_seam;
    const std::shared_ptr<Interruption> m_interruption;
    QuestionTurn m_turn;
    std::vector<RemoteError> m_problems;
    bool m_hadTooManyKeys = false;
};

// Connects to @p host, through @p jump if there is one, settles its key, and logs in.
Connected Attempt::reach(const SshTarget &host, std::shared_ptr<SshConnection> jump, bool offerOtherKeys)
{
    auto connection = open(host, std::move(jump));
    if (!connection) {
        return connection;
    }
    SshConnection &opened = **connection;
    if (!m_answers.isSettled && !m_turn.take([&] { return m_interruption->isRequested(); })) {
        return std::unexpected(opened.failure());
    }
    if (auto settled = settleHostKey(opened); !settled) {
        return std::unexpected(std::move(settled.error()));
    }
    SshLogin login(opened, m_answers, m_turn, m_questions);
    auto loggedIn = login.run(offerOtherKeys);
    m_problems.insert(m_problems.end(), login.problems().begin(), login.problems().end());
    m_hadTooManyKeys = login.hadTooManyKeys();
    if (!loggedIn) {
        return std::unexpected(std::move(loggedIn.error()));
    }
    return connection;
}

Connected Attempt::open(const SshTarget &host, std::shared_ptr<SshConnection> jump)
{
    if (!jump) {
        auto socket = connectTcp(host.hostName, host.port, *m_interruption, m_seam.patience.connect);
        if (!socket) {
            socket.error().host = host.name;
            return std::unexpected(std::move(socket.error()));
        }
        return SshConnection::open(m_seam, host, std::move(*socket), nullptr, m_interruption);
    }
    Descriptor socket;
    auto link = JumpLink::open(std::move(jump), host.hostName, host.port, host.name, socket);
    if (!link) {
        return std::unexpected(std::move(link.error()));
    }
    return SshConnection::open(m_seam, host, std::move(socket), std::move(*link), m_interruption);
}

std::expected<void, RemoteError> Attempt::settleHostKey(SshConnection &connection)
{
    const SshTarget &host = connection.target();
    std::string fingerprint;
    const auto key = connection.hostKey(fingerprint);
    if (!key) {
        return std::unexpected(key.error());
    }
    const std::string name = connection.knownName();
    const HostKeyVerdict verdict = lookUpHostKey(host.knownHosts, name, *key);
    const auto refused = [&](RemoteErrorCode code) {
        RemoteError error = connection.error(code, fingerprint, verdict.line);
        error.subject = verdict.file.string();
        return std::unexpected(std::move(error));
    };
    switch (verdict.kind) {
    case HostKeyVerdict::Kind::Known:
        return {};
    case HostKeyVerdict::Kind::Changed:
        return refused(RemoteErrorCode::HostKeyChanged);
    case HostKeyVerdict::Kind::Revoked:
        return refused(RemoteErrorCode::HostKeyRevoked);
    case HostKeyVerdict::Kind::Unknown:
        break;
    }
    // A host whose key could not be saved is still the one that the user accepted.
    const std::string keptAs = name + ' ' + key->type + ' ' + key->base64;
    if (m_answers.hasAccepted(keptAs)) {
        return {};
    }
    if (!m_turn.take([&] { return m_interruption->isRequested(); })) {
        return std::unexpected(connection.failure());
    }
    const bool isAccepted = m_questions.acceptHostKey(
        {.host = name,
         .keyType = key->type,
         .fingerprint = fingerprint,
         .savedIn = host.knownHosts.empty() ? std::string() : host.knownHosts.front().string(),
         .hasAuthority = verdict.hasAuthority});
    if (m_interruption->isRequested()) {
        return std::unexpected(connection.failure());
    }
    if (!isAccepted) {
        return std::unexpected(connection.error(RemoteErrorCode::HostKeyDeclined));
    }
    m_answers.accept(keptAs);
    if (host.knownHosts.empty()) {
        return {};
    }
    if (auto saved = addHostKey(host.knownHosts.front(), name, *key); !saved) {
        m_problems.push_back(connection.error(RemoteErrorCode::HostKeyNotSaved, saved.error()));
        m_problems.back().subject = host.knownHosts.front().string();
    }
    return {};
}

} // namespace

struct SshConnector::Private {
    SshTarget target;
    LoginQuestions &questions;
    const SshSeam &seam;
    KeptAnswers answers{};
};

SshConnector::SshConnector(SshTarget target, LoginQuestions &questions)
    : SshConnector(std::move(target), questions, RealSeam)
{
}

SshConnector::SshConnector(SshTarget target, LoginQuestions &questions, const SshSeam &seam)
    : d(new Private{.target = std::move(target), .questions = questions, .seam = seam})
{
}

SshConnector::~SshConnector() = default;

const SshTarget &SshConnector::target() const
{
    return d->target;
}

std::expected<std::unique_ptr<Server>, RemoteError> SshConnector::connect(std::stop_token stop)
{
    const auto interruption = std::make_shared<Interruption>();
    const std::stop_callback onStop(stop, [&] { interruption->interrupt(); });
    // Keys that nobody named may be too many for a server, which then hangs up: once more without them.
    for (const bool offerOtherKeys : {true, false}) {
        Attempt attempt(d->target, d->answers, d->questions, d->seam, interruption);
        auto server = attempt.run(stop, offerOtherKeys);
        if (server || !attempt.hadTooManyKeys() || !offerOtherKeys) {
            return server;
        }
    }
    std::unreachable();
}

} // namespace limier
