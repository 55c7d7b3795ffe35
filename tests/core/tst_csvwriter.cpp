// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"
#include "report/csvwriter.h"
#include "samplereport.h"

#include <QTest>

using namespace limier;

class TestCsvWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden();
    void rowsAreOfOneLength();
    void cells_data();
    void cells();
    void cancelled();
    void manySenders();
};

namespace
{

/// The cells of a text as RFC 4180 defines them.
QList<QByteArrayList> parsed(const QByteArray &text)
{
    const QByteArrayList newRow{QByteArray()};
    QList<QByteArrayList> rows{newRow};
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isQuoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            rows.last().last() += text[i++];
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == ',') {
            rows.last() += QByteArray();
        } else if (!isQuoted && c == '\r') {
            ++i;
            rows += newRow;
        } else {
            rows.last().last() += c;
        }
    }
    rows.removeLast();
    return rows;
}

} // namespace

void TestCsvWriter::golden()
{
    compareWithGolden(written(writeCsv, sampleReport()), QStringLiteral("report/sample.csv"));
}

void TestCsvWriter::rowsAreOfOneLength()
{
    const QByteArray text = written(writeCsv, sampleReport());
    const QList<QByteArrayList> rows = parsed(text);
    const Report report = sampleReport();
    QCOMPARE(static_cast<std::size_t>(rows.size()),
             2 + report.inputs.size() + report.gaps.size() + report.suspects.size() + report.users.size()
                 + report.clients.size() + report.senders.size());
    for (const QByteArrayList &row : rows) {
        QCOMPARE(row.size(), rows.first().size());
    }
    QVERIFY(!text.startsWith("\xef\xbb\xbf"));
    QCOMPARE(text.count("\r\n"), rows.size());
    QCOMPARE(text.count('\n'), rows.size());
}

void TestCsvWriter::cells_data()
{
    QTest::addColumn<QByteArray>("sender");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("address") << QByteArray("a.b-c+d=e@example.com") << QByteArray("a.b-c+d=e@example.com");
    QTest::newRow("null sender") << QByteArray() << QByteArray("<>");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quote") << QByteArray("a\"b") << QByteArray("\"a\"\"b\"");
    QTest::newRow("equals") << QByteArray("=1+1") << QByteArray("'=1+1");
    QTest::newRow("plus") << QByteArray("+33123") << QByteArray("'+33123");
    QTest::newRow("minus") << QByteArray("-1") << QByteArray("'-1");
    QTest::newRow("at") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << QByteArray("\t=1") << QByteArray(R"('\x09=1)");
    QTest::newRow("return") << QByteArray("\r=1") << QByteArray(R"('\x0d=1)");
    QTest::newRow("wide equals") << QByteArray("＝1") << QByteArray("'＝1");
    QTest::newRow("behind a semicolon") << QByteArray("a;=1;b;-2") << QByteArray("\"a;'=1;b;'-2\"");
    QTest::newRow("semicolon and wide") << QByteArray("é;＋1") << QByteArray("\"é;'＋1\"");
    QTest::newRow("quote and formula") << QByteArray("=\"a\"") << QByteArray("\"'=\"\"a\"\"\"");
    QTest::newRow("line end") << QByteArray("a\r\nb") << QByteArray(R"(a\x0d\x0ab)");
    QTest::newRow("terminal") << QByteArray("\x1b[2J") << QByteArray(R"(\x1b[2J)");
    QTest::newRow("bidi") << QByteArray("a\xe2\x80\xae") << QByteArray(R"(a\u202e)");
    QTest::newRow("latin 1") << QByteArray("\xe9") << QByteArray(R"(\xe9)");
    QTest::newRow("space first") << QByteArray(" =1") << QByteArray(" =1");
}

void TestCsvWriter::cells()
{
    QFETCH(const QByteArray, sender);
    QFETCH(const QByteArray, cell);
    Report report;
    report.senders = {{.sender = sender.toStdString(), .messages = 5}};
    const QByteArray text = written(writeCsv, report);
    QVERIFY2(text.contains("\r\nsender," + cell + ",,5,,"), text.constData());
}

void TestCsvWriter::cancelled()
{
    Report report;
    QVERIFY(!written(writeCsv, report).contains("cancelled"));
    report.cancelled = true;
    QVERIFY(written(writeCsv, report).contains(",cancelled,,,\r\n"));
}

void TestCsvWriter::manySenders()
{
    constexpr std::size_t Count = 500'000;
    Report report;
    for (std::size_t i = 0; i < Count; ++i) {
        report.senders.push_back({"newsletter-bounces+" + std::to_string(i) + "@lists.example.com", i, i * 2, 1, 3});
    }
    QByteArray text;
    QBENCHMARK
    {
        text = written(writeCsv, report);
    }
    QCOMPARE(static_cast<std::size_t>(text.count("\r\nsender,")), Count);
}

QTEST_APPLESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
