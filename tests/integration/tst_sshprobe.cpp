// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/sshserver.h"
#include "remote/serverfacts.h"
#include "remote/ssh/sshconnector.h"

#include <QtTest>

using namespace limier;
using namespace limier::test;

/// The probe by way of a real sshd.
class SshProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void probes();
    void chattyLogin();

private:
    static std::expected<ServerFacts, RemoteError> probed(TestSshd &sshd);
};

void SshProbeTest::initTestCase()
{
    LIMIER_NEEDS_SSHD();
}

std::expected<ServerFacts, RemoteError> SshProbeTest::probed(TestSshd &sshd)
{
    AnsweringUser user;
    SshConnector connector(sshd.target(), user);
    auto server = connector.connect({});
    if (!server) {
        return std::unexpected(server.error());
    }
    return probeServer(**server, [](const ProbeCommand &) { }, {});
}

void SshProbeTest::probes()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    const QString queue = sshd.path(QStringLiteral("queue"));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(QDir().mkpath(queue + QStringLiteral("/deferred/%1").arg(i)));
        QVERIFY(TestSshd::write(queue + QStringLiteral("/deferred/%1/mail").arg(i), "x"));
    }
    sshd.addProgram(QStringLiteral("postconf"),
                    "case $* in *maillog_file) exit 1 ;; -h*) echo '" + queue.toUtf8()
                        + "' ;; *) echo 'mail_version = 3.7.11'; echo 'relayhost =' ;; esac");
    const auto facts = probed(sshd);
    QVERIFY2(facts, facts ? "" : facts.error().detail.c_str());
    QVERIFY(!facts->system.empty());
    QVERIFY(!facts->user.empty());
    QVERIFY(!facts->timezone.empty());
    QVERIFY(std::abs(facts->clockOffset) <= 1);
    QCOMPARE(facts->postfixVersion, "3.7.11");
    QVERIFY(facts->queue.has_value());
    QCOMPARE(facts->queue->total(), 5U);
    QVERIFY(facts->diskBytes > 0);
}

/// What a login prints, and programs that do not end by themselves, do no harm.
void SshProbeTest::chattyLogin()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log());
    sshd.addProgram(QStringLiteral("id"), "cat; echo someone");
    sshd.addProgram(QStringLiteral("uname"), "yes");
    const auto facts = probed(sshd);
    QVERIFY2(facts, facts ? "" : facts.error().detail.c_str());
    QCOMPARE(facts->user, "someone");
    QVERIFY(facts->kernel.empty());
    QVERIFY(!facts->system.empty());
}

QTEST_GUILESS_MAIN(SshProbeTest)
#include "tst_sshprobe.moc"
