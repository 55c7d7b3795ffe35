// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/loginquestions.h"
#include "remote/server.h"
#include "remote/ssh/sshtarget.h"

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace limier
{
struct SshSeam;
}

namespace limier::test
{

/**
 * A real sshd on a free port of the loopback, for the account that runs the test, with keys and files of its own. Ends
 * with all its connections when it goes.
 */
class TestSshd
{
public:
    /// Why there is no sshd here; empty: there is one. Where CI is set a test must fail of it, not skip.
    [[nodiscard]] static QString missing();

    /// @p config: more lines of sshd_config, which go before ours (the first of a keyword counts).
    explicit TestSshd(const QStringList &config = {});
    ~TestSshd();

    /// False: see log().
    [[nodiscard]] bool start();
    /// Ends the listener; connections go on.
    void stopListening();
    /// Ends the connections; the listener goes on.
    void cutConnections();
    /// Stops everything (SIGSTOP), as a server that hangs does.
    void suspend();
    void resume();

    /// How to reach it: the host key is known, the client's key is allowed, there is no agent.
    [[nodiscard]] SshTarget target() const;
    [[nodiscard]] quint16 port() const { return m_port; }
    /// Of the files below; private to the user.
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString clientKey() const { return path(QStringLiteral("client")); }
    [[nodiscard]] QString hostKey() const { return path(QStringLiteral("host")); }
    [[nodiscard]] QString authorizedKeys() const { return path(QStringLiteral("authorized_keys")); }
    [[nodiscard]] QString knownHosts() const { return path(QStringLiteral("known_hosts")); }
    /// Programs in it come first in the PATH of commands.
    [[nodiscard]] QString programs() const { return path(QStringLiteral("bin")); }
    /// Puts a shell script there.
    void addProgram(const QString &name, const QByteArray &script) const;
    /// The name it stands under in known_hosts files.
    [[nodiscard]] QString knownName() const { return QStringLiteral("[127.0.0.1]:%1").arg(m_port); }
    [[nodiscard]] QByteArray log() const;

    /// Runs a program to its end; its output, or none if it fails.
    static std::optional<QByteArray> run(const QString &program, const QStringList &arguments,
                                         const QByteArray &input = {});
    /// Makes a key pair in @p file and @p file.pub.
    [[nodiscard]] static bool makeKey(const QString &file, const QString &passphrase = {},
                                      const QString &type = QStringLiteral("ed25519"));
    static bool write(const QString &file, const QByteArray &content, bool isProgram = false);
    [[nodiscard]] static QByteArray read(const QString &file);

private:
    void signalAll(int signal, bool withListener);

    QTemporaryDir m_folder;
    QStringList m_config;
    QProcess m_process;
    quint16 m_port = 0;
};

/// Prints why there is no sshd and skips; fails where CI is set.
#define LIMIER_NEEDS_SSHD()                                                                                            \
    do {                                                                                                               \
        if (const QString reason = limier::test::TestSshd::missing(); !reason.isEmpty()) {                             \
            QVERIFY2(!qEnvironmentVariableIsSet("CI"), qPrintable(reason));                                            \
            QSKIP(qPrintable(reason));                                                                                 \
        }                                                                                                              \
    } while (false)

/// A port of the loopback that nothing listens on.
[[nodiscard]] quint16 freePort();
/// Gives @p socket a free port of the loopback, which is returned.
[[nodiscard]] quint16 bindToLoopback(int socket);
bool connectToLoopback(int socket, quint16 port);

/// The processes that come from @p process, itself not among them.
[[nodiscard]] QList<qint64> descendants(qint64 process);

/// A user whose answers are given beforehand, and who notes what was asked. Any thread.
class AnsweringUser : public LoginQuestions
{
public:
    bool acceptsHostKeys = false;
    /// Given in this order, whatever is asked; then the user gives up.
    std::vector<std::string> secretAnswers;
    std::vector<std::vector<std::string>> promptAnswers;
    /// Called while the user is being asked.
    std::function<void()> whileAsked;

    std::vector<HostKeyQuestion> hostKeys;
    std::vector<SecretQuestion> secrets;
    std::vector<PromptQuestion> prompts;

    [[nodiscard]] bool acceptHostKey(const HostKeyQuestion &question) override;
    [[nodiscard]] std::optional<Secret> secret(const SecretQuestion &question) override;
    [[nodiscard]] std::optional<std::vector<Secret>> answers(const PromptQuestion &question) override;

private:
    std::mutex m_mutex;
};

/// A seam that waits a second or two where users have to wait longer.
[[nodiscard]] SshSeam impatientSeam();

/// Null, after a warning that says why, if there is no connection. @p user, @p seam: see SshConnector.
[[nodiscard]] std::unique_ptr<Server> connectTo(const SshTarget &target, LoginQuestions &user, const SshSeam &seam);

/// For the messages of tests.
[[nodiscard]] QString textOf(const RemoteError &error);
[[nodiscard]] QString textOf(const std::expected<std::unique_ptr<Server>, RemoteError> &connected);

} // namespace limier::test
