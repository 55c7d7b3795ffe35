// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findertest.h"
#include <QElapsedTimer>

#include <array>
#include <filesystem>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace limier;
using namespace logfiles;

class InputFinderTest : public FinderTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void plainFile();
    void compressedFile_data();
    void compressedFile();
    void twiceCompressed();
    void textForms_data();
    void textForms();
    void refusedFile_data();
    void refusedFile();
    void unreadableFile();
    void damagedCompression();
    void folder();
    void folderByContent();
    void folderWithoutLog();
    void otherMailerInFolder();
    void folderTwice();
    void fileByTwoNames();
    void linkLoops();
    void hugeFolder();
    void specialFilesInFolder();
    void sameLinesInTwoFiles_data();
    void sameLinesInTwoFiles();
    void alikeIsNotTheSame();
    void severityCopies();
    void zipBombs();
    void standardInput_data();
    void standardInput();
    void hostOfFirstLine_data();
    void hostOfFirstLine();
    void stopped();
    void fileReplacedBetweenFindingAndOpening();
    void namesOfAnyBytes();
    void showsAnInputAsAsked();
    void leavesOutTheBegin_data();
    void leavesOutTheBegin();
    void endsAtTheLastWholeLine_data();
    void endsAtTheLastWholeLine();
    void readsEachInItsZone();
    void datesByWhenTheOriginalWasWritten();
};

void InputFinderTest::plainFile()
{
    put("any name", m_text);
    const InputSet set = find({QStringLiteral("any name")});
    compareFound(set, {QStringLiteral("any name")}, {});
    const InputFile &file = set.files[0];
    QVERIFY(file.isPlain);
    QCOMPARE(file.rawBytes, m_text.size());
    QCOMPARE(file.firstYear, 2024);
    QCOMPARE(timeText(file.firstTime), QStringLiteral("2024-05-05T00:00:00Z"));
    QCOMPARE(timeText(file.anchor), QStringLiteral("2024-05-06T00:00:00Z"));
    QCOMPARE(file.host, "mx1");
    QVERIFY(textOf(file) == m_text);
}

void InputFinderTest::compressedFile_data()
{
    QTest::addColumn<QString>("tool");
    for (const char *tool : {"gzip", "bzip2", "xz", "zstd"}) {
        QTest::newRow(tool) << QString::fromLatin1(tool);
    }
}

void InputFinderTest::compressedFile()
{
    QFETCH(const QString, tool);
    const std::string bytes = compressed(tool, m_text);
    put("mail.log", bytes + bytes); // by its content, not by its name; two members
    const InputSet set = find({QStringLiteral("mail.log")});
    compareFound(set, {QStringLiteral("mail.log")}, {});
    QVERIFY(!set.files[0].isPlain);
    QCOMPARE(set.files[0].rawBytes, 2 * bytes.size());
    QCOMPARE(set.files[0].firstYear, 2024);
    QVERIFY(textOf(set.files[0]) == m_text + m_text);
}

void InputFinderTest::twiceCompressed()
{
    put("mail.log.gz.gz", compressed(QStringLiteral("gzip"), compressed(QStringLiteral("xz"), m_text)));
    const InputSet set = find({QStringLiteral("mail.log.gz.gz")});
    compareFound(set, {QStringLiteral("mail.log.gz.gz")}, {});
    QVERIFY(textOf(set.files[0]) == m_text);
}

void InputFinderTest::textForms_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isPlain");
    const auto row = [](const char *name, const std::string &bytes, const std::string &text, bool isPlain) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray::fromStdString(text) << isPlain;
    };
    const std::string line = "May  5 00:08:55 mx1 postfix/smtpd[1]: connect from a\xc3\xa9[1.2.3.4]\n";
    const QString unicode = QString::fromStdString(line);
    std::string little = "\xff\xfe";
    std::string big = "\xfe\xff";
    for (const QChar c : unicode) {
        little += static_cast<char>(c.unicode() & 0xff);
        little += static_cast<char>(c.unicode() >> 8);
        big += static_cast<char>(c.unicode() >> 8);
        big += static_cast<char>(c.unicode() & 0xff);
    }
    row("UTF-16 little endian", little, line, false);
    row("UTF-16 big endian", big, line, false);
    row("UTF-16 compressed", compressed(QStringLiteral("gzip"), little), line, false);
    row("UTF-8 with a mark", "\xef\xbb\xbf" + line, "\xef\xbb\xbf" + line, true);
    row("NUL bytes and invalid UTF-8", std::string(200, '\0') + "\n\xff\xfe\n" + line,
        std::string(200, '\0') + "\n\xff\xfe\n" + line, true);
    row("no line end", line.substr(0, line.size() - 1), line.substr(0, line.size() - 1), true);
    row("CR LF", "May  5 00:08:55 mx1 postfix/smtpd[1]: x\r\n", "May  5 00:08:55 mx1 postfix/smtpd[1]: x\r\n", true);
    row("a long line first", std::string(3000000, 'x') + "\n" + line, std::string(3000000, 'x') + "\n" + line, true);
    const std::string entry = "__CURSOR=s\n__REALTIME_TIMESTAMP=1714860535123456\n_HOSTNAME=mx1\n"
                              "SYSLOG_IDENTIFIER=postfix/smtpd\nMESSAGE=connect\n\n";
    const std::string entryLine = "2024-05-04T22:08:55.123456+00:00 mx1 postfix/smtpd: connect\n";
    row("journal export", entry, entryLine, false);
    row("journal export compressed", compressed(QStringLiteral("zstd"), entry), entryLine, false);
    row("journal JSON",
        R"({"MESSAGE":"connect","_HOSTNAME":"mx1","SYSLOG_IDENTIFIER":"postfix/smtpd",)"
        R"("__REALTIME_TIMESTAMP":"1714860535123456"})",
        entryLine, false);
    const std::string shortIso = "-- Journal begins at Mon 2024-01-01 --\n"
                                 "2024-05-05T00:08:55+0200 mx1 postfix/smtpd[1]: x\n";
    row("journal short-iso", shortIso, shortIso, true);
}

void InputFinderTest::textForms()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isPlain);
    put("export", bytes.toStdString());
    const InputSet set = find({QStringLiteral("export")});
    compareFound(set, {QStringLiteral("export")}, {});
    QCOMPARE(QByteArray::fromStdString(textOf(set.files[0])), text);
    QCOMPARE(set.files[0].isPlain, isPlain);
    QCOMPARE(set.files[0].host, "mx1");
    QVERIFY(set.files[0].firstTime != NoTime);
}

void InputFinderTest::refusedFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("detail");
    const auto row = [](const char *name, const std::string &bytes, const char *code, const char *detail = "") {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(code) << QByteArray(detail);
    };
    std::string noise;
    for (std::uint32_t i = 0, state = 1; i < 300000; ++i) {
        state = state * 1664525 + 1013904223;
        noise += static_cast<char>(state >> 24);
    }
    row("empty", {}, "empty");
    row("noise", noise, "binary");
    row("zeros", std::string(1000000, '\0'), "binary");
    row("an image", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0" + noise.substr(0, 1000), "binary");
    row("words", "a letter\nto somebody\n", "not-a-mail-log");
    row("another log", "May  5 00:08:55 mx1 sshd[1]: Accepted password\n", "not-a-mail-log");
    row("Exim's own log",
        "2024-05-05 00:08:55 1s3Ni7-0001AB-2C <= a@example.org H=x [1.2.3.4] P=esmtp S=100\n"
        "2024-05-05 00:08:55 1s3Ni7-0001AB-2C Completed\n",
        "other-mailer", "Exim");
    row("Exim by way of syslog", "May  5 00:08:55 mx1 exim[1]: 2024-05-05 00:08:55 1s3Ni7-0001AB-2C <= a@example.org\n",
        "other-mailer", "Exim");
    row("sendmail",
        "May  5 00:08:55 mx1 sendmail[1]: 4450AbCd012345: from=<a@example.org>, size=1, class=0, nrcpts=1\n",
        "other-mailer", "sendmail");
    row("7z", "7z\xbc\xaf\x27\x1c\0\4", "unsupported-compression", "7z");
    row("lz4", "\x04\x22\x4d\x18@@", "unsupported-compression", "lz4");
    row("the journal's own file", "LPKSHHRH\0\0", "unsupported-compression", "systemd journal");
    row("a compressed letter", compressed(QStringLiteral("gzip"), "a letter\n"), "not-a-mail-log");
    row("compressed nothing", compressed(QStringLiteral("xz"), {}), "empty");
    row("a gzip header alone", "\x1f\x8b\x08", "truncated-compression");
    row("damage from the start", "\x1f\x8b\x08" + std::string(100, '\xff'), "corrupt-compression");
    row("a journal without mail",
        "__CURSOR=s\n__REALTIME_TIMESTAMP=1714860535123456\n_HOSTNAME=mx1\nSYSLOG_IDENTIFIER=sshd\nMESSAGE=x\n\n",
        "not-a-mail-log");
}

void InputFinderTest::refusedFile()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, detail);
    put("mail.log", m_text);
    put("other", bytes.toStdString());
    const InputSet set = find({QStringLiteral("other"), QStringLiteral("mail.log")});
    compareFound(set, {QStringLiteral("mail.log")}, {QStringLiteral("other ") + QString::fromLatin1(code)});
    QCOMPARE(QByteArray::fromStdString(set.refused[0].error.detail), detail);
}

void InputFinderTest::unreadableFile()
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0) {
        QSKIP("root may read everything");
    }
#endif
    put("mail.log", m_text);
    put("folder/x", m_text);
    QFile::setPermissions(path("mail.log"), {});
    QFile::setPermissions(path("folder"), {});
    const InputSet set = find({QStringLiteral("mail.log"), QStringLiteral("folder")});
    compareFound(set, {}, {QStringLiteral("folder not-readable"), QStringLiteral("mail.log not-readable")});
    QVERIFY(!set.refused[0].error.detail.empty());
    QFile::setPermissions(path("folder"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void InputFinderTest::damagedCompression()
{
    const std::string bytes = compressed(QStringLiteral("gzip"), mailLines(m_start, 20000));
    put("mail.log.1.gz", bytes.substr(0, bytes.size() / 2));
    const InputSet set = find({QStringLiteral("mail.log.1.gz")});
    compareFound(set, {QStringLiteral("mail.log.1.gz")}, {}); // what is there is read
    const ReadResult result = readAll(**openInput(set.files[0]));
    QVERIFY(result.error);
    QCOMPARE(errorName(result.error->code), "truncated-compression");
    QCOMPARE(result.error->position, static_cast<std::int64_t>(result.text.size()));
    QVERIFY(mailLines(m_start, 20000).starts_with(result.text));
}

void InputFinderTest::folder()
{
    put("log/mail.log", mailLines(m_start.addDays(7), 100), m_start.addDays(8));
    put("log/mail.log.1", mailLines(m_start, 100));
    put("log/mail.log.2.gz", compressed(QStringLiteral("gzip"), mailLines(m_start.addDays(-7), 100)));
    put("log/mail.log.3.gz", {});
    put("log/syslog", "May  5 00:00:00 mx1 sshd[1]: x\n");
    put("log/btmp", std::string(5000, '\1'));
    put("log/deep/er/maillog-20240101", mailLines(m_start.addDays(-150), 100));
    const InputSet set = find({QStringLiteral("log")});
    compareFound(set,
                 {QStringLiteral("log/deep/er/maillog-20240101"), QStringLiteral("log/mail.log.2.gz"),
                  QStringLiteral("log/mail.log.1"), QStringLiteral("log/mail.log")},
                 {QStringLiteral("log/mail.log.3.gz empty")});
}

void InputFinderTest::folderByContent()
{
    put("log/export-of-tuesday.txt", m_text);
    put("log/export2.txt.xz", compressed(QStringLiteral("xz"), mailLines(m_start.addDays(1), 5)));
    put("log/only-dovecot.txt", "May  5 00:08:55 mx1 dovecot: imap-login: x\n");
    put("log/mail.log", "May  5 00:08:55 mx1 dovecot: imap-login: x\n"); // named so, and of a mail server
    put("log/letter.txt", "a letter\n");
    compareFound(find({QStringLiteral("log")}),
                 {QStringLiteral("log/export-of-tuesday.txt"), QStringLiteral("log/mail.log"),
                  QStringLiteral("log/export2.txt.xz")},
                 {});
}

void InputFinderTest::folderWithoutLog()
{
    put("log/letter.txt", "a letter\n");
    QVERIFY(QDir().mkpath(path("empty")));
    compareFound(find({QStringLiteral("log"), QStringLiteral("empty")}), {},
                 {QStringLiteral("empty no-log-in-folder"), QStringLiteral("log no-log-in-folder")});
}

void InputFinderTest::otherMailerInFolder()
{
    put("log/mainlog", "2024-05-05 00:08:55 1s3Ni7-0001AB-2C <= a@example.org H=x [1.2.3.4]\n");
    compareFound(find({QStringLiteral("log")}), {}, {QStringLiteral("log/mainlog other-mailer")});
    put("log/mail.log", m_text);
    compareFound(find({QStringLiteral("log")}), {QStringLiteral("log/mail.log")}, {});
}

void InputFinderTest::folderTwice()
{
    put("log/mail.log", m_text);
    QVERIFY(QFile::link(path("log"), path("link")));
    compareFound(
        find({QStringLiteral("log"), QStringLiteral("log/"), QStringLiteral("link"), QStringLiteral("log/../log")}),
        {QStringLiteral("log/mail.log")},
        {QStringLiteral("link duplicate"), QStringLiteral("log/ duplicate"), QStringLiteral("log/../log duplicate")});
}

void InputFinderTest::fileByTwoNames()
{
    put("mail.log", m_text);
    QVERIFY(QFile::link(path("mail.log"), path("link")));
    std::filesystem::create_hard_link(path("mail.log").toStdString(), path("hard").toStdString());
    const InputSet set = find({QStringLiteral("mail.log"), QStringLiteral("link"), QStringLiteral("hard")});
    compareFound(set, {QStringLiteral("mail.log")},
                 {QStringLiteral("hard duplicate"), QStringLiteral("link duplicate")});
    QCOMPARE(QString::fromStdString(set.refused[0].error.detail), path("mail.log"));
}

void InputFinderTest::linkLoops()
{
    put("log/mail.log", m_text);
    QVERIFY(QFile::link(path("log"), path("log/again")));
    QVERIFY(QFile::link(m_folder->path(), path("log/up")));
    QVERIFY(QFile::link(QStringLiteral("itself"), path("log/itself")));
    QElapsedTimer timer;
    timer.start();
    compareFound(find({QStringLiteral("log")}), {QStringLiteral("log/mail.log")},
                 {QStringLiteral("log/again link-loop"), QStringLiteral("log/itself link-loop")});
    compareFound(find({QStringLiteral("log/itself")}), {}, {QStringLiteral("log/itself link-loop")});
    QVERIFY(timer.elapsed() < 2000);
}

void InputFinderTest::hugeFolder()
{
    QVERIFY(QDir().mkpath(path("huge")));
    const std::string folder = path("huge").toStdString() + '/';
    for (int i = 0; i < 3000; ++i) {
        QFile file(QString::fromStdString(folder + std::to_string(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    put("huge/mail.log.1", mailLines(m_start.addDays(-1), 10));
    put("small/mail.log", m_text);
    m_options.folderLimit = 1000;
    QElapsedTimer timer;
    timer.start();
    const InputSet set = find({QStringLiteral("huge"), QStringLiteral("small")});
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    compareFound(set, {QStringLiteral("huge/mail.log.1"), QStringLiteral("small/mail.log")},
                 {QStringLiteral("huge folder-too-large")});
    QCOMPARE(set.refused[0].error.value, 1000);
}

void InputFinderTest::specialFilesInFolder()
{
    put("log/mail.log", m_text);
    run(QStringLiteral("mkfifo"), {path("log/mail.log.1")});
    QVERIFY(QFile::link(QStringLiteral("/dev/zero"), path("log/zero")));
    QVERIFY(QFile::link(QStringLiteral("nowhere"), path("log/mail.log.2")));
    compareFound(find({QStringLiteral("log")}), {QStringLiteral("log/mail.log")}, {});
    compareFound(find({QStringLiteral("log/mail.log.1"), QStringLiteral("log/zero"), QStringLiteral("log/mail.log.2")}),
                 {},
                 {QStringLiteral("log/mail.log.1 not-a-file"), QStringLiteral("log/mail.log.2 not-found"),
                  QStringLiteral("log/zero not-a-file")});
}

void InputFinderTest::sameLinesInTwoFiles_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("secondIsKept");
    const std::string text = mailLines(m_start, 20000);
    const auto row = [](const char *name, const std::string &first, const std::string &second, bool secondIsKept) {
        QTest::newRow(name) << QByteArray::fromStdString(first) << QByteArray::fromStdString(second) << secondIsKept;
    };
    const std::string gzip = compressed(QStringLiteral("gzip"), text);
    row("a copy", text, text, false);
    row("a compressed copy: the plain one is kept", gzip, text, true);
    row("copies compressed in two ways", gzip, compressed(QStringLiteral("xz"), text), false);
    row("an earlier copy", text.substr(0, text.size() / 2), text, true);
    row("a later copy", text, text.substr(0, text.size() / 2), false);
    row("an earlier copy of one line", text.substr(0, text.find('\n') + 1), text, true);
    row("cut in the middle of a line", text.substr(0, 500001), text, true);
    row("a compressed copy that breaks off", gzip.substr(0, gzip.size() / 2), text, true);
    row("a longer compressed copy", text.substr(0, text.size() / 2), gzip, true);
}

void InputFinderTest::sameLinesInTwoFiles()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    QFETCH(const bool, secondIsKept);
    put("a", first.toStdString());
    put("b", second.toStdString());
    const QString kept = secondIsKept ? QStringLiteral("b") : QStringLiteral("a");
    const QString other = secondIsKept ? QStringLiteral("a") : QStringLiteral("b");
    for (const QStringList &names : {QStringList{QStringLiteral("a"), QStringLiteral("b")},
                                     QStringList{QStringLiteral("b"), QStringLiteral("a")}}) {
        const InputSet set = find(names);
        compareFound(set, {kept}, {other + QStringLiteral(" duplicate")});
        QCOMPARE(QString::fromStdString(set.refused[0].error.detail), m_folder->filePath(kept));
        QVERIFY(!losesData(set.refused[0].error.code));
    }
}

void InputFinderTest::alikeIsNotTheSame()
{
    std::string other = m_text;
    other[other.size() - 3] = 'X';
    put("a", m_text);
    put("b", other);
    put("c", m_text + mailLines(m_start.addDays(1), 10, 1, Form::YearLess, "mx2"));
    compareFound(find({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}),
                 {QStringLiteral("b"), QStringLiteral("c")}, {QStringLiteral("a duplicate")});
}

void InputFinderTest::severityCopies()
{
    const std::string warning = "May  5 00:10:00 mx1 postfix/smtpd[1]: warning: unknown[1.2.3.4]: SASL LOGIN "
                                "authentication failed: x\n";
    const std::string other = "May  5 00:10:01 mx1 postfix/smtpd[1]: warning: only here\n";
    put("log/mail.log", m_text + warning + mailLines(m_start.addSecs(700), 10));
    put("log/mail.info", m_text + warning + mailLines(m_start.addSecs(700), 10));
    put("log/mail.warn", warning);
    put("log/mail.err", other);
    const InputSet set = find({QStringLiteral("log")});
    compareFound(set, {QStringLiteral("log/mail.info"), QStringLiteral("log/mail.err")},
                 {QStringLiteral("log/mail.log duplicate"), QStringLiteral("log/mail.warn duplicate")});
}

void InputFinderTest::zipBombs()
{
    std::string text;
    while (text.size() < (std::size_t{20} << 20)) {
        text += "May  5 00:08:55 mx1 postfix/smtpd[1]: connect from unknown[1.2.3.4]\n";
    }
    put("bomb.zst", compressed(QStringLiteral("zstd"), text));
    QVERIFY(QFileInfo(path("bomb.zst")).size() < 10000);
    m_options.expandLimit = 8 << 20;
    const InputSet set = find({QStringLiteral("bomb.zst")});
    compareFound(set, {QStringLiteral("bomb.zst")}, {});
    const ReadResult result = readAll(**openInput(set.files[0]), 1 << 20);
    QVERIFY(result.error);
    QCOMPARE(errorName(result.error->code), "too-large");
    QCOMPARE(result.text.size(), std::size_t{8} << 20);

    // As an archive it is not unpacked beyond the limit.
    put("mail.log", text);
    run(QStringLiteral("tar"),
        {QStringLiteral("--zstd"), QStringLiteral("-cf"), QStringLiteral("bomb.tar.zst"), QStringLiteral("mail.log")},
        {}, m_folder->path());
    m_options.expandLimit = 1 << 20;
    const InputSet archive = find({QStringLiteral("bomb.tar.zst")});
    compareFound(archive, {QStringLiteral("bomb.tar.zst: mail.log")}, {QStringLiteral("bomb.tar.zst too-large")});
    QCOMPARE(archive.refused[0].error.value, 1 << 20);
    QVERIFY(textOf(archive.files[0]).size() < (1 << 20));
}

void InputFinderTest::standardInput_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shownPath");
    const std::string text = mailLines(m_start, 100000);
    QTest::newRow("plain") << QByteArray::fromStdString(text) << QStringLiteral("-");
    QTest::newRow("gzip") << QByteArray::fromStdString(compressed(QStringLiteral("gzip"), text)) << QStringLiteral("-");
}

void InputFinderTest::standardInput()
{
#ifndef Q_OS_UNIX
    QSKIP("needs a pipe in the place of standard input");
#else
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, shownPath);
    QFile file(path("bytes"));
    put("bytes", {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    QVERIFY(file.open(QIODevice::ReadOnly));
    const int before = ::dup(0);
    QCOMPARE(::dup2(file.handle(), 0), 0);
    const InputSet set = find({QStringLiteral("-")});
    compareFound(set, {shownPath}, {});
    QVERIFY(textOf(set.files[0]) == mailLines(m_start, 100000));
    const auto again = openInput(set.files[0]);
    QVERIFY(!again); // it is read once
    ::dup2(before, 0);
    ::close(before);
#endif
}

void InputFinderTest::hostOfFirstLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("host");
    const auto row = [](const char *line, const char *host) {
        QTest::newRow(line) << QByteArray(line) << QByteArray(host);
    };
    row("May  5 00:08:55 mx1 postfix/smtpd[1]: x", "mx1");
    row("2024-05-05T00:08:55.123456+02:00 mx.acme.tld postfix/smtpd[1]: x", "mx.acme.tld");
    row("2013 Jun 10 06:27:30.123 mx1 postfix/smtpd[1]: x", "mx1");
    row("mail-1  | May  5 00:08:55 mx1 postfix/smtpd[1]: x", "mx1");
    row("<22>May  5 00:08:55 mx1 postfix/smtpd[1]: x", "mx1");
    row("\"May  5 00:08:55 mx1 postfix/smtpd[1]: x\",,", "mx1");
    row("May  5 00:08:55 mx1 postfix-edge/submission/smtpd[1]: x", "mx1");
    row("May  5 00:08:55 mx1 postfix/smtpd: x", "mx1");
}

void InputFinderTest::hostOfFirstLine()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, host);
    put("mail.log", (line + '\n').toStdString());
    const InputSet set = find({QStringLiteral("mail.log")});
    compareFound(set, {QStringLiteral("mail.log")}, {});
    QCOMPARE(QByteArray::fromStdString(set.files[0].host), host);
}

void InputFinderTest::stopped()
{
    put("log/mail.log", m_text);
    std::stop_source stop;
    stop.request_stop();
    m_options.stop = stop.get_token();
    compareFound(find({QStringLiteral("log")}), {}, {});
}

void InputFinderTest::fileReplacedBetweenFindingAndOpening()
{
    put("mail.log", m_text);
    const InputSet set = find({QStringLiteral("mail.log")});
    QVERIFY(QFile::rename(path("mail.log"), path("mail.log.1")));
    put("mail.log", mailLines(m_start.addDays(1), 5));
    const auto source = openInput(set.files[0]);
    QVERIFY(!source);
    QCOMPARE(errorName(source.error().code), "file-replaced");
    QCOMPARE(source.error().subject, set.files[0].path);
}

void InputFinderTest::namesOfAnyBytes()
{
#ifndef Q_OS_LINUX
    QSKIP("names are text");
#else
    const std::string name = m_folder->path().toStdString() + "/log/mail\xff.log";
    QVERIFY(QDir().mkpath(path("log")));
    std::FILE *file = std::fopen(name.c_str(), "wb");
    QVERIFY(file != nullptr);
    std::fwrite(m_text.data(), 1, m_text.size(), file);
    std::fclose(file);
    const InputSet set = find({QStringLiteral("log")});
    compareFound(set, {QString::fromUtf8("log/mail\xef\xbf\xbd.log")}, {});
    QVERIFY(textOf(set.files[0]) == m_text);
    QCOMPARE(findInputs({name}, m_options).files.size(), 1U);
    std::filesystem::remove(name);
#endif
}

void InputFinderTest::showsAnInputAsAsked()
{
    put("cache/17", mailLines(m_start.addDays(1), 5));
    put("cache/16", mailLines(m_start, 5));
    put("cache/nothing", "no log\n");
    put("folder/mail.log", mailLines(m_start.addDays(1).addSecs(600), 5));
    std::vector<LogInput> inputs(4);
    const std::array names{std::pair("cache/17", "mx: /var/log/mail.log"),
                           std::pair("cache/16", "mx: /var/log/mail.log.1"),
                           std::pair("cache/nothing", "mx: /var/log/mail.err"), std::pair("folder", "edge: logs")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        inputs[i].path = path(names[i].first).toStdString();
        inputs[i].shownAs = names[i].second;
    }
    const InputSet set = findInputs(inputs, m_options);
    compareFound(set,
                 {QStringLiteral("mx: /var/log/mail.log.1"), QStringLiteral("mx: /var/log/mail.log"),
                  QStringLiteral("edge: logs/mail.log")},
                 {QStringLiteral("mx: /var/log/mail.err not-a-mail-log")});
    QVERIFY(textOf(set.files[1]) == mailLines(m_start.addDays(1), 5));
}

void InputFinderTest::leavesOutTheBegin_data()
{
    QTest::addColumn<std::uint64_t>("start");
    QTest::addColumn<std::uint64_t>("first");
    const std::uint64_t line = m_text.find('\n') + 1;
    QTest::newRow("nothing") << std::uint64_t{0} << std::uint64_t{0};
    QTest::newRow("a byte") << std::uint64_t{1} << line;
    QTest::newRow("the middle of a line") << 3 * line + 20 << 4 * line;
    QTest::newRow("up to the end of a line") << 4 * line - 1 << 4 * line;
}

void InputFinderTest::leavesOutTheBegin()
{
    QFETCH(std::uint64_t, start);
    QFETCH(std::uint64_t, first);
    // What was not fetched reads as bytes of zero.
    put("mail.log", std::string(start, '\0') + m_text.substr(start));
    LogInput input;
    input.path = path("mail.log").toStdString();
    input.start = start;
    const InputSet set = findInputs({input}, m_options);
    QCOMPARE(set.files.size(), 1U);
    QCOMPARE(set.files[0].start, first);
    QVERIFY(set.files[0].isPlain);
    QVERIFY(textOf(set.files[0]) == m_text.substr(first));
}

void InputFinderTest::endsAtTheLastWholeLine_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("read");
    QTest::newRow("whole") << m_text << m_text;
    QTest::newRow("part of a line") << m_text + "May  5 00:" << m_text;
    QTest::newRow("huge part of a line") << m_text + std::string(300'000, 'x') << m_text;
    QTest::newRow("no line yet") << std::string("May  5 00:00:00 mx1 postfix/qmgr[1]: A") << std::string();
}

void InputFinderTest::endsAtTheLastWholeLine()
{
    QFETCH(std::string, text);
    QFETCH(std::string, read);
    put("mail.log", text);
    LogInput input;
    input.path = path("mail.log").toStdString();
    input.grows = true;
    const InputSet set = findInputs({input}, m_options);
    if (read.empty()) {
        compareFound(set, {}, {QStringLiteral("mail.log empty")});
        return;
    }
    QCOMPARE(set.files.size(), 1U);
    QFile(path("mail.log")).resize(static_cast<qint64>(text.size() + 1000)); // that it grows is no remark
    const auto source = openInput(set.files[0]);
    QVERIFY(source.has_value());
    const ReadResult result = readAll(**source);
    QVERIFY(result.text == read);
    QVERIFY(result.remarks.empty() && !result.error);
}

void InputFinderTest::readsEachInItsZone()
{
    put("a", mailLines(m_start, 5)); // midnight in New York is later than in Paris
    put("b", mailLines(m_start.addSecs(3600), 5));
    std::vector<LogInput> inputs(2);
    inputs[0].path = path("a").toStdString();
    inputs[0].timezone = "America/New_York";
    inputs[1].path = path("b").toStdString();
    inputs[1].timezone = "Europe/Paris";
    const InputSet set = findInputs(inputs, m_options);
    compareFound(set, {QStringLiteral("b"), QStringLiteral("a")}, {});
    QCOMPARE(timeText(set.files[0].firstTime), QStringLiteral("2024-05-04T23:00:00Z"));
    QCOMPARE(timeText(set.files[1].firstTime), QStringLiteral("2024-05-05T04:00:00Z"));
}

void InputFinderTest::datesByWhenTheOriginalWasWritten()
{
    put("mail.log", m_text, utc("2026-05-06T00:00:00Z"));
    LogInput input;
    input.path = path("mail.log").toStdString();
    input.modified = utc("2021-05-06T00:00:00Z").toSecsSinceEpoch();
    QCOMPARE(findInputs({input}, m_options).files[0].firstYear, 2021);
    input.modified = 0;
    QCOMPARE(findInputs({input}, m_options).files[0].firstYear, 2026);
}

QTEST_GUILESS_MAIN(InputFinderTest)
#include "tst_inputfinder.moc"
