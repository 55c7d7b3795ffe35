// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/sshserver.h"
#include "remote/ssh/sshapi.h"
#include "remote/ssh/sshconnector.h"

#include <QtTest>

using namespace limier;
using namespace limier::test;

/// What an account may do on a server: nothing but SFTP, commands, or being root by sudo.
class SshRightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlySftp_data();
    void onlySftp();
    void slowShell();
    void silentShell();
    void sudo_data();
    void sudo();
    void sudoPasswordIsNoInput();
    void sudoNotWanted();

private:
    AnsweringUser m_user;
    SshSeam m_patient;
};

void SshRightsTest::initTestCase()
{
    LIMIER_NEEDS_SSHD();
}

void SshRightsTest::onlySftp_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("sftp is forced") << "internal-sftp";
    QTest::newRow("a shell that refuses") << "echo This account is currently not available.; exit 1";
    QTest::newRow("a shell that says nothing") << "true";
}

void SshRightsTest::onlySftp()
{
    QFETCH(const QString, command);
    TestSshd sshd({QStringLiteral("ForceCommand ") + command});
    QVERIFY2(sshd.start(), sshd.log());
    const auto server = connectTo(sshd.target(), m_user, m_patient);
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

// A shell that has begun is one, however long it takes then.
void SshRightsTest::slowShell()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    sshd.addProgram(QStringLiteral("id"), "exec sleep 60\n");
    const SshSeam impatient = impatientSeam();
    const auto refused = SshConnector(sshd.target(), m_user, impatient).connect({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RemoteErrorCode::Hung);
    QCOMPARE(refused.error().host, sshd.target().name);
    QCOMPARE(refused.error().value, 2);
}

// Nothing tells it from one that waits for requests of SFTP.
void SshRightsTest::silentShell()
{
    TestSshd sshd({QStringLiteral("ForceCommand sleep 60")});
    QVERIFY2(sshd.start(), sshd.log());
    const SshSeam impatient = impatientSeam();
    const auto server = connectTo(sshd.target(), m_user, impatient);
    QVERIFY(server);
    QVERIFY(!server->hasShell());
}

// Stand-ins for sudo, as sudo behaves in each case.
void SshRightsTest::sudo_data()
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
        "a,b,c", Privilege::Unprivileged, 1);
    row("needs a terminal", "echo 'sudo: sorry, you must have a tty to run sudo' >&2\nexit 1\n", "a,b,c",
        Privilege::Unprivileged, 1);
    row("may not be root",
        "test \"$1\" = -n && exit 1\nprintf '%s' \"$4\" >&2\nread -r line\n"
        "echo \"Sorry, user engineer is not allowed to execute '/usr/bin/sh' as root on mx1.\" >&2\nexit 1\n",
        "a,b,c", Privilege::Unprivileged, 1);
    row("talks on standard output", "echo 'Welcome to sudo'\n" + asking, "it's me", Privilege::SudoPassword, 1);
}

void SshRightsTest::sudo()
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
void SshRightsTest::sudoPasswordIsNoInput()
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

void SshRightsTest::sudoNotWanted()
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

QTEST_GUILESS_MAIN(SshRightsTest)
#include "tst_sshrights.moc"
