// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle/loaded.h"
#include "oracle/oracle.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace limier;
using namespace limier::oracle;

namespace
{

/// How many events of @p ip the assertions of a test show: events of an alert, else alerts; or parsed lines.
qsizetype assertedEvents(const QString &folder, const QString &ip)
{
    const QString scenario = QString::fromUtf8(readFile(folder + QStringLiteral("/scenario.assert")));
    const QString parser = QString::fromUtf8(readFile(folder + QStringLiteral("/parser.assert")));
    const QString address = QRegularExpression::escape(ip);
    const QRegularExpression event(
        QStringLiteral(
            "^results\\[\\d+\\]\\.Overflow\\.Alert\\.Events\\[\\d+\\]\\.GetMeta\\(\"source_ip\"\\) == \"%1\"")
            .arg(address),
        QRegularExpression::MultilineOption);
    const QRegularExpression alert(QStringLiteral("^\"%1\" in results\\[\\d+\\]\\.Overflow\\.GetSources").arg(address),
                                   QRegularExpression::MultilineOption);
    const QRegularExpression line(
        QStringLiteral("^results\\[\"s01-parse\"\\]\\[\"crowdsecurity/postfix-logs\"\\]\\[\\d+\\]"
                       "\\.Evt\\.Meta\\[\"source_ip\"\\] == \"%1\"")
            .arg(address),
        QRegularExpression::MultilineOption);
    const qsizetype events = scenario.count(event) + parser.count(line);
    return events > 0 ? events : scenario.count(alert);
}

QString logOf(const QString &folder)
{
    const QStringList logs = QDir(folder).entryList({QStringLiteral("*.log")});
    return logs.size() == 1 ? QStringLiteral("%1/%2").arg(folder, logs.first()) : QString();
}

} // namespace

/// The logs that crowdsec's scenarios for Postfix are tested with.
class tst_OracleCrowdsec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = corpus(QStringLiteral("crowdsecurity-hub/.tests"));
        if (m_folder.isEmpty()) {
            QSKIP(missingCorpus());
        }
        for (const Row &row : readTable(QStringLiteral("crowdsec.txt"))) {
            m_tests[row.value(QStringLiteral("test"))].append(row);
        }
    }

    void everyTestIsListed()
    {
        QCOMPARE(m_tests.keys(), QDir(m_folder).entryList({QStringLiteral("postfix-*")}, QDir::Dirs, QDir::Name));
    }

    void events_data()
    {
        QTest::addColumn<QString>("test");
        for (const QString &test : m_tests.keys()) {
            QTest::newRow(qPrintable(test)) << test;
        }
    }

    void events()
    {
        QFETCH(const QString, test);
        const QString folder = QStringLiteral("%1/%2").arg(m_folder, test);
        const Loaded loaded = load({logOf(folder)});
        QMap<QString, QString> ours;
        for (const Report::Client &client : loaded.report.clients) {
            ours.insert(QString::fromStdString(client.ip),
                        QStringLiteral("%1 rejections, %2 failures").arg(client.rejected).arg(client.authFailures));
        }
        QMap<QString, QString> truth;
        for (const Row &row : m_tests.value(test)) {
            const qsizetype rejections = row.value(QStringLiteral("rejections")).toLongLong();
            const qsizetype failures = row.value(QStringLiteral("auth_failures")).toLongLong();
            const QString ip = row.value(QStringLiteral("ip"));
            if (rejections + failures > 0) {
                truth.insert(ip, QStringLiteral("%1 rejections, %2 failures").arg(rejections).arg(failures));
            }
            const qsizetype theirs = assertedEvents(folder, ip);
            QCOMPARE(theirs, row.value(QStringLiteral("theirs")).toLongLong());
            QCOMPARE(theirs == rejections + failures, row.value(QStringLiteral("reason")).isEmpty());
        }
        QCOMPARE(ours, truth);
        QCOMPARE(loaded.report.totals.unrecognisedLines, 0U);
    }

    void namedLogins()
    {
        const Loaded loaded = load({logOf(m_folder + QStringLiteral("/postfix-honeypot-users"))});
        QSet<QString> users;
        for (const Report::User &user : loaded.report.users) {
            QCOMPARE(user.authFailures, 1U);
            users.insert(QString::fromStdString(user.user));
        }
        const QString log = QString::fromUtf8(readFile(logOf(m_folder + QStringLiteral("/postfix-honeypot-users"))));
        QSet<QString> named;
        for (const QString &line : log.split(u'\n', Qt::SkipEmptyParts)) {
            named.insert(line.section(QStringLiteral("sasl_username="), 1));
        }
        QCOMPARE(users, named);
    }

private:
    QString m_folder;
    QMap<QString, QList<Row>> m_tests;
};

QTEST_GUILESS_MAIN(tst_OracleCrowdsec)
#include "tst_oracle_crowdsec.moc"
