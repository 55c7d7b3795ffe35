// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remotesession.h"
#include "remote/fetch/logfollower.h"

#include <QTest>

#include <mutex>
#include <thread>

using namespace limier;
using namespace limier::test;

namespace
{

constexpr std::int64_t Begin = 1'714'867'200; // 2024-05-05

/// True once the text of what was told last is @p text.
bool hasText(Listener &listener, const std::string &text, std::chrono::milliseconds most = 20s)
{
    const auto end = std::chrono::steady_clock::now() + most;
    while (std::chrono::steady_clock::now() < end) {
        if (textOf(listener.told().inputs) == text) {
            return true;
        }
        std::this_thread::sleep_for(20ms);
    }
    return false;
}

std::uint64_t inodeOf(const RemoteFolder &remote, const char *name)
{
    LocalServer server;
    return std::stoull(runCommand(server, "stat -c %i " + shellQuoted(remote.log(name).toStdString()))->output);
}

} // namespace

/// Following: a session, or the follower alone, against a shell of this machine.
class LogFollowerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesComeWithinTwoSeconds();
    void isRotated_data();
    void isRotated();
    void isRotatedTwice();
    void isRotatedAsFollowingBegins();
    void isCutAndContinues();
    void isPaused();
    void tenThousandLinesASecond();
    void anotherFileStandsThere();
    void pathIsGone();
    void answersNonsense_data();
    void answersNonsense();
    void sendsNothingButSignsOfLife();
    void endsOnTheServer();
};

void LogFollowerTest::linesComeWithinTwoSeconds()
{
    RemoteFolder remote;
    std::string text = numberedLines(0, 1000, Begin);
    writeBytes(remote.log("mail.log"), text);
    Listener listener;
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following));
    const int changes = listener.told().changes;
    for (int i = 0; i < 3; ++i) {
        const std::string line = numberedLines(1000 + i, 1, Begin);
        text += line;
        appendBytes(remote.log("mail.log"), line);
        QVERIFY(hasText(listener, text, 2s));
    }
    // A line is written in two parts.
    appendBytes(remote.log("mail.log"), "2024-05-05T00:00:00Z mail post");
    appendBytes(remote.log("mail.log"), "fix/qmgr[77]: last\n");
    QVERIFY(hasText(listener, text + "2024-05-05T00:00:00Z mail postfix/qmgr[77]: last\n", 2s));
    QVERIFY(listener.told().inputs[0].grows);
    QVERIFY(listener.told().growths >= 3);
    QCOMPARE(listener.told().changes, changes);
}

void LogFollowerTest::isRotated_data()
{
    QTest::addColumn<QString>("rotate");
    QTest::addColumn<QString>("writesLate");
    QTest::addRow("rename, create") << "mv mail.log mail.log.1; : >mail.log" << "";
    QTest::addRow("the daemon is told late") << "mv mail.log mail.log.1; : >mail.log" << "mail.log.1";
    QTest::addRow("created late") << "mv mail.log mail.log.1; sleep 2; : >mail.log" << "";
    QTest::addRow("copytruncate") << "cp mail.log mail.log.1; : >mail.log" << "";
    QTest::addRow("lines of the last second are in the copy only")
        << "cat late >>mail.log; cp mail.log mail.log.1; : >mail.log" << "copy";
}

void LogFollowerTest::isRotated()
{
    QFETCH(const QString, rotate);
    QFETCH(const QString, writesLate);
    RemoteFolder remote;
    const std::string before = numberedLines(0, 1000, Begin);
    const std::string late = numberedLines(1000, 100, Begin);
    const std::string after = numberedLines(1100, 500, Begin);
    writeBytes(remote.log("mail.log"), before);
    writeBytes(remote.log("late"), late);
    Listener listener;
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following));
    QTest::qWait(1200);
    const bool isLate = !writesLate.isEmpty();
    remote.run(rotate.toStdString());
    if (writesLate == QLatin1StringView("mail.log.1")) {
        QTest::qWait(1500);
        appendBytes(remote.log("mail.log.1"), late);
    }
    appendBytes(remote.log("mail.log"), after);
    QVERIFY(hasText(listener, before + (isLate ? late : std::string()) + after));
    // It learns the new name.
    QVERIFY(listener.waitFor([](const auto &told) {
        return told.inputs.size() == 2 && told.inputs[0].shownAs.ends_with("mail.log.1") && told.inputs[1].grows;
    }));
    QCOMPARE(listener.told().count(Transfer::Kind::Rotation), 1U);
    QVERIFY(listener.told().problems.empty());
    QVERIFY(listener.told().errors.empty());
}

void LogFollowerTest::isRotatedTwice()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 1000, Begin));
    Listener listener;
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following));
    for (int i = 1; i <= 2; ++i) {
        appendBytes(remote.log("mail.log"), numberedLines(i * 1000, 500, Begin));
        remote.run("[ ! -e mail.log.1 ] || { mv mail.log.1 mail.log.2; gzip mail.log.2; }; mv mail.log mail.log.1");
        writeBytes(remote.log("mail.log"), numberedLines(i * 1000 + 500, 500, Begin));
        QVERIFY(hasText(listener, numberedLines(0, (i + 1) * 1000, Begin)));
    }
    QVERIFY(listener.told().problems.empty());
}

/// The session says that it follows a moment before it does: just then the log has its old name only.
void LogFollowerTest::isRotatedAsFollowingBegins()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 1000, Begin));
    Listener listener;
    std::once_flag first;
    listener.onState = [&](SessionState state) {
        if (state == SessionState::Following) {
            std::call_once(first, [&] { remote.run("mv mail.log mail.log.1"); });
        }
    };
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following));
    std::this_thread::sleep_for(1s);
    writeBytes(remote.log("mail.log"), numberedLines(1000, 500, Begin));
    QVERIFY(hasText(listener, numberedLines(0, 1500, Begin)));
    appendBytes(remote.log("mail.log"), numberedLines(1500, 500, Begin));
    QVERIFY(hasText(listener, numberedLines(0, 2000, Begin)));
    QVERIFY(listener.told().errors.empty());
    QVERIFY(listener.told().problems.empty());
}

void LogFollowerTest::isCutAndContinues()
{
    RemoteFolder remote;
    std::string text = numberedLines(0, 1000, Begin);
    writeBytes(remote.log("mail.log"), text);
    Listener listener;
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following));
    const int changes = listener.told().changes;
    // In the middle of a block.
    remote.server()->connection().bytesLeft = 50'000;
    const std::string lost = numberedLines(1000, 3000, Begin);
    appendBytes(remote.log("mail.log"), lost);
    QVERIFY(listener.waitForState(SessionState::Reconnecting));
    QCOMPARE(listener.told().errors[0].code, RemoteErrorCode::ConnectionLost);
    const std::string meanwhile = numberedLines(4000, 1000, Begin);
    appendBytes(remote.log("mail.log"), meanwhile);
    text += lost + meanwhile;
    QVERIFY(hasText(listener, text));
    QVERIFY(listener.waitForState(SessionState::Following));
    QCOMPARE(listener.told().changes, changes);
    // The server is away for longer than a try.
    remote.isRefused = true;
    remote.server()->connection().bytesLeft = 0;
    QVERIFY(listener.waitFor([](const auto &told) { return told.errors.size() >= 3; }));
    const std::string later = numberedLines(5000, 100, Begin);
    appendBytes(remote.log("mail.log"), later);
    remote.isRefused = false;
    QVERIFY(hasText(listener, text + later));
}

void LogFollowerTest::isPaused()
{
    RemoteFolder remote;
    const std::string text = numberedLines(0, 1000, Begin);
    writeBytes(remote.log("mail.log"), text);
    Listener listener;
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following));
    session.setPaused(true);
    QVERIFY(listener.waitForState(SessionState::Paused));
    const int growths = listener.told().growths;
    appendBytes(remote.log("mail.log"), numberedLines(1000, 500, Begin));
    QTest::qWait(1500);
    QCOMPARE(listener.told().growths, growths);
    QVERIFY(textOf(listener.told().inputs) == text);
    session.setPaused(false);
    QVERIFY(listener.waitForState(SessionState::Following));
    QVERIFY(hasText(listener, numberedLines(0, 1500, Begin)));
    QCOMPARE(remote.connections, 1);
}

/// With LIMIER_FOLLOW_SECONDS=60 the minute that is promised.
void LogFollowerTest::tenThousandLinesASecond()
{
    constexpr int LinesASecond = 10'000;
    constexpr int Parts = 50;
    const int seconds = std::max(1, qEnvironmentVariableIntValue("LIMIER_FOLLOW_SECONDS", nullptr));
    const int total = (qEnvironmentVariableIsSet("LIMIER_FOLLOW_SECONDS") ? seconds : 10) * LinesASecond;
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 10, Begin));
    Listener listener;
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following));
    const std::string text = numberedLines(10, total, Begin);
    std::size_t at = 0;
    auto due = std::chrono::steady_clock::now();
    for (int line = 0; line < total; line += LinesASecond / Parts) {
        std::size_t end = at;
        for (int i = 0; i < LinesASecond / Parts; ++i) {
            end = text.find('\n', end) + 1;
        }
        appendBytes(remote.log("mail.log"), std::string_view(text).substr(at, end - at));
        at = end;
        due += 1s / Parts;
        std::this_thread::sleep_until(due);
        // Rotated under load.
        if (line == total / 2) {
            remote.run("mv mail.log mail.log.1; : >mail.log");
        }
    }
    QVERIFY(hasText(listener, numberedLines(0, total + 10, Begin), 2s));
    QVERIFY(listener.told().errors.empty());
}

void LogFollowerTest::anotherFileStandsThere()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), "one\n");
    LocalServer server;
    const auto follower =
        LogFollower::start(server, remote.log("mail.log").toStdString(), inodeOf(remote, "mail.log") + 1, 0);
    QCOMPARE((*follower)->next(5s)->kind, FollowEvent::Kind::Other);
}

void LogFollowerTest::pathIsGone()
{
    RemoteFolder remote;
    LocalServer server;
    const std::string path = remote.log("mail.log").toStdString();
    const auto follower = LogFollower::start(server, path, 1, 0);
    const auto event = (*follower)->next(5s);
    QVERIFY(!event);
    QCOMPARE(event.error().code, RemoteErrorCode::NoSuchFile);
    QCOMPARE(event.error().subject, path);
}

void LogFollowerTest::answersNonsense_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    using enum RemoteErrorCode;
    QTest::addRow("a word") << QByteArray("Last login: today\n") << int(Nonsense);
    QTest::addRow("no end of line") << QByteArray(500, 'x') << int(Nonsense);
    QTest::addRow("a huge block") << QByteArray("data 1 0 99999999999\n") << int(Nonsense);
    QTest::addRow("a negative block") << QByteArray("data 1 0 -5\n") << int(Nonsense);
    QTest::addRow("a block without its end") << QByteArray("data 1 0 5\n1234567890\n") << int(LogChanged);
    QTest::addRow("ends") << QByteArray(".\n.\n") << int(CommandFailed);
}

void LogFollowerTest::answersNonsense()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, code);
    RemoteFolder remote;
    writeBytes(remote.log("answer"), answer.toStdString());
    LocalServer server;
    server.setShell({"/bin/sh", "-c", "cat " + shellQuoted(remote.log("answer").toStdString())});
    const auto follower = LogFollower::start(server, remote.log("mail.log").toStdString(), 1, 0);
    const auto event = (*follower)->next(5s);
    QVERIFY(!event);
    QCOMPARE(int(event.error().code), code);
}

void LogFollowerTest::sendsNothingButSignsOfLife()
{
    LocalServer server;
    server.setShell({"/bin/sh", "-c", "yes ."});
    const auto follower = LogFollower::start(server, "/var/log/mail.log", 1, 0);
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 3; ++i) {
        const auto event = (*follower)->next(100ms);
        QVERIFY(event);
        QCOMPARE(event->kind, FollowEvent::Kind::Nothing);
    }
    QVERIFY(std::chrono::steady_clock::now() - begin < 5s);
}

/// Nobody listens any more: the loop on the server does not stay behind.
void LogFollowerTest::endsOnTheServer()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), "one\n");
    // As sshd does: only the pipe is closed.
    remote.run("(sh -c "
               + shellQuoted(LogFollower::script(remote.log("mail.log").toStdString(), inodeOf(remote, "mail.log"), 0))
               + "; echo ended >ended) | head -c 10 >/dev/null");
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(remote.log("ended")); }, 5000));
}

QTEST_GUILESS_MAIN(LogFollowerTest)
#include "tst_logfollower.moc"
