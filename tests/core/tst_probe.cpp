// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver.h"
#include "remote/serverfacts.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>
#include <thread>

using namespace limier;
using namespace limier::test;
using namespace std::chrono_literals;
using namespace std::string_literals;

/// The probe on this machine, and on one whose programs are stand-ins.
class TestProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsReadOnly_data();
    void commandsReadOnly();
    void documentation();
    void thisMachine();
    void postfixOfThisMachine();
    void countsTheQueue();
    void asksPostqueueWithoutRights();
    void oldMachine();
    void nonsenseKeepsTheRest();
    void clockAhead();
    void failures();
    void cancelled();
    void leavesNothing();

private:
    /// A folder whose programs come before those of the machine.
    void put(const char *name, const QByteArray &script);
    std::vector<std::string> standIns() const;
    std::vector<std::string> m_told;
    std::expected<ServerFacts, RemoteError> probed(Server &server);
    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

namespace
{

bool hasProblem(const ServerFacts &facts, RemoteErrorCode code, std::string_view subject)
{
    return std::ranges::any_of(facts.problems, [&](const RemoteError &problem) {
        return problem.code == code && problem.subject == subject && problem.host == "local.test";
    });
}

bool isInstalled(const char *program)
{
    return !QStandardPaths::findExecutable(QLatin1String(program)).isEmpty()
        || !QStandardPaths::findExecutable(QLatin1String(program), {QStringLiteral("/usr/sbin")}).isEmpty();
}

} // namespace

void TestProbe::put(const char *name, const QByteArray &script)
{
    QFile file(m_folder->filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script + "\n");
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::ReadOther
                        | QFileDevice::ExeOther);
}

std::vector<std::string> TestProbe::standIns() const
{
    return {"PATH=" + m_folder->path().toStdString() + ":/usr/bin:/bin"};
}

std::expected<ServerFacts, RemoteError> TestProbe::probed(Server &server)
{
    m_told.clear();
    return probeServer(server, [this](const ProbeCommand &command) { m_told.emplace_back(command.name); }, {});
}

void TestProbe::commandsReadOnly_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(probeCommands().size()); ++i) {
        QTest::newRow(probeCommands()[static_cast<std::size_t>(i)].name) << i;
    }
}

/// No program but those known to change nothing, no file written.
void TestProbe::commandsReadOnly()
{
    QFETCH(const int, index);
    const ProbeCommand &command = probeCommands()[static_cast<std::size_t>(index)];
    QString script = QString::fromUtf8(command.script);
    script.remove(QStringLiteral(" 2>/dev/null")).remove(QStringLiteral(" >/dev/null")).remove(QStringLiteral(" 2>&1"));
    script.remove(QStringLiteral("2>&1"));
    QVERIFY2(!script.contains(QLatin1Char('>')), qPrintable(script));
    // In the place of a command, or as an option that makes a harmless one harmful.
    static const QRegularExpression changes(
        QStringLiteral("(?:^|[;&|({]|\\bthen|\\bdo|\\belse)\\s*(rm|mv|cp|tee|touch|mkdir|chmod|chown|kill|systemctl|"
                       "service|postsuper|postfix|install|truncate|dd|ln|bm-cli)\\b|sed -i|-delete|-exec|postconf -e"),
        QRegularExpression::MultilineOption);
    QVERIFY2(!changes.match(script).hasMatch(), qPrintable(changes.match(script).captured()));
    QVERIFY(command.seconds > 0 && command.seconds <= 20);
    QVERIFY(command.mostBytes > 0 && command.mostBytes <= (std::size_t{1} << 20));
    QVERIFY(!std::string_view(command.purpose).empty());
    const std::string checked = "sh -n -c " + shellQuoted(command.script);
    LocalServer server;
    const auto result = runCommand(server, checked);
    QVERIFY(result.has_value());
    QCOMPARE(result->errorText, std::string());
    QCOMPARE(result->status, 0);
}

/// The list in CONTRIBUTING.md is the list that runs. With LIMIER_UPDATE_GOLDEN=1 it is written.
void TestProbe::documentation()
{
    QByteArray expected;
    for (const ProbeCommand &command : probeCommands()) {
        expected += "**`" + QByteArray(command.name) + "`** " + command.purpose
            + (command.runAs == RunAs::Root ? " (as root where the account can become it)" : "") + ":\n\n```sh\n"
            + command.script + "\n```\n\n";
    }
    QFile file(QStringLiteral(LIMIER_TEST_DATA "/../../CONTRIBUTING.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    const QByteArray begin("<!-- probe: begin -->\n\n");
    const qsizetype from = text.indexOf(begin) + begin.size();
    const qsizetype to = text.indexOf("<!-- probe: end -->");
    QVERIFY(from >= begin.size() && to >= from);
    if (qEnvironmentVariableIsSet("LIMIER_UPDATE_GOLDEN")) {
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.replace(from, to - from, expected));
        return;
    }
    const QByteArrayList documented = text.mid(from, to - from).split('\n');
    const QByteArrayList lines = expected.split('\n');
    for (qsizetype i = 0; i < std::min(documented.size(), lines.size()); ++i) {
        QCOMPARE(documented[i], lines[i]);
    }
    QCOMPARE(documented.size(), lines.size());
}

void TestProbe::thisMachine()
{
    LocalServer server;
    const auto facts = probed(server);
    QVERIFY(facts.has_value());
    QVERIFY(!facts->system.empty());
    QVERIFY(facts->kernel.starts_with("Linux "));
    QVERIFY(!facts->hostName.empty());
    QVERIFY(!facts->timezone.empty());
    QVERIFY(std::abs(facts->clockOffset) <= 1);
    QVERIFY(!facts->user.empty());
    QCOMPARE(facts->privilege, server.privilege());
    QVERIFY(facts->freeBytes > 0 && facts->freeBytes <= facts->diskBytes);
    QVERIFY(std::ranges::contains(facts->compressors, "gzip"s));
    QVERIFY(facts->hasNice);
    // Each is told, in their order, and all in one script: this account's rights are the same for all of them.
    std::vector<std::string> expected;
    for (const ProbeCommand &command : probeCommands()) {
        expected.emplace_back(command.name);
    }
    expected.emplace_back("clock");
    QCOMPARE(m_told, expected);
    QCOMPARE(server.scripts().size(), 1U);
}

void TestProbe::postfixOfThisMachine()
{
    if (!isInstalled("postconf")) {
        QSKIP("Postfix is not installed here");
    }
    LocalServer server;
    const auto facts = probed(server);
    QVERIFY(facts.has_value());
    QVERIFY(!facts->postfixVersion.empty());
    QCOMPARE(*facts->setting("mail_version"), facts->postfixVersion);
    for (const char *name : {"mynetworks", "smtpd_relay_restrictions", "queue_directory"}) {
        QVERIFY2(facts->setting(name) != nullptr, name);
    }
    QCOMPARE(facts->postfix.front().name, "mail_version"s);
}

namespace
{

/// A queue with hashed folders and as many messages.
void makeQueue(const QString &folder, const QList<std::pair<const char *, int>> &counts)
{
    for (const auto &[name, count] : counts) {
        for (int i = 0; i < count; ++i) {
            const QString hashed = QStringLiteral("%1/%2/%3").arg(folder, QLatin1String(name)).arg(i % 16, 0, 16);
            QVERIFY(QDir().mkpath(hashed));
            QFile file(QStringLiteral("%1/%2").arg(hashed).arg(i));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(QDir().mkpath(folder + QLatin1Char('/') + QLatin1String(name)));
    }
}

} // namespace

void TestProbe::countsTheQueue()
{
    const QString queue = m_folder->filePath(QStringLiteral("queue of mail"));
    makeQueue(queue, {{"incoming", 1}, {"active", 20}, {"deferred", 300}, {"hold", 0}, {"maildrop", 2}});
    put("postconf", "echo '" + queue.toUtf8() + "'");
    LocalServer server;
    server.setEnvironment(standIns());
    const auto length = measureQueue(server);
    QVERIFY(length.has_value());
    QCOMPARE(length->incoming, 1U);
    QCOMPARE(length->active, 20U);
    QCOMPARE(length->deferred, 300U);
    QCOMPARE(length->hold, 0U);
    QCOMPARE(length->maildrop, 2U);
    QCOMPARE(length->total(), 323U);
    QVERIFY(std::abs(length->time - std::time(nullptr)) <= 2);
    QCOMPARE(server.scripts().size(), 1U);
    QCOMPARE(server.ranAs().front(), RunAs::Root);
}

void TestProbe::asksPostqueueWithoutRights()
{
    put("postconf", "echo /no/such/queue");
    put("postqueue", R"sh(cat <<'QUEUE'
-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------
0A1B2C3D4E*    1024 Tue Jun  4 10:00:00  alice@acme.example
                                         bob@example.org

5F6A7B8C9D!    1024 Tue Jun  4 10:00:00  alice@acme.example
                                         bob@example.org

4VtPzK3xkPz1p9s     2048 Wed Jun  5 11:00:00  carol@acme.example
(connect to mx.example.org[192.0.2.1]:25: Connection timed out
1A2B3C  9 Mon is what the other side said)
                                         dave@example.org

0B1B2C3D4E     1024 Tue Jun  4 10:00:00  MAILER-DAEMON
         (host mx.example.net[192.0.2.2] said: 450 try again)
                                         eve@example.net

-- 5 Kbytes in 4 Requests.
QUEUE)sh");
    LocalServer server;
    server.setEnvironment(standIns());
    auto length = measureQueue(server);
    QVERIFY(length.has_value());
    QCOMPARE(length->active, 1U);
    QCOMPARE(length->hold, 1U);
    QCOMPARE(length->deferred, 2U);

    put("postqueue", "echo 'Mail queue is empty'");
    length = measureQueue(server);
    QVERIFY(length.has_value());
    QCOMPARE(length->total(), 0U);

    put("postqueue", "echo 'postqueue: fatal: Queue report unavailable - mail system is down' >&2; exit 69");
    length = measureQueue(server);
    QVERIFY(!length.has_value());
    QCOMPARE(length.error().code, RemoteErrorCode::CommandFailed);
    QVERIFY(length.error().detail.contains("mail system is down"));
}

/// RHEL 7: no settings that came later, a copied zone, an old timeout; journald has nothing.
void TestProbe::oldMachine()
{
    const QByteArray fixture = LIMIER_TEST_DATA "/probe/";
    put("postconf",
        "case $* in *queue_directory) echo /var/spool/postfix ;; *maillog_file) exit 1 ;; "
        "*) cat "
            + fixture + "postconf-rhel7.txt ;; esac");
    put("readlink", "exit 1");
    put("cat",
        "case $1 in /etc/timezone) exit 1 ;; /etc/os-release) echo 'PRETTY_NAME=\"CentOS Linux 7 (Core)\"' ;; "
        "/etc/rsyslog.conf) exec /bin/cat "
            + fixture + "rsyslog-rhel7.txt ;; *) exec /bin/cat \"$@\" ;; esac");
    put("timedatectl", "echo '       Time zone: Europe/Paris (CEST, +0200)'");
    put("stat", "/bin/cat " + fixture + "listing-rhel.txt");
    put("dpkg-query", "/bin/cat " + fixture + "packages-rhel-edge.txt");
    put("journalctl", "exit 1");
    LocalServer server;
    server.setEnvironment(standIns());
    const auto facts = probed(server);
    QVERIFY(facts.has_value());
    QCOMPARE(facts->system, "CentOS Linux 7 (Core)"s);
    QCOMPARE(facts->timezone, "Europe/Paris"s);
    QCOMPARE(facts->postfixVersion, "2.10.1"s);
    QVERIFY(facts->setting("maillog_file") == nullptr);
    QCOMPARE(facts->blueMindVersion, "4.9.28-4.el7"s);
    QVERIFY(facts->hasBlueMind && !facts->hasBmCli && !facts->hasTickStack);
    QVERIFY(!facts->isJournalOnly);
}

void TestProbe::nonsenseKeepsTheRest()
{
    put("postconf", "head -c 3000000 /dev/zero; echo; echo 'mail_version = 3.7.11'");
    put("uname", "printf 'Linux \\033[2J\\n'");
    put("df", "printf '\\000\\001'");
    put("stat", "echo 'file -1 x y /etc/shadow'");
    put("id", "printf 'root\\nroot\\n'");
    put("journalctl", "yes | head -c 5000000");
    LocalServer server;
    server.setEnvironment(standIns());
    const auto facts = probed(server);
    QVERIFY(facts.has_value());
    QVERIFY(!facts->system.empty());
    QVERIFY(!facts->timezone.empty());
    QVERIFY(facts->kernel.empty());
    QVERIFY(facts->user.empty());
    QVERIFY(facts->postfixVersion.empty());
    QCOMPARE(facts->diskBytes, 0U);
    QVERIFY(facts->logs.empty());
    for (const char *name : {"postfix-settings", "kernel", "disk", "account", "journal"}) {
        QVERIFY2(hasProblem(*facts, RemoteErrorCode::Nonsense, name), name);
    }
    for (const RemoteError &problem : facts->problems) {
        QVERIFY(problem.detail.size() <= 1000);
    }
    QVERIFY(std::ranges::any_of(facts->problems, [](const RemoteError &problem) {
        return problem.code == RemoteErrorCode::NoLogs && problem.detail.contains("/var/log/mail.log");
    }));
}

void TestProbe::clockAhead()
{
    put("date", "case $1 in +now*) echo 'now +0000' ;; *) echo $(($(/bin/date +%s) + 3600)).5 ;; esac");
    LocalServer server;
    server.setEnvironment(standIns());
    const auto facts = probed(server);
    QVERIFY(facts.has_value());
    QVERIFY2(std::abs(facts->clockOffset - 3600) <= 1, std::to_string(facts->clockOffset).c_str());

    put("date", "echo noon");
    LocalServer broken;
    broken.setEnvironment(standIns());
    const auto none = probed(broken);
    QVERIFY(none.has_value());
    QCOMPARE(none->clockOffset, 0);
    QVERIFY(hasProblem(*none, RemoteErrorCode::Nonsense, "clock"));
}

void TestProbe::failures()
{
    LocalServer server;
    server.setShell({"false"});
    const auto failed = probed(server);
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().code, RemoteErrorCode::CommandFailed);
    server.setShell({"sh"});
    server.connection().bytesLeft = 100;
    const auto lost = probed(server);
    QVERIFY(!lost.has_value());
    QCOMPARE(lost.error().code, RemoteErrorCode::ConnectionLost);
}

void TestProbe::cancelled()
{
    put("id", "sleep 4");
    LocalServer server;
    server.setEnvironment(standIns());
    std::stop_source source;
    std::jthread other([&source] {
        std::this_thread::sleep_for(100ms);
        source.request_stop();
    });
    const auto begin = std::chrono::steady_clock::now();
    const auto facts = probeServer(server, [](const ProbeCommand &) { }, source.get_token());
    QVERIFY(!facts.has_value());
    QCOMPARE(facts.error().code, RemoteErrorCode::Cancelled);
    QVERIFY(std::chrono::steady_clock::now() - begin < 2s);
}

/// Not a file is made or changed where it runs, nor in the folder for temporary ones.
void TestProbe::leavesNothing()
{
    QTemporaryDir temporary;
    LocalServer server;
    server.setEnvironment(
        {"PATH=/usr/bin:/bin", "HOME=" + temporary.path().toStdString(), "TMPDIR=" + temporary.path().toStdString()});
    QVERIFY(probed(server).has_value());
    QCOMPARE(QDir(temporary.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
}

QTEST_GUILESS_MAIN(TestProbe)
#include "tst_probe.moc"
