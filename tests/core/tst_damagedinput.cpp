// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logfiles.h"
#include "log/inputfinder.h"

#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace limier;
using namespace logfiles;

/// Inputs with bytes changed, cut out or doubled: whatever comes of it, it ends, and within the bounds.
class DamagedInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void damaged_data();
    void damaged();

private:
    [[nodiscard]] std::string archive(const QStringList &command) const
    {
        return run(command[0], command.mid(1), {}, m_folder.path());
    }

    QTemporaryDir m_folder;
    std::string m_text = mailLines(utc("2024-05-05T00:00:00Z"), 400);
};

void DamagedInputTest::initTestCase()
{
    QLoggingCategory::setFilterRules(QStringLiteral("kf.archive=false"));
    writeFile(m_folder.filePath(QStringLiteral("mail.log")), m_text);
    writeFile(m_folder.filePath(QStringLiteral("mail.log.1.gz")), compressed(QStringLiteral("gzip"), m_text));
}

void DamagedInputTest::damaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    row("plain", m_text);
    for (const char *tool : {"gzip", "bzip2", "xz", "zstd"}) {
        row(tool, compressed(QString::fromLatin1(tool), m_text));
    }
    const QStringList names{QStringLiteral("mail.log"), QStringLiteral("mail.log.1.gz")};
    for (const char *form : {"--format=gnu", "--format=pax", "--format=v7"}) {
        row(form, archive(QStringList{QStringLiteral("tar"), QString::fromLatin1(form), QStringLiteral("-c")} + names));
    }
    row("tar.gz", archive(QStringList{QStringLiteral("tar"), QStringLiteral("-cz")} + names));
    row("zip", archive(QStringList{QStringLiteral("zip"), QStringLiteral("-q"), QStringLiteral("-")} + names));
    run(QStringLiteral("zip"), QStringList{QStringLiteral("-q"), QStringLiteral("e.zip")} + names, {}, m_folder.path());
    QFile zip(m_folder.filePath(QStringLiteral("e.zip")));
    QVERIFY(zip.open(QIODevice::ReadOnly));
    row("zip with sizes in front", zip.readAll().toStdString());
    std::string entries;
    std::string json;
    for (int i = 0; i < 200; ++i) {
        entries += "__CURSOR=s\n__REALTIME_TIMESTAMP=1714860535123456\n_HOSTNAME=mx1\nSYSLOG_IDENTIFIER=postfix/smtpd\n"
                   "MESSAGE\n";
        entries.append("\x09\0\0\0\0\0\0\0", 8);
        entries += "two\nlines\n\n";
        json += R"({"MESSAGE":[97,98],"_HOSTNAME":"mx1","SYSLOG_IDENTIFIER":"postfix/smtpd",)"
                R"("__REALTIME_TIMESTAMP":"1714860535123456","X":{"a":[1.5e3,null,true]}})"
                "\n";
    }
    row("journal export", entries);
    row("journal JSON", json);
    std::string utf16 = "\xff\xfe";
    for (const char c : m_text) {
        utf16 += c;
        utf16 += '\0';
    }
    row("UTF-16", utf16);
}

void DamagedInputTest::damaged()
{
    QFETCH(const QByteArray, bytes);
    constexpr int Rounds = 60;
    constexpr std::size_t Limit = 4 << 20;
    const QString path = m_folder.filePath(QStringLiteral("input"));
    FindOptions options;
    options.timezone = "UTC";
    options.expandLimit = Limit;
    options.folderLimit = 1000;
    QRandomGenerator random(20240505);
    for (int i = 0; i < Rounds; ++i) {
        QByteArray damage = bytes;
        for (quint32 changes = random.bounded(1U, 12U); changes > 0; --changes) {
            const qsizetype at = random.bounded(static_cast<int>(damage.size()));
            const auto length = static_cast<qsizetype>(random.bounded(1, 40));
            switch (random.bounded(4)) {
            case 0:
                damage[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                damage.remove(at, length);
                break;
            case 2:
                damage.insert(at, damage.mid(random.bounded(static_cast<int>(damage.size())), length));
                break;
            default:
                damage.replace(at, length, QByteArray(length, random.bounded(2) == 0 ? '\0' : '\xff'));
            }
        }
        writeFile(path, {damage.constData(), static_cast<std::size_t>(damage.size())});
        const InputSet set = findInputs({path.toStdString()}, options);
        QVERIFY2(!set.files.empty() || !set.refused.empty(), qPrintable(QString::number(i)));
        for (const InputFile &file : set.files) {
            const auto source = openInput(file);
            const ReadResult result = source ? readAll(**source) : ReadResult();
            QVERIFY2(result.text.size() <= Limit + static_cast<std::size_t>(damage.size()),
                     qPrintable(QString::number(i)));
        }
    }
}

QTEST_GUILESS_MAIN(DamagedInputTest)
#include "tst_damagedinput.moc"
