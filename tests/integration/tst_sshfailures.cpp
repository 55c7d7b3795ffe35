// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/loginserver.h"
#include "integration/sshserver.h"
#include "remote/ssh/sshapi.h"
#include "remote/ssh/sshconnector.h"

#include <QtTest>

#include <chrono>
#include <thread>

using namespace limier;
using namespace limier::test;

namespace
{
using Break = void (*)(SshApi &);

void addRow(const char *name, Break breakIt, RemoteErrorCode code = RemoteErrorCode::ConnectionLost)
{
    QTest::newRow(name) << reinterpret_cast<quintptr>(breakIt) << static_cast<int>(code);
}

constexpr std::chrono::milliseconds Answer{500};

} // namespace

/// Each call of libssh that can fail, made to fail: an error, no crash, nothing that blocks.
class SshFailuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void connecting_data();
    void connecting();
    void loggingIn_data();
    void loggingIn();
    void answering_data();
    void answering();
    void jumping();
    void running_data();
    void running();
    void transferring_data();
    void transferring();

private:
    TestSshd m_sshd;
    AnsweringUser m_user;
};

void SshFailuresTest::initTestCase()
{
    LIMIER_NEEDS_SSHD();
    QVERIFY2(m_sshd.start(), m_sshd.log());
    QVERIFY(TestSshd::write(m_sshd.path(QStringLiteral("file")), QByteArray(1'000'000, 'x')));
}

void SshFailuresTest::connecting_data()
{
    QTest::addColumn<quintptr>("breakIt");
    QTest::addColumn<int>("code");
    addRow("session", [](SshApi &api) { api.newSession = []() -> ssh_session { return nullptr; }; });
    addRow("option", [](SshApi &api) { api.setOption = [](ssh_session, ssh_options_e, const void *) { return -1; }; });
    addRow("connect", [](SshApi &api) { api.connect = [](ssh_session) { return SSH_ERROR; }; });
    addRow("server key", [](SshApi &api) { api.serverKey = [](ssh_session, ssh_key *) { return SSH_ERROR; }; });
    addRow("fingerprint", [](SshApi &api) {
        api.keyHash = [](ssh_key, ssh_publickey_hash_type, unsigned char **, std::size_t *) { return -1; };
    });
    addRow("base64", [](SshApi &api) { api.exportPublicKey = [](ssh_key, char **) { return SSH_ERROR; }; });
    addRow("none", [](SshApi &api) {
        api.loginNone = [](ssh_session, const char *) { return static_cast<int>(SSH_AUTH_ERROR); };
    });
    addRow(
        "methods", [](SshApi &api) { api.loginMethods = [](ssh_session, const char *) { return 0; }; },
        RemoteErrorCode::LoginRefused);
    addRow("offered key", [](SshApi &api) {
        api.offerKey = [](ssh_session, const char *, ssh_key) { return static_cast<int>(SSH_AUTH_ERROR); };
    });
    addRow("key", [](SshApi &api) {
        api.loginKey = [](ssh_session, const char *, ssh_key) { return static_cast<int>(SSH_AUTH_ERROR); };
    });
    addRow(
        "key refused",
        [](SshApi &api) {
            api.loginKey = [](ssh_session, const char *, ssh_key) { return static_cast<int>(SSH_AUTH_DENIED); };
        },
        RemoteErrorCode::LoginRefused);
    addRow("channel", [](SshApi &api) { api.newChannel = [](ssh_session) -> ssh_channel { return nullptr; }; });
    addRow("session channel", [](SshApi &api) { api.openSession = [](ssh_channel) { return SSH_ERROR; }; });
    addRow("end of input", [](SshApi &api) { api.sendEof = [](ssh_channel) { return SSH_ERROR; }; });
}

void SshFailuresTest::connecting()
{
    QFETCH(const quintptr, breakIt);
    QFETCH(const int, code);
    SshSeam seam;
    reinterpret_cast<Break>(breakIt)(seam.api);
    const auto refused = SshConnector(m_sshd.target(), m_user, seam).connect({});
    QVERIFY(!refused);
    QCOMPARE(static_cast<int>(refused.error().code), code);
    QCOMPARE(refused.error().host, m_sshd.target().name);
}

// A key that cannot be read is no reason to give up: others may do.
void SshFailuresTest::loggingIn_data()
{
    QTest::addColumn<quintptr>("breakIt");
    QTest::addColumn<int>("code");
    addRow("public key", [](SshApi &api) { api.importPublicKey = [](const char *, ssh_key *) { return SSH_ERROR; }; });
    addRow("agent", [](SshApi &api) {
        api.loginAgent = [](ssh_session, const char *) { return static_cast<int>(SSH_AUTH_ERROR); };
    });
    addRow("agent's socket", [](SshApi &api) { api.setAgentSocket = [](ssh_session, socket_t) { return SSH_ERROR; }; });
}

void SshFailuresTest::loggingIn()
{
    QFETCH(const quintptr, breakIt);
    SshSeam seam;
    reinterpret_cast<Break>(breakIt)(seam.api);
    SshTarget target = m_sshd.target();
    QProcess agent;
    const QString socket =
        m_sshd.path(QStringLiteral("agent-") + QLatin1String(QTest::currentDataTag()).first(5).trimmed());
    QFile::remove(socket);
    agent.start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), socket});
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(socket); }));
    target.agentSocket = socket.toStdString();
    QVERIFY(SshConnector(target, m_user, seam).connect({}));
    seam.api.importPrivateKey = [](const char *, const char *, ssh_auth_callback, void *, ssh_key *) {
        return SSH_ERROR;
    };
    const auto refused = SshConnector(target, m_user, seam).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::LoginRefused);
    agent.kill();
    agent.waitForFinished();
}

void SshFailuresTest::answering_data()
{
    QTest::addColumn<quintptr>("breakIt");
    QTest::addColumn<int>("code");
    addRow("password", [](SshApi &api) {
        api.loginPassword = [](ssh_session, const char *, const char *) { return static_cast<int>(SSH_AUTH_ERROR); };
    });
    addRow("keyboard-interactive", [](SshApi &api) {
        api.loginInteractive = [](ssh_session, const char *, const char *) { return static_cast<int>(SSH_AUTH_ERROR); };
    });
    addRow("answer", [](SshApi &api) { api.setAnswer = [](ssh_session, unsigned int, const char *) { return -1; }; });
    addRow(
        "questions without end",
        [](SshApi &api) {
            api.promptCount = [](ssh_session) { return 0; };
            api.loginInteractive = [](ssh_session, const char *, const char *) {
                return static_cast<int>(SSH_AUTH_INFO);
            };
        },
        RemoteErrorCode::LoginRefused);
    addRow(
        "prompt",
        [](SshApi &api) { api.prompt = [](ssh_session, unsigned int, char *) -> const char * { return nullptr; }; },
        RemoteErrorCode::Cancelled); // the user has no answer to nothing
}

void SshFailuresTest::answering()
{
    QFETCH(const quintptr, breakIt);
    QFETCH(const int, code);
    SshSeam seam;
    reinterpret_cast<Break>(breakIt)(seam.api);
    const bool isPassword = QLatin1String(QTest::currentDataTag()) == QLatin1String("password");
    const LoginServer login({.factors = {isPassword ? "password" : "keyboard-interactive"},
                             .rounds = {{{.text = "Code: ", .answer = "1"}}}});
    AnsweringUser user;
    user.secretAnswers = {"right"};
    if (code != static_cast<int>(RemoteErrorCode::Cancelled)) {
        user.promptAnswers = {{"1"}, {"1"}, {"1"}};
    }
    const auto refused = SshConnector(login.target(), user, seam).connect({});
    QVERIFY(!refused);
    QCOMPARE(static_cast<int>(refused.error().code), code);
}

void SshFailuresTest::jumping()
{
    SshSeam seam;
    seam.api.openForward = [](ssh_channel, const char *, int, const char *, int) { return SSH_ERROR; };
    SshTarget target = m_sshd.target();
    target.jumps = {m_sshd.target()};
    target.name = "behind";
    const auto refused = SshConnector(target, m_user, seam).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::Unreachable);
    QCOMPARE(refused.error().host, "behind");
}

void SshFailuresTest::running_data()
{
    QTest::addColumn<quintptr>("breakIt");
    QTest::addColumn<int>("code");
    addRow("channel", [](SshApi &api) { api.newChannel = [](ssh_session) -> ssh_channel { return nullptr; }; });
    addRow("session channel", [](SshApi &api) { api.openSession = [](ssh_channel) { return SSH_ERROR; }; });
    addRow(
        "exec", [](SshApi &api) { api.requestExec = [](ssh_channel, const char *) { return SSH_ERROR; }; },
        RemoteErrorCode::NoShell);
    addRow(
        "exec without an answer",
        [](SshApi &api) {
            api.requestExec = [](ssh_channel, const char *) {
                std::this_thread::sleep_for(Answer);
                return SSH_ERROR;
            };
        },
        RemoteErrorCode::Hung);
    addRow("read",
           [](SshApi &api) { api.read = [](ssh_channel, void *, std::uint32_t, int, int) { return SSH_ERROR; }; });
    addRow("write",
           [](SshApi &api) { api.write = [](ssh_channel, const void *, std::uint32_t) { return SSH_ERROR; }; });
    addRow("end of input", [](SshApi &api) { api.sendEof = [](ssh_channel) { return SSH_ERROR; }; });
    addRow("exit status",
           [](SshApi &api) { api.exitState = [](ssh_channel, std::uint32_t *, char **, int *) { return SSH_ERROR; }; });
    addRow(
        "no exit status",
        [](SshApi &api) { api.exitState = [](ssh_channel, std::uint32_t *, char **, int *) { return SSH_AGAIN; }; },
        RemoteErrorCode::Nonsense);
}

void SshFailuresTest::running()
{
    QFETCH(const quintptr, breakIt);
    QFETCH(const int, code);
    SshSeam seam;
    const auto server = SshConnector(m_sshd.target(), m_user, seam).connect({});
    QVERIFY(server);
    reinterpret_cast<Break>(breakIt)(seam.api);
    seam.patience.answer = Answer;
    const auto result = runCommand(**server, "cat", RunAs::Login, "input");
    QVERIFY(!result);
    QCOMPARE(static_cast<int>(result.error().code), code);
}

void SshFailuresTest::transferring_data()
{
    QTest::addColumn<quintptr>("breakIt");
    QTest::addColumn<int>("code");
    addRow(
        "sftp", [](SshApi &api) { api.newSftp = [](ssh_session) -> sftp_session { return nullptr; }; },
        RemoteErrorCode::CommandMissing);
    addRow(
        "version", [](SshApi &api) { api.initSftp = [](sftp_session) { return -1; }; },
        RemoteErrorCode::CommandMissing);
    addRow(
        "file",
        [](SshApi &api) {
            api.openFile = [](sftp_session, const char *, int, mode_t) -> sftp_file { return nullptr; };
        },
        RemoteErrorCode::CommandFailed);
    addRow(
        "request",
        [](SshApi &api) { api.beginRead = [](sftp_file, std::size_t, sftp_aio *) { return ssize_t(SSH_ERROR); }; },
        RemoteErrorCode::CommandFailed);
    addRow(
        "answer",
        [](SshApi &api) {
            api.waitRead = [](sftp_aio *aio, void *, std::size_t) {
                sftp_aio_free(*aio);
                *aio = nullptr;
                return ssize_t(SSH_ERROR);
            };
        },
        RemoteErrorCode::CommandFailed);
}

void SshFailuresTest::transferring()
{
    QFETCH(const quintptr, breakIt);
    QFETCH(const int, code);
    SshSeam seam;
    seam.api.sftpLimits = [](sftp_session) -> sftp_limits_t { return nullptr; }; // an old server: goes on
    const auto server = SshConnector(m_sshd.target(), m_user, seam).connect({});
    QVERIFY(server);
    const std::string path = m_sshd.path(QStringLiteral("file")).toStdString();
    const auto readFile = [&]() -> std::expected<std::uint64_t, RemoteError> {
        const auto files = (*server)->files();
        if (!files) {
            return std::unexpected(files.error());
        }
        std::uint64_t bytes = 0;
        const auto read = (*files)->read(path, 0, 2'000'000, [&](std::span<const char> piece) {
            bytes += piece.size();
            return true;
        });
        return read ? std::expected<std::uint64_t, RemoteError>(bytes) : std::unexpected(read.error());
    };
    QCOMPARE(readFile().value_or(0), 1'000'000U);
    reinterpret_cast<Break>(breakIt)(seam.api);
    const auto bytes = readFile();
    QVERIFY(!bytes);
    QCOMPARE(static_cast<int>(bytes.error().code), code);
}

QTEST_GUILESS_MAIN(SshFailuresTest)
#include "tst_sshfailures.moc"
