// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/loginserver.h"
#include "integration/sshserver.h"
#include "remote/ssh/sshconnector.h"

#include <QtTest>

using namespace limier;
using namespace limier::test;

namespace
{
const LoginServer::Prompt PasswordPrompt{.text = "Password: ", .answer = "right"};
const LoginServer::Prompt CodePrompt{.text = "Verification code: ", .isEchoed = true, .answer = "123456"};

} // namespace

/// Logging in by what the user answers.
class SshLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void password();
    void wrongPasswords();
    void declinedPassword();
    void changedPassword();
    void prompts();
    void oneTimeCodeAgain();
    void severalFactors();
    void severalAtOnce();
    void nothingSecretIsSeen();
};

void SshLoginTest::initTestCase()
{
    LIMIER_NEEDS_SSHD();
}

void SshLoginTest::password()
{
    const LoginServer login({});
    AnsweringUser user;
    user.secretAnswers = {"wrong", "right"};
    SshConnector connector(login.target(), user);
    for (int i = 0; i < 2; ++i) {
        const auto server = connector.connect({});
        QVERIFY2(server, qPrintable(textOf(server)));
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
    QVERIFY2(server, qPrintable(textOf(server)));
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
    QVERIFY2(server, qPrintable(textOf(server)));
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
    QVERIFY2(server, qPrintable(textOf(server)));
    QCOMPARE(user.secrets.size(), 1U);
    QCOMPARE(user.prompts.size(), 1U);
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
    QVERIFY2(server, qPrintable(textOf(server)));
    QCOMPARE((*server)->problems().size(), 1U);
    QVERIFY(!(*server)->problems()[0].detail.contains(secret));
    watcher.request_stop();
    watcher.join();
    QVERIFY(!wasSeen);
}

QTEST_GUILESS_MAIN(SshLoginTest)
#include "tst_sshlogin.moc"
