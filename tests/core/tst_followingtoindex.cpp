// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remotesession.h"
#include "index/followedlogs.h"

#include <QTest>

#include <thread>

using namespace limier;
using namespace limier::test;

namespace
{

constexpr std::int64_t Begin = 1'714'867'200; // 2024-05-05

/// Reads what a session tells, as the window does.
class Reader
{
public:
    explicit Reader(Listener &listener)
        : m_listener(listener)
        , m_logs(utc())
    {
    }

    /// True once so many lines are in the index.
    bool hasLines(std::size_t count, std::chrono::milliseconds most = 20s)
    {
        const auto end = std::chrono::steady_clock::now() + most;
        while (m_lines != count && std::chrono::steady_clock::now() < end) {
            read();
            std::this_thread::sleep_for(20ms);
        }
        return m_lines == count;
    }
    void read()
    {
        const Listener::Told told = m_listener.told();
        std::shared_ptr<const MailIndex> index;
        if (told.changes != m_changes) {
            index = m_logs.load(told.inputs).index;
        } else if (told.growths != m_growths) {
            index = m_logs.update(told.inputs).index;
        }
        m_changes = told.changes;
        m_growths = told.growths;
        m_lines = index ? index->lineCount() : m_lines;
    }
    [[nodiscard]] std::size_t lines() const { return m_lines; }

private:
    static LoadOptions utc()
    {
        LoadOptions options;
        options.timezone = "UTC";
        options.threads = 1;
        return options;
    }

    Listener &m_listener;
    FollowedLogs m_logs;
    std::size_t m_lines = 0;
    int m_changes = 0;
    int m_growths = 0;
};

} // namespace

/// Every line that is written to a log that is followed gets into the index, whenever the log is rotated.
class FollowingToIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRotated_data();
    void isRotated();
    void isRotatedWhileTheConnectionIsLost();
    void existsLater();
};

void FollowingToIndexTest::isRotated_data()
{
    QTest::addColumn<QString>("rotate");
    QTest::addColumn<bool>("writesLate");
    QTest::addRow("rename") << "mv mail.log mail.log.1; cp after mail.log" << true;
    QTest::addRow("copytruncate") << "cat late >>mail.log; cp mail.log mail.log.1; : >mail.log; cat after >>mail.log"
                                  << false;
}

void FollowingToIndexTest::isRotated()
{
    QFETCH(const QString, rotate);
    QFETCH(const bool, writesLate);
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 1000, Begin));
    writeBytes(remote.log("late"), numberedLines(1000, 100, Begin));
    writeBytes(remote.log("after"), numberedLines(1100, 10, Begin));
    Listener listener;
    Reader reader(listener);
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following));
    QVERIFY(reader.hasLines(1000));
    QTest::qWait(1200);
    remote.run(rotate.toStdString());
    if (writesLate) {
        // The daemon is told late that its log has another name: before and after the session learns of it.
        QVERIFY(reader.hasLines(1010));
        appendBytes(remote.log("mail.log.1"), numberedLines(1000, 50, Begin));
        QVERIFY(reader.hasLines(1060));
        QVERIFY(listener.waitFor([](const auto &told) {
            return std::ranges::any_of(told.inputs,
                                       [](const LogInput &each) { return each.shownAs.ends_with("mail.log.1"); });
        }));
        reader.read();
        appendBytes(remote.log("mail.log.1"), numberedLines(1050, 50, Begin));
    }
    QVERIFY2(reader.hasLines(1110), qPrintable(QString::number(reader.lines())));
}

void FollowingToIndexTest::isRotatedWhileTheConnectionIsLost()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 1000, Begin));
    Listener listener;
    // The new log grows between its listing and its fetch, while the rest of the other one is still to come.
    bool hasGrown = false;
    listener.onTransfer = [&](const Transfer &transfer) {
        if (transfer.kind == Transfer::Kind::Reuse && remote.connections > 1 && !std::exchange(hasGrown, true)) {
            appendBytes(remote.log("mail.log"), numberedLines(202'000, 1000, Begin));
        }
    };
    Reader reader(listener);
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following));
    QVERIFY(reader.hasLines(1000));
    remote.isRefused = true;
    remote.server()->connection().bytesLeft = 0;
    QVERIFY(listener.waitForState(SessionState::Reconnecting));
    reader.read();
    appendBytes(remote.log("mail.log"), numberedLines(1000, 200'000, Begin));
    remote.run("mv mail.log mail.log.1");
    writeBytes(remote.log("mail.log"), numberedLines(201'000, 1000, Begin));
    remote.isRefused = false;
    QVERIFY2(reader.hasLines(203'000), qPrintable(QString::number(reader.lines())));
}

/// Nothing is there to follow at first.
void FollowingToIndexTest::existsLater()
{
    RemoteFolder remote;
    writeBytes(remote.log("mail.log.1"), numberedLines(0, 1000, Begin));
    Listener listener;
    Reader reader(listener);
    ServerSession session(remote.settings(true), remote.parts(), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following));
    QVERIFY(reader.hasLines(1000));
    writeBytes(remote.log("mail.log"), numberedLines(1000, 10, Begin));
    QVERIFY(reader.hasLines(1010));
    appendBytes(remote.log("mail.log"), numberedLines(1010, 10, Begin));
    QVERIFY(reader.hasLines(1020));
}

QTEST_GUILESS_MAIN(FollowingToIndexTest)
#include "tst_followingtoindex.moc"
