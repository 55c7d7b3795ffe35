// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remotesession.h"
#include "integration/sshserver.h"

#include <QTest>

using namespace limier;
using namespace limier::test;

namespace
{

constexpr std::int64_t Begin = 1'714'867'200; // 2024-05-05

} // namespace

/// Fetching and following through a real sshd.
class SshFetchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fetchesAndFollows_data();
    void fetchesAndFollows();
    void isCutWhileFetching();
    void isCutWhileFollowing();
    void isStoppedWhileTheServerHangs();

private:
    /// Parts of a session that reach @p sshd, where @p remote has the logs.
    [[nodiscard]] static SessionParts parts(const TestSshd &sshd, RemoteFolder &remote, AnsweringUser &user)
    {
        SessionParts parts = sshSessionParts(sshd.target(), user);
        parts.probe = remote.parts().probe;
        parts.complete = {};
        parts.measureQueue = remote.parts().measureQueue;
        return parts;
    }
};

void SshFetchTest::initTestCase()
{
    LIMIER_NEEDS_SSHD();
}

void SshFetchTest::fetchesAndFollows_data()
{
    QTest::addColumn<QByteArray>("compressor");
    QTest::addColumn<bool>("isSftpOnly");
    QTest::addColumn<QString>("how");
    QTest::addRow("zstd") << QByteArray("zstd") << false << "zstd";
    QTest::addRow("gzip") << QByteArray("gzip") << false << "gzip";
    QTest::addRow("as it is") << QByteArray() << false << "as it is";
    QTest::addRow("SFTP only") << QByteArray() << true << "sftp";
}

void SshFetchTest::fetchesAndFollows()
{
    QFETCH(const QByteArray, compressor);
    QFETCH(const bool, isSftpOnly);
    QFETCH(const QString, how);
    TestSshd sshd(isSftpOnly ? QStringList{QStringLiteral("ForceCommand internal-sftp")} : QStringList{});
    QVERIFY2(sshd.start(), sshd.log().constData());
    RemoteFolder remote;
    remote.facts.compressors.clear();
    if (!compressor.isEmpty()) {
        remote.facts.compressors.push_back(compressor.toStdString());
    }
    writeBytes(remote.log("mail.log.1"), numberedLines(0, 100'000, Begin));
    remote.run("gzip mail.log.1; touch -d '1 day ago' mail.log.1.gz");
    std::string text = numberedLines(100'000, 100'000, Begin);
    writeBytes(remote.log("mail.log"), text);
    AnsweringUser user;
    Listener listener;
    ServerSession session(remote.settings(true), parts(sshd, remote, user), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following, 60s));
    auto told = listener.told();
    QVERIFY(told.problems.empty());
    QCOMPARE(told.inputs.size(), 2U);
    QVERIFY(readBytes(told.inputs[0].path) == readBytes(remote.log("mail.log.1.gz").toStdString()));
    QVERIFY(readBytes(told.inputs[1].path) == text);
    const auto fetch = std::ranges::find(told.transfers, Transfer::Kind::Fetch, &Transfer::kind);
    QCOMPARE(QString::fromStdString(fetch->how), how);
    for (int i = 0; i < 2; ++i) {
        const std::string line = numberedLines(200'000 + i, 1, Begin);
        text += line;
        appendBytes(remote.log("mail.log"), line);
        QVERIFY(listener.waitFor([&](const auto &now) { return readBytes(now.inputs[1].path) == text; }, 3s));
    }
    // Rotated.
    remote.run("mv mail.log mail.log.2; : >mail.log");
    const std::string fresh = numberedLines(200'002, 500, Begin);
    appendBytes(remote.log("mail.log"), fresh);
    QVERIFY(listener.waitFor([&](const auto &now) {
        return now.inputs.size() == 3 && readBytes(now.inputs[1].path) == text
            && readBytes(now.inputs[2].path) == fresh;
    }));
    QVERIFY(listener.told().errors.empty());
}

void SshFetchTest::isCutWhileFetching()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log().constData());
    RemoteFolder remote;
    remote.facts.compressors.clear();
    const std::string text = numberedLines(0, 800'000, Begin); // takes longer than it takes until progress is told
    writeBytes(remote.log("mail.log"), text);
    AnsweringUser user;
    Listener listener;
    std::atomic<int> cuts = 0;
    listener.onProgress = [&](const FetchProgress &progress) {
        if ((cuts == 0 && progress.bytes > 100'000) || (cuts == 1 && progress.bytes > text.size() / 2)) {
            ++cuts;
            sshd.cutConnections();
        }
    };
    ServerSession session(remote.settings(false), parts(sshd, remote, user), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Done, 60s));
    QCOMPARE(cuts, 2);
    QCOMPARE(listener.told().errors.size(), 2U);
    QCOMPARE(listener.told().errors[0].code, RemoteErrorCode::ConnectionLost);
    QVERIFY(readBytes(listener.told().inputs[0].path) == text);
    QCOMPARE(listener.told().fetchedBytes(), text.size());
}

void SshFetchTest::isCutWhileFollowing()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log().constData());
    RemoteFolder remote;
    std::string text = numberedLines(0, 1000, Begin);
    writeBytes(remote.log("mail.log"), text);
    AnsweringUser user;
    Listener listener;
    ServerSession session(remote.settings(true), parts(sshd, remote, user), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following));
    for (int i = 1; i < 3; ++i) {
        sshd.cutConnections();
        const std::string lines = numberedLines(i * 1000, 1000, Begin);
        appendBytes(remote.log("mail.log"), lines);
        text += lines;
        QVERIFY(listener.waitFor([&](const auto &now) { return readBytes(now.inputs[0].path) == text; }));
    }
}

void SshFetchTest::isStoppedWhileTheServerHangs()
{
    TestSshd sshd;
    QVERIFY2(sshd.start(), sshd.log().constData());
    RemoteFolder remote;
    writeBytes(remote.log("mail.log"), numberedLines(0, 1000, Begin));
    AnsweringUser user;
    Listener listener;
    SessionParts sessionParts = parts(sshd, remote, user);
    sessionParts.silence = 3s;
    ServerSession session(remote.settings(true), std::move(sessionParts), listener);
    session.start();
    QVERIFY(listener.waitForState(SessionState::Following));
    sshd.suspend();
    // After the session's patience, or after that for an answer, where it was just asking for something.
    QVERIFY(listener.waitForState(SessionState::Reconnecting, 30s));
    QCOMPARE(listener.told().errors[0].code, RemoteErrorCode::Hung);
    const auto begin = std::chrono::steady_clock::now();
    session.stop();
    QVERIFY(listener.waitForState(SessionState::Stopped));
    QVERIFY(std::chrono::steady_clock::now() - begin < 1s);
}

QTEST_GUILESS_MAIN(SshFetchTest)
#include "tst_sshfetch.moc"
