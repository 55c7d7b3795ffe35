// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"
#include "report/markdownwriter.h"
#include "samplereport.h"
#include "spoken.h"

#include <QTest>

using namespace limier;

class TestMarkdownWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void english();
    void french();
    void emptyReport();
    void cancelled();
    void tablesKeepTheirShape();
    void twentyOfMany();
    void longNamesAreCut();
    void changeOfClocks();
};

void TestMarkdownWriter::english()
{
    const Spoken spoken(QStringLiteral("en"));
    compareWithGolden(written(writeMarkdown, sampleReport()), QStringLiteral("report/sample.md"));
}

void TestMarkdownWriter::french()
{
    const Spoken spoken(QStringLiteral("fr"));
    compareWithGolden(written(writeMarkdown, sampleReport()), QStringLiteral("report/sample.fr.md"));
}

void TestMarkdownWriter::emptyReport()
{
    const Spoken spoken(QStringLiteral("en"));
    Report report;
    report.timezone = "UTC";
    const QByteArray text = written(writeMarkdown, report);
    QVERIFY(text.startsWith("# Limier report\n\n- Read: 0 bytes of text in 0 lines"));
    QVERIFY(text.contains("| Messages"));
    for (const char *title : {"Users", "Clients", "Senders", "Inputs", "Gaps", "Problems", "Logged"}) {
        QVERIFY2(!text.contains(title), title);
    }
}

void TestMarkdownWriter::cancelled()
{
    const Spoken spoken(QStringLiteral("en"));
    Report report;
    report.cancelled = true;
    QVERIFY(written(writeMarkdown, report).contains("**Stopped before the end of the logs"));
}

void TestMarkdownWriter::tablesKeepTheirShape()
{
    const Spoken spoken(QStringLiteral("en"));
    qsizetype pipes = 0;
    qsizetype width = 0;
    int tables = 0;
    for (const QByteArray &bytes : written(writeMarkdown, sampleReport()).split('\n')) {
        const QString line = QString::fromUtf8(bytes);
        if (!line.startsWith(u'|')) {
            pipes = 0;
            continue;
        }
        if (pipes == 0) {
            pipes = line.count(u'|');
            width = line.toUcs4().size();
            ++tables;
        }
        QCOMPARE(line.count(u'|'), pipes);
        QCOMPARE(line.toUcs4().size(), width);
    }
    QCOMPARE(tables, 6);
}

void TestMarkdownWriter::twentyOfMany()
{
    const Spoken spoken(QStringLiteral("en"));
    Report report;
    for (std::uint64_t i = 0; i < 1234; ++i) {
        report.senders.push_back({"s" + std::to_string(i) + "@acme.tld", 10000 - i, 1, 1, 1});
    }
    const QByteArray text = written(writeMarkdown, report);
    QVERIFY(text.contains("\n## Senders (the first 20 of 1,234)\n"));
    QVERIFY(text.contains("| `s19@acme.tld` |    9,981 |"));
    QVERIFY(!text.contains("s20@acme.tld"));
}

void TestMarkdownWriter::longNamesAreCut()
{
    const Spoken spoken(QStringLiteral("en"));
    Report report;
    report.users = {{.user = std::string(100'000, 'x')}};
    const QByteArray text = written(writeMarkdown, report);
    QVERIFY(text.contains("`" + QByteArray(80, 'x') + "…`"));
    QVERIFY(text.size() < 5000);
}

void TestMarkdownWriter::changeOfClocks()
{
    const Spoken spoken(QStringLiteral("en"));
    Report report;
    report.timezone = "Europe/Paris";
    report.inputs = {{.path = "a", .lines = 1, .first = 1792886400, .last = 1792893600}};
    const QByteArray text = written(writeMarkdown, report);
    QVERIFY2(text.contains("from 2026-10-25 02:00:00 +02:00 to 2026-10-25 03:00:00 +01:00"), text.constData());
}

QTEST_GUILESS_MAIN(TestMarkdownWriter)
#include "tst_markdownwriter.moc"
