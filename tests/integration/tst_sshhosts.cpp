// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/loginserver.h"
#include "integration/sshserver.h"
#include "remote/ssh/sshconnector.h"

#include <QtTest>

using namespace limier;
using namespace limier::test;

/// Which host it is that was reached, if one was: its key, and the jumps on the way.
class SshHostsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
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
};

void SshHostsTest::initTestCase()
{
    LIMIER_NEEDS_SSHD();
}

void SshHostsTest::unknownHost()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    SshTarget target = sshd.target();
    const QString file = sshd.path(QStringLiteral("new/known_hosts"));
    target.knownHosts = {file.toStdString(), "/nonexistent/known_hosts"};
    AnsweringUser user;
    user.acceptsHostKeys = true;
    const auto server = SshConnector(target, user).connect({});
    QVERIFY2(server, qPrintable(textOf(server)));
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

void SshHostsTest::declinedHost()
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

void SshHostsTest::unsavedHost()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    SshTarget target = sshd.target();
    target.knownHosts = {sshd.programs().toStdString()}; // a folder
    AnsweringUser user;
    user.acceptsHostKeys = true;
    SshConnector connector(target, user);
    const auto server = connector.connect({});
    QVERIFY2(server, qPrintable(textOf(server)));
    QCOMPARE((*server)->problems().size(), 1U);
    QCOMPARE((*server)->problems()[0].code, RemoteErrorCode::HostKeyNotSaved);
    QCOMPARE((*server)->problems()[0].subject, sshd.programs().toStdString());
    QVERIFY(connector.connect({}));
    QCOMPARE(user.hostKeys.size(), 1U);
}

void SshHostsTest::changedHost()
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

void SshHostsTest::revokedHost()
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
void SshHostsTest::knownByOtherKindOfKey()
{
    TestSshd probe;
    const QString rsa = probe.path(QStringLiteral("rsa"));
    QVERIFY(TestSshd::makeKey(rsa, {}, QStringLiteral("rsa")));
    TestSshd sshd({QStringLiteral("HostKey %1").arg(rsa)});
    QVERIFY2(sshd.start(), sshd.log());
    TestSshd::write(sshd.knownHosts(), sshd.knownName().toUtf8() + ' ' + TestSshd::read(rsa + QStringLiteral(".pub")));
    AnsweringUser user;
    const auto server = SshConnector(sshd.target(), user).connect({});
    QVERIFY2(server, qPrintable(textOf(server)));
}

void SshHostsTest::twoJumps()
{
    TestSshd first;
    TestSshd second;
    TestSshd last;
    QVERIFY(first.start() && second.start() && last.start());
    SshTarget target = last.target();
    target.jumps = {first.target(), second.target()};
    AnsweringUser user;
    const auto server = SshConnector(target, user).connect({});
    QVERIFY2(server, qPrintable(textOf(server)));
    const auto result = runCommand(**server, "echo \"$SSH_CONNECTION\"", RunAs::Login);
    QVERIFY(result);
    QVERIFY(result->output.ends_with(' ' + std::to_string(last.port()) + '\n'));
    QVERIFY2(second.log().contains("Accepted publickey"), second.log());
}

void SshHostsTest::unknownJump()
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

void SshHostsTest::jumpMayNot()
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

void SshHostsTest::unreachable_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing listens") << "127.0.0.1" << freePort() << static_cast<int>(RemoteErrorCode::Refused);
    QTest::newRow("no such name") << "nobody.invalid" << quint16(22) << static_cast<int>(RemoteErrorCode::NameNotFound);
}

void SshHostsTest::unreachable()
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

QTEST_GUILESS_MAIN(SshHostsTest)
#include "tst_sshhosts.moc"
