// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/loginserver.h"
#include "integration/sshserver.h"
#include "remote/ssh/sshapi.h"
#include "remote/ssh/sshconnector.h"

#include <QtTest>

#include <chrono>
#include <thread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace limier;
using namespace limier::test;
using std::chrono::milliseconds;

namespace
{
using Clock = std::chrono::steady_clock;

constexpr int MostMilliseconds = 200; // that an interruption takes

SshTarget targetAt(const char *name, quint16 port)
{
    SshTarget target;
    target.name = name;
    target.hostName = "127.0.0.1";
    target.port = port;
    target.user = "nobody";
    return target;
}

// Takes connections (the system does, as far as the peer sees), says one thing, or nothing, and does nothing more.
class MutePeer
{
public:
    explicit MutePeer(const QByteArray &word)
        : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
        , m_port(bindToLoopback(m_socket))
    {
        listen(m_socket, 5);
        if (!word.isEmpty()) {
            m_thread = std::thread([this, word] {
                m_connection = accept(m_socket, nullptr, nullptr);
                send(m_connection, word.data(), static_cast<std::size_t>(word.size()), MSG_NOSIGNAL);
            });
        }
    }
    ~MutePeer()
    {
        shutdown(m_socket, SHUT_RDWR);
        if (m_thread.joinable()) {
            m_thread.join();
        }
        close(m_socket);
        close(m_connection);
    }
    MutePeer(const MutePeer &) = delete;
    MutePeer &operator=(const MutePeer &) = delete;

    [[nodiscard]] SshTarget target() const { return targetAt("mute", m_port); }

private:
    int m_socket;
    int m_connection = -1;
    quint16 m_port;
    std::thread m_thread;
};

// Does not even take connections: its queue of them is full.
class BlackHole
{
public:
    BlackHole()
        : m_port(bindToLoopback(m_sockets.front()))
    {
        listen(m_sockets.front(), 0);
        for (const int number : std::span(m_sockets).subspan(1)) {
            connectToLoopback(number, m_port);
        }
    }
    ~BlackHole()
    {
        for (const int number : m_sockets) {
            close(number);
        }
    }
    BlackHole(const BlackHole &) = delete;
    BlackHole &operator=(const BlackHole &) = delete;

    [[nodiscard]] SshTarget target() const { return targetAt("hole", m_port); }

private:
    static int made() { return socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0); }
    std::array<int, 4> m_sockets{made(), made(), made(), made()};
    quint16 m_port;
};

// How long the call took after the interruption, which comes when it has blocked for a while.
template <typename Interrupt, typename Call>
milliseconds timeToEnd(const Interrupt &interrupt, const Call &call)
{
    std::atomic<Clock::time_point> begin{};
    std::jthread interrupter([&] {
        std::this_thread::sleep_for(milliseconds(500));
        begin = Clock::now();
        interrupt();
    });
    call();
    const auto end = Clock::now();
    interrupter.join();
    return std::chrono::duration_cast<milliseconds>(end - begin.load());
}

} // namespace

/// What ends a connection or keeps it waiting: the user, the line, a server that hangs or is none.
class SshInterruptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void interrupted_data();
    void interrupted();
    void interruptedWhileConnecting_data();
    void interruptedWhileConnecting();
    void cutConnection();
    void hungServer_data();
    void hungServer();
    void silentButAlive();
    void notSsh_data();
    void notSsh();

private:
    TestSshd m_sshd;
    AnsweringUser m_user;
    const SshSeam m_patient;
    const SshSeam m_impatient = impatientSeam();
};

void SshInterruptionTest::initTestCase()
{
    LIMIER_NEEDS_SSHD();
    QVERIFY2(m_sshd.start(), m_sshd.log());
}

void SshInterruptionTest::interrupted_data()
{
    QTest::addColumn<QString>("phase");
    for (const char *phase : {"read", "write", "exit status", "sftp", "jump"}) {
        QTest::newRow(phase) << phase;
    }
}

void SshInterruptionTest::interrupted()
{
    QFETCH(const QString, phase);
    TestSshd jump;
    TestSshd sshd;
    QVERIFY(jump.start() && sshd.start());
    SshTarget target = sshd.target();
    if (phase == QStringLiteral("jump")) {
        target.jumps = {jump.target()};
    }
    const auto server = connectTo(target, m_user, m_patient);
    QVERIFY(server);
    const auto process = server->start("sleep 60", RunAs::Login);
    const auto files = server->files();
    QVERIFY(process && files);
    std::array<char, 1000> buffer{};
    RemoteErrorCode code = RemoteErrorCode::Nonsense;
    if (phase == QStringLiteral("sftp")) {
        sshd.suspend();
    }
    const milliseconds taken = timeToEnd([&] { server->interrupt(); },
                                         [&] {
                                             if (phase == QStringLiteral("write")) {
                                                 code = (*process)->write(std::string(50'000'000, 'x')).error().code;
                                             } else if (phase == QStringLiteral("exit status")) {
                                                 code = (*process)->exitStatus().error().code;
                                             } else if (phase == QStringLiteral("sftp")) {
                                                 code = (*files)->info("/").error().code;
                                             } else {
                                                 code = (*process)->read(buffer, milliseconds(30'000)).error().code;
                                             }
                                         });
    QCOMPARE(code, RemoteErrorCode::Cancelled);
    QVERIFY2(taken.count() < MostMilliseconds, qPrintable(QString::number(taken.count())));
    QCOMPARE(server->start("true", RunAs::Login).error().code, RemoteErrorCode::Cancelled);
    sshd.resume();
}

void SshInterruptionTest::interruptedWhileConnecting_data()
{
    QTest::addColumn<QString>("phase");
    for (const char *phase : {"black hole", "first word", "key exchange", "agent", "question", "login"}) {
        QTest::newRow(phase) << phase;
    }
}

void SshInterruptionTest::interruptedWhileConnecting()
{
    QFETCH(const QString, phase);
    TestSshd sshd;
    QVERIFY(sshd.start());
    const MutePeer mute({});
    const MutePeer curt("SSH-2.0-mute\r\n");
    const BlackHole hole;
    LoginServer slow({.hangsAfterConnect = true});
    SshTarget target = sshd.target();
    std::stop_source stop;
    AnsweringUser user;
    const int agent = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (phase == QStringLiteral("black hole")) {
        target = hole.target();
    } else if (phase == QStringLiteral("first word")) {
        target = mute.target();
    } else if (phase == QStringLiteral("key exchange")) {
        target = curt.target();
    } else if (phase == QStringLiteral("login")) {
        target = slow.target();
    } else if (phase == QStringLiteral("question")) {
        target.knownHosts = {sshd.path(QStringLiteral("none")).toStdString()};
        user.whileAsked = [&] {
            while (!stop.stop_requested()) {
                std::this_thread::sleep_for(milliseconds(5));
            }
        };
    } else { // an agent that takes a request and never answers
        target.agentSocket = sshd.path(QStringLiteral("agent")).toStdString();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        target.agentSocket.copy(address.sun_path, sizeof address.sun_path - 1);
        QCOMPARE(bind(agent, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(listen(agent, 5), 0);
    }
    SshConnector connector(target, user);
    RemoteErrorCode code = RemoteErrorCode::Nonsense;
    const milliseconds taken = timeToEnd([&] { stop.request_stop(); },
                                         [&] {
                                             const auto server = connector.connect(stop.get_token());
                                             code = server ? RemoteErrorCode::Nonsense : server.error().code;
                                         });
    close(agent);
    QCOMPARE(code, RemoteErrorCode::Cancelled);
    QVERIFY2(taken.count() < MostMilliseconds, qPrintable(QString::number(taken.count())));
}

void SshInterruptionTest::cutConnection()
{
    TestSshd sshd;
    QVERIFY(sshd.start());
    const auto server = connectTo(sshd.target(), m_user, m_patient);
    QVERIFY(server);
    const auto process = server->start("cat /dev/zero", RunAs::Login);
    QVERIFY(process);
    std::vector<char> buffer(65536);
    std::uint64_t bytes = 0;
    std::expected<std::size_t, RemoteError> count = 0;
    while ((count = (*process)->read(buffer, milliseconds(10'000))) && *count > 0) {
        if (bytes <= 1'000'000 && bytes + *count > 1'000'000) {
            sshd.cutConnections();
        }
        bytes += *count;
    }
    QVERIFY(!count);
    QCOMPARE(count.error().code, RemoteErrorCode::ConnectionLost);
    QCOMPARE(server->start("true", RunAs::Login).error().code, RemoteErrorCode::ConnectionLost);
    QCOMPARE(server->files().error().code, RemoteErrorCode::ConnectionLost);
    QVERIFY(connectTo(sshd.target(), m_user, m_patient));
}

void SshInterruptionTest::hungServer_data()
{
    QTest::addColumn<QString>("call");
    for (const char *call : {"read", "start", "files", "info", "connect"}) {
        QTest::newRow(call) << call;
    }
}

void SshInterruptionTest::hungServer()
{
    QFETCH(const QString, call);
    TestSshd sshd;
    QVERIFY(sshd.start());
    auto server = connectTo(sshd.target(), m_user, m_impatient);
    QVERIFY(server);
    const auto process = server->start("sleep 60", RunAs::Login);
    const auto files = server->files();
    QVERIFY(process && files);
    sshd.suspend();
    const auto begin = Clock::now();
    std::array<char, 1000> buffer{};
    RemoteError error;
    if (call == QStringLiteral("read")) {
        error = (*process)->read(buffer, milliseconds(30'000)).error();
    } else if (call == QStringLiteral("start")) {
        error = server->start("true", RunAs::Login).error();
    } else if (call == QStringLiteral("files")) {
        error = server->files().error();
    } else if (call == QStringLiteral("info")) {
        error = (*files)->info("/").error();
    } else {
        SshConnector connector(sshd.target(), m_user, m_impatient);
        error = connector.connect({}).error();
    }
    const auto taken = std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
    QCOMPARE(error.code, call == QStringLiteral("connect") ? RemoteErrorCode::TimedOut : RemoteErrorCode::Hung);
    QVERIFY(error.value >= 1);
    QVERIFY2(taken.count() < 5000, qPrintable(QString::number(taken.count())));
    const auto end = Clock::now();
    server.reset(); // does not wait for the other side
    QVERIFY(Clock::now() - end < milliseconds(MostMilliseconds));
    sshd.resume();
}

// A command that says nothing for longer than the patience for answers: the server lives, and the time is the caller's.
void SshInterruptionTest::silentButAlive()
{
    const auto server = connectTo(m_sshd.target(), m_user, m_impatient);
    QVERIFY(server);
    const auto process = server->start("sleep 5; echo late", RunAs::Login);
    QVERIFY(process);
    std::array<char, 1000> buffer{};
    const auto early = (*process)->read(buffer, milliseconds(300));
    QVERIFY(!early);
    QCOMPARE(early.error().code, RemoteErrorCode::TimedOut);
    const auto late = (*process)->read(buffer, milliseconds(20'000));
    QVERIFY2(late, qPrintable(late ? QString() : textOf(late.error())));
    QCOMPARE(std::string_view(buffer.data(), *late), "late\n");
}

void SshInterruptionTest::notSsh_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("detail");
    QTest::newRow("a mail server") << QByteArray("220 mx.example ESMTP Postfix\r\n")
                                   << QByteArray("220 mx.example ESMTP Postfix");
    QTest::newRow("binary") << QByteArray(3000, '\0') << QByteArray(300, '\0');
}

void SshInterruptionTest::notSsh()
{
    QFETCH(const QByteArray, word);
    QFETCH(const QByteArray, detail);
    const MutePeer peer(word);
    SshConnector connector(peer.target(), m_user, m_impatient);
    const auto refused = connector.connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::NotSsh);
    QCOMPARE(refused.error().detail, detail.toStdString());
}

QTEST_GUILESS_MAIN(SshInterruptionTest)
#include "tst_sshinterruption.moc"
