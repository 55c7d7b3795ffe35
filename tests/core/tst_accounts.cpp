// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/accounts.h"

#include "core/madelog.h"

#include <QTest>

using namespace limier;

class TestAccounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void grouping_data();
    void grouping();
};

void TestAccounts::grouping_data()
{
    QTest::addColumn<QByteArrayList>("users");
    QTest::addColumn<std::size_t>("accounts");
    QTest::newRow("three spellings") << QByteArrayList{"admin", "admin@acme.tld", "admin@1a2b.internal"} << 1UL;
    QTest::newRow("case") << QByteArrayList{"Admin@acme.tld", "admin@ACME.tld"} << 1UL;
    QTest::newRow("two domains") << QByteArrayList{"info@acme.tld", "info@other.tld"} << 2UL;
    QTest::newRow("the most used domain's")
        << QByteArrayList{"bob@acme.tld", "info@acme.tld", "info@other.tld", "info"} << 3UL;
    QTest::newRow("only without a domain") << QByteArrayList{"scan", "SCAN"} << 1UL;
    QTest::newRow("the platform's") << QByteArrayList{"admin0@global.virt", "admin0@acme.tld"} << 2UL;
}

void TestAccounts::grouping()
{
    QFETCH(const QByteArrayList, users);
    QFETCH(const std::size_t, accounts);
    MadeLog log;
    for (const QByteArray &user : users) {
        log.begin("08:00:00", "AAAAA" + std::to_string(users.indexOf(user)), "pc[192.0.2.1]", user.toStdString());
    }
    const auto index = log.load();
    const Accounts made = makeAccounts(*index);
    QCOMPARE(made.size(), accounts);
    QCOMPARE(made.ofUser.size(), index->userCount());
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
