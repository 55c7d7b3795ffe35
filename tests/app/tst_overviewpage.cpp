// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/overviewpage.h"

#include "app/openedlog.h"
#include "charts/activitycard.h"
#include "charts/chartreadout.h"
#include "charts/linesrequest.h"
#include "charts/matrixview.h"
#include "charts/rankedlist.h"
#include "charts/statuscard.h"
#include "charts/timelinebars.h"
#include "common/displaytext.h"
#include "common/theme.h"
#include "core/madelog.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>
#include <numeric>

using namespace limier;

class TestOverviewPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheSeriesOfTheCore();
    void ranksAsTheCore();
    void countsMessages();
    void filtersByABar();
    void filtersByTheKeyboard();
    void filtersByALayer();
    void readsOutByTheKeyboard();
    void doesNotFilterByOthers();
    void showsWhoSentFromWhere();
    void marksManyNetworks();
    void filtersByACell();
    void movesInTheMatrix();
    void showsWhatBecameOfIt();
    void showsDomains();
    void showsAnExampleOfAReply();
    void findsLines();
    void keepsNamesHarmless_data();
    void keepsNamesHarmless();
    void waitsWhileHidden();
    void hasNoHorizontalScrolling_data();
    void hasNoHorizontalScrolling();
    void standsAnEmptyLog();

private:
    void showLog();
    [[nodiscard]] const std::vector<FilterTerm> &terms() { return m_log->investigation.filters().current().terms; }

    std::unique_ptr<OpenedLog> m_log;
    std::unique_ptr<OverviewPage> m_page;
};

namespace
{

/// ann sends from five networks, bob, cid, dan and eve from one machine; one mail comes in without a login.
std::string incident()
{
    MadeLog log;
    auto send = [&log, number = 0](const std::string &user, const std::string &ip, int recipients) mutable {
        const std::string id = std::format("A1B2C3{:04}", ++number);
        const std::string minute = std::format("{:02}:{:02}", 8 + number / 60, number % 60);
        log.begin(minute + ":00", id, std::format("host{}[{}]", number, ip), user);
        log.active(minute + ":01", id, "x@acme.example", recipients);
        log.deliver(minute + ":02", id, "a@there.example", "sent");
    };
    for (int network = 1; network <= 5; ++network) {
        send("ann", std::format("198.51.{}.7", network), 10 * network);
    }
    for (const char *user : {"bob", "cid", "dan", "eve"}) {
        send(user, "203.0.113.9", 2);
    }
    send("", "192.0.2.99", 4);
    log.begin("12:00:00", "B1B2C30001", "host[203.0.113.9]", "bob").active("12:00:01", "B1B2C30001", "bob@acme", 3);
    log.deliver("12:00:02", "B1B2C30001", "a@else.example", "deferred", "m[192.0.2.1]:25", "host said: 450 slow down");
    log.deliver("12:00:03", "B1B2C30001", "b@else.example", "bounced", "m[192.0.2.1]:25",
                "host said: 550 no such user");
    return log.text();
}

void click(QAbstractItemView &list, int row)
{
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(row, 0)).center());
}

template <typename Id>
void compareSeries(const ActivityCard &card, const TopSeries<Id> &series)
{
    const TimeStack &stack = card.chart().stack();
    const std::size_t colored = std::min(series.entries.size(), PartySeries);
    const std::size_t factor = stack.bucket / series.bucket;
    QCOMPARE(stack.start, series.start);
    QCOMPARE(stack.bucket, series.bucket * factor);
    QCOMPARE(stack.layers.size(), colored + 1);
    std::vector<std::uint64_t> rest(stack.layers.back().values.size());
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        const auto merged = mergeValues(series.values[i], factor);
        if (i < colored) {
            QCOMPARE(stack.layers[i].values, merged);
        } else {
            std::ranges::transform(rest, merged, rest.begin(), std::plus());
        }
    }
    QCOMPARE(stack.layers.back().values, rest);
}

} // namespace

void TestOverviewPage::init()
{
    m_log = std::make_unique<OpenedLog>();
    QVERIFY(m_log->open(incident()));
    showLog();
}

void TestOverviewPage::showLog()
{
    m_page = std::make_unique<OverviewPage>(m_log->investigation, m_log->display);
    m_page->resize(1100, 1600);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QCoreApplication::processEvents();
}

void TestOverviewPage::cleanup()
{
    m_page.reset();
    m_log.reset();
}

void TestOverviewPage::showsTheSeriesOfTheCore()
{
    compareSeries(m_page->users(), m_log->evaluation().users);
    compareSeries(m_page->clients(), m_log->evaluation().clients);
    QVERIFY(m_log->openPaths({sampleLog()}));
    QVERIFY(m_log->evaluation().users.entries.size() > PartySeries);
    compareSeries(m_page->users(), m_log->evaluation().users);
    compareSeries(m_page->clients(), m_log->evaluation().clients);
}

void TestOverviewPage::ranksAsTheCore()
{
    const auto &series = m_log->evaluation().users;
    const RankedModel &ranking = m_page->users().list().ranking();
    QCOMPARE(ranking.rowCount(), 5);
    QCOMPARE(series.entries.size(), 5U);
    for (int row = 0; row < 5; ++row) {
        const auto &entry = series.entries[static_cast<std::size_t>(row)];
        QCOMPARE(ranking.entry(row).name, displayText(m_log->evaluation().index().user(entry.id)));
        QCOMPARE(ranking.entry(row).value(), entry.recipients);
    }
    QCOMPARE(ranking.entry(0).name, QStringLiteral("ann"));
    QCOMPARE(ranking.figure(0), QStringLiteral("150"));
    QCOMPARE(ranking.whole(), m_log->evaluation().activity.total.recipients);
    QCOMPARE(ranking.share(0), displayShare(150, 165));
    QVERIFY(ranking.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("150")));
    QVERIFY(m_page->users().chart().accessibleDescription().contains(QStringLiteral("ann")));
}

void TestOverviewPage::countsMessages()
{
    const QAbstractItemModelTester tester(m_page->users().list().model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_log->display.setCountBy(TopBy::Messages);
    QVERIFY(m_log->settle());
    compareSeries(m_page->users(), m_log->evaluation().users);
    QCOMPARE(m_page->users().list().ranking().entry(0).value(), 5U);
    QCOMPARE(m_page->users().list().ranking().whole(), 11U);
}

void TestOverviewPage::filtersByABar()
{
    click(m_page->users().list(), 1);
    QCOMPARE(terms().size(), 1U);
    QCOMPARE(terms()[0], (FilterTerm{FilterField::User, false, "bob"}));
    QVERIFY(m_log->settle());
    QCOMPARE(m_page->users().list().ranking().rowCount(), 1);
    click(m_page->clients().list(), 0);
    QCOMPARE(terms().back(), (FilterTerm{FilterField::Client, false, "203.0.113.9"}));
}

void TestOverviewPage::filtersByTheKeyboard()
{
    RankedList &list = m_page->clients().list();
    list.setFocus(Qt::TabFocusReason);
    QCOMPARE(list.currentIndex().row(), 0);
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(terms().size(), 1U);
    QCOMPARE(terms()[0].field, FilterField::Client);
    QCOMPARE(QString::fromStdString(terms()[0].value), list.ranking().entry(1).name);
}

void TestOverviewPage::filtersByALayer()
{
    StackedTimeChart &chart = m_page->users().chart();
    const auto &values = chart.stack().layers[0].values;
    const auto most = static_cast<std::size_t>(std::ranges::max_element(values) - values.begin());
    const Stamp since = chart.stack().start + static_cast<Stamp>(most) * chart.stack().bucket;
    const QPointF inside(chart.timeScale().x(since + chart.stack().bucket / 2), chart.plotArea().bottom() - 3);
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, inside.toPoint());
    QCOMPARE(terms().size(), 1U);
    QCOMPARE(terms()[0], (FilterTerm{FilterField::User, false, "ann"}));
}

void TestOverviewPage::readsOutByTheKeyboard()
{
    StackedTimeChart &chart = m_page->users().chart();
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Right);
    const ChartReadout *readout = chart.readout();
    QVERIFY(readout && readout->isVisible());
    QCOMPARE(readout->rows().size(), 1U);
    QCOMPARE(readout->rows()[0].name, QStringLiteral("ann"));
    QCOMPARE(readout->rows()[0].figure, QString::number(chart.stack().layers[0].values[0]));
    QTest::keyClick(&chart, Qt::Key_Left);
    QVERIFY(readout->isVisible());
    chart.clearFocus();
    QVERIFY(!readout->isVisible());
}

void TestOverviewPage::doesNotFilterByOthers()
{
    QVERIFY(m_log->openPaths({sampleLog()}));
    RankedList &list = m_page->users().list();
    const int last = list.ranking().rowCount() - 1;
    QVERIFY(list.ranking().entry(last).isRest);
    const auto &rest = m_log->evaluation().users.values.back();
    QCOMPARE(list.ranking().entry(last).value(), std::accumulate(rest.begin(), rest.end(), std::uint64_t{0}));
    click(list, last);
    QVERIFY(terms().empty());
    // It has room for its figure, and leaves the bars to the others.
    const RankedModel &clients = m_page->clients().list().ranking();
    QVERIFY(clients.entries().back().isRest);
    QCOMPARE(clients.largestFigure(), clients.entries().back().value());
    QCOMPARE(clients.largest(), clients.entry(0).value());
}

void TestOverviewPage::showsWhoSentFromWhere()
{
    const auto check = [this] {
        const Evaluation &evaluation = m_log->evaluation();
        const MatrixView &matrix = m_page->matrix();
        QCOMPARE(matrix.rowCount(), evaluation.matrix.users.size());
        for (std::size_t row = 0; row < matrix.rowCount(); ++row) {
            std::uint64_t sum = 0;
            for (std::size_t column = 0; column < matrix.columnCount(); ++column) {
                QCOMPARE(matrix.value(row, column),
                         evaluation.matrix.values[row * evaluation.matrix.clients.size() + column]);
                sum += matrix.value(row, column);
            }
            sum += matrix.hasRest() ? matrix.value(row, matrix.columnCount()) : 0;
            const UserId user = evaluation.matrix.users[row];
            QCOMPARE(sum, evaluation.matrix.totals[row]);
            if (isSet(user)) {
                QCOMPARE(sum, evaluation.activity.users[place(user)].traffic.recipients);
            }
        }
    };
    check();
    QVERIFY(!m_page->matrix().hasRest());
    QVERIFY(m_log->openPaths({sampleLog()}));
    check();
    QVERIFY(m_page->matrix().hasRest());
    // Few columns fit a narrow page; what they leave out is told in the last one.
    m_page->resize(420, 800);
    QCoreApplication::processEvents();
    QVERIFY(m_page->matrix().columnCount() < m_log->evaluation().matrix.clients.size());
    check();
}

void TestOverviewPage::marksManyNetworks()
{
    const MatrixView &matrix = m_page->matrix();
    QVERIFY(matrix.accessibleDescription().contains(QStringLiteral("ann: 5")));
    QVERIFY(matrix.accessibleDescription().contains(QStringLiteral("203.0.113.9: 4")));
    QVERIFY(!matrix.accessibleDescription().contains(QStringLiteral("bob")));
    QVERIFY(matrix.toolTipAt(QPointF(2, matrix.cellRect(1, 0).center().y())).contains(QStringLiteral("ann")));
}

void TestOverviewPage::filtersByACell()
{
    MatrixView &matrix = m_page->matrix();
    const auto &figures = m_log->evaluation().matrix;
    const auto client = std::ranges::find_if(
        figures.clients, [this](ClientId id) { return m_log->evaluation().index().clientIp(id) == "203.0.113.9"; });
    QVERIFY(client != figures.clients.end());
    const auto column = static_cast<std::size_t>(client - figures.clients.begin());
    const QPoint cell = matrix.cellRect(2, column).center().toPoint();
    const QString toolTip = matrix.toolTipAt(cell);
    QVERIFY(toolTip.contains(QStringLiteral("bob<br>203.0.113.9")));
    QTest::mouseClick(&matrix, Qt::LeftButton, {}, cell);
    QCOMPARE(terms(),
             (std::vector<FilterTerm>{{FilterField::User, false, "bob"}, {FilterField::Client, false, "203.0.113.9"}}));
    // What was relayed is no user's: its row asks for just that.
    m_log->investigation.filters().clear();
    QVERIFY(!isSet(m_log->evaluation().matrix.users[0]));
    QTest::mouseClick(&matrix, Qt::LeftButton, {}, QPoint(2, matrix.cellRect(0, 0).center().toPoint().y()));
    QCOMPARE(terms(), (std::vector<FilterTerm>{{FilterField::Login, false, "relayed"}}));
}

void TestOverviewPage::movesInTheMatrix()
{
    MatrixView &matrix = m_page->matrix();
    matrix.setFocus();
    QTest::keyClick(&matrix, Qt::Key_Left);
    QTest::keyClick(&matrix, Qt::Key_Down);
    QTest::keyClick(&matrix, Qt::Key_Right);
    QTest::keyClick(&matrix, Qt::Key_Right);
    QTest::keyClick(&matrix, Qt::Key_Return);
    const Evaluation &evaluation = m_log->evaluation();
    QCOMPARE(terms(),
             (std::vector<FilterTerm>{userTerm(evaluation, evaluation.matrix.users[1]),
                                      clientTerm(evaluation, evaluation.matrix.clients[2])}));
}

void TestOverviewPage::showsWhatBecameOfIt()
{
    const Traffic &total = m_log->evaluation().activity.total;
    const auto &parts = m_page->statuses().bar().parts();
    QCOMPARE(parts.size(), 5U);
    QCOMPARE(parts[0].value, total.outcome.sent);
    QCOMPARE(parts[1].value, total.outcome.deferred);
    QCOMPARE(parts[2].value, total.outcome.bounced);
    QCOMPARE(parts[3].value, total.outcome.expired);
    QCOMPARE(parts[4].value, total.queued - total.outcome.deferred);
    QCOMPARE(total.outcome.deferred, 1U);
    click(m_page->statuses().list(), 2);
    QCOMPARE(terms().size(), 1U);
    QCOMPARE(terms()[0], (FilterTerm{FilterField::Status, false, "bounced"}));
}

void TestOverviewPage::showsDomains()
{
    const RankedModel &ranking = m_page->domains().ranking();
    QCOMPARE(ranking.rowCount(), 2);
    QCOMPARE(ranking.entry(0).name, QStringLiteral("there.example"));
    QCOMPARE(ranking.entry(0).value(), 10U);
    click(m_page->domains(), 1);
    QCOMPARE(terms().size(), 1U);
    QCOMPARE(terms()[0], (FilterTerm{FilterField::RecipientDomain, false, "else.example"}));
}

void TestOverviewPage::showsAnExampleOfAReply()
{
    const auto &replies = m_log->evaluation().replies;
    const RankedModel &ranking = m_page->replies().ranking();
    QCOMPARE(ranking.rowCount(), 2);
    QCOMPARE(ranking.entry(0).parts[0].value, replies[0].deferred);
    QCOMPARE(ranking.entry(0).parts[1].value, replies[0].bounced);
    QCOMPARE(ranking.entry(0).name, displayText(m_log->evaluation().index().reply(replies[0].reply)));
    const QSignalSpy lines(&m_log->investigation, &Investigation::lineRequested);
    click(m_page->replies(), 1);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0][0].value<LineId>(), replies[1].example);
}

void TestOverviewPage::findsLines()
{
    const Evaluation &evaluation = m_log->evaluation();
    QCOMPARE(messagesWith(evaluation, {{FilterField::User, false, "ann"}}).size(), 5U);
    QCOMPARE(messagesWith(evaluation, {{FilterField::User, false, "bob"}, {FilterField::Client, false, "192.0.2.99"}})
                 .size(),
             0U);
    std::vector<MessageId> found;
    connect(&m_log->investigation, &Investigation::linesRequested, this,
            [&found](const std::vector<MessageId> &messages) { found = messages; });
    requestLines(m_log->investigation, {{FilterField::Client, false, "203.0.113.9"}});
    QVERIFY(QTest::qWaitFor([&found] { return found.size() == 5; }));
    // What the window's filter takes away is not found.
    m_log->investigation.filters().add({FilterField::User, true, "bob"});
    QVERIFY(m_log->settle());
    requestLines(m_log->investigation, {{FilterField::Client, false, "203.0.113.9"}});
    QVERIFY(QTest::qWaitFor([&found] { return found.size() == 3; }));
}

void TestOverviewPage::keepsNamesHarmless_data()
{
    QTest::addColumn<QByteArray>("name");

    QTest::newRow("image") << QByteArray("<img/src=x>");
    QTest::newRow("bold") << QByteArray("<b>bold</b>");
    QTest::newRow("escape") << QByteArray("a\x1b[2Jb");
    QTest::newRow("right to left") << QByteArray("a\xe2\x80\xae"
                                                 "b");
    QTest::newRow("long") << QByteArray(10000, 'w');
    QTest::newRow("formula") << QByteArray("=cmd()");
    QTest::newRow("accelerator") << QByteArray("a&b&&c");
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe");
}

void TestOverviewPage::keepsNamesHarmless()
{
    QFETCH(QByteArray, name);

    MadeLog log;
    log.begin("08:00:00", "A1B2C3D4E5", "evil[192.0.2.1]", name.toStdString());
    log.active("08:00:01", "A1B2C3D4E5", "x@acme", 2);
    log.deliver("08:00:02", "A1B2C3D4E5", "a@" + name.left(200).toStdString(), "bounced", "m[192.0.2.1]:25",
                "said: " + name.toStdString());
    QVERIFY(m_log->open(log.text()));
    const Evaluation &evaluation = m_log->evaluation();
    QCOMPARE(evaluation.users.entries.size(), 1U);
    const QString shown = displayText(evaluation.index().user(evaluation.users.entries[0].id));
    QCOMPARE(m_page->users().list().ranking().entry(0).name, shown);
    QCOMPARE(m_page->users().chart().stack().layers[0].name, shown);
    for (const RankedList *list : {&m_page->users().list(), &m_page->replies(), &m_page->domains()}) {
        for (int row = 0; row < list->ranking().rowCount(); ++row) {
            const QString toolTip = list->ranking().index(row).data(Qt::ToolTipRole).toString();
            QVERIFY(!toolTip.contains(QStringLiteral("<img")) && !toolTip.contains(QStringLiteral("<b>")));
            QVERIFY(!list->ranking().entry(row).name.contains(QChar(0x202e)));
            QVERIFY(!list->ranking().entry(row).name.contains(QChar(0x1b)));
        }
    }
    const QString toolTip = m_page->matrix().toolTipAt(m_page->matrix().cellRect(0, 0).center());
    QVERIFY(toolTip.contains(shown.toHtmlEscaped()));
    QVERIFY(!m_page->grab().isNull());
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    click(m_page->users().list(), 0);
    QVERIFY(m_log->settle());
    QCOMPARE(m_log->evaluation().activity.total.messages, 1U);
}

void TestOverviewPage::waitsWhileHidden()
{
    OverviewPage hidden(m_log->investigation, m_log->display);
    QCOMPARE(hidden.users().list().ranking().rowCount(), 0);
    hidden.show();
    QCOMPARE(hidden.users().list().ranking().rowCount(), 5);
    hidden.hide();
    m_log->investigation.filters().add({FilterField::User, false, "ann"});
    QVERIFY(m_log->settle());
    QCOMPARE(hidden.users().list().ranking().rowCount(), 5);
    hidden.show();
    QCOMPARE(hidden.users().list().ranking().rowCount(), 1);
}

void TestOverviewPage::hasNoHorizontalScrolling_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("isWide");

    QTest::newRow("narrow") << 420 << false;
    QTest::newRow("wide") << 1200 << true;
}

void TestOverviewPage::hasNoHorizontalScrolling()
{
    QFETCH(int, width);
    QFETCH(bool, isWide);

    QVERIFY(m_log->openPaths({sampleLog()}));
    m_page->resize(width, 500);
    QCoreApplication::processEvents();
    QCOMPARE(m_page->isWide(), isWide);
    QCOMPARE(m_page->horizontalScrollBar()->maximum(), 0);
    QCOMPARE(m_page->clients().isVisible(), isWide);
}

void TestOverviewPage::standsAnEmptyLog()
{
    QVERIFY(m_log->open("nothing of Postfix\n"));
    QCOMPARE(m_page->matrix().rowCount(), 0U);
    QVERIFY(!m_page->grab().isNull());
    QTest::mouseClick(&m_page->matrix(), Qt::LeftButton);
    QTest::keyClick(&m_page->matrix(), Qt::Key_Down);
    Theme::instance().setMode(Theme::Mode::Dark);
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_page.get(), &language);
    Theme::instance().setMode(Theme::Mode::System);
    QVERIFY(terms().empty());
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
