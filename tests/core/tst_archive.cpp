// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findertest.h"

using namespace limier;
using namespace logfiles;

class ArchiveTest : public FinderTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void archives_data();
    void archives();
    void archiveInArchive();
    void damagedArchives_data();
    void damagedArchives();
    void encryptedZip();
    void emptyArchive();
};

void ArchiveTest::archives_data()
{
    QTest::addColumn<QString>("archive");
    QTest::addColumn<QStringList>("command");
    const auto row = [](const char *archive, const char *command) {
        QTest::newRow(archive) << QString::fromLatin1(archive) << QString::fromLatin1(command).split(QLatin1Char(' '));
    };
    row("e.tar", "tar -cf e.tar var");
    row("e.tar.gz", "tar -czf e.tar.gz var");
    row("e.tar.bz2", "tar -cjf e.tar.bz2 var");
    row("e.tar.xz", "tar -cJf e.tar.xz var");
    row("e.tar.zst", "tar --zstd -cf e.tar.zst var");
    row("old.tar", "tar --format=v7 -cf old.tar var");
    row("pax.tar", "tar --format=pax -cf pax.tar var");
    row("e.zip", "zip -qr e.zip var");
    row("stored.zip", "zip -qr0 stored.zip var");
    row("best.zip", "zip -qr9 best.zip var");
}

void ArchiveTest::archives()
{
    QFETCH(const QString, archive);
    QFETCH(const QStringList, command);
    const std::string text = mailLines(m_start, 3000);
    put("var/log/mail.log", text);
    put("var/log/mail.log.1", mailLines(m_start.addDays(-7), 3000));
    put("var/log/mail.log.2.gz", compressed(QStringLiteral("gzip"), mailLines(m_start.addDays(-14), 3000)));
    put("var/log/mail.log.3.gz", {});
    put("var/log/syslog", "May  5 00:00:00 mx1 sshd[1]: x\n");
    put("var/log/a folder with a very long name so that it does not fit the field of one hundred bytes of an old "
        "header/export.txt",
        mailLines(m_start.addDays(-21), 3000));
    if (archive == QLatin1String("old.tar")) {
        QDir(path("var/log")).removeRecursively();
        put("var/log/mail.log", text);
        put("var/log/mail.log.1", mailLines(m_start.addDays(-7), 3000));
        put("var/log/mail.log.2.gz", compressed(QStringLiteral("gzip"), mailLines(m_start.addDays(-14), 3000)));
        put("var/log/mail.log.3.gz", {});
    }
    run(command[0], command.mid(1), {}, m_folder->path());
    const InputSet set = find({archive});
    QStringList found = shown(set);
    if (archive != QLatin1String("old.tar")) {
        QVERIFY2(found[0].contains(QLatin1String("var/log/a folder with a very long name")), qPrintable(found[0]));
        found.removeFirst();
    }
    QCOMPARE(found,
             QStringList({archive + QStringLiteral(": var/log/mail.log.2.gz"),
                          archive + QStringLiteral(": var/log/mail.log.1"),
                          archive + QStringLiteral(": var/log/mail.log")}));
    QCOMPARE(refusals(set), QStringList(archive + QStringLiteral(": var/log/mail.log.3.gz empty")));
    QVERIFY(textOf(set.files.back()) == text);
    QVERIFY(textOf(set.files[set.files.size() - 3]) == mailLines(m_start.addDays(-14), 3000));
    QCOMPARE(set.files.back().firstYear, 2024);
    QVERIFY(!set.files.back().isPlain);
    QVERIFY(set.files.back().rawBytes > 0);
}

void ArchiveTest::archiveInArchive()
{
    put("mail.log", m_text);
    run(QStringLiteral("tar"), {QStringLiteral("-czf"), QStringLiteral("inner.tar.gz"), QStringLiteral("mail.log")}, {},
        m_folder->path());
    run(QStringLiteral("zip"), {QStringLiteral("-q"), QStringLiteral("outer.zip"), QStringLiteral("inner.tar.gz")}, {},
        m_folder->path());
    const InputSet set = find({QStringLiteral("outer.zip")});
    compareFound(set, {QStringLiteral("outer.zip: inner.tar.gz: mail.log")}, {});
    QVERIFY(textOf(set.files[0]) == m_text);
}

void ArchiveTest::damagedArchives_data()
{
    QTest::addColumn<QString>("archive");
    QTest::addColumn<double>("part");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("tar") << QStringLiteral("e.tar") << 0.6 << QByteArray("corrupt-archive");
    QTest::newRow("tar.gz") << QStringLiteral("e.tar.gz") << 0.6 << QByteArray("truncated-compression");
    QTest::newRow("tar.xz") << QStringLiteral("e.tar.xz") << 0.9 << QByteArray("truncated-compression");
}

void ArchiveTest::damagedArchives()
{
    QFETCH(const QString, archive);
    QFETCH(const double, part);
    QFETCH(const QByteArray, code);
    put("a/mail.log", mailLines(m_start, 20000));
    put("b/mail.log", mailLines(m_start.addDays(1), 20000));
    run(QStringLiteral("tar"), {QStringLiteral("-caf"), archive, QStringLiteral("a"), QStringLiteral("b")}, {},
        m_folder->path());
    const QString file = m_folder->filePath(archive);
    QVERIFY(QFile::resize(file, static_cast<qint64>(static_cast<double>(QFileInfo(file).size()) * part)));
    const InputSet set = find({archive});
    QVERIFY(!set.files.empty());
    QCOMPARE(shown(set)[0], archive + QStringLiteral(": a/mail.log"));
    const std::string text = textOf(set.files[0]);
    QVERIFY(text.size() > 1000);
    QVERIFY(mailLines(m_start, 20000).starts_with(text));
    QCOMPARE(refusals(set), QStringList(archive + QLatin1Char(' ') + QString::fromLatin1(code)));
}

void ArchiveTest::encryptedZip()
{
    put("mail.log", m_text);
    run(QStringLiteral("zip"),
        {QStringLiteral("-qP"), QStringLiteral("secret"), QStringLiteral("e.zip"), QStringLiteral("mail.log")}, {},
        m_folder->path());
    const InputSet set = find({QStringLiteral("e.zip")});
    compareFound(set, {}, {QStringLiteral("e.zip: mail.log unsupported-compression")});
    QCOMPARE(set.refused[0].error.detail, "encrypted zip");
}

void ArchiveTest::emptyArchive()
{
    put("letter", "a letter\n");
    run(QStringLiteral("tar"), {QStringLiteral("-czf"), QStringLiteral("e.tar.gz"), QStringLiteral("letter")}, {},
        m_folder->path());
    put("torn.zip", "PK\x03\x04 torn");
    compareFound(find({QStringLiteral("e.tar.gz"), QStringLiteral("torn.zip")}), {},
                 {QStringLiteral("e.tar.gz no-log-in-folder"), QStringLiteral("torn.zip corrupt-archive")});
}

QTEST_GUILESS_MAIN(ArchiveTest)
#include "tst_archive.moc"
