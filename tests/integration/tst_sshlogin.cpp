// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/loginserver.h"
#include "integration/sshserver.h"
#include "remote/sshconnector.h"

#include <QtTest>

using namespace limier;
using namespace limier::test;

namespace
{
using Connected = std::expected<std::unique_ptr<Server>, RemoteError>;

QString text(const Connected &connected)
{
    return connected
        ? QStringLiteral("connected")
        : QStringLiteral("code %1: %2, %3")
              .arg(static_cast<int>(connected.error().code))
              .arg(QString::fromStdString(connected.error().subject), QString::fromStdString(connected.error().detail));
}

const LoginServer::Prompt PasswordPrompt{.text = "Password: ", .answer = "right"};
const LoginServer::Prompt CodePrompt{.text = "Verification code: ", .isEchoed = true, .answer = "123456"};

} // namespace

class SshLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keyFile();
    void keyTypes_data();
    void keyTypes();
    void passphrase();
    void passphraseOfUnwantedKey();
    void agent();
    void onlyConfiguredKeysOfTheAgent();
    void tooManyKeysInTheAgent();
    void password();
    void wrongPasswords();
    void declinedPassword();
    void changedPassword();
    void prompts();
    void oneTimeCodeAgain();
    void severalFactors();
    void refused();
    void unknownHost();
    void declinedHost();
    void unsavedHost();
    void changedHost();
    void revokedHost();
    void knownByOtherKindOfKey();
    void twoJumps();
    void unknownJump();
    void jumpMayNot();
    void unreachable_data();
    void unreachable();
    void severalAtOnce();
    void nothingSecretIsSeen();
};

void SshLoginTest::initTestCase()
{
    LIMIER_NEEDS_SSHD();
}

void SshLoginTest::keyFile()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    AnsweringUser user;
    SshConnector connector(sshd.target(), user);
    const auto server = connector.connect({});
    QVERIFY2(server, qPrintable(text(server)));
    QVERIFY((*server)->hasShell());
    const auto result = runCommand(**server, "printf '%s' \"it is $((6 * 7))\"; echo oh >&2; exit 3", RunAs::Login);
    QVERIFY(result);
    QCOMPARE(result->output, "it is 42");
    QCOMPARE(result->errorText, "oh\n");
    QCOMPARE(result->status, 3);
    QVERIFY(user.hostKeys.empty() && user.secrets.empty() && user.prompts.empty());
    QVERIFY((*server)->problems().empty());
}

void SshLoginTest::keyTypes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("isPem");
    QTest::newRow("ecdsa") << "ecdsa" << false;
    QTest::newRow("rsa") << "rsa" << false;
    QTest::newRow("rsa without its public half") << "rsa" << true;
}

void SshLoginTest::keyTypes()
{
    QFETCH(const QString, type);
    QFETCH(const bool, isPem);
    TestSshd sshd;
    QVERIFY(TestSshd::makeKey(sshd.clientKey(), {}, type));
    QVERIFY2(sshd.start(), sshd.log());
    if (isPem) {
        QVERIFY(TestSshd::run(QStringLiteral("ssh-keygen"),
                              {QStringLiteral("-q"), QStringLiteral("-p"), QStringLiteral("-m"), QStringLiteral("PEM"),
                               QStringLiteral("-N"), QString(), QStringLiteral("-f"), sshd.clientKey()}));
        QVERIFY(QFile::remove(sshd.clientKey() + QStringLiteral(".pub")));
    }
    AnsweringUser user;
    SshConnector connector(sshd.target(), user);
    const auto server = connector.connect({});
    QVERIFY2(server, qPrintable(text(server)));
}

void SshLoginTest::passphrase()
{
    TestSshd sshd;
    QVERIFY(TestSshd::makeKey(sshd.clientKey(), QStringLiteral("open sesame")));
    QVERIFY2(sshd.start(), sshd.log());
    AnsweringUser user;
    user.secretAnswers = {"wrong", "open sesame"};
    SshConnector connector(sshd.target(), user);
    for (int i = 0; i < 2; ++i) { // the second connection asks nothing
        const auto server = connector.connect({});
        QVERIFY2(server, qPrintable(text(server)));
    }
    QCOMPARE(user.secrets.size(), 2U);
    QCOMPARE(user.secrets[0].kind, SecretQuestion::Kind::Passphrase);
    QCOMPARE(user.secrets[0].keyFile, sshd.clientKey().toStdString());
    QCOMPARE(user.secrets[1].attempt, 2);
}

void SshLoginTest::passphraseOfUnwantedKey()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    const QString other = sshd.path(QStringLiteral("other"));
    QVERIFY(TestSshd::makeKey(other, QStringLiteral("open sesame")));
    SshTarget target = sshd.target();
    target.identityFiles.insert(target.identityFiles.begin(), other.toStdString());
    AnsweringUser user;
    SshConnector connector(target, user);
    QVERIFY(connector.connect({}));
    QVERIFY(user.secrets.empty());
}

// An ssh-agent with the keys of these files.
class TestAgent
{
public:
    explicit TestAgent(const QString &socket, const QStringList &keys)
    {
        m_process.start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), socket});
        QVERIFY(m_process.waitForStarted());
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(socket); }));
        for (const QString &key : keys) {
            QProcess add;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("SSH_AUTH_SOCK"), socket);
            add.setProcessEnvironment(environment);
            add.start(QStringLiteral("ssh-add"), {QStringLiteral("-q"), key});
            QVERIFY(add.waitForFinished() && add.exitCode() == 0);
        }
    }
    ~TestAgent()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

void SshLoginTest::agent()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    const TestAgent agent(sshd.path(QStringLiteral("agent")), {sshd.clientKey()});
    SshTarget target = sshd.target();
    target.identityFiles.clear();
    target.agentSocket = sshd.path(QStringLiteral("agent")).toStdString();
    AnsweringUser user;
    SshConnector connector(target, user);
    const auto server = connector.connect({});
    QVERIFY2(server, qPrintable(text(server)));
    target.agentSocket = sshd.path(QStringLiteral("none")).toStdString();
    const auto refused = SshConnector(target, user).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::LoginRefused);
}

void SshLoginTest::onlyConfiguredKeysOfTheAgent()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    const QString configured = sshd.path(QStringLiteral("configured"));
    QVERIFY(TestSshd::makeKey(configured));
    const TestAgent agent(sshd.path(QStringLiteral("agent")), {sshd.clientKey(), configured});
    SshTarget target = sshd.target();
    target.identityFiles = {configured.toStdString()};
    target.agentSocket = sshd.path(QStringLiteral("agent")).toStdString();
    target.onlyThese = true;
    AnsweringUser user;
    const auto refused = SshConnector(target, user).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::LoginRefused);
    target.onlyThese = false;
    QVERIFY(SshConnector(target, user).connect({}));
}

void SshLoginTest::tooManyKeysInTheAgent()
{
    TestSshd sshd({QStringLiteral("MaxAuthTries 3")});
    QVERIFY2(sshd.start(), sshd.log());
    QStringList keys;
    for (int i = 0; i < 5; ++i) {
        keys << sshd.path(QStringLiteral("key%1").arg(i));
        QVERIFY(TestSshd::makeKey(keys.last()));
    }
    const TestAgent agent(sshd.path(QStringLiteral("agent")), keys);
    SshTarget target = sshd.target();
    target.agentSocket = sshd.path(QStringLiteral("agent")).toStdString();
    AnsweringUser user;
    // The key of a file comes before those of the agent that nobody named.
    QVERIFY(SshConnector(target, user).connect({}));
    target.identityFiles.clear();
    const auto refused = SshConnector(target, user).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::LoginRefused);
    QCOMPARE(refused.error().detail, "publickey");
}

void SshLoginTest::password()
{
    const LoginServer login({});
    AnsweringUser user;
    user.secretAnswers = {"wrong", "right"};
    SshConnector connector(login.target(), user);
    for (int i = 0; i < 2; ++i) {
        const auto server = connector.connect({});
        QVERIFY2(server, qPrintable(text(server)));
        QVERIFY(!(*server)->hasShell());
    }
    QCOMPARE(user.secrets.size(), 2U);
    QCOMPARE(user.secrets[0].kind, SecretQuestion::Kind::Password);
    QCOMPARE(user.secrets[0].host, "login.example");
    QCOMPARE(user.secrets[0].user, "engineer");
    QCOMPARE(user.secrets[0].attempt, 1);
    QCOMPARE(user.secrets[1].attempt, 2);
    QCOMPARE(login.passwords(), (std::vector<std::string>{"wrong", "right", "right"}));
}

void SshLoginTest::wrongPasswords()
{
    const LoginServer login({});
    AnsweringUser user;
    user.secretAnswers = {"a", "b", "c", "right"};
    const auto refused = SshConnector(login.target(), user).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::LoginRefused);
    QCOMPARE(refused.error().host, "login.example");
    QCOMPARE(user.secrets.size(), 3U);
}

void SshLoginTest::declinedPassword()
{
    const LoginServer login({});
    AnsweringUser user;
    const auto refused = SshConnector(login.target(), user).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::Cancelled);
}

void SshLoginTest::changedPassword()
{
    LoginServer login({});
    AnsweringUser user;
    user.secretAnswers = {"right", "newer"};
    SshConnector connector(login.target(), user);
    QVERIFY(connector.connect({}));
    login.setPassword("newer");
    QVERIFY(connector.connect({}));
    QCOMPARE(login.passwords(), (std::vector<std::string>{"right", "right", "newer"}));
}

void SshLoginTest::prompts()
{
    const LoginServer login(
        {.factors = {"keyboard-interactive"},
         .instruction = "Two of them \x1b[31m",
         .rounds = {{PasswordPrompt, {.text = "Colour: ", .isEchoed = true, .answer = "blue"}}, {CodePrompt}}});
    AnsweringUser user;
    user.promptAnswers = {{"right", "red"}, {"right", "blue"}, {"123456"}};
    const auto server = SshConnector(login.target(), user).connect({});
    QVERIFY2(server, qPrintable(text(server)));
    QCOMPARE(user.prompts.size(), 3U);
    QCOMPARE(user.prompts[0].instruction, "Two of them \x1b[31m");
    QCOMPARE(user.prompts[0].title, "login");
    QCOMPARE(user.prompts[0].prompts.size(), 2U);
    QCOMPARE(user.prompts[0].prompts[1].text, "Colour: ");
    QVERIFY(!user.prompts[0].prompts[0].isEchoed);
    QVERIFY(user.prompts[0].prompts[1].isEchoed);
    QCOMPARE(user.prompts[1].attempt, 2);
    QCOMPARE(user.prompts[2].prompts[0].text, "Verification code: ");
    QVERIFY(user.secrets.empty());
}

// The password is kept for the next connection, a code never.
void SshLoginTest::oneTimeCodeAgain()
{
    const LoginServer login({.factors = {"keyboard-interactive"}, .rounds = {{PasswordPrompt}, {CodePrompt}}});
    AnsweringUser user;
    user.promptAnswers = {{"right"}, {"123456"}, {"123456"}};
    SshConnector connector(login.target(), user);
    QVERIFY(connector.connect({}));
    const auto server = connector.connect({});
    QVERIFY2(server, qPrintable(text(server)));
    QCOMPARE(user.prompts.size(), 3U);
    QCOMPARE(user.prompts[2].prompts[0].text, "Verification code: ");
}

void SshLoginTest::severalFactors()
{
    const LoginServer login({.factors = {"password", "keyboard-interactive"}, .rounds = {{CodePrompt}}});
    AnsweringUser user;
    user.secretAnswers = {"right"};
    user.promptAnswers = {{"123456"}};
    const auto server = SshConnector(login.target(), user).connect({});
    QVERIFY2(server, qPrintable(text(server)));
    QCOMPARE(user.secrets.size(), 1U);
    QCOMPARE(user.prompts.size(), 1U);
}

void SshLoginTest::refused()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    SshTarget target = sshd.target();
    target.identityFiles = {sshd.path(QStringLiteral("none")).toStdString(), sshd.knownHosts().toStdString()};
    AnsweringUser user;
    const auto refused = SshConnector(target, user).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::LoginRefused);
    QCOMPARE(refused.error().detail, "publickey");
}

void SshLoginTest::unknownHost()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    SshTarget target = sshd.target();
    const QString file = sshd.path(QStringLiteral("new/known_hosts"));
    target.knownHosts = {file.toStdString(), "/nonexistent/known_hosts"};
    AnsweringUser user;
    user.acceptsHostKeys = true;
    const auto server = SshConnector(target, user).connect({});
    QVERIFY2(server, qPrintable(text(server)));
    QCOMPARE(user.hostKeys.size(), 1U);
    const auto fingerprint =
        TestSshd::run(QStringLiteral("ssh-keygen"), {QStringLiteral("-l"), QStringLiteral("-f"), sshd.hostKey()});
    QVERIFY(fingerprint && fingerprint->contains(QByteArray::fromStdString(user.hostKeys[0].fingerprint)));
    QVERIFY(user.hostKeys[0].fingerprint.starts_with("SHA256:"));
    QCOMPARE(user.hostKeys[0].keyType, "ssh-ed25519");
    QCOMPARE(user.hostKeys[0].host, sshd.knownName().toStdString());
    QCOMPARE(user.hostKeys[0].savedIn, file.toStdString());
    // What was saved is what OpenSSH finds, and it is not asked again.
    QVERIFY(TestSshd::run(QStringLiteral("ssh-keygen"),
                          {QStringLiteral("-F"), sshd.knownName(), QStringLiteral("-f"), file}));
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(SshConnector(target, user).connect({}));
    QVERIFY(TestSshd::run(QStringLiteral("ssh-keygen"), {QStringLiteral("-H"), QStringLiteral("-f"), file}));
    QVERIFY(!TestSshd::read(file).contains("127.0.0.1"));
    QVERIFY(SshConnector(target, user).connect({}));
    QCOMPARE(user.hostKeys.size(), 1U);
}

void SshLoginTest::declinedHost()
{
    LoginServer login({});
    SshTarget target = login.target();
    const std::string file = target.knownHosts.front().string() + ".none";
    target.knownHosts = {file};
    AnsweringUser user;
    user.secretAnswers = {"right"};
    const auto refused = SshConnector(target, user).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::HostKeyDeclined);
    QVERIFY(user.secrets.empty()); // never a login before the key is settled
    QVERIFY(login.passwords().empty());
    QVERIFY(!std::filesystem::exists(file));
}

void SshLoginTest::unsavedHost()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    SshTarget target = sshd.target();
    target.knownHosts = {sshd.programs().toStdString()}; // a folder
    AnsweringUser user;
    user.acceptsHostKeys = true;
    SshConnector connector(target, user);
    const auto server = connector.connect({});
    QVERIFY2(server, qPrintable(text(server)));
    QCOMPARE((*server)->problems().size(), 1U);
    QCOMPARE((*server)->problems()[0].code, RemoteErrorCode::HostKeyNotSaved);
    QCOMPARE((*server)->problems()[0].subject, sshd.programs().toStdString());
    QVERIFY(connector.connect({}));
    QCOMPARE(user.hostKeys.size(), 1U);
}

void SshLoginTest::changedHost()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    const QString other = sshd.path(QStringLiteral("other"));
    QVERIFY(TestSshd::makeKey(other));
    TestSshd::write(sshd.knownHosts(),
                    "# of old\n\n" + sshd.knownName().toUtf8() + ' ' + TestSshd::read(other + QStringLiteral(".pub")));
    AnsweringUser user;
    user.acceptsHostKeys = true;
    const auto refused = SshConnector(sshd.target(), user).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::HostKeyChanged);
    QCOMPARE(refused.error().subject, sshd.knownHosts().toStdString());
    QCOMPARE(refused.error().value, 3);
    QVERIFY(refused.error().detail.starts_with("SHA256:"));
    QVERIFY(user.hostKeys.empty());
}

void SshLoginTest::revokedHost()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    const QByteArray known = TestSshd::read(sshd.knownHosts());
    const QString global = sshd.path(QStringLiteral("global"));
    TestSshd::write(global, "@revoked * " + TestSshd::read(sshd.hostKey() + QStringLiteral(".pub")));
    SshTarget target = sshd.target();
    target.knownHosts.emplace_back(global.toStdString());
    AnsweringUser user;
    user.acceptsHostKeys = true;
    const auto refused = SshConnector(target, user).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::HostKeyRevoked);
    QCOMPARE(refused.error().subject, global.toStdString());
    QCOMPARE(refused.error().value, 1);
}

// The server has a better key than the one that is known: it is asked for the known one.
void SshLoginTest::knownByOtherKindOfKey()
{
    TestSshd probe;
    const QString rsa = probe.path(QStringLiteral("rsa"));
    QVERIFY(TestSshd::makeKey(rsa, {}, QStringLiteral("rsa")));
    TestSshd sshd({QStringLiteral("HostKey %1").arg(rsa)});
    QVERIFY2(sshd.start(), sshd.log());
    TestSshd::write(sshd.knownHosts(), sshd.knownName().toUtf8() + ' ' + TestSshd::read(rsa + QStringLiteral(".pub")));
    AnsweringUser user;
    const auto server = SshConnector(sshd.target(), user).connect({});
    QVERIFY2(server, qPrintable(text(server)));
}

void SshLoginTest::twoJumps()
{
    TestSshd first;
    TestSshd second;
    TestSshd last;
    QVERIFY(first.start() && second.start() && last.start());
    SshTarget target = last.target();
    target.jumps = {first.target(), second.target()};
    AnsweringUser user;
    const auto server = SshConnector(target, user).connect({});
    QVERIFY2(server, qPrintable(text(server)));
    const auto result = runCommand(**server, "echo \"$SSH_CONNECTION\"", RunAs::Login);
    QVERIFY(result);
    QVERIFY(result->output.ends_with(' ' + std::to_string(last.port()) + '\n'));
    QVERIFY2(second.log().contains("Accepted publickey"), second.log());
}

void SshLoginTest::unknownJump()
{
    TestSshd jump;
    TestSshd last;
    QVERIFY(jump.start() && last.start());
    SshTarget target = last.target();
    target.jumps = {jump.target()};
    target.jumps[0].knownHosts = {jump.path(QStringLiteral("none")).toStdString()};
    AnsweringUser user;
    const auto refused = SshConnector(target, user).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::HostKeyDeclined);
    QCOMPARE(refused.error().host, jump.target().name);
    QVERIFY(!jump.log().contains("Accepted"));
    user.acceptsHostKeys = true;
    QVERIFY(SshConnector(target, user).connect({}));
}

void SshLoginTest::jumpMayNot()
{
    TestSshd jump({QStringLiteral("AllowTcpForwarding no")});
    TestSshd last;
    QVERIFY(jump.start() && last.start());
    SshTarget target = last.target();
    target.jumps = {jump.target()};
    AnsweringUser user;
    const auto refused = SshConnector(target, user).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::Unreachable);
    QCOMPARE(refused.error().host, last.target().name);
}

void SshLoginTest::unreachable_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing listens") << "127.0.0.1" << freePort() << static_cast<int>(RemoteErrorCode::Refused);
    QTest::newRow("no such name") << "nobody.invalid" << quint16(22) << static_cast<int>(RemoteErrorCode::NameNotFound);
}

void SshLoginTest::unreachable()
{
    QFETCH(const QString, host);
    QFETCH(const quint16, port);
    QFETCH(const int, code);
    SshTarget target;
    target.name = "gone";
    target.hostName = host.toStdString();
    target.port = port;
    target.user = "nobody";
    AnsweringUser user;
    const auto refused = SshConnector(target, user).connect({});
    QVERIFY(!refused);
    QCOMPARE(static_cast<int>(refused.error().code), code);
    QCOMPARE(refused.error().host, "gone");
}

// One question serves them all.
void SshLoginTest::severalAtOnce()
{
    TestSshd sshd;
    QVERIFY(TestSshd::makeKey(sshd.clientKey(), QStringLiteral("open sesame")));
    QVERIFY2(sshd.start(), sshd.log());
    SshTarget target = sshd.target();
    target.knownHosts = {sshd.path(QStringLiteral("new")).toStdString()};
    AnsweringUser user;
    user.acceptsHostKeys = true;
    user.secretAnswers = {"open sesame"};
    user.whileAsked = [] { QThread::msleep(200); };
    SshConnector connector(target, user);
    std::atomic<int> connected = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] { connected += connector.connect({}) ? 1 : 0; });
        }
    }
    QCOMPARE(connected.load(), 4);
    QCOMPARE(user.hostKeys.size(), 1U);
    QCOMPARE(user.secrets.size(), 1U);
}

// While the user is asked, and just after, no process has a secret among its arguments or in its environment.
void SshLoginTest::nothingSecretIsSeen()
{
    const std::string secret = "s3cret-" + std::to_string(QCoreApplication::applicationPid());
    const auto isSeen = [&] {
        for (const QString &process : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
            for (const char *file : {"cmdline", "environ"}) {
                const QString path = QStringLiteral("/proc/%1/%2").arg(process, QLatin1String(file));
                if (process.toInt() > 0 && TestSshd::read(path).contains(secret.c_str())) {
                    return true;
                }
            }
        }
        return false;
    };
    std::atomic<bool> wasSeen = false;
    std::jthread watcher([&](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            wasSeen = wasSeen || isSeen();
        }
    });
    LoginServer login({.password = secret});
    TestSshd sshd;
    QVERIFY(TestSshd::makeKey(sshd.clientKey(), QStringLiteral("open sesame")));
    QVERIFY2(sshd.start(), sshd.log());
    sshd.addProgram(QStringLiteral("id"), "echo 1000\n");
    sshd.addProgram(QStringLiteral("sudo"),
                    "test \"$1\" = -n && exit 1\nprintf '%s' \"$4\" >&2\nread -r line\nsleep 1\n"
                    "printf '%s' \"$4\" >&2\nread -r line\nexit 1\n");
    AnsweringUser user;
    user.secretAnswers = {"wrong " + secret, secret};
    QVERIFY(SshConnector(login.target(), user).connect({}));
    login.setPassword("other");
    user.secrets.clear();
    user.secretAnswers = {secret, secret, secret};
    const auto refused = SshConnector(login.target(), user).connect({});
    QVERIFY(!refused);
    QVERIFY(!(refused.error().detail + refused.error().subject).contains(secret));
    user.secrets.clear();
    user.secretAnswers = {"open sesame", secret, secret, secret};
    const auto server = SshConnector(sshd.target(), user).connect({});
    QVERIFY2(server, qPrintable(text(server)));
    QCOMPARE((*server)->problems().size(), 1U);
    QVERIFY(!(*server)->problems()[0].detail.contains(secret));
    watcher.request_stop();
    watcher.join();
    QVERIFY(!wasSeen);
}

QTEST_GUILESS_MAIN(SshLoginTest)
#include "tst_sshlogin.moc"
