// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablepage.h"

#include "app/openedlog.h"
#include "app/tablelog.h"
#include "models/tablemodel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTranslator>

using namespace limier;

namespace
{

/// A page as it stands in the window, with a log.
struct ShownPage {
    explicit ShownPage(TableKind kind)
        : page(kind, log.investigation, log.display)
    {
        page.resize(1000, 500);
        page.show();
    }

    [[nodiscard]] bool open(const std::string &text) { return log.open(text) && settle(); }
    [[nodiscard]] bool settle()
    {
        return log.settle() && QTest::qWaitFor([this] {
                   const auto &source = page.model().source();
                   return source && source->evaluation() == log.investigation.evaluation()
                       && !page.model().isArranging();
               });
    }
    [[nodiscard]] QModelIndex cell(int row, std::string_view key) const
    {
        return page.model().index(row, static_cast<int>(columnIndex(page.kind(), key)));
    }
    [[nodiscard]] QLineEdit &search() const { return *page.findChild<QLineEdit *>(); }
    void type(const QString &text) { QTest::keyClicks(&search(), text); }

    OpenedLog log;
    TablePage page;
};

QAction *actionNamed(const QMenu &menu, const QString &name)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == name) {
            return action;
        }
        if (QAction *const inner = action->menu() != nullptr ? actionNamed(*action->menu(), name) : nullptr) {
            return inner;
        }
    }
    return nullptr;
}

/// The records of a CSV text.
QList<QStringList> parseCsv(const QString &text)
{
    QList<QStringList> records(1);
    QString field;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted && c == u'"' && text.mid(i + 1, 1) == u"\"") {
            field += c;
            ++i;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == u',') {
            records.back() << field;
            field.clear();
        } else if (!isQuoted && text.mid(i, 2) == u"\r\n") {
            records.back() << field;
            field.clear();
            records.append(QStringList());
            ++i;
        } else {
            field += c;
        }
    }
    records.removeLast();
    return records;
}

/// Says everything backwards, to show that a text was translated again.
class Backwards : public QTranslator
{
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        QString said = QString::fromUtf8(text);
        std::ranges::reverse(said);
        return QByteArrayView(context).startsWith("limier") ? said : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestTablePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void hiddenPagesWait();
    void typesToSearch();
    void saysWhyItIsEmpty();
    void onlyAndWithout();
    void activates();
    void showsLines();
    void copiesWithHeaders();
    void exportsCsv();
    void saysWhatCannotBeWritten();
    void exportsHostileText();
    void tellsHostsApart_data();
    void tellsHostsApart();
    void menusShowHostileTextAsItIs();
    void keepsTheSelection();
    void sortsByItsHeader();
    void savesItsLayout();
    void refusesBadLayouts_data();
    void refusesBadLayouts();
    void choosesColumns();
    void speaksTheNewLanguage();
    void forgetsTheLogBefore();
};

void TestTablePage::hiddenPagesWait()
{
    OpenedLog log;
    TablePage page(TableKind::Users, log.investigation, log.display);
    QVERIFY(log.open(tableLog().text()));
    QVERIFY(!page.model().source());
    page.show();
    QCOMPARE(page.model().rowCount(), 2);
}

void TestTablePage::typesToSearch()
{
    ShownPage shown(TableKind::Messages);
    QVERIFY(shown.open(tableLog().text()));
    QTest::keyClick(&shown.page.view(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), &shown.search());
    shown.type(QStringLiteral("bob"));
    QCOMPARE(shown.page.model().rowCount(), 10);
    bool isCounted = false;
    for (const QLabel *label : shown.page.findChildren<QLabel *>()) {
        isCounted |= label->text().contains(u"10") && label->text().contains(u"13");
    }
    QVERIFY(isCounted);
    QTest::keyClick(&shown.search(), Qt::Key_Escape);
    QCOMPARE(shown.page.model().rowCount(), 13);
    QCOMPARE(QApplication::focusWidget(), &shown.page.view());
}

void TestTablePage::saysWhyItIsEmpty()
{
    ShownPage shown(TableKind::Users);
    QVERIFY(shown.open(tableLog().text()));
    const auto sentence = [&] {
        const auto *label = shown.page.view().viewport()->findChild<QLabel *>();
        return label->isVisible() ? label->text() : QString();
    };
    QCOMPARE(sentence(), QString());
    shown.type(QStringLiteral("<b>zz"));
    QVERIFY(sentence().contains(u"<b>zz"));
    QCOMPARE(shown.page.view().viewport()->findChild<QLabel *>()->textFormat(), Qt::PlainText);
    shown.search().clear();
    shown.log.investigation.filters().add({FilterField::Client, false, "203.0.113.4"});
    QVERIFY(shown.settle());
    QVERIFY(sentence().contains(u"filter"));
}

void TestTablePage::onlyAndWithout()
{
    ShownPage shown(TableKind::Messages);
    QVERIFY(shown.open(tableLog().text()));
    const std::unique_ptr<QMenu> menu(shown.page.makeMenu(shown.cell(0, "client")));
    QCOMPARE(menu->actions().front()->text(), QStringLiteral("Only this client: 192.0.2.1"));
    QAction *const network = actionNamed(*menu, QStringLiteral("Only this network: 192.0.2.0/24"));
    QVERIFY(network != nullptr);
    network->trigger();
    QVERIFY(shown.settle());
    QCOMPARE(shown.page.model().rowCount(), 2);
    const std::unique_ptr<QMenu> next(shown.page.makeMenu(shown.cell(0, "sender")));
    actionNamed(*next, QStringLiteral("Without this sender: ann@acme.test"))->trigger();
    QVERIFY(shown.settle());
    QCOMPARE(shown.page.model().rowCount(), 1);
    const std::vector<FilterTerm> expected{{FilterField::Network, false, "192.0.2.0/24"},
                                           {FilterField::Sender, true, "ann@acme.test"}};
    QVERIFY(shown.log.investigation.filters().current().terms == expected);
    shown.log.investigation.filters().goBack();
    QVERIFY(shown.settle());
    QCOMPARE(shown.page.model().rowCount(), 2);
}

void TestTablePage::activates()
{
    ShownPage users(TableKind::Users);
    QVERIFY(users.open(tableLog().text()));
    users.page.view().setCurrentIndex(users.cell(0, "sent"));
    QTest::keyClick(&users.page.view(), Qt::Key_Return);
    const std::vector<FilterTerm> bob{{FilterField::User, false, "Bob"}};
    QVERIFY(users.log.investigation.filters().current().terms == bob);

    ShownPage messages(TableKind::Messages);
    QVERIFY(messages.open(tableLog().text()));
    QSignalSpy requested(&messages.log.investigation, &Investigation::messageRequested);
    const QPoint at = messages.page.view().visualRect(messages.cell(1, "user")).center();
    QTest::mouseClick(messages.page.view().viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(messages.page.view().viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].value<MessageId>(), messages.page.model().source()->message(1));
}

void TestTablePage::showsLines()
{
    ShownPage users(TableKind::Users);
    QVERIFY(users.open(tableLog().text()));
    std::vector<MessageId> lines;
    connect(&users.log.investigation, &Investigation::linesRequested, &users.page,
            [&](const std::vector<MessageId> &messages) { lines = messages; });
    users.page.view().selectRow(0);
    const std::unique_ptr<QMenu> menu(users.page.makeMenu(users.cell(0, "user")));
    actionNamed(*menu, QStringLiteral("Show Lines"))->trigger();
    QVERIFY(QTest::qWaitFor([&] { return lines.size() == 10; }));

    // A client of which there is no message: the line that speaks of it.
    ShownPage clients(TableKind::Clients);
    QVERIFY(clients.open(tableLog().text()));
    LineId line = None<LineId>;
    connect(&clients.log.investigation, &Investigation::lineRequested, &clients.page, [&](LineId id) { line = id; });
    clients.type(QStringLiteral("203.0.113.4"));
    clients.page.view().selectRow(0);
    const std::unique_ptr<QMenu> clientMenu(clients.page.makeMenu(clients.cell(0, "ip")));
    actionNamed(*clientMenu, QStringLiteral("Show Lines"))->trigger();
    QVERIFY(QTest::qWaitFor([&] { return isSet(line); }));
    const auto text = clients.log.evaluation().snapshot.text->line(line);
    QVERIFY(text.has_value());
    QVERIFY(text->text.contains("Relay access denied"));
}

void TestTablePage::copiesWithHeaders()
{
    ShownPage shown(TableKind::Senders);
    QVERIFY(shown.open(tableLog().text()));
    shown.page.view().selectAll();
    QTest::keyClick(&shown.page.view(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("Sender\tMessages\tRecipients\tUsers\tClients\nbob@acme.test\t10\t10\t1\t1\n"
                            "ann@acme.test\t1\t2\t1\t1\nother@acme.test\t1\t1\t1\t1\n<>\t1\t1\t0\t1\n"));
}

void TestTablePage::exportsCsv()
{
    ShownPage shown(TableKind::Messages);
    QVERIFY(shown.open(tableLog().text()));
    shown.type(QStringLiteral("ann@"));
    auto &header = *shown.page.view().horizontalHeader();
    header.moveSection(header.visualIndex(static_cast<int>(columnIndex(TableKind::Messages, "status"))), 0);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.csv"));
    QSignalSpy finished(&shown.page, &TablePage::exportFinished);
    shown.page.exportTo(path);
    QVERIFY(finished.wait());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    const QList<QStringList> records = parseCsv(QString::fromUtf8(bytes.sliced(3)));
    QCOMPARE(records.size(), 3); // "ann@" is the recipient of another one, too
    QCOMPARE(records[0].join(u'|'), QStringLiteral("Status|Time (UTC)|Queue ID|User|Client|Sender|Recipients|Size"));
    QCOMPARE(records[1].join(u'|'),
             QStringLiteral("1\u00a0deferred, 1\u00a0sent|2026-06-01 08:00:00|A1B2C3D4E5|ann|"
                            "192.0.2.1|ann@acme.test|2|1000"));
}

void TestTablePage::saysWhatCannotBeWritten()
{
    ShownPage shown(TableKind::Users);
    QVERIFY(shown.open(tableLog().text()));
    QSignalSpy finished(&shown.page, &TablePage::exportFinished);
    shown.page.exportTo(QStringLiteral("/nonexistent/folder/out.csv"));
    QVERIFY(finished.wait());
    bool isSaid = false;
    for (const QLabel *label : shown.page.findChildren<QLabel *>()) {
        isSaid |= label->isVisible() && label->text().contains(u"/nonexistent/folder/out.csv");
    }
    QVERIFY(isSaid);
}

void TestTablePage::tellsHostsApart_data()
{
    QTest::addColumn<TableKind>("kind");
    QTest::newRow("messages") << TableKind::Messages;
    QTest::newRow("logins") << TableKind::Logins;
    QTest::newRow("rejections") << TableKind::Rejections;
}

void TestTablePage::tellsHostsApart()
{
    QFETCH(TableKind, kind);
    ShownPage shown(kind);
    const auto host = static_cast<int>(columnIndex(kind, "host"));
    QAbstractItemModelTester tester(&shown.page.model());
    const std::string one = tableLog().text();
    QVERIFY(shown.open(one));
    QVERIFY(shown.page.view().isColumnHidden(host));
    const int rows = shown.page.model().rowCount();

    std::string two = one;
    for (std::size_t at = 0; (at = two.find(" mx ", at)) != std::string::npos;) {
        two.replace(at, 4, " edge ");
    }
    QVERIFY(shown.open(one + two));
    QVERIFY(!shown.page.view().isColumnHidden(host));
    QCOMPARE(shown.page.model().rowCount(), 2 * rows);
    shown.log.investigation.filters().add({FilterField::Host, false, "edge"});
    QVERIFY(shown.settle());
    QCOMPARE(shown.page.model().rowCount(), rows);
    for (int row = 0; row < rows; ++row) {
        QCOMPARE(shown.cell(row, "host").data().toString(), QStringLiteral("edge"));
    }
    const std::unique_ptr<QMenu> menu(shown.page.makeMenu(shown.cell(0, "host")));
    QVERIFY(actionNamed(*menu, QStringLiteral("Only this host: edge")) != nullptr);

    // What the user chose is kept while there is only one host.
    shown.page.view().horizontalHeader()->setSectionHidden(host, false);
    const QByteArray layout = shown.page.saveState();
    QVERIFY(shown.open(one));
    QVERIFY(shown.page.view().isColumnHidden(host));
    QVERIFY(shown.page.restoreState(layout));
    QVERIFY(shown.page.view().isColumnHidden(host));
}

void TestTablePage::exportsHostileText()
{
    for (const TableKind kind : {TableKind::Users, TableKind::Senders, TableKind::Messages, TableKind::Logins}) {
        ShownPage shown(kind);
        QVERIFY(shown.open(hostileLog().text()));
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out.csv"));
        QSignalSpy finished(&shown.page, &TablePage::exportFinished);
        shown.page.exportTo(path);
        QVERIFY(finished.wait());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll().sliced(3));
        const QList<QStringList> records = parseCsv(text);
        QCOMPARE(records.size(), shown.page.model().rowCount() + 1);
        QVERIFY(text.contains(u"'=cmd()") && text.contains(u"a;'=cmd()"));
        for (const QStringList &record : records) {
            QCOMPARE(record.size(), records[0].size());
            for (const QString &field : record) {
                QVERIFY(isHarmless(field));
                QVERIFY(!field.startsWith(u'=') && !field.contains(u";="));
            }
        }
        shown.page.view().selectAll();
        shown.page.copy();
        QVERIFY(!QApplication::clipboard()->text().contains(u"\t="));
        QVERIFY(!QApplication::clipboard()->text().contains(u"\n="));
    }
}

void TestTablePage::menusShowHostileTextAsItIs()
{
    ShownPage shown(TableKind::Users);
    QVERIFY(shown.open(hostileLog().text()));
    for (int row = 0; row < shown.page.model().rowCount(); ++row) {
        const std::unique_ptr<QMenu> menu(shown.page.makeMenu(shown.cell(row, "user")));
        const QString text = menu->actions().front()->text();
        QVERIFY(isHarmless(text));
        QVERIFY(text.size() < 100);
    }
}

void TestTablePage::keepsTheSelection()
{
    ShownPage shown(TableKind::Users);
    QVERIFY(shown.open(tableLog().text()));
    shown.page.view().selectRow(1);
    QCOMPARE(shown.cell(1, "user").data().toString(), QStringLiteral("ann"));
    shown.page.view().sortByColumn(static_cast<int>(columnIndex(TableKind::Users, "user")), Qt::AscendingOrder);
    const auto selected = [&] {
        const QModelIndexList rows = shown.page.view().selectionModel()->selectedRows();
        return rows.size() == 1 ? rows.front().data().toString() : QString::number(rows.size());
    };
    QCOMPARE(shown.cell(0, "user").data().toString(), QStringLiteral("ann"));
    QCOMPARE(selected(), QStringLiteral("ann"));
    shown.log.investigation.filters().add({FilterField::Network, false, "192.0.2.0/24"});
    QVERIFY(shown.settle());
    QCOMPARE(shown.page.model().rowCount(), 1);
    QCOMPARE(selected(), QStringLiteral("ann"));
    QCOMPARE(shown.page.view().currentIndex().row(), 0);
}

void TestTablePage::sortsByItsHeader()
{
    ShownPage shown(TableKind::Users);
    QVERIFY(shown.open(tableLog().text()));
    QHeaderView &header = *shown.page.view().horizontalHeader();
    const auto click = [&](std::string_view key) {
        const auto column = static_cast<int>(columnIndex(TableKind::Users, key));
        QTest::mouseClick(
            header.viewport(), Qt::LeftButton, {},
            {header.sectionViewportPosition(column) + header.sectionSize(column) / 2, header.height() / 2});
        return shown.cell(0, "user").data().toString();
    };
    QCOMPARE(click("auth_failures"), QStringLiteral("ann")); // the most at first
    QCOMPARE(click("auth_failures"), QStringLiteral("Bob"));
    QCOMPARE(click("user"), QStringLiteral("ann"));
}

void TestTablePage::savesItsLayout()
{
    QByteArray state;
    {
        ShownPage shown(TableKind::Users);
        QHeaderView &header = *shown.page.view().horizontalHeader();
        header.moveSection(0, 3);
        header.hideSection(5);
        header.resizeSection(1, 234);
        header.setSortIndicator(2, Qt::AscendingOrder);
        state = shown.page.saveState();
    }
    ShownPage shown(TableKind::Users);
    QVERIFY(shown.page.restoreState(state));
    QHeaderView &header = *shown.page.view().horizontalHeader();
    QCOMPARE(header.visualIndex(0), 3);
    QVERIFY(header.isSectionHidden(5));
    QVERIFY(qAbs(header.sectionSize(1) - 234) <= 1);
    QCOMPARE(shown.page.model().arrangement().column, 2);
    QCOMPARE(shown.page.model().arrangement().order, Qt::AscendingOrder);
    QCOMPARE(shown.page.saveState(), state);
    // Of another table: what has the same name is taken.
    ShownPage other(TableKind::Senders);
    QVERIFY(other.page.restoreState(state));
    QVERIFY(!other.page.view().isColumnHidden(0));
}

void TestTablePage::refusesBadLayouts_data()
{
    QTest::addColumn<QByteArray>("state");
    OpenedLog log;
    const QByteArray good = TablePage(TableKind::Users, log.investigation, log.display).saveState();
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("no layout at all, only some text");
    QTest::newRow("cut") << good.first(good.size() - 5);
    QTest::newRow("many columns") << QByteArray(good).replace(0, 4, good.first(4)).first(12) + QByteArray(64, '\xff');
}

void TestTablePage::refusesBadLayouts()
{
    QFETCH(const QByteArray, state);
    ShownPage shown(TableKind::Users);
    const QByteArray before = shown.page.saveState();
    QVERIFY(!shown.page.restoreState(state));
    QCOMPARE(shown.page.saveState(), before);
}

void TestTablePage::choosesColumns()
{
    ShownPage shown(TableKind::Clients);
    QHeaderView &header = *shown.page.view().horizontalHeader();
    Q_EMIT header.customContextMenuRequested(QPoint(5, 5));
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    const auto queued = static_cast<int>(columnIndex(TableKind::Clients, "queued"));
    QVERIFY(header.isSectionHidden(queued));
    actionNamed(*menu, QStringLiteral("Queued"))->trigger();
    QVERIFY(!header.isSectionHidden(queued) && header.sectionSize(queued) > 10);
    actionNamed(*menu, QStringLiteral("Name"))->trigger();
    QVERIFY(header.isSectionHidden(static_cast<int>(columnIndex(TableKind::Clients, "name"))));
    actionNamed(*menu, QStringLiteral("Default Columns"))->trigger();
    QVERIFY(header.isSectionHidden(queued));
    QVERIFY(!header.isSectionHidden(static_cast<int>(columnIndex(TableKind::Clients, "name"))));
    menu->close();
}

void TestTablePage::speaksTheNewLanguage()
{
    ShownPage shown(TableKind::Users);
    QVERIFY(shown.open(tableLog().text()));
    QCOMPARE(shown.page.title(), QStringLiteral("Users"));
    QSignalSpy titles(&shown.page, &TablePage::titleChanged);
    Backwards translator;
    QCoreApplication::installTranslator(&translator);
    QVERIFY(QTest::qWaitFor([&] { return !titles.isEmpty(); }));
    QCOMPARE(shown.page.title(), QStringLiteral("sresU"));
    QCOMPARE(shown.page.model().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("resU"));
    QCOMPARE(shown.search().placeholderText(), QStringLiteral("…retliF"));
    QCoreApplication::removeTranslator(&translator);
}

void TestTablePage::forgetsTheLogBefore()
{
    ShownPage shown(TableKind::Users);
    QVERIFY(shown.open(tableLog().text()));
    const std::weak_ptr<const Evaluation> before = shown.log.investigation.evaluation();
    shown.page.hide();
    QVERIFY(shown.log.open(hostileLog().text()));
    QVERIFY(QTest::qWaitFor([&] { return before.expired(); }));
}

QTEST_MAIN(TestTablePage)
#include "tst_tablepage.moc"
