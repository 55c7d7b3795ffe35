// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle/oracle.h"

#include <QTest>

using namespace limier;
using namespace limier::oracle;

namespace
{

struct Exporter {
    QString log;
    QString metrics;
};

Exporter exporterOf(const QString &set)
{
    if (set == u"digineo") {
        const QString folder = corpus(QStringLiteral("digineo-postfix_exporter/testdata"));
        return {folder + QStringLiteral("/mail.log"), folder + QStringLiteral("/mail.metrics")};
    }
    const QString folder = corpus(QStringLiteral("sergeymakinen-postfix_exporter/exporter/testdata"));
    return {folder + QStringLiteral("/mail.log"), folder + QStringLiteral("/metrics-with-config.txt")};
}

/// The value of "name label=value" in Prometheus' text form, summed over the other labels; of "a + b" the sum.
double metricValue(const QString &metrics, const QString &wanted)
{
    double sum = 0;
    for (const QString &part : wanted.split(QStringLiteral(" + "))) {
        const QString name = part.section(u' ', 0, 0);
        const QString label = part.section(u' ', 1);
        const QString pair = QStringLiteral("%1=\"%2\"").arg(label.section(u'=', 0, 0), label.section(u'=', 1));
        for (const QString &line : metrics.split(u'\n')) {
            const bool named = line.startsWith(name)
                && (line.sliced(name.size()).startsWith(u'{') || line.sliced(name.size()).startsWith(u' '));
            if (named && (label.isEmpty() || line.contains(pair))) {
                sum += line.section(u' ', -1).toDouble();
            }
        }
    }
    return sum;
}

/// How often PostfixParser reads an event: "Delivery sent"; or the sum of what the queue manager took.
std::uint64_t eventCount(const ParsedText &parsed, const QString &wanted)
{
    std::uint64_t count = 0;
    for (const Event &event : parsed.chunk().events) {
        QString name = eventName(event.type);
        if (event.type == EventType::Delivery) {
            name += u' ';
            name += statusName(event.status);
        }
        if (name == wanted) {
            ++count;
        } else if (event.type == EventType::Active && wanted == u"recipients") {
            count += event.number;
        } else if (event.type == EventType::Active && wanted == u"bytes") {
            count += event.size;
        }
    }
    return count;
}

} // namespace

/// The logs and counters of two exporters for Prometheus.
class tst_OracleExporters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (corpus(QStringLiteral("digineo-postfix_exporter")).isEmpty()
            || corpus(QStringLiteral("sergeymakinen-postfix_exporter")).isEmpty()) {
            QSKIP(missingCorpus());
        }
    }

    void counter_data()
    {
        QTest::addColumn<Row>("row");
        for (const Row &row : readTable(QStringLiteral("exporters.txt"))) {
            const QString name = row.value(QStringLiteral("metric")).section(QStringLiteral(" + "), 0, 0);
            QTest::newRow(qPrintable(name)) << row;
        }
    }

    void counter()
    {
        QFETCH(const Row, row);
        const Exporter exporter = exporterOf(row.value(QStringLiteral("set")));
        const ParsedText parsed(readFile(exporter.log));
        const QString metrics = QString::fromUtf8(readFile(exporter.metrics));
        const auto theirs = static_cast<qint64>(metricValue(metrics, row.value(QStringLiteral("metric"))));
        const auto ours = static_cast<qint64>(eventCount(parsed, row.value(QStringLiteral("event"))));
        QCOMPARE(theirs, row.value(QStringLiteral("theirs")).toLongLong());
        QCOMPARE(ours, row.value(QStringLiteral("ours")).toLongLong());
        QCOMPARE(theirs == ours, row.value(QStringLiteral("reason")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_OracleExporters)
#include "tst_oracle_exporters.moc"
