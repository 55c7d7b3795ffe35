// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/loginserver.h"
#include "integration/sshserver.h"
#include "remote/sshapi.h"
#include "remote/sshconnector.h"

#include <QtTest>

#include <chrono>
#include <thread>

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace limier;
using namespace limier::test;
using std::chrono::milliseconds;

namespace
{
using Clock = std::chrono::steady_clock;

constexpr qsizetype BigBytes = 200'000'000;
constexpr int MostMilliseconds = 200; // that an interruption takes

QString textOf(const RemoteError &error)
{
    return QStringLiteral("code %1: %2, %3")
        .arg(static_cast<int>(error.code))
        .arg(QString::fromStdString(error.subject), QString::fromStdString(error.detail));
}

// Takes connections (the system does, as far as the peer sees), says one thing, or nothing, and does nothing more.
class MutePeer
{
public:
    explicit MutePeer(const QByteArray &word)
        : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        bind(m_socket, reinterpret_cast<sockaddr *>(&address), size);
        listen(m_socket, 5);
        getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
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

    [[nodiscard]] SshTarget target() const
    {
        SshTarget target;
        target.name = "mute";
        target.hostName = "127.0.0.1";
        target.port = m_port;
        target.user = "nobody";
        return target;
    }

private:
    int m_socket;
    int m_connection = -1;
    quint16 m_port = 0;
    std::thread m_thread;
};

// Does not even take connections: its queue of them is full.
class BlackHole
{
public:
    BlackHole()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        bind(m_sockets.front(), reinterpret_cast<sockaddr *>(&address), size);
        listen(m_sockets.front(), 0);
        getsockname(m_sockets.front(), reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        for (const int number : std::span(m_sockets).subspan(1)) {
            ::connect(number, reinterpret_cast<sockaddr *>(&address), size);
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

    [[nodiscard]] SshTarget target() const
    {
        SshTarget target;
        target.name = "hole";
        target.hostName = "127.0.0.1";
        target.port = m_port;
        target.user = "nobody";
        return target;
    }

private:
    static int made() { return socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0); }
    std::array<int, 4> m_sockets{made(), made(), made(), made()};
    quint16 m_port = 0;
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

class SshTransferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bigFile_data();
    void bigFile();
    void pieces();
    void folder();
    void missingFiles();
    void noisyShell();
    void standardInput();
    void endlessErrors();
    void exitBySignal();
    void onlySftp_data();
    void onlySftp();
    void sudo_data();
    void sudo();
    void sudoPasswordIsNoInput();
    void sudoNotWanted();
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
    [[nodiscard]] std::unique_ptr<Server> connect(const SshTarget &target, const SshSeam &seam);

    TestSshd m_sshd;
    AnsweringUser m_user;
    SshSeam m_patient;
    SshSeam m_impatient;
    QByteArray m_bigDigest;
};

std::unique_ptr<Server> SshTransferTest::connect(const SshTarget &target, const SshSeam &seam)
{
    SshConnector connector(target, m_user, seam);
    auto server = connector.connect({});
    if (!server) {
        qWarning() << textOf(server.error());
        return {};
    }
    return std::move(*server);
}

void SshTransferTest::initTestCase()
{
    LIMIER_NEEDS_SSHD();
    m_impatient.patience = {.connect = milliseconds(2000), .answer = milliseconds(2000), .silence = milliseconds(1000)};
    QVERIFY2(m_sshd.start(), m_sshd.log());
    QByteArray bytes(BigBytes, Qt::Uninitialized);
    QRandomGenerator random(4);
    random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), BigBytes / 4);
    QVERIFY(TestSshd::write(m_sshd.path(QStringLiteral("big")), bytes));
    m_bigDigest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

void SshTransferTest::bigFile_data()
{
    QTest::addColumn<bool>("bySftp");
    QTest::addColumn<bool>("byJump");
    QTest::newRow("command") << false << false;
    QTest::newRow("sftp") << true << false;
    QTest::newRow("command through a jump") << false << true;
    QTest::newRow("sftp through a jump") << true << true;
}

void SshTransferTest::bigFile()
{
    QFETCH(const bool, bySftp);
    QFETCH(const bool, byJump);
    TestSshd jump;
    SshTarget target = m_sshd.target();
    if (byJump) {
        QVERIFY(jump.start());
        target.jumps = {jump.target()};
    }
    const auto server = connect(target, m_patient);
    QVERIFY(server);
    QByteArray got;
    got.reserve(BigBytes + 1);
    const auto add = [&](std::span<const char> bytes) {
        got.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return true;
    };
    const std::string path = m_sshd.path(QStringLiteral("big")).toStdString();
    const auto begin = Clock::now();
    if (bySftp) {
        const auto files = server->files();
        QVERIFY(files);
        const auto info = (*files)->info(path);
        QVERIFY(info);
        QCOMPARE(info->bytes, static_cast<std::uint64_t>(BigBytes));
        const auto read = (*files)->read(path, 0, info->bytes, add);
        QVERIFY2(read, qPrintable(read ? QString() : textOf(read.error())));
    } else {
        const auto process = server->start("cat " + shellQuoted(path), RunAs::Login);
        QVERIFY(process);
        std::vector<char> buffer(256 * 1024);
        while (true) {
            const auto count = (*process)->read(buffer, milliseconds(10000));
            QVERIFY2(count, qPrintable(count ? QString() : textOf(count.error())));
            if (*count == 0) {
                break;
            }
            add({buffer.data(), *count});
        }
        QCOMPARE((*process)->exitStatus().value_or(-1), 0);
    }
    const std::chrono::duration<double> taken = Clock::now() - begin;
    QCOMPARE(QCryptographicHash::hash(got, QCryptographicHash::Sha256), m_bigDigest);
    qInfo("%.0f MB/s", static_cast<double>(BigBytes) / 1e6 / taken.count());
}

// Any piece of a file, also one that ends behind its end, and a file that is read on after an early stop.
void SshTransferTest::pieces()
{
    QByteArray content;
    for (int i = 0; i < 200'000; ++i) {
        content += QByteArray::number(i) + '\n';
    }
    QVERIFY(TestSshd::write(m_sshd.path(QStringLiteral("numbers")), content));
    const std::string path = m_sshd.path(QStringLiteral("numbers")).toStdString();
    const auto server = connect(m_sshd.target(), m_patient);
    QVERIFY(server);
    const auto files = server->files();
    QVERIFY(files);
    QVERIFY((*files)->read(path, 0, 1'000'000, [](auto) { return false; }));
    const std::vector<std::pair<qint64, qint64>> pieces{{0, 1},
                                                        {0, content.size()},
                                                        {32767, 32770},
                                                        {100'001, 999'999},
                                                        {content.size() - 5, 1000},
                                                        {content.size() - 50'000, 5'000'000},
                                                        {0, 5'000'000},
                                                        {content.size(), 10},
                                                        {content.size() + 10, 10},
                                                        {17, 0}};
    for (const auto &[offset, most] : pieces) {
        QByteArray got;
        const auto read = (*files)->read(path, static_cast<std::uint64_t>(offset), static_cast<std::uint64_t>(most),
                                         [&](std::span<const char> bytes) {
                                             got.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
                                             return true;
                                         });
        QVERIFY(read);
        QCOMPARE(got, content.mid(offset, most));
    }
}

void SshTransferTest::folder()
{
    const QString folder = m_sshd.path(QStringLiteral("logs"));
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/old")));
    QVERIFY(TestSshd::write(folder + QStringLiteral("/mail.log"), "12345"));
    QVERIFY(TestSshd::write(folder + QStringLiteral("/it's \"odd\"\n"), ""));
    const auto server = connect(m_sshd.target(), m_patient);
    QVERIFY(server);
    const auto files = server->files();
    QVERIFY(files);
    auto found = (*files)->list(folder.toStdString());
    QVERIFY(found);
    std::ranges::sort(*found, {}, &RemoteFileInfo::path);
    QCOMPARE(found->size(), 3U);
    QCOMPARE((*found)[0].path, folder.toStdString() + "/it's \"odd\"\n");
    QCOMPARE((*found)[1].path, folder.toStdString() + "/mail.log");
    QCOMPARE((*found)[1].bytes, 5U);
    QVERIFY(std::abs((*found)[1].modified - QDateTime::currentSecsSinceEpoch()) < 100);
    QVERIFY(!(*found)[1].isFolder);
    QVERIFY((*found)[2].isFolder);
}

void SshTransferTest::missingFiles()
{
    const auto server = connect(m_sshd.target(), m_patient);
    QVERIFY(server);
    const auto files = server->files();
    QVERIFY(files);
    const auto take = [](auto) { return true; };
    QCOMPARE((*files)->info("/nonexistent").error().code, RemoteErrorCode::NoSuchFile);
    QCOMPARE((*files)->list("/nonexistent").error().code, RemoteErrorCode::NoSuchFile);
    QCOMPARE((*files)->read("/nonexistent", 0, 1, take).error().code, RemoteErrorCode::NoSuchFile);
    QCOMPARE((*files)->read("/nonexistent", 0, 1, take).error().subject, "/nonexistent");
    QCOMPARE((*files)->read("/", 0, 1, take).error().code, RemoteErrorCode::CommandFailed);
}

// A shell that greets whoever comes, as some start files make it.
void SshTransferTest::noisyShell()
{
    TestSshd sshd(
        {QStringLiteral("ForceCommand echo Welcome to the server; echo Beware >&2; sh -c \"$SSH_ORIGINAL_COMMAND\"")});
    QVERIFY2(sshd.start(), sshd.log());
    const auto server = connect(sshd.target(), m_patient);
    QVERIFY(server);
    QVERIFY(server->hasShell());
    const auto result = runCommand(*server, "echo data", RunAs::Login);
    QVERIFY(result);
    QCOMPARE(result->output, "data\n");
}

void SshTransferTest::standardInput()
{
    const auto server = connect(m_sshd.target(), m_patient);
    QVERIFY(server);
    std::string input(3'000'000, 'x');
    input += std::string("\0end", 4);
    const auto result = runCommand(*server, "cat", RunAs::Login, "one line\n");
    QVERIFY(result);
    QCOMPARE(result->output, "one line\n");
    const auto counted = runCommand(*server, "wc -c", RunAs::Login, input);
    QVERIFY(counted);
    QCOMPARE(counted->output, std::to_string(input.size()) + "\n");
}

// What comes on standard error must neither stop the output nor fill the memory.
void SshTransferTest::endlessErrors()
{
    const auto server = connect(m_sshd.target(), m_patient);
    QVERIFY(server);
    const auto result = runCommand(*server, "head -c 20000000 /dev/zero >&2; echo done", RunAs::Login);
    QVERIFY(result);
    QCOMPARE(result->output, "done\n");
    QCOMPARE(result->errorText.size(), 65536U);
}

void SshTransferTest::exitBySignal()
{
    const auto server = connect(m_sshd.target(), m_patient);
    QVERIFY(server);
    const auto result = runCommand(*server, "kill -KILL $PPID; sleep 5", RunAs::Login);
    QVERIFY(!result || result->status >= 128);
}

void SshTransferTest::onlySftp_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("sftp is forced") << "internal-sftp";
    QTest::newRow("a shell that refuses") << "echo This account is currently not available.; exit 1";
    QTest::newRow("a shell that says nothing") << "true";
}

void SshTransferTest::onlySftp()
{
    QFETCH(const QString, command);
    TestSshd sshd({QStringLiteral("ForceCommand ") + command});
    QVERIFY2(sshd.start(), sshd.log());
    const auto server = connect(sshd.target(), m_patient);
    QVERIFY(server);
    QVERIFY(!server->hasShell());
    QCOMPARE(server->start("true", RunAs::Login).error().code, RemoteErrorCode::NoShell);
    const auto files = server->files();
    if (command == QStringLiteral("internal-sftp")) {
        QVERIFY(files);
        QVERIFY((*files)->info("/"));
    } else {
        QVERIFY(!files);
        QCOMPARE(files.error().code, RemoteErrorCode::CommandMissing);
    }
}

// Stand-ins for sudo, as sudo behaves in each case.
void SshTransferTest::sudo_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("answers"); // comma-separated
    QTest::addColumn<int>("privilege");
    QTest::addColumn<int>("questions");
    const auto row = [](const char *name, const QByteArray &script, const char *answers, Privilege privilege,
                        int questions) {
        QTest::newRow(name) << script << QByteArray(answers) << static_cast<int>(privilege) << questions;
    };
    const QByteArray asking = "if [ \"$1\" = -n ]; then echo 'sudo: a password is required' >&2; exit 1; fi\n"
                              "test \"$1 $2 $3\" = '-k -S -p' || exit 99\n"
                              "for try in 1 2 3; do\n"
                              "    printf '%s' \"$4\" >&2\n"
                              "    IFS= read -r password || exit 1\n"
                              "    if [ \"$password\" = 'it'\\''s me' ]; then shift 5; BECAME=root exec \"$@\"; fi\n"
                              "    echo 'Sorry, try again.' >&2\n"
                              "done\nexit 1\n";
    row("no password", "shift 2; BECAME=root exec \"$@\"\n", "", Privilege::Sudo, 0);
    row("right at once", "echo 'We trust you have received the usual lecture' >&2\n" + asking, "it's me",
        Privilege::SudoPassword, 1);
    row("right in the end", asking, "no,nor this,it's me", Privilege::SudoPassword, 3);
    row("wrong", asking, "a,b,c,d", Privilege::Unprivileged, 3);
    row("not in sudoers",
        "test \"$1\" = -n && exit 1\nprintf '%s' \"$4\" >&2\nread -r line\n"
        "echo 'engineer is not in the sudoers file.' >&2\nexit 1\n",
        "a,b,c", Privilege::Unprivileged, 3);
    row("needs a terminal", "echo 'sudo: sorry, you must have a tty to run sudo' >&2\nexit 1\n", "a,b,c",
        Privilege::Unprivileged, 3);
    row("talks on standard output", "echo 'Welcome to sudo'\n" + asking, "it's me", Privilege::SudoPassword, 1);
}

void SshTransferTest::sudo()
{
    QFETCH(const QByteArray, script);
    QFETCH(const QByteArray, answers);
    QFETCH(const int, privilege);
    QFETCH(const int, questions);
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    sshd.addProgram(QStringLiteral("id"), "if [ \"$BECAME\" = root ]; then echo 0; else echo 1000; fi\n");
    sshd.addProgram(QStringLiteral("sudo"), script);
    AnsweringUser user;
    for (const QByteArray &answer : answers.split(',')) {
        user.secretAnswers.push_back(answer.toStdString());
    }
    SshConnector connector(sshd.target(), user);
    for (int i = 0; i < 2; ++i) { // the second time nothing is asked
        const auto server = connector.connect({});
        QVERIFY2(server, qPrintable(server ? QString() : textOf(server.error())));
        QCOMPARE(static_cast<int>((*server)->privilege()), privilege);
        const auto result = runCommand(**server, "printf '%s:' \"$BECAME\"; cat; echo oh >&2", RunAs::Root, "input\n");
        QVERIFY2(result, qPrintable(result ? QString() : textOf(result.error())));
        const bool isRoot = (*server)->privilege() != Privilege::Unprivileged;
        QCOMPARE(result->output, isRoot ? "root:input\n" : ":input\n");
        QVERIFY(result->errorText.ends_with("oh\n"));
        QVERIFY(!result->errorText.contains("limier-"));
        const auto plain = runCommand(**server, "printf '%s' \"$BECAME\"", RunAs::Login);
        QVERIFY(plain);
        QCOMPARE(plain->output, "");
        if (!isRoot && i == 0) {
            QCOMPARE((*server)->problems().size(), 1U);
            QCOMPARE((*server)->problems()[0].code, RemoteErrorCode::SudoRefused);
        }
    }
    QCOMPARE(static_cast<int>(user.secrets.size()), questions);
    for (const SecretQuestion &question : user.secrets) {
        QCOMPARE(question.kind, SecretQuestion::Kind::Sudo);
    }
}

// Where sudo does not read the password after all, the command must not get it.
void SshTransferTest::sudoPasswordIsNoInput()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    sshd.addProgram(QStringLiteral("id"), "if [ \"$BECAME\" = root ]; then echo 0; else echo 1000; fi\n");
    sshd.addProgram(QStringLiteral("sudo"), "test \"$1\" = -n && exit 1\nshift 5; BECAME=root exec \"$@\"\n");
    AnsweringUser user;
    user.secretAnswers = {"s3cret"};
    const auto server = SshConnector(sshd.target(), user).connect({});
    QVERIFY(server);
    QCOMPARE((*server)->privilege(), Privilege::SudoPassword);
    const auto result = runCommand(**server, "cat", RunAs::Root, "input\n");
    QVERIFY(result);
    QCOMPARE(result->output, "input\n");
}

void SshTransferTest::sudoNotWanted()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    sshd.addProgram(QStringLiteral("id"), "echo 1000\n");
    sshd.addProgram(QStringLiteral("sudo"), "exit 1\n");
    AnsweringUser user;
    SshConnector connector(sshd.target(), user);
    for (int i = 0; i < 2; ++i) {
        const auto server = connector.connect({});
        QVERIFY(server);
        QCOMPARE((*server)->privilege(), Privilege::Unprivileged);
        QVERIFY((*server)->problems().empty());
    }
    QCOMPARE(user.secrets.size(), 1U);
}

void SshTransferTest::interrupted_data()
{
    QTest::addColumn<QString>("phase");
    for (const char *phase : {"read", "write", "exit status", "sftp", "jump"}) {
        QTest::newRow(phase) << phase;
    }
}

void SshTransferTest::interrupted()
{
    QFETCH(const QString, phase);
    TestSshd jump;
    TestSshd sshd;
    QVERIFY(jump.start() && sshd.start());
    SshTarget target = sshd.target();
    if (phase == QStringLiteral("jump")) {
        target.jumps = {jump.target()};
    }
    const auto server = connect(target, m_patient);
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

void SshTransferTest::interruptedWhileConnecting_data()
{
    QTest::addColumn<QString>("phase");
    for (const char *phase : {"black hole", "first word", "key exchange", "agent", "question", "login"}) {
        QTest::newRow(phase) << phase;
    }
}

void SshTransferTest::interruptedWhileConnecting()
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

void SshTransferTest::cutConnection()
{
    TestSshd sshd;
    QVERIFY(sshd.start());
    const auto server = connect(sshd.target(), m_patient);
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
    QVERIFY(connect(sshd.target(), m_patient));
}

void SshTransferTest::hungServer_data()
{
    QTest::addColumn<QString>("call");
    for (const char *call : {"read", "start", "files", "info", "connect"}) {
        QTest::newRow(call) << call;
    }
}

void SshTransferTest::hungServer()
{
    QFETCH(const QString, call);
    TestSshd sshd;
    QVERIFY(sshd.start());
    auto server = connect(sshd.target(), m_impatient);
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
void SshTransferTest::silentButAlive()
{
    const auto server = connect(m_sshd.target(), m_impatient);
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

void SshTransferTest::notSsh_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("detail");
    QTest::newRow("a mail server") << QByteArray("220 mx.example ESMTP Postfix\r\n")
                                   << QByteArray("220 mx.example ESMTP Postfix");
    QTest::newRow("binary") << QByteArray(3000, '\0') << QByteArray(300, '\0');
}

void SshTransferTest::notSsh()
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

QTEST_GUILESS_MAIN(SshTransferTest)
#include "tst_sshtransfer.moc"
