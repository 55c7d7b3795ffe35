// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle/loaded.h"
#include "oracle/oracle.h"

#include <QTest>

using namespace limier;
using namespace limier::oracle;

/// The log that mailgraph's author explains his counting with.
class tst_OracleMailgraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers()
    {
        const QString folder = corpus(QStringLiteral("schweikert-mailgraph"));
        if (folder.isEmpty()) {
            QSKIP(missingCorpus());
        }
        const Loaded loaded = load({folder + QStringLiteral("/postfix-log.txt")});
        const Report::Totals &totals = loaded.report.totals;
        std::uint64_t hops = 0;
        for (std::size_t i = 0; i < loaded.index->messages().size(); ++i) {
            const auto id = static_cast<MessageId>(i);
            hops += loaded.index->originOf(id) != id ? 1U : 0U;
        }
        QMap<QString, QString> ours{
            {QStringLiteral("messages"), QString::number(totals.messages)},
            {QStringLiteral("recipients"), QString::number(totals.recipients)},
            {QStringLiteral("sent"), QString::number(totals.outcome.sent)},
            {QStringLiteral("deferred"), QString::number(totals.outcome.deferred)},
            {QStringLiteral("bounced"), QString::number(totals.outcome.bounced)},
            {QStringLiteral("hops"), QString::number(hops)},
        };
        for (const Report::Client &client : loaded.report.clients) {
            ours[QStringLiteral("clients")] +=
                QStringLiteral("%1=%2").arg(QString::fromStdString(client.ip)).arg(client.messages);
        }
        QMap<QString, QString> truth;
        for (const Row &row : readTable(QStringLiteral("mailgraph.txt"))) {
            truth.insert(row.value(QStringLiteral("number")), row.value(QStringLiteral("ours")));
        }
        QCOMPARE(ours, truth);
    }
};

QTEST_GUILESS_MAIN(tst_OracleMailgraph)
#include "tst_oracle_mailgraph.moc"
