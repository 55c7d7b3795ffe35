// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/sshserver.h"

#include "remote/ssh/sshapi.h"
#include "remote/ssh/sshconnector.h"

#include <QDebug>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThread>

#include <csignal>

#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace limier::test
{
namespace
{

QString program(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return !found.isEmpty()
        ? found
        : QStandardPaths::findExecutable(
              name, {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin"), QStringLiteral("/usr/local/sbin")});
}

QString account()
{
    const passwd *entry = getpwuid(geteuid());
    return entry != nullptr ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

bool isListening(quint16 port)
{
    const int number = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool isConnected = connectToLoopback(number, port);
    close(number);
    return isConnected;
}

} // namespace

quint16 bindToLoopback(int socket)
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    bind(socket, reinterpret_cast<sockaddr *>(&address), size);
    getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size);
    return ntohs(address.sin_port);
}

bool connectToLoopback(int socket, quint16 port)
{
    const sockaddr_in address = loopback(port);
    return connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

quint16 freePort()
{
    const int number = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const quint16 port = bindToLoopback(number);
    close(number);
    return port;
}

QList<qint64> descendants(qint64 process)
{
    QList<qint64> found;
    const QStringList threads =
        QDir(QStringLiteral("/proc/%1/task").arg(process)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        const QByteArray children =
            TestSshd::read(QStringLiteral("/proc/%1/task/%2/children").arg(process).arg(thread));
        for (const QByteArray &child : children.split(' ')) {
            if (const qint64 number = child.toLongLong(); number > 0) {
                found << number << descendants(number);
            }
        }
    }
    return found;
}

QString TestSshd::missing()
{
    for (const char *name : {"sshd", "ssh-keygen"}) {
        if (program(QLatin1String(name)).isEmpty()) {
            return QStringLiteral("%1 is not installed (package openssh-server)").arg(QLatin1String(name));
        }
    }
    return {};
}

TestSshd::TestSshd(const QStringList &config)
    : m_folder(QDir::tempPath() + QStringLiteral("/limier-sshd-XXXXXX"))
    , m_config(config)
{
    QDir().mkpath(programs());
}

TestSshd::~TestSshd()
{
    if (m_process.state() != QProcess::NotRunning) {
        resume();
        signalAll(SIGKILL, false);
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool TestSshd::start()
{
    if (m_port == 0) {
        m_port = freePort();
        const bool isMade = (QFileInfo::exists(hostKey()) || makeKey(hostKey()))
            && (QFileInfo::exists(clientKey()) || makeKey(clientKey()));
        if (!isMade || !write(authorizedKeys(), read(clientKey() + QStringLiteral(".pub")))
            || !write(knownHosts(), knownName().toUtf8() + ' ' + read(hostKey() + QStringLiteral(".pub")))) {
            return false;
        }
    }
    if (geteuid() == 0) {
        QDir().mkpath(QStringLiteral("/run/sshd")); // sshd wants it, and its service alone makes it
    }
    QStringList lines = m_config;
    lines << QStringLiteral("Port %1").arg(m_port) << QStringLiteral("ListenAddress 127.0.0.1")
          << QStringLiteral("HostKey %1").arg(hostKey())
          << QStringLiteral("AuthorizedKeysFile %1").arg(authorizedKeys()) << QStringLiteral("PidFile none")
          << QStringLiteral("StrictModes no") << QStringLiteral("UsePAM no") << QStringLiteral("PermitRootLogin yes")
          << QStringLiteral("PasswordAuthentication no") << QStringLiteral("KbdInteractiveAuthentication no")
          << QStringLiteral("MaxStartups 100") << QStringLiteral("PerSourcePenalties no")
          << QStringLiteral("Subsystem sftp internal-sftp")
          // In an inner shell, as SHLVL has it, bash runs none of the account's start files: those of this machine may
          // take long, or leave a lock when they are killed.
          << QStringLiteral("SetEnv PATH=%1:/usr/local/bin:/usr/bin:/bin SHLVL=1").arg(programs());
    const QString file = path(QStringLiteral("sshd_config"));
    const QString sshd = program(QStringLiteral("sshd"));
    // Releases before 9.8 have no penalties.
    if (!write(file, lines.join(u'\n').toUtf8() + '\n')) {
        return false;
    }
    if (!run(sshd, {QStringLiteral("-t"), QStringLiteral("-f"), file})) {
        lines.removeIf([](const QString &line) { return line.startsWith(QStringLiteral("PerSourcePenalties")); });
        write(file, lines.join(u'\n').toUtf8() + '\n');
    }
    m_process.setStandardErrorFile(path(QStringLiteral("sshd.log")));
    m_process.start(sshd, {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), file});
    QElapsedTimer timer;
    timer.start();
    while (m_process.state() != QProcess::NotRunning && timer.elapsed() < 20000) {
        if (isListening(m_port)) {
            return true;
        }
        m_process.waitForFinished(20);
    }
    return false;
}

void TestSshd::stopListening()
{
    // Killed: when it is asked to end it ends those that have not logged in, too.
    m_process.kill();
    m_process.waitForFinished();
}

void TestSshd::signalAll(int signal, bool withListener)
{
    QList<qint64> processes = descendants(m_process.processId());
    if (withListener) {
        processes.prepend(m_process.processId());
    }
    for (const qint64 process : std::as_const(processes)) {
        kill(static_cast<pid_t>(process), signal);
    }
}

void TestSshd::cutConnections()
{
    signalAll(SIGKILL, false);
}

void TestSshd::suspend()
{
    signalAll(SIGSTOP, true);
}

void TestSshd::resume()
{
    signalAll(SIGCONT, true);
}

SshTarget TestSshd::target() const
{
    SshTarget target;
    target.name = "127.0.0.1:" + std::to_string(m_port);
    target.hostName = "127.0.0.1";
    target.user = account().toStdString();
    target.port = m_port;
    target.identityFiles = {clientKey().toStdString()};
    target.knownHosts = {knownHosts().toStdString()};
    return target;
}

void TestSshd::addProgram(const QString &name, const QByteArray &script) const
{
    write(programs() + u'/' + name, "#!/bin/sh\n" + script, true);
}

QByteArray TestSshd::log() const
{
    return read(path(QStringLiteral("sshd.log")));
}

std::optional<QByteArray> TestSshd::run(const QString &name, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(name, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        return {};
    }
    return process.readAllStandardOutput();
}

bool TestSshd::makeKey(const QString &file, const QString &passphrase, const QString &type)
{
    return run(program(QStringLiteral("ssh-keygen")),
               {QStringLiteral("-q"), QStringLiteral("-t"), type, QStringLiteral("-N"), passphrase,
                QStringLiteral("-C"), QStringLiteral("test"), QStringLiteral("-f"), file})
        .has_value();
}

bool TestSshd::write(const QString &path, const QByteArray &content, bool isProgram)
{
    QFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    file.setPermissions(
        QFile::ReadOwner | QFile::WriteOwner
        | (isProgram ? QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther
                     : QFile::Permissions()));
    return isWritten;
}

QByteArray TestSshd::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

SshSeam impatientSeam()
{
    using std::chrono::milliseconds;
    return {.patience = {.connect = milliseconds(2000), .answer = milliseconds(2000), .silence = milliseconds(1000)}};
}

std::unique_ptr<Server> connectTo(const SshTarget &target, LoginQuestions &user, const SshSeam &seam)
{
    auto server = SshConnector(target, user, seam).connect({});
    if (!server) {
        qWarning() << textOf(server.error());
        return {};
    }
    return std::move(*server);
}

QString textOf(const RemoteError &error)
{
    return QStringLiteral("code %1: %2, %3")
        .arg(static_cast<int>(error.code))
        .arg(QString::fromStdString(error.subject), QString::fromStdString(error.detail));
}

QString textOf(const std::expected<std::unique_ptr<Server>, RemoteError> &connected)
{
    return connected ? QStringLiteral("connected") : textOf(connected.error());
}

bool AnsweringUser::acceptHostKey(const HostKeyQuestion &question)
{
    const std::scoped_lock lock(m_mutex);
    hostKeys.push_back(question);
    if (whileAsked) {
        whileAsked();
    }
    return acceptsHostKeys;
}

std::optional<Secret> AnsweringUser::secret(const SecretQuestion &question)
{
    const std::scoped_lock lock(m_mutex);
    secrets.push_back(question);
    if (whileAsked) {
        whileAsked();
    }
    if (secrets.size() > secretAnswers.size()) {
        return {};
    }
    return Secret(secretAnswers[secrets.size() - 1]);
}

std::optional<std::vector<Secret>> AnsweringUser::answers(const PromptQuestion &question)
{
    const std::scoped_lock lock(m_mutex);
    prompts.push_back(question);
    if (whileAsked) {
        whileAsked();
    }
    if (prompts.size() > promptAnswers.size()) {
        return {};
    }
    std::vector<Secret> given;
    for (const std::string &answer : promptAnswers[prompts.size() - 1]) {
        given.emplace_back(answer);
    }
    return given;
}

} // namespace limier::test
