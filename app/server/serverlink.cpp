// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverlink.h"

#include "common/displaytext.h"
#include "server/keptsecrets.h"
#include "server/serverlinkbridge.h"

#include <QDateTime>

namespace limier
{

namespace
{

constexpr std::size_t MostPrompts = 16;

/// Names a secret in the keychain: what it is of.
QString keychainKey(const SecretQuestion &question)
{
    const auto text = [](const std::string &bytes) { return QString::fromStdString(bytes); };
    switch (question.kind) {
    case SecretQuestion::Kind::Passphrase:
        return QStringLiteral("passphrase ") + text(question.keyFile);
    case SecretQuestion::Kind::Sudo:
        return QStringLiteral("sudo ") + text(question.user) + u'@' + text(question.host);
    case SecretQuestion::Kind::Password:
        break;
    }
    return QStringLiteral("password ") + text(question.user) + u'@' + text(question.host);
}

bool isLoggedIn(SessionState state)
{
    return state == SessionState::Probing || state == SessionState::Fetching || state == SessionState::Following
        || state == SessionState::Done;
}

} // namespace

ServerLink::ServerLink(ServerRequest request, ServerContext context, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_context(std::move(context))
    , m_bridge(std::make_unique<Bridge>(*this))
{
    m_inState.start();
}

ServerLink::~ServerLink()
{
    close();
}

void ServerLink::close()
{
    m_bridge->setStopped(true);
    m_session.reset();
}

QString ServerLink::name() const
{
    return displayText(m_request.address.trimmed().toStdString(), 100);
}

void ServerLink::start()
{
    const auto target = m_context.target(m_request.address);
    if (!target) {
        changeState(SessionState::Failed, target.error());
        return;
    }
    m_request.range = m_request.range.at(QDateTime::currentSecsSinceEpoch());
    m_bridge->setStopped(false);
    m_session = m_context.sessions({.target = *target,
                                    .cacheFolder = m_context.cacheFolder,
                                    .since = m_request.range.since,
                                    .until = m_request.range.until,
                                    .follow = m_request.follow && m_request.range.until == 0,
                                    .queueInterval = m_request.queueInterval},
                                   *m_bridge, *m_bridge);
    changeState(SessionState::Connecting, std::nullopt);
    m_session->start();
}

void ServerLink::stop()
{
    m_bridge->setStopped(true);
    withdrawQuestion();
    if (m_session) {
        m_session->stop();
    }
}

void ServerLink::setPaused(bool paused)
{
    if (m_session) {
        m_session->setPaused(paused);
    }
}

void ServerLink::setRange(const WantedRange &range)
{
    m_request.range = range.at(QDateTime::currentSecsSinceEpoch());
    if (m_session) {
        m_session->setRange(m_request.range.since, m_request.range.until);
    }
}

void ServerLink::setQueueInterval(std::chrono::seconds interval)
{
    m_request.queueInterval = interval;
    if (m_session) {
        m_session->setQueueInterval(interval);
    }
}

void ServerLink::reconnect()
{
    if (!m_session) {
        start();
        return;
    }
    m_bridge->setStopped(false);
    m_session->reconnect();
}

void ServerLink::changeState(SessionState state, const std::optional<RemoteError> &error)
{
    if (state != m_state) { // each try to come back is told
        m_inState.restart();
    }
    m_state = state;
    m_error = error;
    if (isLoggedIn(state)) {
        keepSecrets(false);
    } else if (state == SessionState::Failed || state == SessionState::Stopped) {
        m_toKeep.clear();
        withdrawQuestion();
    }
    Q_EMIT stateChanged();
}

void ServerLink::ask(int number, LoginQuestion question)
{
    if (!m_bridge->isWaiting(number)) {
        return;
    }
    m_questionNumber = number;
    if (const auto *const asked = std::get_if<PromptQuestion>(&question);
        asked != nullptr && (asked->prompts.empty() || asked->prompts.size() > MostPrompts)) {
        // Nothing to answer, or more than anybody would.
        m_bridge->answer(number, asked->prompts.empty() ? Bridge::Answer(std::vector<Secret>()) : Bridge::Answer());
        return;
    }
    const auto *const secret = std::get_if<SecretQuestion>(&question);
    if (secret != nullptr && secret->attempt > 1) {
        forgetToKeep(keychainKey(*secret));
    }
    // A secret that was wrong is not tried again; the keychain of who keeps nothing there is left alone.
    if (secret == nullptr || secret->attempt > 1 || !m_request.keepsSecrets || !canKeepSecrets()) {
        show(std::move(question));
        return;
    }
    m_context.keychain->read(keychainKey(*secret), this, [this, number, question](std::optional<Secret> kept) {
        if (number != m_questionNumber) {
            return;
        }
        if (kept) {
            m_bridge->answer(number, std::move(*kept));
        } else {
            show(question);
        }
    });
}

void ServerLink::show(LoginQuestion question)
{
    m_question = std::move(question);
    Q_EMIT questionChanged();
}

void ServerLink::withdrawQuestion()
{
    m_questionNumber = 0; // of no question: what comes late answers nothing
    if (m_question) {
        m_question.reset();
        Q_EMIT questionChanged();
    }
}

void ServerLink::answerHostKey(bool isAccepted)
{
    m_bridge->answer(m_questionNumber, isAccepted);
    withdrawQuestion();
}

void ServerLink::answerSecret(Secret secret, bool keep)
{
    if (const auto *const asked = m_question ? std::get_if<SecretQuestion>(&*m_question) : nullptr) {
        const QString key = keychainKey(*asked);
        forgetToKeep(key);
        if (keep && canKeepSecrets()) {
            m_toKeep.push_back({key, asked->kind == SecretQuestion::Kind::Sudo, secret.clone()});
        }
        m_request.keepsSecrets = keep;
    }
    m_bridge->answer(m_questionNumber, std::move(secret));
    withdrawQuestion();
}

void ServerLink::answerPrompts(std::vector<Secret> answers)
{
    m_bridge->answer(m_questionNumber, std::move(answers));
    withdrawQuestion();
}

void ServerLink::giveUp()
{
    m_bridge->answer(m_questionNumber, {});
    withdrawQuestion();
}

void ServerLink::keepSecrets(bool isSudoRight)
{
    std::erase_if(m_toKeep, [&](const SecretToKeep &each) {
        if (each.isSudo && !isSudoRight) {
            return false;
        }
        m_context.keychain->write(each.key, each.secret);
        rememberKept(m_request.address, each.key);
        return true;
    });
}

void ServerLink::forgetToKeep(const QString &key)
{
    std::erase_if(m_toKeep, [&](const SecretToKeep &each) { return each.key == key; });
}

void ServerLink::takeFacts(const ServerFacts &facts)
{
    m_facts = facts;
    if (facts.privilege == Privilege::SudoPassword) {
        keepSecrets(true);
    } else {
        std::erase_if(m_toKeep, &SecretToKeep::isSudo);
    }
    Q_EMIT factsFound();
}

void ServerLink::takeInputs(std::vector<LogInput> inputs, std::optional<bool> isWhole)
{
    m_inputs = std::move(inputs);
    if (isWhole) {
        m_isWhole = *isWhole;
        Q_EMIT inputsChanged();
    } else {
        Q_EMIT inputsGrew();
    }
}

void ServerLink::take(const Transfer &transfer)
{
    ++m_transferCount;
    m_transfers.push_back(transfer);
    if (m_transfers.size() > MostTransfers) {
        m_transfers.pop_front();
    }
    Q_EMIT transferred(transfer);
}

} // namespace limier
