// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logfiles.h"
#include "log/filesource.h"

#include <QTemporaryDir>

using namespace limier;
using namespace logfiles;

class FileSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAll();
    void readsAPart();
    void shrinks_data();
    void shrinks();
    void shrankBeforeItWasOpened();
    void grows();
    void isReplaced();
    void isRemoved();
    void noRegularFile_data();
    void noRegularFile();
    void temporaryFileIsPrivate();

private:
    [[nodiscard]] std::unique_ptr<FileSource> open() const
    {
        const auto file = RandomFile::open(m_path.toStdString());
        return std::make_unique<FileSource>(*file, 0, (*file)->size(), "mail.log", m_path.toStdString());
    }

    QTemporaryDir m_folder;
    QString m_path;
    std::string m_text;
};

void FileSourceTest::init()
{
    m_path = m_folder.filePath(QStringLiteral("mail.log"));
    m_text = mailLines(utc("2024-05-05T00:00:00Z"), 1000);
    writeFile(m_path, m_text);
}

void FileSourceTest::readsAll()
{
    for (const std::size_t piece : {1U, 1000U, 1U << 20}) {
        const auto source = open();
        const ReadResult result = readAll(*source, piece);
        QVERIFY(!result.error);
        QVERIFY(result.remarks.empty());
        QVERIFY(result.text == m_text);
        QCOMPARE(source->rawPosition(), m_text.size());
    }
}

void FileSourceTest::readsAPart()
{
    const auto file = RandomFile::open(m_path.toStdString());
    QVERIFY(file);
    FileSource source(*file, 100, 50, "x.tar: mail.log");
    const ReadResult result = readAll(source, 7);
    QVERIFY(!result.error);
    QCOMPARE(result.text, m_text.substr(100, 50));
    QCOMPARE(source.rawPosition(), 50U);
}

void FileSourceTest::shrinks_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("to nothing") << qint64{0};
    QTest::newRow("behind what was read") << qint64{5000};
    QTest::newRow("before what was read") << qint64{100};
}

void FileSourceTest::shrinks()
{
    QFETCH(const qint64, size);
    const auto source = open();
    std::string buffer(1000, '\0');
    QCOMPARE(source->read(buffer.data(), buffer.size()).value_or(0), 1000U);
    QVERIFY(QFile::resize(m_path, size));
    const ReadResult rest = readAll(*source, 1000);
    QVERIFY(rest.error);
    QCOMPARE(errorName(rest.error->code), "file-shrank");
    QCOMPARE(rest.error->subject, "mail.log");
    QCOMPARE(rest.error->position, std::max<qint64>(size, 1000));
    QCOMPARE(buffer + rest.text, m_text.substr(0, static_cast<std::size_t>(rest.error->position)));
}

void FileSourceTest::shrankBeforeItWasOpened()
{
    const auto file = RandomFile::open(m_path.toStdString());
    FileSource source(*file, 0, m_text.size() + 10, "mail.log", m_path.toStdString());
    const ReadResult result = readAll(source);
    QVERIFY(result.text == m_text);
    QVERIFY(result.error);
    QCOMPARE(errorName(result.error->code), "file-shrank");
}

void FileSourceTest::grows()
{
    const auto source = open();
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("one more line\n");
    file.close();
    const ReadResult result = readAll(*source);
    QVERIFY(!result.error);
    QVERIFY(result.text == m_text);
    QCOMPARE(result.remarks.size(), 1U);
    QCOMPARE(errorName(result.remarks[0].code), "file-grew");
    QCOMPARE(result.remarks[0].value, 14);
    QVERIFY(!losesData(result.remarks[0].code));
}

void FileSourceTest::isReplaced()
{
    const auto source = open();
    QVERIFY(QFile::rename(m_path, m_path + QStringLiteral(".1")));
    writeFile(m_path, "another log\n");
    const ReadResult result = readAll(*source);
    QVERIFY(!result.error);
    QVERIFY(result.text == m_text);
    QCOMPARE(result.remarks.size(), 1U);
    QCOMPARE(errorName(result.remarks[0].code), "file-replaced");
    QVERIFY(QFile::remove(m_path + QStringLiteral(".1")));
}

void FileSourceTest::isRemoved()
{
    const auto source = open();
    QVERIFY(QFile::remove(m_path));
    const ReadResult result = readAll(*source);
    QVERIFY(!result.error);
    QVERIFY(result.remarks.empty());
    QVERIFY(result.text == m_text);
}

void FileSourceTest::noRegularFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("code");
    const QString fifo = m_folder.filePath(QStringLiteral("fifo"));
    run(QStringLiteral("mkfifo"), {fifo});
    QFile::link(QStringLiteral("loop"), m_folder.filePath(QStringLiteral("loop")));
    QTest::newRow("missing") << m_folder.filePath(QStringLiteral("missing")) << QByteArray("not-found");
    QTest::newRow("below a file") << m_folder.filePath(QStringLiteral("mail.log/x")) << QByteArray("not-found");
    QTest::newRow("fifo") << fifo << QByteArray("not-a-file");
    QTest::newRow("device") << QStringLiteral("/dev/zero") << QByteArray("not-a-file");
    QTest::newRow("folder") << m_folder.path() << QByteArray("not-a-file");
    QTest::newRow("link to itself") << m_folder.filePath(QStringLiteral("loop")) << QByteArray("link-loop");
}

void FileSourceTest::noRegularFile()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, code);
    const auto file = RandomFile::open(path.toStdString());
    QVERIFY(!file);
    QCOMPARE(QByteArray(errorName(file.error().code)), code);
}

void FileSourceTest::temporaryFileIsPrivate()
{
    const qsizetype before = QDir(QDir::tempPath()).entryList({QStringLiteral("limier-*")}).size();
    const auto file = RandomFile::makeTemporary();
    QVERIFY(file);
    QVERIFY((*file)->append("one "));
    QVERIFY((*file)->append("two"));
    std::string buffer(10, '\0');
    QCOMPARE((*file)->readAt(2, buffer.data(), buffer.size()).value_or(0), 5U);
    QCOMPARE(buffer.substr(0, 5), "e two");
    QCOMPARE((*file)->size(), 7U);
#ifdef Q_OS_LINUX
    // It has no name, so that nothing is left behind whatever happens.
    QCOMPARE(QDir(QDir::tempPath()).entryList({QStringLiteral("limier-*")}).size(), before);
#endif
}

QTEST_GUILESS_MAIN(FileSourceTest)
#include "tst_filesource.moc"
