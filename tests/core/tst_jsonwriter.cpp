// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"
#include "report/jsonwriter.h"
#include "samplereport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace limier;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden();
    void parses();
    void emptyReport();
    void escapes_data();
    void escapes();
    void manySenders();
};

void TestJsonWriter::golden()
{
    compareWithGolden(written(writeJson, sampleReport()), QStringLiteral("report/sample.json"));
}

void TestJsonWriter::parses()
{
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(written(writeJson, sampleReport()), &error).object();
    QCOMPARE(error.errorString(), QJsonParseError{}.errorString());
    QCOMPARE(json[u"format"].toString(), QStringLiteral("limier-report"));
    QCOMPARE(json[u"version"].toInt(), 1);
    QCOMPARE(json[u"totals"][u"auth_failures"].toInt(), 1038);
    QCOMPARE(json[u"users"][3][u"user"].toString(), QStringLiteral("\"quoted, name\"\r\n\t\\"));
    QCOMPARE(json[u"users"][4][u"user"].toString(),
             QStringLiteral("caf\uFFFD \u202Egnp.exe \U0001F48C \uFEFF\u007F") + QChar(0));
    QCOMPARE(json[u"users"][0][u"first"].toString(), QStringLiteral("2026-06-14T06:00:00Z"));
    QVERIFY(json[u"users"][1][u"first"].isNull());
    QCOMPARE(json[u"clients"][0][u"users"].toArray().size(), 2);
    QCOMPARE(json[u"inputs"][1][u"errors"][1][u"detail"].toString(), QStringLiteral("Input/output error"));
    const auto suspect = json[u"suspects"][0];
    QCOMPARE(suspect[u"kind"].toString(), QStringLiteral("compromised-account"));
    QCOMPARE(suspect[u"confidence"].toDouble(), 0.97);
    QCOMPARE(suspect[u"reasons"][0][u"code"].toString(), QStringLiteral("strange-senders"));
    QVERIFY(suspect[u"reasons"][1][u"usual"].isNull());
    QCOMPARE(suspect[u"evidence"][0][u"line"].toInt(), 17);
}

void TestJsonWriter::emptyReport()
{
    QJsonParseError error;
    Report report;
    report.cancelled = true;
    const QJsonObject json = QJsonDocument::fromJson(written(writeJson, report), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    for (const char *key : {"inputs", "users", "clients", "senders", "suspects", "gaps"}) {
        QVERIFY2(json[QLatin1StringView(key)].isArray() && json[QLatin1StringView(key)].toArray().isEmpty(), key);
    }
    QVERIFY(json[u"cancelled"].toBool());
    QVERIFY(json[u"since"].isNull());
}

void TestJsonWriter::escapes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray() << QByteArray(R"("")");
    QTest::newRow("backslash") << QByteArray(R"(ACME\bob)") << QByteArray(R"("ACME\\bob")");
    QTest::newRow("terminal") << QByteArray("\x1b]0;x\x07") << QByteArray(R"("\u001b]0;x\u0007")");
    QTest::newRow("c1") << QByteArray("\xc2\x9b") << QByteArray(R"("\u009b")");
    QTest::newRow("beyond the plane") << QByteArray("\xf3\xa0\x81\x81") << QByteArray(R"("\udb40\udc41")");
    QTest::newRow("accent") << QByteArray("é") << QByteArray("\"é\"");
    QTest::newRow("latin 1") << QByteArray("\xe9t\xe9") << QByteArray("\"\uFFFDt\uFFFD\"");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QByteArray("\"\uFFFD\uFFFD\"");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray("\"\uFFFD\uFFFD\uFFFD\"");
    QTest::newRow("cut") << QByteArray("a\xf0\x9f\x92") << QByteArray("\"a\uFFFD\uFFFD\uFFFD\"");
}

void TestJsonWriter::escapes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, json);
    Report report;
    report.senders = {{.sender = bytes.toStdString()}};
    const QByteArray text = written(writeJson, report);
    QVERIFY2(text.contains("{\"sender\":" + json + ",\"messages\":0"), text.constData());
}

void TestJsonWriter::manySenders()
{
    constexpr std::size_t Count = 500'000;
    Report report;
    for (std::size_t i = 0; i < Count; ++i) {
        report.senders.push_back({"newsletter-bounces+" + std::to_string(i) + "@lists.example.com", i, i * 2, 1, 3});
    }
    QByteArray text;
    QBENCHMARK
    {
        text = written(writeJson, report);
    }
    QCOMPARE(static_cast<std::size_t>(text.count("{\"sender\":")), Count);
}

QTEST_APPLESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
