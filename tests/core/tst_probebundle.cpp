// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver.h"
#include "remote/probe/probebundle.h"

#include <QStandardPaths>
#include <QTest>

using namespace limier;
using namespace limier::test;
using namespace std::string_literals;

class TestProbeBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runs_data();
    void runs();
    void chatter();
    void splits_data();
    void splits();
    void markersDiffer();
    void failures();
};

namespace
{

using Shell = std::vector<std::string>;

ProbeCommand commandOf(const char *name, const char *script, int seconds = 5, std::size_t mostBytes = 1000)
{
    return {name, "", script, RunAs::Login, seconds, mostBytes};
}

const ProbeCommand One = commandOf("one", "echo 1");
const ProbeCommand Two = commandOf("two", "echo 2");
const std::array Both{&One, &Two};

} // namespace

void TestProbeBundle::runs_data()
{
    QTest::addColumn<Shell>("shell");
    for (const auto &[name, arguments] :
         {std::pair("sh", Shell{"sh"}), std::pair("dash", Shell{"dash"}), std::pair("bash", Shell{"bash"}),
          std::pair("bash as sh", Shell{"bash", "--posix"}), std::pair("busybox", Shell{"busybox", "sh"})}) {
        if (!QStandardPaths::findExecutable(QString::fromStdString(arguments.front())).isEmpty()) {
            QTest::newRow(name) << arguments;
        }
    }
}

void TestProbeBundle::runs()
{
    QFETCH(const Shell, shell);
    LocalServer server;
    server.setShell(shell);
    const ProbeCommand plain = commandOf("plain", "echo \"it's\"; echo hidden >&2; exit 3");
    const ProbeCommand silent = commandOf("silent", "true");
    const ProbeCommand missing = commandOf("missing", "no-such-program");
    const ProbeCommand endless = commandOf("endless", "cat /dev/zero", 5, 10);
    const ProbeCommand exact = commandOf("exact", "printf 0123456789", 5, 10);
    const ProbeCommand slow = commandOf("slow", "echo begun; sleep 20; echo over", 1);
    const ProbeCommand reading = commandOf("reading", "cat; echo \"[$LC_ALL] [${TZ-none}]\"");
    const std::array commands{&plain, &silent, &missing, &endless, &exact, &slow, &reading};
    const auto parts = runBundle(server, commands, RunAs::Login);
    QVERIFY2(parts.has_value(), parts.has_value() ? "" : parts.error().detail.c_str());
    QCOMPARE(parts->size(), commands.size());
    const auto check = [&](std::size_t index, const char *name, const std::string &text, bool isCut) {
        QCOMPARE(parts->at(index).name, std::string(name));
        QCOMPARE(parts->at(index).text, text);
        QCOMPARE(parts->at(index).isCut, isCut);
    };
    check(0, "plain", "it's\n", false);
    QCOMPARE(parts->at(0).status, 3);
    check(1, "silent", "", false);
    QCOMPARE(parts->at(1).status, 0);
    check(2, "missing", "", false);
    QCOMPARE(parts->at(2).status, 127);
    check(3, "endless", std::string(11, '\0'), true);
    check(4, "exact", "0123456789", false);
    check(5, "slow", "begun\n", false);
    QVERIFY(parts->at(5).status == 124 || parts->at(5).status == 143);
    check(6, "reading", "[C] [none]\n", false);
}

void TestProbeBundle::chatter()
{
    // What a login script prints before, and a program that prints what looks like our lines.
    const std::string marker = makeBundleMarker();
    const std::string output = "Welcome to mail!\nlimier-0 begin one\n\n" + marker + " begin one\n1\nlimier-0 end 0\n\n"
        + marker + " end 0\n\n" + marker + " over\n";
    std::vector<ProbePart> parts;
    QVERIFY(splitBundle(output, marker, Both, parts));
    QCOMPARE(parts.size(), 1U);
    QCOMPARE(parts.front().text, "1\nlimier-0 end 0\n"s);
}

void TestProbeBundle::splits_data()
{
    QTest::addColumn<std::string>("output");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("whole") << "\nM begin one\n\nM end 0\n\nM over\n"s << true;
    QTest::newRow("nothing") << ""s << false;
    QTest::newRow("no end") << "\nM begin one\n1\n\nM end 0\n"s << false;
    QTest::newRow("cut within a line of ours") << "\nM begin o"s << false;
    QTest::newRow("end before begin") << "\nM end 0\n\nM over\n"s << false;
    QTest::newRow("a command that was not asked for") << "\nM begin three\n\nM end 0\n\nM over\n"s << false;
    QTest::newRow("an unknown word") << "\nM hello\n\nM over\n"s << false;
    QTest::newRow("another marker") << "\nX begin one\n\nX end 0\n\nX over\n"s << false;
}

void TestProbeBundle::splits()
{
    QFETCH(const std::string, output);
    std::vector<ProbePart> parts;
    QTEST(splitBundle(output, "M", Both, parts), "isWhole");
}

void TestProbeBundle::markersDiffer()
{
    QVERIFY(makeBundleMarker() != makeBundleMarker());
    QVERIFY(makeBundleMarker().size() >= 32);
}

void TestProbeBundle::failures()
{
    LocalServer server;
    server.setShell({"false"});
    const auto failed = runBundle(server, Both, RunAs::Login);
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().code, RemoteErrorCode::CommandFailed);
    QCOMPARE(failed.error().subject, "one"s);
    QCOMPARE(failed.error().host, server.name());

    server.setShell({"echo", "This account is not available."});
    const auto refused = runBundle(server, Both, RunAs::Login);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, RemoteErrorCode::Nonsense);
    QVERIFY(refused.error().detail.starts_with("This account is not available."));

    server.setShell({"sh", "-c", "cat /dev/zero"});
    const auto flooded = runBundle(server, Both, RunAs::Login);
    QVERIFY(!flooded.has_value());
    QCOMPARE(flooded.error().code, RemoteErrorCode::Nonsense);
    QCOMPARE(flooded.error().subject, "one"s);

    server.setShell({"sh"});
    server.connection().bytesLeft = 20;
    const auto lost = runBundle(server, Both, RunAs::Login);
    QVERIFY(!lost.has_value());
    QCOMPARE(lost.error().code, RemoteErrorCode::ConnectionLost);
}

QTEST_GUILESS_MAIN(TestProbeBundle)
#include "tst_probebundle.moc"
