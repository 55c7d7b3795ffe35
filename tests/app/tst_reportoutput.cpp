// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reportoutput.h"
#include "samplereport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace limier;

class TestReportOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data();
    void forms();
    void replaces();
    void cannotWrite_data();
    void cannotWrite();
    void deviceIsNotReplaced();
};

void TestReportOutput::forms_data()
{
    QTest::addColumn<ReportForm>("form");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("md") << ReportForm::Markdown << QByteArray("# Limier report");
    QTest::newRow("json") << ReportForm::Json << QByteArray("{\"format\":\"limier-report\"");
    QTest::newRow("csv") << ReportForm::Csv << QByteArray("table,name,");
}

void TestReportOutput::forms()
{
    QFETCH(const ReportForm, form);
    QFETCH(const QByteArray, beginning);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("réport"));
    QVERIFY(writeReport(sampleReport(), form, path.toStdString()).has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(beginning));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestReportOutput::replaces()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("report.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(1'000'000, 'x')) == 1'000'000);
    file.close();
    QVERIFY(writeReport(Report(), ReportForm::Json, file.fileName().toStdString()).has_value());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().endsWith("\"cancelled\":false}\n"));
}

void TestReportOutput::cannotWrite_data()
{
    QTest::addColumn<QString>("output");
    QTest::newRow("no such folder") << QStringLiteral("nowhere/report.json");
    QTest::newRow("a folder") << QStringLiteral(".");
    QTest::newRow("full") << QStringLiteral("/dev/full");
}

void TestReportOutput::cannotWrite()
{
    QFETCH(const QString, output);
    const QTemporaryDir folder;
    const QString path = QDir(folder.path()).absoluteFilePath(output);
    const auto written = writeReport(sampleReport(), ReportForm::Json, path.toStdString());
    QVERIFY(!written);
    QVERIFY2(written.error().startsWith(u'“' + path + QStringLiteral("” cannot be written: ")),
             qPrintable(written.error()));
    QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

void TestReportOutput::deviceIsNotReplaced()
{
    QVERIFY(writeReport(sampleReport(), ReportForm::Json, "/dev/null").has_value());
    QVERIFY(!QFileInfo(QStringLiteral("/dev/null")).isFile());
}

QTEST_GUILESS_MAIN(TestReportOutput)
#include "tst_reportoutput.moc"
