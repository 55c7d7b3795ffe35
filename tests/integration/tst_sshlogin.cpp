// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/sshserver.h"
#include "remote/sshconnector.h"

#include <QtTest>

using namespace limier;
using namespace limier::test;

class SshLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keyFile();
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
    QVERIFY2(server, qPrintable(server ? QString() : QString::fromStdString(server.error().detail)));
    QVERIFY((*server)->hasShell());
    const auto result = runCommand(**server, "printf '%s' \"it is $((6 * 7))\"; echo oh >&2; exit 3", RunAs::Login);
    QVERIFY(result);
    QCOMPARE(result->output, "it is 42");
    QCOMPARE(result->errorText, "oh\n");
    QCOMPARE(result->status, 3);
    QVERIFY(user.hostKeys.empty() && user.secrets.empty() && user.prompts.empty());
}

QTEST_GUILESS_MAIN(SshLoginTest)
#include "tst_sshlogin.moc"
