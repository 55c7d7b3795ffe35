// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/loginserver.h"

#include "integration/sshserver.h"

#include <algorithm>
#include <memory>

#include <libssh/libssh.h>
#include <libssh/server.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace limier::test
{

LoginServer::LoginServer(Behaviour behaviour)
    : m_behaviour(std::move(behaviour))
    , m_port(freePort())
{
    const QString hostKey = m_folder.filePath(QStringLiteral("host"));
    if (!TestSshd::makeKey(hostKey)) {
        qFatal("no host key");
    }
    TestSshd::write(m_folder.filePath(QStringLiteral("known_hosts")),
                    "[127.0.0.1]:" + QByteArray::number(m_port) + ' '
                        + TestSshd::read(hostKey + QStringLiteral(".pub")));
    ssh_bind bind = ssh_bind_new();
    const unsigned int port = m_port;
    const bool no = false;
    ssh_bind_options_set(bind, SSH_BIND_OPTIONS_PROCESS_CONFIG, &no);
    ssh_bind_options_set(bind, SSH_BIND_OPTIONS_BINDADDR, "127.0.0.1");
    ssh_bind_options_set(bind, SSH_BIND_OPTIONS_BINDPORT, &port);
    ssh_bind_options_set(bind, SSH_BIND_OPTIONS_HOSTKEY, hostKey.toLocal8Bit().constData());
    if (ssh_bind_listen(bind) != SSH_OK) {
        qFatal("cannot listen: %s", ssh_get_error(bind));
    }
    m_bind = bind;
    m_thread = std::thread([this] { serve(); });
}

LoginServer::~LoginServer()
{
    m_isStopped = true;
    m_thread.join();
    ssh_bind_free(static_cast<ssh_bind>(m_bind));
}

SshTarget LoginServer::target() const
{
    SshTarget target;
    target.name = "login.example";
    target.hostName = "127.0.0.1";
    target.user = "engineer";
    target.port = m_port;
    target.knownHosts = {m_folder.filePath(QStringLiteral("known_hosts")).toStdString()};
    return target;
}

std::vector<std::string> LoginServer::passwords() const
{
    const std::scoped_lock lock(m_mutex);
    return m_passwords;
}

void LoginServer::setPassword(const std::string &password)
{
    const std::scoped_lock lock(m_mutex);
    m_behaviour.password = password;
}

void LoginServer::serve()
{
    auto *const bind = static_cast<ssh_bind>(m_bind);
    while (!m_isStopped) {
        pollfd polled{.fd = ssh_bind_get_fd(bind), .events = POLLIN, .revents = 0};
        if (poll(&polled, 1, 50) <= 0) {
            continue;
        }
        const ssh_session session = ssh_new();
        if (ssh_bind_accept(bind, session) == SSH_OK) {
            serveOne(session);
        }
        ssh_disconnect(session);
        ssh_free(session);
    }
}

void LoginServer::serveOne(void *opened)
{
    auto *const session = static_cast<ssh_session>(opened);
    m_factor = 0;
    m_round = 0;
    m_failures = 0;
    const long seconds = 1;
    ssh_options_set(session, SSH_OPTIONS_TIMEOUT, &seconds);
    while (m_behaviour.hangsAfterConnect && !m_isStopped) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    ssh_set_auth_methods(session, SSH_AUTH_METHOD_PASSWORD | SSH_AUTH_METHOD_INTERACTIVE);
    if (m_isStopped || ssh_handle_key_exchange(session) != SSH_OK) {
        return;
    }
    while (!m_isStopped && ssh_is_connected(session) != 0) {
        const std::unique_ptr<ssh_message_struct, void (*)(ssh_message)> message(ssh_message_get(session),
                                                                                 &ssh_message_free);
        if (message && !answer(session, message.get())) {
            return;
        }
    }
}

// False: it hangs up.
bool LoginServer::answer(void *session, void *given)
{
    auto *const message = static_cast<ssh_message>(given);
    if (ssh_message_type(message) == SSH_REQUEST_CHANNEL_OPEN) {
        return ssh_message_channel_request_open_reply_accept(message) != nullptr;
    }
    if (ssh_message_type(message) != SSH_REQUEST_AUTH) {
        ssh_message_reply_default(message); // refuses
        return true;
    }
    const std::string &wanted = m_behaviour.factors[std::min(m_factor, m_behaviour.factors.size() - 1)];
    const int method = ssh_message_subtype(message);
    if (method == SSH_AUTH_METHOD_PASSWORD && wanted == "password") {
        const std::scoped_lock lock(m_mutex);
        m_passwords.emplace_back(ssh_message_auth_password(message));
        m_passwords.back() == m_behaviour.password ? accept(message) : refuse(message);
    } else if (method == SSH_AUTH_METHOD_INTERACTIVE && wanted == "keyboard-interactive") {
        return judgeInteractive(session, message);
    } else {
        refuse(message);
    }
    return m_failures <= m_behaviour.mostFailures;
}

bool LoginServer::judgeInteractive(void *opened, void *given)
{
    auto *const session = static_cast<ssh_session>(opened);
    auto *const message = static_cast<ssh_message>(given);
    if (ssh_message_auth_kbdint_is_response(message) == 0) {
        m_round = 0;
    } else {
        const Round &round = m_behaviour.rounds[m_round];
        bool isRight = ssh_userauth_kbdint_getnanswers(session) == static_cast<int>(round.size());
        for (std::size_t i = 0; isRight && i < round.size(); ++i) {
            isRight = ssh_userauth_kbdint_getanswer(session, static_cast<unsigned int>(i)) == round[i].answer;
        }
        if (!isRight) {
            refuse(message);
            return m_failures <= m_behaviour.mostFailures;
        }
        if (++m_round == m_behaviour.rounds.size()) {
            m_round = 0;
            accept(message);
            return true;
        }
    }
    std::vector<const char *> texts;
    std::vector<char> echoes;
    for (const Prompt &prompt : m_behaviour.rounds[m_round]) {
        texts.push_back(prompt.text.c_str());
        echoes.push_back(prompt.isEchoed ? '\1' : '\0');
    }
    ssh_message_auth_interactive_request(message, "login", m_behaviour.instruction.c_str(),
                                         static_cast<unsigned int>(texts.size()), texts.data(), echoes.data());
    return true;
}

void LoginServer::accept(void *given)
{
    auto *const message = static_cast<ssh_message>(given);
    const bool isPartial = ++m_factor < m_behaviour.factors.size();
    if (isPartial) {
        offerMethods(message);
    }
    ssh_message_auth_reply_success(message, isPartial ? 1 : 0);
}

// Those of the factor that is due.
void LoginServer::offerMethods(void *message)
{
    const std::string &wanted = m_behaviour.factors[std::min(m_factor, m_behaviour.factors.size() - 1)];
    ssh_message_auth_set_methods(static_cast<ssh_message>(message),
                                 wanted == "password" ? SSH_AUTH_METHOD_PASSWORD : SSH_AUTH_METHOD_INTERACTIVE);
}

void LoginServer::refuse(void *given)
{
    auto *const message = static_cast<ssh_message>(given);
    ++m_failures;
    offerMethods(message);
    ssh_message_reply_default(message);
}

} // namespace limier::test
