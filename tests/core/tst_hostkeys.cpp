// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/hostkeys.h"
#include "remote/ssh/hostpattern.h"

#include <QMessageAuthenticationCode>
#include <QtTest>

using namespace limier;

namespace
{
using Kind = HostKeyVerdict::Kind;

const HostKey Ours{.type = "ssh-ed25519", .base64 = "AAAAours"};

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

// As `ssh-keygen -H` writes it.
QByteArray hashedLine(const QByteArray &name, const QByteArray &key)
{
    const QByteArray salt = "abcdefghijklmnopqrst";
    const QByteArray hash = QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1);
    return "|1|" + salt.toBase64() + '|' + hash.toBase64() + " ssh-ed25519 " + key + '\n';
}

} // namespace

class HostKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patterns_data();
    void patterns();
    void verdicts_data();
    void verdicts();
    void severalFiles();
    void types();
    void adding_data();
    void adding();
    void names();
};

void HostKeysTest::patterns_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("patterns");
    QTest::addColumn<bool>("isMatch");
    const auto row = [](const char *name, const char *patterns, bool isMatch) {
        QTest::addRow("%s in %s", name, patterns)
            << QString::fromLatin1(name) << QString::fromLatin1(patterns) << isMatch;
    };
    row("mx1.example", "mx1.example", true);
    row("MX1.example", "mx1.EXAMPLE", true);
    row("mx1.example", "mx2.example", false);
    row("mx1.example", "*", true);
    row("", "*", true);
    row("mx1.example", "mx?.example", true);
    row("mx10.example", "mx?.example", false);
    row("a.b.c.example", "*.c.*", true);
    row("aaaaaaaaaaaaaaaaaaaaaaaab", "*a*a*a*a*a*a*a*a*c", false);
    row("mx1.example", "*.example,!mx1.example", false);
    row("mx1.example", "!mx2.example", false);
    row("mx1.example", "!mx2.example,*", true);
    row("[mx1.example]:2222", "[mx1.example]:2222", true);
    row("mx1.example", "", false);
    row("mx1.example", ",,", false);
}

void HostKeysTest::patterns()
{
    QFETCH(const QString, name);
    QFETCH(const QString, patterns);
    QFETCH(const bool, isMatch);
    QCOMPARE(matchesHostPatterns(name.toStdString(), patterns.toStdString(), ","), isMatch);
}

void HostKeysTest::verdicts_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("line");
    QTest::addColumn<bool>("hasAuthority");
    const auto row = [](const char *name, const QByteArray &content, Kind kind, int line, bool hasAuthority = false) {
        QTest::newRow(name) << content << static_cast<int>(kind) << line << hasAuthority;
    };
    row("nothing", "", Kind::Unknown, 0);
    row("known", "# mine\n\nmx1.example ssh-ed25519 AAAAours me@here\n", Kind::Known, 3);
    row("no end of line", "mx1.example ssh-ed25519 AAAAours", Kind::Known, 1);
    row("Windows's ends of lines", "mx1.example ssh-ed25519 AAAAours\r\n", Kind::Known, 1);
    row("among others", "mx2.example,MX1.example,192.0.2.1\tssh-ed25519  AAAAours\n", Kind::Known, 1);
    row("another host", "mx2.example ssh-ed25519 AAAAours\n", Kind::Unknown, 0);
    row("another port", "[mx1.example]:2222 ssh-ed25519 AAAAours\n", Kind::Unknown, 0);
    row("changed", "mx1.example ssh-ed25519 AAAAtheirs\n", Kind::Changed, 1);
    row("only another type", "mx1.example ssh-rsa AAAAtheirs\n", Kind::Changed, 1);
    row("the same type is named first", "mx1.example ssh-rsa AAAAx\nmx1.example ssh-ed25519 AAAAy\n", Kind::Changed, 2);
    row("old and new", "mx1.example ssh-ed25519 AAAAold\nmx1.example ssh-ed25519 AAAAours\n", Kind::Known, 2);
    row("revoked", "mx1.example ssh-ed25519 AAAAours\n@revoked * ssh-ed25519 AAAAours\n", Kind::Revoked, 2);
    row("revoked first", "@revoked mx1.example ssh-ed25519 AAAAours\nmx1.example ssh-ed25519 AAAAours\n", Kind::Revoked,
        1);
    row("another is revoked", "@revoked * ssh-ed25519 AAAAold\nmx1.example ssh-ed25519 AAAAours\n", Kind::Known, 2);
    row("an authority", "@cert-authority *.example ssh-ed25519 AAAAours\n", Kind::Unknown, 0, true);
    row("a marker of the future", "@future mx1.example ssh-ed25519 AAAAours\n", Kind::Unknown, 0);
    row("negated", "*.example,!mx1.example ssh-ed25519 AAAAours\n", Kind::Unknown, 0);
    row("nonsense", "mx1.example\n@revoked\n|1|\n|1|x|y\n\0\0\n", Kind::Unknown, 0);
    row("hashed", hashedLine("mx1.example", "AAAAours"), Kind::Known, 1);
    row("hashed, changed", hashedLine("mx1.example", "AAAAtheirs"), Kind::Changed, 1);
    row("hashed, another", hashedLine("mx2.example", "AAAAours"), Kind::Unknown, 0);
}

void HostKeysTest::verdicts()
{
    QFETCH(const QByteArray, content);
    QFETCH(const int, kind);
    QFETCH(const int, line);
    QFETCH(const bool, hasAuthority);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("known_hosts"));
    write(path, content);
    const HostKeyVerdict verdict = lookUpHostKey({path.toStdString()}, "mx1.example", Ours);
    QCOMPARE(static_cast<int>(verdict.kind), kind);
    QCOMPARE(verdict.line, line);
    QCOMPARE(verdict.file.empty(), line == 0);
    QCOMPARE(verdict.hasAuthority, hasAuthority);
}

void HostKeysTest::severalFiles()
{
    const QTemporaryDir folder;
    const QString first = folder.filePath(QStringLiteral("first"));
    const QString second = folder.filePath(QStringLiteral("second"));
    write(first, "mx1.example ssh-ed25519 AAAAold\n");
    write(second, "mx1.example ssh-ed25519 AAAAours\n");
    const std::vector<std::filesystem::path> files{"/nonexistent", folder.path().toStdString(), first.toStdString(),
                                                   second.toStdString()};
    const HostKeyVerdict verdict = lookUpHostKey(files, "mx1.example", Ours);
    QCOMPARE(verdict.kind, Kind::Known);
    QCOMPARE(verdict.file, std::filesystem::path(second.toStdString()));
}

void HostKeysTest::types()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("known_hosts"));
    write(path,
          "mx1.example ssh-rsa AAAAx\n@revoked mx1.example ssh-dss AAAAx\nmx2.example ecdsa-sha2-nistp256 AAAAx\n"
          "mx1.example ssh-ed25519 AAAAx\nmx1.example ssh-rsa AAAAy\n");
    QCOMPARE(knownKeyTypes({path.toStdString()}, "mx1.example"), (std::vector<std::string>{"ssh-rsa", "ssh-ed25519"}));
}

void HostKeysTest::adding_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray line = "[mx1.example]:2222 ssh-ed25519 AAAAours\n";
    QTest::newRow("empty") << QByteArray() << line;
    QTest::newRow("a line") << QByteArray("a b c\n") << "a b c\n" + line;
    QTest::newRow("a line without an end") << QByteArray("a b c") << "a b c\n" + line;
}

void HostKeysTest::adding()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("new/known_hosts"));
    if (!before.isEmpty()) {
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("new")));
        write(path, before);
    }
    QVERIFY(addHostKey(path.toStdString(), knownHostName("MX1.example", 2222), Ours));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), after);
    QCOMPARE(lookUpHostKey({path.toStdString()}, "[mx1.example]:2222", Ours).kind, Kind::Known);
    QVERIFY(!addHostKey(folder.path().toStdString(), "mx1.example", Ours));
}

void HostKeysTest::names()
{
    QCOMPARE(knownHostName("MX1.example", 22), "mx1.example");
    QCOMPARE(knownHostName("2001:db8::1", 22), "2001:db8::1");
    QCOMPARE(knownHostName("2001:db8::1", 2222), "[2001:db8::1]:2222");
}

QTEST_GUILESS_MAIN(HostKeysTest)
#include "tst_hostkeys.moc"
