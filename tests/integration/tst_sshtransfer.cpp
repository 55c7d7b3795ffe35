// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/sshserver.h"
#include "remote/server.h"
#include "remote/ssh/sshapi.h"

#include <QtTest>

#include <chrono>

using namespace limier;
using namespace limier::test;
using std::chrono::milliseconds;

namespace
{
using Clock = std::chrono::steady_clock;

constexpr qsizetype BigBytes = 200'000'000;

} // namespace

/// Files and the output of commands, as they come from a real sshd.
class SshTransferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bigFile_data();
    void bigFile();
    void pieces();
    void folder();
    void missingFiles();
    void noisyShell();
    void standardInput();
    void endlessErrors();
    void exitBySignal();

private:
    TestSshd m_sshd;
    AnsweringUser m_user;
    SshSeam m_patient;
    QByteArray m_bigDigest;
};

void SshTransferTest::initTestCase()
{
    LIMIER_NEEDS_SSHD();
    QVERIFY2(m_sshd.start(), m_sshd.log());
    QByteArray bytes(BigBytes, Qt::Uninitialized);
    QRandomGenerator random(4);
    random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), BigBytes / 4);
    QVERIFY(TestSshd::write(m_sshd.path(QStringLiteral("big")), bytes));
    m_bigDigest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

void SshTransferTest::bigFile_data()
{
    QTest::addColumn<bool>("bySftp");
    QTest::addColumn<bool>("byJump");
    QTest::newRow("command") << false << false;
    QTest::newRow("sftp") << true << false;
    QTest::newRow("command through a jump") << false << true;
    QTest::newRow("sftp through a jump") << true << true;
}

void SshTransferTest::bigFile()
{
    QFETCH(const bool, bySftp);
    QFETCH(const bool, byJump);
    TestSshd jump;
    SshTarget target = m_sshd.target();
    if (byJump) {
        QVERIFY(jump.start());
        target.jumps = {jump.target()};
    }
    const auto server = connectTo(target, m_user, m_patient);
    QVERIFY(server);
    QByteArray got;
    got.reserve(BigBytes + 1);
    const auto add = [&](std::span<const char> bytes) {
        got.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return true;
    };
    const std::string path = m_sshd.path(QStringLiteral("big")).toStdString();
    const auto begin = Clock::now();
    if (bySftp) {
        const auto files = server->files();
        QVERIFY(files);
        const auto info = (*files)->info(path);
        QVERIFY(info);
        QCOMPARE(info->bytes, static_cast<std::uint64_t>(BigBytes));
        const auto read = (*files)->read(path, 0, info->bytes, add);
        QVERIFY2(read, qPrintable(read ? QString() : textOf(read.error())));
    } else {
        const auto process = server->start("cat " + shellQuoted(path), RunAs::Login);
        QVERIFY(process);
        std::vector<char> buffer(256 * 1024);
        while (true) {
            const auto count = (*process)->read(buffer, milliseconds(10000));
            QVERIFY2(count, qPrintable(count ? QString() : textOf(count.error())));
            if (*count == 0) {
                break;
            }
            add({buffer.data(), *count});
        }
        QCOMPARE((*process)->exitStatus().value_or(-1), 0);
    }
    const std::chrono::duration<double> taken = Clock::now() - begin;
    QCOMPARE(QCryptographicHash::hash(got, QCryptographicHash::Sha256), m_bigDigest);
    qInfo("%.0f MB/s", static_cast<double>(BigBytes) / 1e6 / taken.count());
}

// Any piece of a file, also one that ends behind its end, and a file that is read on after an early stop.
void SshTransferTest::pieces()
{
    QByteArray content;
    for (int i = 0; i < 200'000; ++i) {
        content += QByteArray::number(i) + '\n';
    }
    QVERIFY(TestSshd::write(m_sshd.path(QStringLiteral("numbers")), content));
    const std::string path = m_sshd.path(QStringLiteral("numbers")).toStdString();
    const auto server = connectTo(m_sshd.target(), m_user, m_patient);
    QVERIFY(server);
    const auto files = server->files();
    QVERIFY(files);
    QVERIFY((*files)->read(path, 0, 1'000'000, [](auto) { return false; }));
    const std::vector<std::pair<qint64, qint64>> pieces{{0, 1},
                                                        {0, content.size()},
                                                        {32767, 32770},
                                                        {100'001, 999'999},
                                                        {content.size() - 5, 1000},
                                                        {content.size() - 50'000, 5'000'000},
                                                        {0, 5'000'000},
                                                        {content.size(), 10},
                                                        {content.size() + 10, 10},
                                                        {17, 0}};
    for (const auto &[offset, most] : pieces) {
        QByteArray got;
        const auto read = (*files)->read(path, static_cast<std::uint64_t>(offset), static_cast<std::uint64_t>(most),
                                         [&](std::span<const char> bytes) {
                                             got.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
                                             return true;
                                         });
        QVERIFY(read);
        QCOMPARE(got, content.mid(offset, most));
    }
}

void SshTransferTest::folder()
{
    const QString folder = m_sshd.path(QStringLiteral("logs"));
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/old")));
    QVERIFY(TestSshd::write(folder + QStringLiteral("/mail.log"), "12345"));
    QVERIFY(TestSshd::write(folder + QStringLiteral("/it's \"odd\"\n"), ""));
    const auto server = connectTo(m_sshd.target(), m_user, m_patient);
    QVERIFY(server);
    const auto files = server->files();
    QVERIFY(files);
    auto found = (*files)->list(folder.toStdString());
    QVERIFY(found);
    std::ranges::sort(*found, {}, &RemoteFileInfo::path);
    QCOMPARE(found->size(), 3U);
    QCOMPARE((*found)[0].path, folder.toStdString() + "/it's \"odd\"\n");
    QCOMPARE((*found)[1].path, folder.toStdString() + "/mail.log");
    QCOMPARE((*found)[1].bytes, 5U);
    QVERIFY(std::abs((*found)[1].modified - QDateTime::currentSecsSinceEpoch()) < 100);
    QVERIFY(!(*found)[1].isFolder);
    QVERIFY((*found)[2].isFolder);
}

void SshTransferTest::missingFiles()
{
    const auto server = connectTo(m_sshd.target(), m_user, m_patient);
    QVERIFY(server);
    const auto files = server->files();
    QVERIFY(files);
    const auto take = [](auto) { return true; };
    QCOMPARE((*files)->info("/nonexistent").error().code, RemoteErrorCode::NoSuchFile);
    QCOMPARE((*files)->list("/nonexistent").error().code, RemoteErrorCode::NoSuchFile);
    QCOMPARE((*files)->read("/nonexistent", 0, 1, take).error().code, RemoteErrorCode::NoSuchFile);
    QCOMPARE((*files)->read("/nonexistent", 0, 1, take).error().subject, "/nonexistent");
    QCOMPARE((*files)->read("/", 0, 1, take).error().code, RemoteErrorCode::CommandFailed);
}

// A shell that greets whoever comes, as some start files make it.
void SshTransferTest::noisyShell()
{
    TestSshd sshd(
        {QStringLiteral("ForceCommand echo Welcome to the server; echo Beware >&2; sh -c \"$SSH_ORIGINAL_COMMAND\"")});
    QVERIFY2(sshd.start(), sshd.log());
    const auto server = connectTo(sshd.target(), m_user, m_patient);
    QVERIFY(server);
    QVERIFY(server->hasShell());
    const auto result = runCommand(*server, "echo data", RunAs::Login);
    QVERIFY(result);
    QCOMPARE(result->output, "data\n");
}

void SshTransferTest::standardInput()
{
    const auto server = connectTo(m_sshd.target(), m_user, m_patient);
    QVERIFY(server);
    std::string input(3'000'000, 'x');
    input += std::string("\0end", 4);
    const auto result = runCommand(*server, "cat", RunAs::Login, "one line\n");
    QVERIFY(result);
    QCOMPARE(result->output, "one line\n");
    const auto counted = runCommand(*server, "wc -c", RunAs::Login, input);
    QVERIFY(counted);
    QCOMPARE(counted->output, std::to_string(input.size()) + "\n");
}

// What comes on standard error must neither stop the output nor fill the memory.
void SshTransferTest::endlessErrors()
{
    const auto server = connectTo(m_sshd.target(), m_user, m_patient);
    QVERIFY(server);
    const auto result = runCommand(*server, "head -c 20000000 /dev/zero >&2; echo done", RunAs::Login);
    QVERIFY(result);
    QCOMPARE(result->output, "done\n");
    QCOMPARE(result->errorText.size(), 65536U);
}

void SshTransferTest::exitBySignal()
{
    const auto server = connectTo(m_sshd.target(), m_user, m_patient);
    QVERIFY(server);
    const auto result = runCommand(*server, "kill -KILL $PPID; sleep 5", RunAs::Login);
    QVERIFY(!result || result->status >= 128);
}

QTEST_GUILESS_MAIN(SshTransferTest)
#include "tst_sshtransfer.moc"
