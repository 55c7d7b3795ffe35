// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle/loaded.h"
#include "oracle/oracle.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace limier;
using namespace limier::oracle;

namespace
{

/// What one line is to us.
struct Fail2banVerdict {
    QString kind = QStringLiteral("nothing");
    QString host;
    QString user;
};

Fail2banVerdict verdictOf(const QByteArray &line)
{
    const Loaded loaded = loadText(line + '\n');
    const MailIndex &index = *loaded.index;
    Fail2banVerdict verdict;
    const auto take = [&](const char *kind, const auto &records) {
        if (records.empty()) {
            return;
        }
        verdict.kind = QLatin1StringView(kind);
        verdict.host = QString::fromStdString(std::string(index.clientIp(records[0].client)));
        if (isSet(records[0].user)) {
            verdict.user = QString::fromStdString(std::string(index.user(records[0].user)));
        }
    };
    take("rejection", index.rejections());
    take("auth failure", index.authFailures());
    return verdict;
}

} // namespace

/// Each line that fail2ban's filters for Postfix are tested with, on its own.
class tst_OracleFail2ban : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString folder = corpus(QStringLiteral("fail2ban"));
        if (folder.isEmpty()) {
            QSKIP(missingCorpus());
        }
        m_lines = readFile(folder + QStringLiteral("/postfix.log")).split('\n');
    }

    void everyLineIsListed()
    {
        QStringList numbers;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (!m_lines[i].isEmpty() && !m_lines[i].startsWith('#')) {
                numbers << QString::number(i + 1);
            }
        }
        QStringList listed;
        for (const Row &row : readTable(QStringLiteral("fail2ban.txt"))) {
            listed << row.value(QStringLiteral("line"));
        }
        QCOMPARE(listed, numbers);
    }

    void line_data()
    {
        QTest::addColumn<Row>("row");
        for (const Row &row : readTable(QStringLiteral("fail2ban.txt"))) {
            QTest::newRow(qPrintable(row.value(QStringLiteral("line")))) << row;
        }
    }

    void line()
    {
        QFETCH(const Row, row);
        const qsizetype number = row.value(QStringLiteral("line")).toLongLong();
        const QByteArray log = m_lines.at(number - 1);
        const QByteArray comment = m_lines.at(number - 2);
        QVERIFY(comment.startsWith("# failJSON:"));
        const QJsonObject theirs = QJsonDocument::fromJson(comment.sliced(11)).object();

        const Fail2banVerdict verdict = verdictOf(log);
        QCOMPARE(verdict.kind, row.value(QStringLiteral("ours")));
        const bool match = theirs.value(QStringLiteral("match")).toBool();
        QCOMPARE(match ? QStringLiteral("yes") : QStringLiteral("no"), row.value(QStringLiteral("theirs")));
        const bool counted = verdict.kind != u"nothing";
        QCOMPARE(counted != match, !row.value(QStringLiteral("reason")).isEmpty());
        if (counted && match) {
            QCOMPARE(verdict.host, theirs.value(QStringLiteral("host")).toString());
            QCOMPARE(verdict.user, theirs.value(QStringLiteral("user")).toString());
        }
    }

private:
    QList<QByteArray> m_lines;
};

QTEST_GUILESS_MAIN(tst_OracleFail2ban)
#include "tst_oracle_fail2ban.moc"
