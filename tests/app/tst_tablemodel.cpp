// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablemodel.h"

#include "app/openedlog.h"
#include "app/tablelog.h"
#include "common/displaytext.h"
#include "models/mailfate.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <ranges>

using namespace limier;

Q_DECLARE_METATYPE(limier::TableKind)

namespace
{

constexpr std::array<TableKind, 6> Kinds{TableKind::Users,    TableKind::Clients, TableKind::Senders,
                                         TableKind::Messages, TableKind::Logins,  TableKind::Rejections};

/// The cells of a row, as they are shown.
QString rowText(const TableModel &model, int row, std::initializer_list<std::string_view> keys)
{
    QStringList cells;
    for (const std::string_view key : keys) {
        const auto column = static_cast<int>(columnIndex(model.kind(), key));
        cells << model.index(row, column).data().toString();
    }
    return cells.join(u'|');
}

QStringList columnTexts(const TableModel &model, std::string_view key)
{
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row) {
        cells << rowText(model, row, {key});
    }
    return cells;
}

std::uint64_t sumOf(const TableModel &model, std::string_view key)
{
    std::uint64_t sum = 0;
    for (std::size_t row = 0; row < model.source()->size(); ++row) {
        sum += model.source()->value(row, columnIndex(model.kind(), key));
    }
    return sum;
}

} // namespace

class TestTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void behaves_data();
    void behaves();
    void showsRows_data();
    void showsRows();
    void figuresAreThoseOfTheActivity();
    void sorts_data();
    void sorts();
    void equalRowsKeepTheirOrder();
    void searches_data();
    void searches();
    void hostileTextIsPlain_data();
    void hostileTextIsPlain();
    void largeTablesAreArrangedOnAnotherThread();
    void namesWhatOnlyThisMeans();
};

void TestTableModel::behaves_data()
{
    QTest::addColumn<TableKind>("kind");
    for (const TableKind kind : Kinds) {
        QTest::addRow("%d", static_cast<int>(kind)) << kind;
    }
}

void TestTableModel::behaves()
{
    QFETCH(const TableKind, kind);
    OpenedLog log;
    TableModel model(kind, log.display);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    connect(&log.investigation, &Investigation::evaluated, &model, &TableModel::setEvaluation);
    QVERIFY(log.open(tableLog().text()));
    QVERIFY(QTest::qWaitFor([&] { return model.rowCount() > 0; }));
    for (int column = 0; column < model.columnCount(); ++column) {
        model.sort(column, Qt::DescendingOrder);
        model.sort(column, Qt::AscendingOrder);
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
    model.setSearch(QStringLiteral("nothing has this"));
    QCOMPARE(model.rowCount(), 0);
    model.setSearch({});
    QVERIFY(model.rowCount() > 0);
    model.setEvaluation(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestTableModel::showsRows_data()
{
    QTest::addColumn<TableKind>("kind");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("users") << TableKind::Users
                           << QStringList{
                                  QStringLiteral("Bob|10|10|10|0|0|0|0|1|1|0|2026-06-01 10:00:00|2026-06-01 10:00:09"),
                                  QStringLiteral("ann|2|3|1|1|1|0|1|2|2|3|2026-06-01 08:00:00|2026-06-01 09:00:00")};
    QTest::newRow("clients") << TableKind::Clients
                             << QStringList{
                                    QStringLiteral("198.51.100.2|b.test|198.51.100.0/24|10|10|0|0|10|10|0|0|0|0|0|1|0"),
                                    QStringLiteral("192.0.2.1|a.test|192.0.2.0/24|1|1|0|0|2|1|1|0|0|0|0|1|1"),
                                    QStringLiteral("192.0.2.77||192.0.2.0/24|1|1|0|0|1|0|0|1|0|0|0|1|0"),
                                    QStringLiteral("203.0.113.3|c.test|203.0.113.0/24|1|0|1|1|1|1|0|0|0|0|0|0|0"),
                                    QStringLiteral("203.0.113.9||203.0.113.0/24|0|0|0|0|0|0|0|0|0|0|3|0|0"),
                                    QStringLiteral("203.0.113.4|d.test|203.0.113.0/24|0|0|0|0|0|0|0|0|0|1|0|0|0")};
    QTest::newRow("senders") << TableKind::Senders
                             << QStringList{QStringLiteral("bob@acme.test|10|10|1|1"),
                                            QStringLiteral("ann@acme.test|1|2|1|1"),
                                            QStringLiteral("other@acme.test|1|1|1|1"), QStringLiteral("<>|1|1|0|1")};
    QTest::newRow("messages")
        << TableKind::Messages
        << QStringList{QStringLiteral("2026-06-01 08:00:00|A1B2C3D4E5|ann|192.0.2.1|a.test|192.0.2.0/24|"
                                      "ann@acme.test|y@there.test|2|1.0 kB|1\u00a0deferred, 1\u00a0sent|mx"),
                       QStringLiteral("2026-06-01 09:00:00|B1B2C3D4E5|ann|192.0.2.77||192.0.2.0/24|"
                                      "other@acme.test|x@there.test|1|1.0 kB|bounced|mx")};
    QTest::newRow("logins")
        << TableKind::Logins
        << QStringList{QStringLiteral("ann|203.0.113.9||203.0.113.0/24|0|3|2026-06-01 07:00:00||2026-06-01 07:00:02"),
                       QStringLiteral("Bob|198.51.100.2|b.test|198.51.100.0/24|10|0||2026-06-01 10:00:00|"
                                      "2026-06-01 10:00:09")};
}

void TestTableModel::showsRows()
{
    QFETCH(const TableKind, kind);
    QFETCH(const QStringList, rows);
    OpenedLog log;
    QVERIFY(log.open(tableLog().text()));
    TableModel model(kind, log.display);
    model.setEvaluation(log.investigation.evaluation());
    QVERIFY(model.rowCount() >= rows.size());
    for (int row = 0; row < rows.size(); ++row) {
        QStringList cells;
        for (int column = 0; column < rows[row].count(u'|') + 1; ++column) {
            cells << model.index(row, column).data().toString();
        }
        QCOMPARE(cells.join(u'|'), rows[row]);
    }
}

void TestTableModel::figuresAreThoseOfTheActivity()
{
    OpenedLog log;
    QVERIFY(log.openPaths({sampleLog()}));
    const Activity &activity = log.evaluation().activity;
    TableModel clients(TableKind::Clients, log.display);
    clients.setEvaluation(log.investigation.evaluation());
    std::uint64_t rejected = 0;
    std::uint64_t recipients = 0;
    for (const ClientActivity &client : activity.clients) {
        rejected += client.rejected;
        recipients += client.traffic.recipients;
    }
    QVERIFY(recipients > 0 && rejected > 0);
    QCOMPARE(sumOf(clients, "rejected"), rejected);
    QCOMPARE(sumOf(clients, "recipients"), recipients);
    QCOMPARE(sumOf(clients, "messages"), sumOf(clients, "authenticated") + sumOf(clients, "unauthenticated"));

    TableModel messages(TableKind::Messages, log.display);
    messages.setEvaluation(log.investigation.evaluation());
    QVERIFY(QTest::qWaitFor([&] { return !messages.isArranging(); }));
    QCOMPARE(static_cast<std::uint64_t>(messages.rowCount()), activity.total.messages);
    QCOMPARE(sumOf(messages, "recipients"), activity.total.recipients);
    Outcome outcome;
    for (int row = 0; row < messages.rowCount(); ++row) {
        const Outcome one = outcomeOf(log.evaluation().snapshot, messages.source()->message(messages.sourceRow(row)));
        outcome.sent += one.sent;
        outcome.bounced += one.bounced;
    }
    QCOMPARE(outcome.sent, activity.total.outcome.sent);
    QCOMPARE(outcome.bounced, activity.total.outcome.bounced);

    TableModel rejections(TableKind::Rejections, log.display);
    rejections.setEvaluation(log.investigation.evaluation());
    QCOMPARE(sumOf(rejections, "count"), activity.rejected);
    TableModel logins(TableKind::Logins, log.display);
    logins.setEvaluation(log.investigation.evaluation());
    QCOMPARE(sumOf(logins, "failures"), activity.authFailures);
}

void TestTableModel::sorts_data()
{
    QTest::addColumn<TableKind>("kind");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    const auto row = [](TableKind kind, const char *key, Qt::SortOrder order, const char *first, const char *last) {
        QTest::addRow("%d %s %d", static_cast<int>(kind), key, static_cast<int>(order))
            << kind << QByteArray(key) << order << QString::fromUtf8(first) << QString::fromUtf8(last);
    };
    // 10 > 2: as numbers. "ann" before "Bob": whatever the case.
    row(TableKind::Users, "messages", Qt::AscendingOrder, "2", "10");
    row(TableKind::Users, "user", Qt::AscendingOrder, "ann", "Bob");
    row(TableKind::Users, "user", Qt::DescendingOrder, "Bob", "ann");
    row(TableKind::Senders, "sender", Qt::AscendingOrder, "<>", "other@acme.test");
    row(TableKind::Messages, "status", Qt::DescendingOrder, "bounced", "sent");
    row(TableKind::Messages, "queue_id", Qt::DescendingOrder, "D1B2C3D4E5", "A1B2C3D4E5");
    row(TableKind::Messages, "time", Qt::DescendingOrder, "2026-06-01 11:00:00", "2026-06-01 08:00:00");
    row(TableKind::Messages, "user", Qt::AscendingOrder, "", "Bob");
    row(TableKind::Messages, "recipient", Qt::AscendingOrder, "ann@acme.test", "z@there.test");
    row(TableKind::Clients, "network", Qt::AscendingOrder, "192.0.2.0/24", "203.0.113.0/24");
    row(TableKind::Clients, "name", Qt::DescendingOrder, "d.test", "");
    row(TableKind::Logins, "first_failure", Qt::DescendingOrder, "2026-06-01 07:00:00", "");
}

void TestTableModel::sorts()
{
    QFETCH(const TableKind, kind);
    QFETCH(const QByteArray, key);
    QFETCH(const Qt::SortOrder, order);
    QFETCH(const QString, first);
    QFETCH(const QString, last);
    OpenedLog log;
    QVERIFY(log.open(tableLog().text()));
    TableModel model(kind, log.display);
    model.setEvaluation(log.investigation.evaluation());
    model.sort(static_cast<int>(columnIndex(kind, key.toStdString())), order);
    const QStringList texts = columnTexts(model, key.toStdString());
    QCOMPARE(texts.front(), first);
    QCOMPARE(texts.back(), last);
}

void TestTableModel::equalRowsKeepTheirOrder()
{
    OpenedLog log;
    QVERIFY(log.open(tableLog().text()));
    TableModel model(TableKind::Messages, log.display);
    model.setEvaluation(log.investigation.evaluation());
    const QStringList byTime = columnTexts(model, "queue_id").filter(QStringLiteral("C"), Qt::CaseSensitive);
    for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
        model.sort(static_cast<int>(columnIndex(TableKind::Messages, "size")), order);
        QCOMPARE(columnTexts(model, "queue_id").filter(QStringLiteral("C"), Qt::CaseSensitive), byTime);
    }
}

void TestTableModel::searches_data()
{
    QTest::addColumn<TableKind>("kind");
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("rows");
    QTest::newRow("all") << TableKind::Messages << QStringLiteral("  ") << 13;
    QTest::newRow("user") << TableKind::Messages << QStringLiteral("BOB") << 10;
    QTest::newRow("two words") << TableKind::Messages << QStringLiteral("ann 192.0.2.77") << 1;
    QTest::newRow("no such pair") << TableKind::Messages << QStringLiteral("bob 192.0.2.77") << 0;
    QTest::newRow("queue ID") << TableKind::Messages << QStringLiteral("c3b2c") << 1;
    QTest::newRow("network") << TableKind::Messages << QStringLiteral("192.0.2.0/24") << 2;
    QTest::newRow("status") << TableKind::Messages << QStringLiteral("defer") << 1;
    QTest::newRow("null sender") << TableKind::Senders << QStringLiteral("<>") << 1;
    QTest::newRow("name") << TableKind::Clients << QStringLiteral("b.test") << 1;
    QTest::newRow("reason") << TableKind::Rejections << QStringLiteral("relay denied") << 1;
    QTest::newRow("no pattern") << TableKind::Clients << QStringLiteral(".*") << 0;
}

void TestTableModel::searches()
{
    QFETCH(const TableKind, kind);
    QFETCH(const QString, search);
    QFETCH(const int, rows);
    OpenedLog log;
    QVERIFY(log.open(tableLog().text()));
    TableModel model(kind, log.display);
    model.setEvaluation(log.investigation.evaluation());
    model.setSearch(search);
    QCOMPARE(model.rowCount(), rows);
}

void TestTableModel::hostileTextIsPlain_data()
{
    behaves_data();
}

void TestTableModel::hostileTextIsPlain()
{
    QFETCH(const TableKind, kind);
    OpenedLog log;
    QVERIFY(log.open(hostileLog().text()));
    TableModel model(kind, log.display);
    model.setEvaluation(log.investigation.evaluation());
    QVERIFY(model.rowCount() > 0);
    // The log's parser takes no markup for a client's name, and takes variable parts out of replies.
    const bool mayHaveMarkup = kind != TableKind::Clients && kind != TableKind::Rejections;
    bool hasMarkup = false;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QString text = model.index(row, column).data().toString();
            const QString toolTip = model.index(row, column).data(Qt::ToolTipRole).toString();
            QVERIFY2(isHarmless(text), qPrintable(text));
            QVERIFY2(isHarmless(toolTip), qPrintable(toolTip));
            QVERIFY(text.size() <= static_cast<qsizetype>(LongestShown) + 1);
            QVERIFY(!toolTip.contains(u"<img") && !toolTip.contains(u"<b>"));
            hasMarkup |= text.contains(u"<img src=x>") || text.contains(u"<b>bold");
        }
    }
    QCOMPARE(hasMarkup, mayHaveMarkup);
}

void TestTableModel::largeTablesAreArrangedOnAnotherThread()
{
    MadeLog made;
    for (int i = 0; i < 21000; ++i) {
        made.begin("08:00:00", std::format("{:X}", 0xA00000 + i), "a[192.0.2.1]", i % 2 == 0 ? "even" : "odd");
    }
    OpenedLog log;
    QVERIFY(log.open(made.text()));
    TableModel model(TableKind::Messages, log.display);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEvaluation(log.investigation.evaluation());
    QVERIFY(model.isArranging());
    QCOMPARE(model.rowCount(), 0);
    // The newest wins, whatever was asked for before.
    model.setSearch(QStringLiteral("even"));
    model.sort(static_cast<int>(columnIndex(TableKind::Messages, "queue_id")), Qt::DescendingOrder);
    model.setSearch(QStringLiteral("odd"));
    QVERIFY(QTest::qWaitFor([&] { return !model.isArranging(); }));
    QCOMPARE(model.rowCount(), 10500);
    QCOMPARE(rowText(model, 0, {"queue_id", "user"}), QStringLiteral("A05207|odd"));
}

void TestTableModel::namesWhatOnlyThisMeans()
{
    OpenedLog log;
    QVERIFY(log.open(tableLog().text()));
    TableModel model(TableKind::Messages, log.display);
    model.setEvaluation(log.investigation.evaluation());
    const auto term = [&](std::string_view key) {
        return model.source()->term(model.sourceRow(0), columnIndex(TableKind::Messages, key));
    };
    QVERIFY(term("user") == FilterTerm(FilterField::User, false, "ann"));
    QVERIFY(term("client_name") == FilterTerm(FilterField::Client, false, "192.0.2.1"));
    QVERIFY(term("network") == FilterTerm(FilterField::Network, false, "192.0.2.0/24"));
    QVERIFY(term("sender") == FilterTerm(FilterField::Sender, false, "ann@acme.test"));
    QVERIFY(!term("size"));
}

QTEST_MAIN(TestTableModel)
#include "tst_tablemodel.moc"
