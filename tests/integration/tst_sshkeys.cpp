// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/sshserver.h"
#include "remote/ssh/sshconnector.h"

#include <QtTest>

using namespace limier;
using namespace limier::test;

namespace
{
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

} // namespace

/// Logging in by a key of a file or of an agent.
class SshKeysTest : public QObject
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
    void refused();
};

void SshKeysTest::initTestCase()
{
    LIMIER_NEEDS_SSHD();
}

void SshKeysTest::keyFile()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    AnsweringUser user;
    SshConnector connector(sshd.target(), user);
    const auto server = connector.connect({});
    QVERIFY2(server, qPrintable(textOf(server)));
    QVERIFY((*server)->hasShell());
    const auto result = runCommand(**server, "printf '%s' \"it is $((6 * 7))\"; echo oh >&2; exit 3", RunAs::Login);
    QVERIFY(result);
    QCOMPARE(result->output, "it is 42");
    QCOMPARE(result->errorText, "oh\n");
    QCOMPARE(result->status, 3);
    QVERIFY(user.hostKeys.empty() && user.secrets.empty() && user.prompts.empty());
    QVERIFY((*server)->problems().empty());
}

void SshKeysTest::keyTypes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("isPem");
    QTest::newRow("ecdsa") << "ecdsa" << false;
    QTest::newRow("rsa") << "rsa" << false;
    QTest::newRow("rsa without its public half") << "rsa" << true;
}

void SshKeysTest::keyTypes()
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
    QVERIFY2(server, qPrintable(textOf(server)));
}

void SshKeysTest::passphrase()
{
    TestSshd sshd;
    QVERIFY(TestSshd::makeKey(sshd.clientKey(), QStringLiteral("open sesame")));
    QVERIFY2(sshd.start(), sshd.log());
    AnsweringUser user;
    user.secretAnswers = {"wrong", "open sesame"};
    SshConnector connector(sshd.target(), user);
    for (int i = 0; i < 2; ++i) { // the second connection asks nothing
        const auto server = connector.connect({});
        QVERIFY2(server, qPrintable(textOf(server)));
    }
    QCOMPARE(user.secrets.size(), 2U);
    QCOMPARE(user.secrets[0].kind, SecretQuestion::Kind::Passphrase);
    QCOMPARE(user.secrets[0].keyFile, sshd.clientKey().toStdString());
    QCOMPARE(user.secrets[1].attempt, 2);
}

void SshKeysTest::passphraseOfUnwantedKey()
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

void SshKeysTest::agent()
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
    QVERIFY2(server, qPrintable(textOf(server)));
    target.agentSocket = sshd.path(QStringLiteral("none")).toStdString();
    const auto refused = SshConnector(target, user).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::LoginRefused);
}

void SshKeysTest::onlyConfiguredKeysOfTheAgent()
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

void SshKeysTest::tooManyKeysInTheAgent()
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

void SshKeysTest::refused()
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

QTEST_GUILESS_MAIN(SshKeysTest)
#include "tst_sshkeys.moc"
