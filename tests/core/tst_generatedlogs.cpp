// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generatedlog.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace limier;
using namespace Qt::StringLiterals;

/// Generates logs whose truth is known and compares Limier's report with it.
class TestGeneratedLogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reportIsTheTruth_data();
    void reportIsTheTruth();
};

namespace
{

/// Each record as text with its keys in order, so that a difference shows the whole record.
QStringList records(const QJsonObject &report, QLatin1StringView table)
{
    QStringList texts;
    for (const QJsonValue &record : report[table].toArray()) {
        texts << QString::fromUtf8(QJsonDocument(record.toObject()).toJson(QJsonDocument::Compact));
    }
    return texts;
}

QStringList fields(const QJsonObject &object)
{
    QStringList texts;
    for (auto field = object.begin(); field != object.end(); ++field) {
        texts << u"%1: %2"_s.arg(field.key()).arg(field.value().toInteger(-1));
    }
    return texts;
}

} // namespace

void TestGeneratedLogs::reportIsTheTruth_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::newRow("plain") << QByteArray("--lines 40000");
    QTest::newRow("RFC 3339") << QByteArray("--lines 40000 --time rfc3339 --seed 2");
    QTest::newRow("time form switches") << QByteArray("--lines 30000 --time switch --seed 3");
    QTest::newRow("long IDs") << QByteArray("--lines 30000 --ids long --time rfc3339 --seed 4");
    QTest::newRow("filter") << QByteArray("--lines 40000 --filter --seed 5");
    QTest::newRow("filter, long IDs, incidents")
        << QByteArray("--lines 40000 --filter --ids long --time rfc3339 --incident stolen,relay --seed 6");
    QTest::newRow("all incidents") << QByteArray("--lines 40000 --incident stolen,relay,bruteforce --seed 7");
    QTest::newRow("postscreen") << QByteArray("--lines 30000 --postscreen --seed 8");
    QTest::newRow("failed names") << QByteArray("--lines 30000 --failed-names --incident bruteforce,stolen --seed 9");
    QTest::newRow("everything") << QByteArray("--lines 40000 --filter --postscreen --failed-names --time switch "
                                              "--incident stolen,relay,bruteforce --seed 10");
    QTest::newRow("rotated each day, packed")
        << QByteArray("--lines 30000 --users 30 --rotate daily --gzip --incident stolen --spam 500 --seed 11");
    QTest::newRow("rotated after some lines") << QByteArray("--lines 30000 --rotate 4000 --gzip --filter --seed 12");
    QTest::newRow("through New Year") << QByteArray(
        "--start 2025-12-29T00:00:00 --days 6 --users 30 --rotate daily --gzip --seed 13");
    QTest::newRow("through New Year, one file")
        << QByteArray("--start 2025-12-29T00:00:00 --days 6 --users 30 --seed 14");
    QTest::newRow("into summer time") << QByteArray("--start 2026-03-28T12:00:00 --days 2 --users 80 --seed 15");
    QTest::newRow("out of summer time") << QByteArray("--start 2026-10-24T12:00:00 --days 2 --users 80 --seed 16");
}

void TestGeneratedLogs::reportIsTheTruth()
{
    QFETCH(const QByteArray, arguments);
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"mail"_s);
    const QString truthPath = folder.filePath(u"truth.json"_s);
    generatedlog::generate(arguments, log, truthPath);
    QFile file(truthPath);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject truth = QJsonDocument::fromJson(file.readAll()).object();

    LoadOptions options;
    options.timezone = "Europe/Paris";
    const LoadedLogs loaded = loadLogs({log.toStdString()}, options);
    QVERIFY(loaded.refused.empty());
    QJsonParseError failure;
    const QJsonObject report = QJsonDocument::fromJson(generatedlog::json(loaded), &failure).object();
    QCOMPARE(failure.error, QJsonParseError::NoError);

    QCOMPARE_GT(truth["totals"_L1]["messages"_L1].toInteger(), 1000);
    QCOMPARE(fields(report["totals"_L1].toObject()), fields(truth["totals"_L1].toObject()));
    for (const QLatin1StringView table : {"users"_L1, "clients"_L1, "senders"_L1}) {
        QVERIFY(!truth[table].toArray().isEmpty());
        QCOMPARE(records(report, table), records(truth, table));
    }
    QVERIFY(report["gaps"_L1].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestGeneratedLogs)
#include "tst_generatedlogs.moc"
