// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle/loaded.h"
#include "oracle/oracle.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace limier;
using namespace limier::oracle;

namespace
{

QString cell(const Row &row, const char *column)
{
    return row.value(QLatin1StringView(column));
}

/// "name=messages" of each, sorted.
template <typename Entries, typename Name>
QString listed(const Entries &entries, Name name)
{
    QStringList texts;
    for (const auto &entry : entries) {
        texts << QStringLiteral("%1=%2").arg(QString::fromStdString(entry.*name)).arg(entry.messages);
    }
    texts.sort();
    return texts.join(u", ");
}

} // namespace

/// The scenarios of lightmeter's tracker, by our counting rules and against its own results.
class tst_OracleLightmeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = corpus(QStringLiteral("lightmeterio-ControlCenter/individual_files"));
        if (m_folder.isEmpty()) {
            QSKIP(missingCorpus());
        }
        m_rows = readTable(QStringLiteral("lightmeter.txt"));
    }

    void everyLogIsListed()
    {
        QSet<QString> listedLogs;
        for (const Row &row : std::as_const(m_rows)) {
            for (const QString &log : cell(row, "logs").split(u' ')) {
                listedLogs.insert(log + QStringLiteral(".log"));
            }
        }
        const QStringList files = QDir(m_folder).entryList({QStringLiteral("*.log")});
        QCOMPARE(QSet<QString>(files.begin(), files.end()), listedLogs);
    }

    void theirsDiffersOnlyWithReason()
    {
        for (const Row &row : std::as_const(m_rows)) {
            const QString theirs = cell(row, "theirs");
            QVERIFY2((theirs == u"-" || theirs == cell(row, "attempts")) == cell(row, "reason").isEmpty(),
                     qUtf8Printable(cell(row, "logs")));
        }
    }

    void numbers_data()
    {
        QTest::addColumn<Row>("row");
        for (const Row &row : std::as_const(m_rows)) {
            QTest::newRow(qPrintable(cell(row, "logs"))) << row;
        }
    }

    void numbers()
    {
        QFETCH(const Row, row);
        QStringList paths;
        for (const QString &log : cell(row, "logs").split(u' ')) {
            paths << QStringLiteral("%1/%2.log").arg(m_folder, log);
        }
        const Loaded loaded = load(paths);
        const Report::Totals &totals = loaded.report.totals;
        const std::pair<const char *, std::uint64_t> numbers[] = {
            {"messages", totals.messages},
            {"recipients", totals.recipients},
            {"sent", totals.outcome.sent},
            {"deferred", totals.outcome.deferred},
            {"bounced", totals.outcome.bounced},
            {"expired", totals.outcome.expired},
            {"rejected", totals.rejected},
            {"auth_failures", totals.authFailures},
            {"attempts", deliveryAttempts(*loaded.index)},
        };
        QStringList ours;
        QStringList truth;
        for (const auto &[column, value] : numbers) {
            ours << QStringLiteral("%1=%2").arg(QLatin1StringView(column)).arg(value);
            truth << QStringLiteral("%1=%2").arg(QLatin1StringView(column), cell(row, column));
        }
        QCOMPARE(ours.join(u' '), truth.join(u' '));
        QCOMPARE(listed(loaded.report.users, &Report::User::user), cell(row, "users"));
        QCOMPARE(listed(loaded.report.clients, &Report::Client::ip), cell(row, "clients"));
    }

private:
    QString m_folder;
    QList<Row> m_rows;
};

QTEST_GUILESS_MAIN(tst_OracleLightmeter)
#include "tst_oracle_lightmeter.moc"
