// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver.h"

#include <QTest>

#include <thread>

using namespace limier;
using namespace limier::test;
using namespace std::chrono_literals;

/// The stand-in of other tests behaves as a server does.
class TestLocalServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputErrorsAndStatus();
    void inputIsGiven();
    void silenceIsHung();
    void breaks();
    void isInterrupted();
    void tooMuchIsNonsense();
};

void TestLocalServer::outputErrorsAndStatus()
{
    LocalServer server;
    const auto result = runCommand(server, "echo out; echo err >&2; exit 3");
    QVERIFY(result.has_value());
    QCOMPARE(result->output, std::string("out\n"));
    QCOMPARE(result->errorText, std::string("err\n"));
    QCOMPARE(result->status, 3);
    QCOMPARE(runCommand(server, "kill -9 $$")->status, 137);
    QCOMPARE(server.scripts().size(), 2U);
}

void TestLocalServer::inputIsGiven()
{
    LocalServer server;
    const auto result = runCommand(server, "tr a-z A-Z", RunAs::Login, "quiet");
    QVERIFY(result.has_value());
    QCOMPARE(result->output, std::string("QUIET"));
}

void TestLocalServer::silenceIsHung()
{
    LocalServer server;
    server.connection().isSilent = true;
    const auto result = runCommand(server, "echo out", RunAs::Login, {}, 100ms);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, RemoteErrorCode::Hung);
}

void TestLocalServer::breaks()
{
    LocalServer server;
    server.connection().bytesLeft = 1000;
    const auto result = runCommand(server, "head -c 5000 /dev/zero");
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, RemoteErrorCode::ConnectionLost);
    QVERIFY(!server.start("true", RunAs::Login).has_value());
}

void TestLocalServer::isInterrupted()
{
    LocalServer server;
    std::jthread other([&server] {
        std::this_thread::sleep_for(50ms);
        server.interrupt();
    });
    const auto result = runCommand(server, "sleep 20");
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, RemoteErrorCode::Cancelled);
}

void TestLocalServer::tooMuchIsNonsense()
{
    LocalServer server;
    const auto result = runCommand(server, "head -c 5000 /dev/zero", RunAs::Login, {}, 30s, 4000);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, RemoteErrorCode::Nonsense);
}

QTEST_GUILESS_MAIN(TestLocalServer)
#include "tst_localserver.moc"
