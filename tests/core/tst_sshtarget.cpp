// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/sshtarget.h"

#include <QtTest>

using namespace limier;

class SshTargetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addresses_data();
    void addresses();
    void values_data();
    void values();
    void without();
    void files();
    void jumps_data();
    void jumps();
    void included();
    void loopOfIncludes();
    void problems_data();
    void problems();
    void hosts();

private:
    void write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] std::expected<SshTarget, RemoteError> resolved(const char *address) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SshTargetTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("HOME", m_folder->path().toLocal8Bit());
    qunsetenv("SSH_AUTH_SOCK");
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral(".ssh")));
}

void SshTargetTest::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(QStringLiteral(".ssh/") + name));
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

std::expected<SshTarget, RemoteError> SshTargetTest::resolved(const char *address) const
{
    return resolveTarget(parseAddress(address).value(), userSshConfig());
}

void SshTargetTest::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("host"); // empty: refused
    QTest::addColumn<int>("port");
    const auto row = [](const char *text, const char *user, const char *host, int port) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(user) << QString::fromUtf8(host) << port;
    };
    row("mx1.example", "", "mx1.example", 0);
    row("root@mx1.example", "root", "mx1.example", 0);
    row("root@mx1.example:2222", "root", "mx1.example", 2222);
    row("me@acme.tld@mx1", "me@acme.tld", "mx1", 0);
    row("192.0.2.1:22", "", "192.0.2.1", 22);
    row("2001:db8::1", "", "2001:db8::1", 0);
    row("[2001:db8::1]:2222", "", "2001:db8::1", 2222);
    row("root@[2001:db8::1]", "root", "2001:db8::1", 0);
    row("ssh://root@mx1:22/", "root", "mx1", 22);
    row("fe80::1%eth0", "", "fe80::1%eth0", 0);
    for (const char *bad :
         {"",      "@",     "root@", "@mx1", "mx1:",    "mx1:0",   "mx1:65536", "mx1:22x", "mx1:-1", "-oProxyCommand=x",
          "a b",   "mx1\n", "a/b",   "[::1", "[::1]22", "root@-x", "*",         "mx1,mx2", "#mx1",   "root@#mx1",
          "|1|mx1"}) {
        row(bad, "", "", 0);
    }
}

void SshTargetTest::addresses()
{
    QFETCH(const QString, text);
    QFETCH(const QString, user);
    QFETCH(const QString, host);
    QFETCH(const int, port);
    const auto address = parseAddress(text.toStdString());
    QCOMPARE(address.has_value(), !host.isEmpty());
    if (!address) {
        QCOMPARE(address.error().code, RemoteErrorCode::BadAddress);
        QCOMPARE(address.error().subject, text.toStdString());
        return;
    }
    QCOMPARE(QString::fromStdString(address->user), user);
    QCOMPARE(QString::fromStdString(address->host), host);
    QCOMPARE(static_cast<int>(address->port), port);
    QCOMPARE(parseAddress(address->text()).value(), *address);
}

void SshTargetTest::values_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("expected"); // user@host:port alias
    const auto row = [](const char *name, const char *config, const char *expected) {
        QTest::newRow(name) << QByteArray(config) << QByteArray(expected);
    };
    row("plain", "Host mx1\n HostName mx1.example\n User root\n Port 2222\n", "root@mx1.example:2222 ");
    row("equals and quotes", "host \"mx1\"\nhostname=mx1.example\nUSER = \"ro ot\"\nport \"23\" # comment\n",
        "ro ot@mx1.example:23 ");
    row("the first one counts", "User a\nHost mx1\nUser b\nHost *\nUser c\n", "a@mx1:22 ");
    row("patterns", "Host mx? !mx1\nUser a\nHost mx*\nUser b\n", "b@mx1:22 ");
    row("negated", "Host * !mx1\nUser a\nHost mx2 mx1\nUser b\n", "b@mx1:22 ");
    row("Match all", "Host mx2\nUser a\nMatch all\nUser b\nMatch host mx1\nUser c\n", "b@mx1:22 ");
    row("Match of others", "Match exec \"rm -rf /\"\nUser a\nMatch ALL\nUser b\n", "b@mx1:22 ");
    row("tokens", "Host mx1\nHostName %h.example%%\nUser b\n", "b@mx1.example%:22 ");
    row("alias", "HostKeyAlias mail\nUser b\n", "b@mx1:22 mail");
    row("alias with a port", "HostKeyAlias [gate]:2222\nUser b\n", "b@mx1:22 [gate]:2222");
    row("Windows's ends of lines", "Host mx1\r\n\tUser b\r\n", "b@mx1:22 ");
    row("unknown keywords", "UseKeychain yes\nHost mx1\nUser b\n", "b@mx1:22 ");
}

void SshTargetTest::values()
{
    QFETCH(const QByteArray, config);
    QFETCH(const QByteArray, expected);
    write(QStringLiteral("config"), config);
    const auto target = resolved("mx1");
    QVERIFY(target);
    QCOMPARE(target->name, "mx1");
    const std::string got =
        target->user + '@' + target->hostName + ':' + std::to_string(target->port) + ' ' + target->hostKeyAlias;
    QCOMPARE(QByteArray::fromStdString(got), expected);
    // What the user says outweighs all of it.
    const auto given = resolved("me@mx1:24");
    QVERIFY(given);
    QCOMPARE(given->user, "me");
    QCOMPARE(static_cast<int>(given->port), 24);
}

void SshTargetTest::without()
{
    qputenv("SSH_AUTH_SOCK", "/run/agent");
    const auto target = resolved("mx1.example");
    QVERIFY(target);
    const std::filesystem::path ssh = m_folder->filePath(QStringLiteral(".ssh")).toStdString();
    QCOMPARE(target->hostName, "mx1.example");
    QVERIFY(!target->user.empty());
    QCOMPARE(static_cast<int>(target->port), 22);
    QCOMPARE(target->agentSocket, "/run/agent");
    QVERIFY(!target->onlyThese);
    QCOMPARE(target->identityFiles,
             (std::vector<std::filesystem::path>{ssh / "id_ed25519", ssh / "id_ecdsa", ssh / "id_rsa"}));
    QCOMPARE(target->knownHosts,
             (std::vector<std::filesystem::path>{ssh / "known_hosts", ssh / "known_hosts2", "/etc/ssh/ssh_known_hosts",
                                                 "/etc/ssh/ssh_known_hosts2"}));
    QVERIFY(target->jumps.empty());
}

void SshTargetTest::files()
{
    write(QStringLiteral("config"),
          "Host mx1\n"
          "IdentityFile ~/.ssh/%h-%r\nIdentityFile %d/.ssh/second\nIdentityFile ~/.ssh/%h-%r\n"
          "IdentitiesOnly yes\nIdentityAgent ~/agent-%u\nHostName mx1.example\nUser root\n"
          "UserKnownHostsFile ~/a /b/%p\nGlobalKnownHostsFile none\n"
          "Host mx2\nIdentityAgent none\nIdentityFile none\nUserKnownHostsFile none\n");
    const std::filesystem::path home = m_folder->path().toStdString();
    const auto target = resolved("mx1");
    QVERIFY(target);
    QCOMPARE(target->identityFiles,
             (std::vector<std::filesystem::path>{home / ".ssh/mx1.example-root", home / ".ssh/second"}));
    QVERIFY(target->onlyThese);
    QVERIFY(target->agentSocket.starts_with((home / "agent-").string()));
    QCOMPARE(target->knownHosts, (std::vector<std::filesystem::path>{home / "a", "/b/22"}));
    const auto other = resolved("mx2");
    QVERIFY(other);
    QVERIFY(other->identityFiles.empty());
    QVERIFY(other->agentSocket.empty());
    // New keys do not go to the file of all users.
    QCOMPARE(other->knownHosts.front(), std::filesystem::path("/dev/null"));
}

void SshTargetTest::jumps_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("expected"); // empty: BadConfig
    const auto row = [](const char *name, const char *config, const char *expected) {
        QTest::newRow(name) << QByteArray(config) << QByteArray(expected);
    };
    row("one", "Host mx1\nProxyJump me@gate:2222\n", "me@gate:2222");
    row("configured", "Host mx1\nProxyJump gate\nHost gate\nHostName gate.example\nUser g\n", "g@gate.example:22");
    row("chain", "User u\nHost mx1\nProxyJump a,b,ssh://c:1\n", "u@a:22 u@b:22 u@c:1");
    row("a jump that has one itself", "User u\nHost mx1\nProxyJump a\nHost a\nProxyJump b\n", "u@b:22 u@a:22");
    row("only the first keeps its own", "User u\nHost mx1\nProxyJump a,b\nHost b\nProxyJump c\n", "u@a:22 u@b:22");
    row("none", "Host mx1\nProxyJump none\nHost *\nProxyJump a\n", "-");
    row("old way", "User u\nHost mx1\nProxyCommand ssh -q -W %h:%p gate\n", "u@gate:22");
    row("no command", "Host mx1\nProxyCommand none\n", "-");
    row("any command", "Host mx1\nProxyCommand nc %h %p\n", "");
    row("loop", "Host mx1\nProxyJump a\nHost a\nProxyJump mx1\n", "");
    row("loop of everything", "Host *\nProxyJump a\n", "");
    row("nonsense", "Host mx1\nProxyJump a:b\n", "");
    row("too many", "Host mx1\nProxyJump a,b,c,d,e,f,g,h,i\n", "");
}

void SshTargetTest::jumps()
{
    QFETCH(const QByteArray, config);
    QFETCH(const QByteArray, expected);
    write(QStringLiteral("config"), config);
    const auto target = resolved("mx1");
    if (expected.isEmpty()) {
        QVERIFY(!target);
        QCOMPARE(target.error().code, RemoteErrorCode::BadConfig);
        QCOMPARE(target.error().host, "mx1");
        return;
    }
    QVERIFY(target);
    QStringList way;
    for (const SshTarget &jump : target->jumps) {
        way << QString::fromStdString(jump.user + '@' + jump.hostName + ':' + std::to_string(jump.port));
        QVERIFY(jump.jumps.empty());
    }
    QCOMPARE(way.isEmpty() ? QByteArray("-") : way.join(u' ').toUtf8(), expected);
}

void SshTargetTest::included()
{
    write(QStringLiteral("config"),
          "Include conf.d/*.conf \"other file\" missing\n"
          "Host mx2\nInclude onlymx2\nHost mx1\nUser last\n");
    write(QStringLiteral("conf.d/b.conf"), "Host mx1\nPort 2\n");
    write(QStringLiteral("conf.d/a.conf"), "Host mx1\nPort 1\n");
    write(QStringLiteral("conf.d/c.txt"), "HostName wrong\n");
    write(QStringLiteral("other file"), "Host mx1\nHostName other.example\n");
    write(QStringLiteral("onlymx2"), "User a\nHost *\nUser b\nMatch all\nUser c\n");
    const auto target = resolved("mx1");
    QVERIFY(target);
    QCOMPARE(static_cast<int>(target->port), 1);
    QCOMPARE(target->hostName, "other.example");
    QCOMPARE(target->user, "last");
    QCOMPARE(resolved("mx2")->user, "a");
}

void SshTargetTest::loopOfIncludes()
{
    write(QStringLiteral("config"), "Include config\n");
    const auto target = resolved("mx1");
    QVERIFY(!target);
    QCOMPARE(target.error().code, RemoteErrorCode::BadConfig);
}

void SshTargetTest::problems_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<int>("line");
    QTest::newRow("no value") << QByteArray("# x\nHost mx1\nUser\n") << 3;
    QTest::newRow("no end of quotes") << QByteArray("User \"a\n") << 1;
    QTest::newRow("port") << QByteArray("Port x\n") << -1;
    // They would stand in known_hosts.
    for (const char *bad : {"HostName \"mx1 example\"", "HostName \"#mx1\"", "HostName |1|mx1", "HostName *",
                            "HostName -oProxyCommand=x", "HostKeyAlias \"a b\"", "HostKeyAlias \"#a\"",
                            "HostKeyAlias |1|a", "HostKeyAlias @revoked", "HostKeyAlias a,b", "HostKeyAlias *"}) {
        QTest::newRow(bad) << QByteArray(bad) + '\n' << -1;
    }
}

void SshTargetTest::problems()
{
    QFETCH(const QByteArray, config);
    QFETCH(const int, line);
    write(QStringLiteral("config"), config);
    const auto target = resolved("mx1");
    QVERIFY(!target);
    QCOMPARE(target.error().code, RemoteErrorCode::BadConfig);
    QCOMPARE(target.error().subject, userSshConfig().string());
    QCOMPARE(static_cast<int>(target.error().value), line);
}

void SshTargetTest::hosts()
{
    write(QStringLiteral("config"),
          "Host mx1 mx1.example *.example !x\nInclude more\nHost mx1\nHost *\nHost \"b\"\nUser\n");
    write(QStringLiteral("more"), "Host a\n");
    QCOMPARE(configuredHosts(userSshConfig()), (std::vector<std::string>{"mx1", "mx1.example", "a", "b"}));
    QVERIFY(configuredHosts("/nonexistent").empty());
}

QTEST_GUILESS_MAIN(SshTargetTest)
#include "tst_sshtarget.moc"
