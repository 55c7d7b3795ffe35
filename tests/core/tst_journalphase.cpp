// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remotesession.h"
#include "remote/fetch/journalphase.h"

#include <QTest>

using namespace limier;
using namespace limier::test;

namespace
{

constexpr std::int64_t Begin = 1'714'867'200; // 2024-05-05

/// In the place of journalctl: gives lines of a file whose first word is the time in seconds, with microseconds.
constexpr std::string_view Journalctl = R"sh(#!/bin/sh
since=0; until=99999999999; last=99999999; follow=
while [ $# -gt 0 ]; do
case $1 in
--since=@*) since=${1#--since=@} ;;
--until=@*) until=${1#--until=@} ;;
-n) last=$2; shift ;;
-f) follow=1 ;;
esac
shift
done
print() { awk -v s="$since" -v u="$until" -v c="$1" -v n="$2" 'NR > c && NR <= n && $1 >= s && $1 <= u { sub(/^[^ ]* /, ""); print }' JOURNAL; }
count=$(wc -l <JOURNAL)
[ -n "$follow" ] || { print 0 "$count" | tail -n "$last"; exit; }
done=0
while :; do
count=$(wc -l <JOURNAL)
print "$done" "$count"
done=$count
sleep 0.2
done
)sh";

std::string journalLine(int number, bool isStored)
{
    // Several lines a microsecond, now and then.
    const std::int64_t micros = number / 3 * 1500;
    const std::chrono::sys_seconds time{std::chrono::seconds(Begin + micros / 1'000'000)};
    std::string line =
        std::format("{:%FT%T}.{:06}+0000 mail postfix/qmgr[77]: line {}: removed\n", time, micros % 1'000'000, number);
    return isStored ? std::format("{}.{:06} ", Begin + micros / 1'000'000, micros % 1'000'000) + line : line;
}

std::string journalLines(int first, int count, bool isStored = false)
{
    std::string lines;
    for (int i = first; i < first + count; ++i) {
        lines += journalLine(i, isStored);
    }
    return lines;
}

} // namespace

class JournalPhaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTimes();
    void fetches_data();
    void fetches();
    void followsAndContinues();
    void beginsEmpty();

private:
    /// @p remote gets a journal in the place of logs.
    static void prepare(RemoteFolder &remote, int lines)
    {
        std::string program(Journalctl);
        const std::string file = shellQuoted(remote.log("journal").toStdString());
        for (std::size_t at = program.find("JOURNAL"); at != std::string::npos; at = program.find("JOURNAL", at)) {
            program.replace(at, 7, file);
        }
        writeBytes(remote.log("journalctl"), program);
        remote.run("chmod +x journalctl");
        writeBytes(remote.log("journal"), journalLines(0, lines, true));
        remote.facts.isJournalOnly = true;
        remote.onConnect = [&remote](LocalServer &server) {
            server.setEnvironment({"PATH=" + remote.logFolder() + ":" + qgetenv("PATH").toStdString()});
        };
    }
};

void JournalPhaseTest::readsTimes()
{
    QCOMPARE(journalTime("2024-05-05T00:00:00.000001+0000 mail postfix"), Begin * 1'000'000 + 1);
    QCOMPARE(journalTime("2024-05-05T02:00:00.250000+02:00 mail postfix"), Begin * 1'000'000 + 250'000);
    QCOMPARE(journalTime("-- No entries --"), 0);
}

void JournalPhaseTest::fetches_data()
{
    QTest::addColumn<int>("lines");
    for (const int lines : {1, 19'999, 20'000, 20'001, 50'000}) {
        QTest::addRow("%d", lines) << lines;
    }
}

void JournalPhaseTest::fetches()
{
    QFETCH(const int, lines);
    RemoteFolder remote;
    prepare(remote, lines);
    Listener listener;
    ServerSession session(remote.settings(false), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Done));
    QVERIFY(textOf(listener.told().inputs) == journalLines(0, lines));
    QVERIFY(listener.told().isWhole);
    QVERIFY(listener.told().problems.empty());
}

void JournalPhaseTest::followsAndContinues()
{
    RemoteFolder remote;
    prepare(remote, 30'001);
    const auto hasLines = [](int count) {
        return [count](const Listener::Told &told) { return textOf(told.inputs) == journalLines(0, count); };
    };
    {
        Listener listener;
        ServerSession session(remote.settings(true), remote.parts(), listener);
        session.start();
        QVERIFY(listener.waitForState(SessionState::Following));
        // The same microsecond as the last line that is here.
        appendBytes(remote.log("journal"), journalLines(30'001, 1, true));
        QVERIFY(listener.waitFor(hasLines(30'002)));
        remote.server()->connection().bytesLeft = 100;
        appendBytes(remote.log("journal"), journalLines(30'002, 100, true));
        QVERIFY(listener.waitForState(SessionState::Reconnecting));
        QVERIFY(listener.waitFor(hasLines(30'102)));
    }
    appendBytes(remote.log("journal"), journalLines(30'102, 50, true));
    Listener listener;
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitFor(hasLines(30'152)));
    QCOMPARE(listener.told().fetchedBytes(), 0U);
}

void JournalPhaseTest::beginsEmpty()
{
    RemoteFolder remote;
    prepare(remote, 0);
    remote.facts.clockOffset = Begin - QDateTime::currentSecsSinceEpoch() - 1;
    Listener listener;
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following));
    appendBytes(remote.log("journal"), journalLines(0, 10, true));
    QVERIFY(listener.waitFor([](const auto &told) { return textOf(told.inputs) == journalLines(0, 10); }));
}

QTEST_GUILESS_MAIN(JournalPhaseTest)
#include "tst_journalphase.moc"
