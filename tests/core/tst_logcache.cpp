// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/logcache.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace limier;

class LogCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void isPrivate();
    void keepsWhatItIsTold();
    void dropsWhatWasNotSaved();
    void believesNoOddOrigin_data();
    void believesNoOddOrigin();
    void anotherKeyIsAnotherServer();
    void isLocked();
    void namesAreSafe();
    void partIsNoInput();
    void inputsAreInOrder();
    void fullDiskIsSaid();
    void isForgotten();

private:
    [[nodiscard]] std::filesystem::path folder() const
    {
        return m_folder->filePath(QStringLiteral("cache")).toStdString();
    }
    [[nodiscard]] std::unique_ptr<LogCache> open(const std::string &key = "SHA256:one") const
    {
        auto cache = LogCache::open(folder(), {.name = "mail.example", .hostKey = key, .timezone = "Europe/Paris"});
        return cache ? std::move(*cache) : nullptr;
    }
    static void add(LogCache &cache, const char *path, std::int64_t modified, std::string_view text,
                    bool isCompressed = false)
    {
        CachedLog log;
        log.path = path;
        log.file = cache.freeFileName(path);
        log.modified = modified;
        log.head = "head\xff\n";
        log.inode = ~std::uint64_t{0};
        log.end = text.size();
        log.isCompressed = isCompressed;
        auto file = CacheFile::open(cache.fileOf(log));
        QVERIFY(file.has_value());
        QVERIFY(file->write(0, text).has_value());
        cache.logs().push_back(log);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LogCacheTest::isPrivate()
{
    const auto cache = open();
    QVERIFY(cache);
    add(*cache, "/var/log/mail.log", 1, "text");
    QVERIFY(cache->save().has_value());
    namespace fs = std::filesystem;
    QCOMPARE(fs::status(folder()).permissions(), fs::perms::owner_all);
    QCOMPARE(fs::status(cache->folder()).permissions(), fs::perms::owner_all);
    for (const auto &entry : fs::directory_iterator(cache->folder())) {
        const auto others = fs::perms::group_all | fs::perms::others_all;
        // The lock holds nothing but a number.
        QVERIFY2(entry.path().filename() == "lock" || (entry.status().permissions() & others) == fs::perms::none,
                 entry.path().c_str());
    }
}

void LogCacheTest::keepsWhatItIsTold()
{
    std::string file;
    {
        const auto cache = open();
        add(*cache, "/var/log/mail\x01.log", 7, "0123456789");
        CachedLog &log = cache->logs()[0];
        log.start = 4;
        log.first = -5;
        log.reachesBack = 3;
        log.isCurrent = true;
        file = log.file;
        QVERIFY(cache->save().has_value());
    }
    const auto cache = open();
    QCOMPARE(cache->logs().size(), 1U);
    const CachedLog &log = cache->logs()[0];
    QCOMPARE(log.file, file);
    QCOMPARE(log.path, std::string("/var/log/mail\x01.log"));
    QCOMPARE(log.head, std::string("head\xff\n"));
    QCOMPARE(log.inode, ~std::uint64_t{0});
    QCOMPARE(log.start, 4U);
    QCOMPARE(log.end, 10U);
    QCOMPARE(log.modified, 7);
    QCOMPARE(log.first, -5);
    QCOMPARE(log.reachesBack, 3);
    QVERIFY(log.isCurrent);
}

void LogCacheTest::dropsWhatWasNotSaved()
{
    std::filesystem::path grown;
    {
        const auto cache = open();
        add(*cache, "/var/log/mail.log", 1, "0123456789");
        add(*cache, "/var/log/mail.log.1", 1, "0123456789");
        QVERIFY(cache->save().has_value());
        add(*cache, "/var/log/mail.log.2", 1, "not saved");
        grown = cache->fileOf(cache->logs()[0]);
        QVERIFY(CacheFile::open(grown)->write(10, std::string_view("more")).has_value());
        QVERIFY(CacheFile::open(cache->fileOf(cache->logs()[1]))->truncate(5).has_value());
    }
    const auto cache = open();
    // One is cut to what was saved; one that has lost bytes is not believed.
    QCOMPARE(cache->logs().size(), 1U);
    QCOMPARE(std::filesystem::file_size(grown), 10U);
    QVERIFY(!std::filesystem::exists(cache->folder() / "1-mail.log.2"));
    QVERIFY(!std::filesystem::exists(cache->folder() / "1-mail.log.1"));
}

void LogCacheTest::believesNoOddOrigin_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addRow("empty") << QByteArray();
    QTest::addRow("cut") << QByteArray(R"({"version": 1, "logs": [{"file": "a)");
    QTest::addRow("another version") << QByteArray(R"({"version": 99, "logs": [{"file": "1-mail.log", "end": "4"}]})");
    QTest::addRow("a path") << QByteArray(R"({"version": 1, "logs": [{"file": "../1-mail.log", "end": "4"}]})");
    QTest::addRow("backwards") << QByteArray(
        R"({"version": 1, "logs": [{"file": "1-mail.log", "start": "5", "end": "4"}]})");
    QTest::addRow("more than there is") << QByteArray(
        R"({"version": 1, "logs": [{"file": "1-mail.log", "end": "9"}]})");
    QTest::addRow("no list") << QByteArray(R"({"version": 1, "logs": 5})");
}

void LogCacheTest::believesNoOddOrigin()
{
    QFETCH(const QByteArray, json);
    std::filesystem::path origin;
    {
        const auto cache = open();
        add(*cache, "/var/log/mail.log", 1, "text");
        QVERIFY(cache->save().has_value());
        origin = cache->folder() / "origin.json";
    }
    std::ofstream(origin) << json.toStdString();
    const auto cache = open();
    QVERIFY(cache);
    QCOMPARE(cache->logs().size(), 0U);
}

void LogCacheTest::anotherKeyIsAnotherServer()
{
    {
        const auto cache = open();
        add(*cache, "/var/log/mail.log", 1, "text");
        QVERIFY(cache->save().has_value());
    }
    QCOMPARE(open("SHA256:other")->logs().size(), 0U);
    QCOMPARE(open()->logs().size(), 1U);
}

void LogCacheTest::isLocked()
{
    const auto one = open();
    const auto other = open();
    QVERIFY(one && other);
    QVERIFY(one->folder() != other->folder());
}

void LogCacheTest::namesAreSafe()
{
    const auto cache = open();
    add(*cache, "/var/log/mail.log", 1, "text");
    QCOMPARE(cache->freeFileName("/var/log/mail.log"), std::string("2-mail.log"));
    QCOMPARE(cache->freeFileName("/x/..\\a b\x1b[0m.gz"), std::string("1-.._a_b__0m.gz"));
    QVERIFY(cache->freeFileName("/x/" + std::string(5000, 'a')).size() < 120);
}

void LogCacheTest::partIsNoInput()
{
    const auto cache = open();
    add(*cache, "/var/log/mail.log.2.gz", 1, "part", true);
    const auto all = [](const CachedLog &) { return true; };
    QVERIFY(cache->inputs(all, true).empty());
    QVERIFY(cache->fileOf(cache->logs()[0]).string().ends_with(".part"));
    QVERIFY(cache->finish(cache->logs()[0]).has_value());
    QCOMPARE(cache->inputs(all, true).size(), 1U);
    QVERIFY(QFile::exists(QString::fromStdString(cache->inputs(all, true)[0].path)));
    QVERIFY(!cache->inputs(all, true)[0].grows);
}

void LogCacheTest::inputsAreInOrder()
{
    const auto cache = open();
    add(*cache, "/var/log/mail.log", 30, "text");
    add(*cache, "/var/log/mail.log.2", 10, "text");
    add(*cache, "/var/log/mail.log.1", 20, "text");
    cache->logs()[0].isCurrent = true;
    cache->logs()[0].start = 2;
    const auto inputs = cache->inputs([](const CachedLog &log) { return log.modified > 10; }, true);
    QCOMPARE(inputs.size(), 2U);
    QCOMPARE(inputs[0].shownAs, std::string("mail.example: /var/log/mail.log.1"));
    QCOMPARE(inputs[0].modified, 20);
    QVERIFY(!inputs[0].grows);
    QCOMPARE(inputs[1].start, 2U);
    QCOMPARE(inputs[1].timezone, std::string("Europe/Paris"));
    QVERIFY(inputs[1].grows);
}

void LogCacheTest::fullDiskIsSaid()
{
    auto file = CacheFile::open("/dev/full");
    if (!file) {
        QSKIP("there is no /dev/full here");
    }
    const auto written = file->write(0, std::string_view("text"));
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, RemoteErrorCode::LocalDiskFull);
    QCOMPARE(written.error().subject, std::string("/dev/full"));
}

void LogCacheTest::isForgotten()
{
    {
        const auto cache = open();
        add(*cache, "/var/log/mail.log", 1, "text");
        QVERIFY(cache->save().has_value());
        const auto other = open("SHA256:other");
        QVERIFY(other->save().has_value());
    }
    auto servers = cachedServers(folder());
    QCOMPARE(servers.size(), 2U);
    const auto full = std::ranges::find_if(servers, [](const CachedServer &each) { return each.bytes == 4; });
    QVERIFY(full != servers.end());
    QCOMPARE(full->name, std::string("mail.example"));
    QCOMPARE(full->inputs.size(), 1U);
    QVERIFY(full->lastUsed > 0);
    QVERIFY(forgetServer(*full).has_value());
    QVERIFY(!std::filesystem::exists(full->folder));
    QCOMPARE(cachedServers(folder()).size(), 1U);
    QCOMPARE(cachedServers(folder() / "none").size(), 0U);
}

QTEST_GUILESS_MAIN(LogCacheTest)
#include "tst_logcache.moc"
