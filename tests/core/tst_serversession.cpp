// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remotesession.h"

#include <QScopeGuard>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace limier;
using namespace limier::test;

namespace
{

constexpr std::int64_t Begin = 1'714'867'200; // 2024-05-05

} // namespace

/// Fetching: a session against a shell of this machine.
class ServerSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesEqualBytes_data();
    void fetchesEqualBytes();
    void newestFirst();
    void fetchesRotatedSet();
    void leavesOutWhatIsOlder();
    void isCutInTheMiddle_data();
    void isCutInTheMiddle();
    void isStopped();
    void hangs();
    void cannotBeReached();
    void usesTheCacheAgain();
    void rangeIsWidened();
    void rangeThatEnds();
    void isRotatedWhileFetching_data();
    void isRotatedWhileFetching();
    void isCompressedAfterwards();
    void isCompressedAndCut_data();
    void isCompressedAndCut();
    void cannotBeRead();
    void answersNonsense();
    void twoSessionsOfOneServer();
    void diskIsFull();
    void measuresTheQueue();
};

void ServerSessionTest::fetchesEqualBytes_data()
{
    QTest::addColumn<QList<QByteArray>>("compressors");
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("lines");
    for (const int lines : {1, 100, 200'000}) {
        QTest::addRow("zstd %d", lines) << QList<QByteArray>{"zstd", "gzip"} << "zstd" << lines;
        QTest::addRow("gzip %d", lines) << QList<QByteArray>{"gzip"} << "gzip" << lines;
        QTest::addRow("as it is %d", lines) << QList<QByteArray>{} << "as it is" << lines;
    }
}

void ServerSessionTest::fetchesEqualBytes()
{
    QFETCH(const QList<QByteArray>, compressors);
    QFETCH(const QString, how);
    QFETCH(const int, lines);
    RemoteFolder remote;
    remote.facts.compressors.clear();
    for (const QByteArray &each : compressors) {
        remote.facts.compressors.push_back(each.toStdString());
    }
    const std::string text = numberedLines(0, lines, Begin);
    writeBytes(remote.log("mail.log"), text);
    Listener listener;
    ServerSession session(remote.settings(false), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Done));
    const Listener::Told told = listener.told();
    QVERIFY(told.isWhole);
    QVERIFY(told.problems.empty());
    QCOMPARE(told.inputs.size(), 1U);
    QVERIFY(readBytes(told.inputs[0].path) == text);
    QCOMPARE(told.inputs[0].start, 0U);
    QCOMPARE(told.inputs[0].shownAs, "mail.test: " + remote.logFolder() + "/mail.log");
    QCOMPARE(told.fetchedBytes(), text.size());
    const auto fetch = std::ranges::find(told.transfers, Transfer::Kind::Fetch, &Transfer::kind);
    QCOMPARE(QString::fromStdString(fetch->how), how);
    QVERIFY(fetch->wireBytes > 0);
}

void ServerSessionTest::newestFirst()
{
    RemoteFolder remote;
    const std::string text = numberedLines(0, 200'000, Begin);
    writeBytes(remote.log("mail.log"), text);
    Listener listener;
    std::vector<std::uint64_t> starts;
    listener.onTransfer = [&](const Transfer &transfer) {
        if (transfer.kind == Transfer::Kind::Fetch) {
            starts.push_back(transfer.from);
        }
    };
    ServerSession session(remote.settings(false), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitFor([](const auto &told) { return told.changes > 0; }));
    QVERIFY(listener.waitForState(SessionState::Done));
    QVERIFY(starts.size() >= 2);
    QVERIFY(std::ranges::is_sorted(starts, std::greater{}));
    QCOMPARE(starts.back(), 0U);
    QVERIFY(starts.front() > text.size() / 2);
    // At first, perhaps when doubled, and at the end: each one costs an index.
    QVERIFY(listener.told().changes >= 2);
    QVERIFY(listener.told().changes <= 5);
}

void ServerSessionTest::fetchesRotatedSet()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log.4"), numberedLines(0, 1000, Begin));
    writeBytes(remote.log("mail.log.3"), numberedLines(1000, 1000, Begin));
    writeBytes(remote.log("mail.log.2"), numberedLines(2000, 1000, Begin));
    writeBytes(remote.log("mail.log.1"), numberedLines(3000, 1000, Begin));
    writeBytes(remote.log("mail.log"), numberedLines(4000, 1000, Begin));
    writeBytes(remote.log("mail.log.offset"), "no log");
    remote.run("gzip mail.log.4; xz mail.log.3; zstd -q --rm mail.log.2; "
               "touch -d '5 days ago' mail.log.4.gz; touch -d '4 days ago' mail.log.3.xz; "
               "touch -d '3 days ago' mail.log.2.zst; touch -d '2 days ago' mail.log.1");
    Listener listener;
    ServerSession session(remote.settings(false), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Done));
    const auto inputs = listener.told().inputs;
    QCOMPARE(inputs.size(), 5U);
    QVERIFY(inputs[0].shownAs.ends_with("mail.log.4.gz"));
    QVERIFY(readBytes(inputs[0].path) == readBytes(remote.log("mail.log.4.gz").toStdString()));
    QVERIFY(readBytes(inputs[1].path) == readBytes(remote.log("mail.log.3.xz").toStdString()));
    QVERIFY(readBytes(inputs[2].path) == readBytes(remote.log("mail.log.2.zst").toStdString()));
    QVERIFY(readBytes(inputs[3].path) == numberedLines(3000, 1000, Begin));
    QVERIFY(readBytes(inputs[4].path) == numberedLines(4000, 1000, Begin));
    QVERIFY(std::ranges::none_of(inputs, &LogInput::grows));
}

void ServerSessionTest::leavesOutWhatIsOlder()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log.1"), numberedLines(0, 100'000, Begin));
    remote.run("touch -d @" + std::to_string(Begin + 100'000) + " mail.log.1");
    writeBytes(remote.log("mail.log"), numberedLines(100'000, 200'000, Begin));
    SessionSettings settings = remote.settings(false);
    settings.since = Begin + 250'000;
    Listener listener;
    ServerSession session(settings, remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Done));
    const auto inputs = listener.told().inputs;
    QCOMPARE(inputs.size(), 1U);
    const std::string text = textOf(inputs);
    const std::string wanted = numberedLines(250'000, 50'000, Begin);
    QVERIFY(text.size() >= wanted.size());
    QVERIFY(text.ends_with(wanted));
    QVERIFY(text.size() < wanted.size() * 2);
    QVERIFY(listener.told().fetchedBytes() < wanted.size() * 2);
}

void ServerSessionTest::isCutInTheMiddle_data()
{
    QTest::addColumn<bool>("isCompressed");
    QTest::addColumn<qint64>("cutAfter");
    for (const bool isCompressed : {true, false}) {
        for (const qint64 after : {1, 5000, 100'000, 400'000, 900'000}) {
            QTest::addRow("%s after %lld", isCompressed ? "zstd" : "as it is", static_cast<long long>(after))
                << isCompressed << after;
        }
    }
}

void ServerSessionTest::isCutInTheMiddle()
{
    QFETCH(const bool, isCompressed);
    QFETCH(const qint64, cutAfter);
    RemoteFolder remote;
    if (!isCompressed) {
        remote.facts.compressors.clear();
    }
    const std::string text = numberedLines(0, 100'000, Begin);
    writeBytes(remote.log("mail.log"), text);
    writeBytes(remote.log("mail.log.2"), numberedLines(-100'000, 100'000, Begin));
    remote.run("gzip mail.log.2; touch -d '2 days ago' mail.log.2.gz");
    remote.onConnect = [&](LocalServer &server) {
        if (remote.connections == 1) {
            server.connection().bytesLeft = cutAfter;
        }
    };
    Listener listener;
    ServerSession session(remote.settings(false), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Done));
    const Listener::Told told = listener.told();
    QVERIFY(remote.connections >= 2);
    QVERIFY(std::ranges::find(told.states, SessionState::Reconnecting) != told.states.end());
    QCOMPARE(told.errors[0].code, RemoteErrorCode::ConnectionLost);
    QCOMPARE(told.inputs.size(), 2U);
    QVERIFY(readBytes(told.inputs[0].path) == readBytes(remote.log("mail.log.2.gz").toStdString()));
    QVERIFY(readBytes(told.inputs[1].path) == text);
    QVERIFY(told.isWhole);
    // Each byte was fetched once, whatever was lost under way.
    QCOMPARE(told.fetchedBytes(), text.size() + static_cast<std::size_t>(QFile(remote.log("mail.log.2.gz")).size()));
}

void ServerSessionTest::isStopped()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 100'000, Begin));
    Listener listener;
    std::atomic<bool> isUnderWay = false;
    listener.onProgress = [&](const FetchProgress &) {
        if (!isUnderWay) {
            remote.server()->connection().isSilent = true;
            isUnderWay = true;
        }
    };
    {
        ServerSession session(remote.settings(false), remote.parts(), listener);
        session.start();
        QVERIFY(listener.waitFor([&](const auto &) { return isUnderWay.load(); }));
        const auto begin = std::chrono::steady_clock::now();
        session.stop();
        QVERIFY(listener.waitForState(SessionState::Stopped));
        QVERIFY(std::chrono::steady_clock::now() - begin < 1s);
        QVERIFY(listener.told().errors.empty());
        session.reconnect();
        QVERIFY(listener.waitForState(SessionState::Done));
        QVERIFY(textOf(listener.told().inputs) == numberedLines(0, 100'000, Begin));
    }
}

void ServerSessionTest::hangs()
{
    RemoteFolder remote;
    remote.silence = 1s;
    const std::string text = numberedLines(0, 1000, Begin);
    writeBytes(remote.log("mail.log"), text);
    Listener listener;
    std::atomic<bool> hasHung = false;
    listener.onProgress = [&](const FetchProgress &) {
        if (!hasHung.exchange(true)) {
            remote.server()->connection().isSilent = true;
        }
    };
    ServerSession session(remote.settings(false), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Done));
    QCOMPARE(listener.told().errors.size(), 1U);
    QCOMPARE(listener.told().errors[0].code, RemoteErrorCode::Hung);
    QVERIFY(textOf(listener.told().inputs) == text);
}

void ServerSessionTest::cannotBeReached()
{
    RemoteFolder remote;
    remote.isRefused = true;
    Listener listener;
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    // Never connected: the user must know at once.
    QVERIFY(listener.waitForState(SessionState::Failed));
    QCOMPARE(listener.told().errors[0].code, RemoteErrorCode::Refused);
    writeBytes(remote.log("mail.log"), numberedLines(0, 10, Begin));
    remote.isRefused = false;
    session.reconnect();
    QVERIFY(listener.waitForState(SessionState::Following));
}

void ServerSessionTest::usesTheCacheAgain()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log.1"), numberedLines(0, 5000, Begin));
    remote.run("gzip -k mail.log.1; mv mail.log.1.gz mail.log.2.gz; touch -d '2 days ago' mail.log.2.gz");
    writeBytes(remote.log("mail.log.1"), numberedLines(5000, 5000, Begin));
    remote.run("touch -d '1 day ago' mail.log.1");
    writeBytes(remote.log("mail.log"), numberedLines(10'000, 5000, Begin));
    {
        Listener listener;
        ServerSession session(remote.settings(false), remote.parts(), listener);
        session.start();
        QVERIFY(listener.waitForState(SessionState::Done));
    }
    const std::string added = numberedLines(15'000, 300, Begin);
    appendBytes(remote.log("mail.log"), added);
    // Everything is one older by now.
    remote.run("mv mail.log.2.gz mail.log.3.gz; mv mail.log.1 mail.log.2; mv mail.log mail.log.1");
    const std::string fresh = numberedLines(15'300, 100, Begin);
    writeBytes(remote.log("mail.log"), fresh);
    Listener listener;
    ServerSession session(remote.settings(false), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Done));
    const Listener::Told told = listener.told();
    QCOMPARE(told.fetchedBytes(), added.size() + fresh.size());
    QCOMPARE(told.count(Transfer::Kind::Reuse), 3U);
    QCOMPARE(told.inputs.size(), 4U);
    QVERIFY(told.inputs[0].shownAs.ends_with("/mail.log.3.gz"));
    QVERIFY(readBytes(told.inputs[1].path) + readBytes(told.inputs[2].path) + readBytes(told.inputs[3].path)
            == numberedLines(5000, 10'400, Begin));
    QVERIFY(told.problems.empty());
}

void ServerSessionTest::rangeIsWidened()
{
    RemoteFolder remote;
    const std::string text = numberedLines(0, 200'000, Begin);
    writeBytes(remote.log("mail.log"), text);
    SessionSettings settings = remote.settings(false);
    settings.since = Begin + 150'000;
    Listener listener;
    ServerSession session(settings, remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Done));
    QVERIFY(listener.told().inputs[0].start > 0);
    session.setRange(0, 0);
    QVERIFY(listener.waitFor([](const auto &told) { return told.isWhole && told.inputs[0].start == 0; }));
    QVERIFY(readBytes(listener.told().inputs[0].path) == text);
    QCOMPARE(listener.told().fetchedBytes(), text.size());
}

void ServerSessionTest::rangeThatEnds()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 300'000, Begin));
    SessionSettings settings = remote.settings(true);
    settings.since = Begin + 100'000;
    settings.until = Begin + 150'000;
    Listener listener;
    ServerSession session(settings, remote.parts(), listener);
    session.start();
    // Nothing is followed: what comes is not in the range.
    QVERIFY(listener.waitForState(SessionState::Done));
    const std::string text = textOf(listener.told().inputs);
    const std::string wanted = numberedLines(100'000, 50'000, Begin);
    QVERIFY(text.find(wanted) != std::string::npos);
    QVERIFY(text.size() < wanted.size() * 2);
    // The rest joins behind.
    session.setRange(Begin + 100'000, 0);
    QVERIFY(listener.waitForState(SessionState::Following));
    QVERIFY(textOf(listener.told().inputs).ends_with(numberedLines(100'000, 200'000, Begin)));
}

void ServerSessionTest::isRotatedWhileFetching_data()
{
    QTest::addColumn<QString>("rotate");
    QTest::addRow("rename") << "mv mail.log mail.log.1; cp fresh mail.log";
    QTest::addRow("rename and compress") << "mv mail.log mail.log.1; cp fresh mail.log; gzip mail.log.1";
    QTest::addRow("copytruncate") << "cp mail.log mail.log.1; : >mail.log; cat fresh >>mail.log";
}

void ServerSessionTest::isRotatedWhileFetching()
{
    QFETCH(const QString, rotate);
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 200'000, Begin));
    writeBytes(remote.log("fresh"), numberedLines(200'000, 1000, Begin));
    Listener listener;
    bool isRotated = false;
    listener.onTransfer = [&](const Transfer &transfer) {
        if (transfer.kind == Transfer::Kind::Fetch && !std::exchange(isRotated, true)) {
            remote.run(rotate.toStdString());
        }
    };
    ServerSession session(remote.settings(false), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Done));
    const Listener::Told told = listener.told();
    QCOMPARE(told.inputs.size(), 2U);
    QVERIFY(textOf(told.inputs) == numberedLines(0, 201'000, Begin));
    QVERIFY(told.problems.empty());
}

void ServerSessionTest::isCompressedAfterwards()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 1000, Begin));
    {
        Listener listener;
        ServerSession session(remote.settings(false), remote.parts(), listener);
        session.start();
        QVERIFY(listener.waitForState(SessionState::Done));
    }
    appendBytes(remote.log("mail.log"), numberedLines(1000, 1000, Begin));
    remote.run("mv mail.log mail.log.2; gzip mail.log.2");
    writeBytes(remote.log("mail.log"), numberedLines(2000, 1000, Begin));
    Listener listener;
    ServerSession session(remote.settings(false), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Done));
    QCOMPARE(listener.told().inputs.size(), 2U);
    QVERIFY(textOf(listener.told().inputs) == numberedLines(0, 3000, Begin));
    QCOMPARE(listener.told().fetchedBytes(), numberedLines(1000, 2000, Begin).size());
}

void ServerSessionTest::isCompressedAndCut_data()
{
    QTest::addColumn<QList<QByteArray>>("compressors");
    QTest::addRow("zstd") << QList<QByteArray>{"zstd"};
    QTest::addRow("gzip") << QList<QByteArray>{"gzip"};
    QTest::addRow("as it is") << QList<QByteArray>{};
}

/// The unpacker fails behind what it could print: that is not the log's end.
void ServerSessionTest::isCompressedAndCut()
{
    QFETCH(const QList<QByteArray>, compressors);
    RemoteFolder remote;
    remote.facts.compressors.clear();
    for (const QByteArray &each : compressors) {
        remote.facts.compressors.push_back(each.toStdString());
    }
    writeBytes(remote.log("mail.log"), numberedLines(0, 1000, Begin));
    {
        Listener listener;
        ServerSession session(remote.settings(false), remote.parts(), listener);
        session.start();
        QVERIFY(listener.waitForState(SessionState::Done));
    }
    appendBytes(remote.log("mail.log"), numberedLines(1000, 100'000, Begin));
    remote.run("mv mail.log whole; gzip -c whole | head -c 200000 >mail.log.2.gz; rm whole");
    writeBytes(remote.log("mail.log"), numberedLines(101'000, 1000, Begin));
    Listener listener;
    ServerSession session(remote.settings(false), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Done));
    QCOMPARE(listener.told().problems.size(), 1U);
    QCOMPARE(listener.told().problems[0].code, RemoteErrorCode::CommandFailed);
    QVERIFY(textOf(listener.told().inputs) == numberedLines(0, 1000, Begin) + numberedLines(101'000, 1000, Begin));
}

void ServerSessionTest::cannotBeRead()
{
    if (getuid() == 0) {
        QSKIP("root may read everything");
    }
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 1000, Begin));
    writeBytes(remote.log("mail.log.1"), numberedLines(0, 1000, Begin));
    remote.run("chmod 000 mail.log.1");
    Listener listener;
    ServerSession session(remote.settings(false), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Done));
    QCOMPARE(listener.told().problems.size(), 1U);
    QCOMPARE(listener.told().problems[0].code, RemoteErrorCode::PermissionDenied);
    QCOMPARE(listener.told().problems[0].subject, remote.logFolder() + "/mail.log.1");
    QCOMPARE(listener.told().inputs.size(), 1U);
}

void ServerSessionTest::answersNonsense()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 1000, Begin));
    remote.onConnect = [](LocalServer &server) { server.setShell({"/bin/echo"}); };
    Listener listener;
    ServerSession session(remote.settings(false), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Failed));
    QCOMPARE(listener.told().errors[0].code, RemoteErrorCode::Nonsense);
}

void ServerSessionTest::twoSessionsOfOneServer()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 1000, Begin));
    Listener first;
    Listener second;
    ServerSession one(remote.settings(false), remote.parts(), first);
    ServerSession other(remote.settings(false), remote.parts(), second);
    one.start();
    other.start();
    QVERIFY(first.waitForState(SessionState::Done));
    QVERIFY(second.waitForState(SessionState::Done));
    QVERIFY(first.told().inputs[0].path != second.told().inputs[0].path);
    QVERIFY(textOf(first.told().inputs) == textOf(second.told().inputs));
}

/// In the place of the disk, a file may only become so large.
void ServerSessionTest::diskIsFull()
{
    RemoteFolder remote;
    const std::string newest = numberedLines(100'000, 10'000, Begin);
    writeBytes(remote.log("mail.log.1"), numberedLines(0, 100'000, Begin));
    remote.run("touch -d '1 day ago' mail.log.1");
    writeBytes(remote.log("mail.log"), newest);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{.rlim_cur = 4 << 20, .rlim_max = before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto restore = qScopeGuard([&] { setrlimit(RLIMIT_FSIZE, &before); });
    Listener listener;
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Failed));
    QCOMPARE(listener.told().errors[0].code, RemoteErrorCode::LocalWriteFailed);
    QVERIFY(listener.told().errors[0].subject.starts_with(remote.cacheFolder().string()));
    // What was fetched stays usable, and the rest comes when there is room.
    QVERIFY(textOf(listener.told().inputs) == newest);
    setrlimit(RLIMIT_FSIZE, &before);
    session.reconnect();
    QVERIFY(listener.waitForState(SessionState::Following));
    QVERIFY(textOf(listener.told().inputs) == numberedLines(0, 110'000, Begin));
    QCOMPARE(listener.told().fetchedBytes(), numberedLines(0, 110'000, Begin).size());
}

void ServerSessionTest::measuresTheQueue()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 1000, Begin));
    SessionSettings settings = remote.settings(true);
    settings.queueInterval = 1s;
    Listener listener;
    ServerSession session(settings, remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitFor([](const auto &told) { return told.queues.size() >= 2; }));
    QCOMPARE(listener.told().queues[0].total(), 3U);
    session.setQueueInterval(0s);
    QTest::qWait(300);
    const std::size_t count = listener.told().queues.size();
    QTest::qWait(1500);
    QCOMPARE(listener.told().queues.size(), count);
}

QTEST_GUILESS_MAIN(ServerSessionTest)
#include "tst_serversession.moc"
