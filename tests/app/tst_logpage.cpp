// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/logpage.h"

#include "app/openedlog.h"
#include "logview/linefacts.h"
#include "logview/logview.h"
#include "logview/searchbar.h"
#include "logview/selectedlines.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>

using namespace limier;
using namespace Qt::StringLiterals;

class TestLogPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatIsChosen();
    void listsTheLinesOfMails();
    void leavesOutMessagesOfAnotherLog();
    void scrollsSidewaysToAMatch();
    void anotherLogEndsTheSearch();
    void goesToALineFromElsewhere();
    void doesNothingWhileHidden();
    void searches();
    void searchesInTheChosenLines();
    void saysWhereAnExpressionIsWrong();
    void copiesWhatIsSelected();
    void goesFromALineToOtherViews();
    void showsHostileLoginsInTheMenu();
    void knowsTheTimesOfLines();
    void forgetsTheLogBefore();

private:
    [[nodiscard]] std::vector<std::uint32_t> shown() const;
    [[nodiscard]] QAction *action(QMenu &menu, const QString &text) const;
    [[nodiscard]] bool searchFor(const QString &text);

    std::unique_ptr<OpenedLog> m_log;
    std::unique_ptr<LogPage> m_page;
};

namespace
{

// Two mails, of which the second passes a content filter and becomes a third message; a failed login; a line of nobody.
constexpr std::string_view Log =
    "Jun  4 10:00:00 mx postfix/smtpd[1]: A1B2C3D: client=pc[192.0.2.1], sasl_method=PLAIN, sasl_username=anna\n"
    "Jun  4 10:00:00 mx postfix/smtpd[2]: B1B2C3D: client=web[192.0.2.2], sasl_method=PLAIN, sasl_username=<b>&bob\n"
    "Jun  4 10:00:01 mx postfix/qmgr[3]: A1B2C3D: from=<anna@acme.example>, size=1000, nrcpt=1 (queue active)\n"
    "Jun  4 10:00:01 mx postfix/qmgr[3]: B1B2C3D: from=<bob@acme.example>, size=1000, nrcpt=1 (queue active)\n"
    "Jun  4 10:00:02 mx postfix/smtp[4]: A1B2C3D: to=<x@far.example>, relay=far[198.51.100.1]:25, delay=1, "
    "delays=0/0/0/1, dsn=2.0.0, status=sent (250 Ok)\n"
    "Jun  4 10:00:02 mx postfix/smtpd[5]: C1B2C3D: client=localhost[127.0.0.1]\n"
    "Jun  4 10:00:03 mx postfix/smtp[6]: B1B2C3D: to=<y@far.example>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, "
    "delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as C1B2C3D)\n"
    "Jun  4 10:00:03 mx postfix/qmgr[3]: A1B2C3D: removed\n"
    "Jun  4 10:00:04 mx postfix/smtpd[7]: warning: evil[203.0.113.9]: SASL LOGIN authentication failed: "
    "UGFzc3dvcmQ6, sasl_username=anna\n"
    "Jun  4 10:00:05 mx postfix/qmgr[3]: C1B2C3D: from=<bob@acme.example>, size=1200, nrcpt=1 (queue active)\n"
    "Jun  4 10:00:06 mx postfix/smtpd[8]: something nobody has ever logged: 42 gnus\n"
    "Jun  4 10:00:07 mx postfix/smtp[4]: C1B2C3D: to=<y@far.example>, relay=far[198.51.100.1]:25, delay=1, "
    "delays=0/0/0/1, dsn=2.0.0, status=sent (250 Ok)\n";

} // namespace

void TestLogPage::init()
{
    m_log = std::make_unique<OpenedLog>();
    m_page = std::make_unique<LogPage>(m_log->investigation);
    m_page->resize(1000, 500);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QVERIFY(m_log->open(Log));
    QCOMPARE(m_log->evaluation().index().lineCount(), std::size_t{12});
}

void TestLogPage::cleanup()
{
    m_page.reset();
    m_log.reset();
}

std::vector<std::uint32_t> TestLogPage::shown() const
{
    std::vector<std::uint32_t> lines;
    for (const LineId line : m_page->view().lines().ids()) {
        lines.push_back(place(line));
    }
    return lines;
}

QAction *TestLogPage::action(QMenu &menu, const QString &text) const
{
    const QList<QAction *> actions = menu.actions();
    const auto found = std::ranges::find_if(actions, [&](const QAction *one) { return one->text().contains(text); });
    return found == actions.end() ? nullptr : *found;
}

bool TestLogPage::searchFor(const QString &text)
{
    m_page->openSearch();
    auto *edit = m_page->searchBar().findChild<QLineEdit *>();
    edit->clear();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
    return QTest::qWaitFor([this] { return m_page->search().state() != SearchRunner::State::Running; });
}

void TestLogPage::showsWhatIsChosen()
{
    using Lines = std::vector<std::uint32_t>;
    QCOMPARE(shown().size(), std::size_t{12});
    m_page->setMode(LineMode::Unrecognised);
    const Column<LineId> &unrecognised = m_log->evaluation().index().unrecognised();
    QCOMPARE(shown().size(), unrecognised.size());
    QVERIFY(std::ranges::contains(shown(), 10U));
    m_page->setMode(LineMode::Selected);
    m_log->investigation.filters().add({.field = FilterField::User, .isExcluded = false, .value = "<b>&bob"});
    QVERIFY(QTest::qWaitFor([this] { return shown() == Lines{1, 3, 5, 6, 9, 11}; })); // the hop's lines, too
    m_log->investigation.filters().clear();
    m_log->investigation.filters().add({.field = FilterField::User, .isExcluded = false, .value = "anna"});
    QVERIFY(QTest::qWaitFor([this] { return shown() == Lines{0, 2, 4, 7, 8}; })); // and the failed login
    const auto *modes = m_page->findChild<QComboBox *>();
    QCOMPARE(modes->count(), static_cast<int>(LineModes));
    QCOMPARE(modes->currentIndex(), static_cast<int>(LineMode::Selected));
    QCOMPARE(modes->itemText(0), u"All lines (12)"_s);
    QCOMPARE(modes->itemText(1), u"Lines of the current filter (5)"_s);
    m_page->setMode(LineMode::All);
    QCOMPARE(shown().size(), std::size_t{12});
}

void TestLogPage::listsTheLinesOfMails()
{
    const MailIndex &index = m_log->evaluation().index();
    const MessageId hop = index.lineMessages()[11];
    QVERIFY(index.originOf(hop) != hop);
    Q_EMIT m_log->investigation.linesRequested({hop});
    QCOMPARE(m_page->mode(), LineMode::Listed);
    QVERIFY(QTest::qWaitFor([this] { return shown().size() == 6; }));
    const std::vector<LineId> expected =
        m_log->evaluation().snapshot.text->lineIdsOf(wholeMails(index, {index.originOf(hop)}));
    QCOMPARE(m_page->view().lines().ids(), expected);
}

void TestLogPage::leavesOutMessagesOfAnotherLog()
{
    const MessageId known = m_log->evaluation().index().lineMessages()[0];
    m_page->showLinesOf({known, MessageId{4'000'000}});
    QVERIFY(QTest::qWaitFor([this] { return shown() == std::vector<std::uint32_t>{0, 2, 4, 7}; }));
}

void TestLogPage::scrollsSidewaysToAMatch()
{
    m_page->resize(500, 500);
    const QScrollBar *const sideways = m_page->view().horizontalScrollBar();
    QCOMPARE(sideways->value(), 0);
    QVERIFY(searchFor(u"status=sent"_s));
    QVERIFY(QTest::qWaitFor([&] { return sideways->value() > 0; }));
    QVERIFY(searchFor(u"Jun"_s));
    QVERIFY(QTest::qWaitFor([&] { return sideways->value() == 0; }));
}

void TestLogPage::anotherLogEndsTheSearch()
{
    QVERIFY(searchFor(u"status=sent"_s));
    QVERIFY(m_page->searchBar().isVisible());
    QVERIFY(m_log->open(Log));
    QVERIFY(!m_page->searchBar().isVisible());
    QCOMPARE(m_page->search().state(), SearchRunner::State::Idle);
}

void TestLogPage::goesToALineFromElsewhere()
{
    m_page->setMode(LineMode::Unrecognised);
    Q_EMIT m_log->investigation.lineRequested(LineId{4});
    QCOMPARE(m_page->mode(), LineMode::All); // where it is to be seen
    QCOMPARE(m_page->view().currentLine(), LineId{4});
}

void TestLogPage::doesNothingWhileHidden()
{
    m_page->setMode(LineMode::Selected);
    QVERIFY(QTest::qWaitFor([this] { return shown().size() == 11; }));
    m_page->hide();
    const auto before = shown();
    m_log->investigation.filters().add({.field = FilterField::User, .isExcluded = false, .value = "anna"});
    QVERIFY(m_log->settle());
    Q_EMIT m_log->investigation.lineRequested(LineId{7});
    QTest::qWait(50);
    QCOMPARE(shown(), before);
    m_page->show();
    QVERIFY(QTest::qWaitFor([this] { return shown().size() == 5; }));
    QVERIFY(QTest::qWaitFor([this] { return m_page->view().currentLine() == LineId{7}; }));
}

void TestLogPage::searches()
{
    QVERIFY(m_page->searchBar().isHidden());
    QTest::keyClick(&m_page->view(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_page->searchBar().isVisible());
    QVERIFY(searchFor(u"STATUS=sent"_s));
    QCOMPARE(m_page->search().matches().count(), std::size_t{3});
    QCOMPARE(m_page->view().currentLine(), LineId{4});
    QCOMPARE(m_page->searchBar().statusText(), u"1 of 3 line(s)"_s);
    for (const std::uint32_t next : {6U, 11U, 4U}) {
        QTest::keyClick(&m_page->view(), Qt::Key_F3);
        QCOMPARE(place(m_page->view().currentLine()), next);
    }
    for (const std::uint32_t previous : {11U, 6U}) {
        QTest::keyClick(&m_page->view(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(place(m_page->view().currentLine()), previous);
    }
    QCOMPARE(std::ranges::count(m_page->view().bar().marks(), true), 3);
    QVERIFY(searchFor(u"no such text"_s));
    QCOMPARE(m_page->searchBar().statusText(), u"not found"_s);
    QTest::keyClick(m_page->searchBar().findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(m_page->searchBar().isHidden());
    QCOMPARE(m_page->search().state(), SearchRunner::State::Idle);
}

void TestLogPage::searchesInTheChosenLines()
{
    m_log->investigation.filters().add({.field = FilterField::User, .isExcluded = false, .value = "anna"});
    m_page->setMode(LineMode::Selected);
    QVERIFY(QTest::qWaitFor([this] { return shown().size() == 5; }));
    QVERIFY(searchFor(u"status=sent"_s));
    QCOMPARE(m_page->search().matches().lines(), std::vector<LineId>{LineId{4}});
    m_page->setMode(LineMode::All); // the same search in other lines
    QVERIFY(QTest::qWaitFor([this] { return m_page->search().matches().count() == 3; }));
}

void TestLogPage::saysWhereAnExpressionIsWrong()
{
    SearchTerm term{.text = u"sent("_s, .kind = LinePattern::Kind::RegularExpression};
    m_page->openSearch();
    m_page->searchBar().setTerm(term);
    Q_EMIT m_page->searchBar().searchRequested(m_page->searchBar().term());
    QVERIFY2(m_page->searchBar().errorText().contains(u"character 6"), qPrintable(m_page->searchBar().errorText()));
    QCOMPARE(m_page->search().state(), SearchRunner::State::Idle);
    QVERIFY(m_page->grab().height() > 0);
    term.text = u"sent \\("_s;
    m_page->searchBar().setTerm(term);
    Q_EMIT m_page->searchBar().searchRequested(m_page->searchBar().term());
    QCOMPARE(m_page->searchBar().errorText(), QString());
    QVERIFY(QTest::qWaitFor([this] { return m_page->search().matches().count() == 3; }));
}

void TestLogPage::copiesWhatIsSelected()
{
    QGuiApplication::clipboard()->clear();
    m_page->showLine(LineId{1});
    QTest::keyClick(&m_page->view(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&m_page->view(), Qt::Key_C, Qt::ControlModifier);
    const auto lines = m_log->evaluation().snapshot.text->lines(LineId{1}, 2);
    const QString expected = QString::fromStdString((*lines)[0].text + "\n" + (*lines)[1].text + "\n");
    QVERIFY(QTest::qWaitFor([&] { return QGuiApplication::clipboard()->text() == expected; }));
}

void TestLogPage::goesFromALineToOtherViews()
{
    QSignalSpy opened(&m_log->investigation, &Investigation::messageRequested);
    m_page->showLine(LineId{11}); // of the hop
    const std::unique_ptr<QMenu> menu(m_page->makeMenu());
    action(*menu, u"Open this mail"_s)->trigger();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<MessageId>(), m_log->evaluation().index().lineMessages()[11]);
    action(*menu, u"Only the client"_s)->trigger();
    const FilterTerm client{.field = FilterField::Client, .isExcluded = false, .value = "192.0.2.2"};
    QCOMPARE(m_log->investigation.filters().current().terms, std::vector{client});
    action(*menu, u"chart"_s)->trigger();
    const TimeRange range = m_log->investigation.filters().current().range;
    QVERIFY(range.contains(m_log->evaluation().index().files()[0].last));
    QVERIFY(range.until - range.since <= 3600);

    m_page->showLine(LineId{8}); // of a failed login
    const std::unique_ptr<QMenu> second(m_page->makeMenu());
    QVERIFY(!action(*second, u"Open this mail"_s)->isEnabled());
    QVERIFY(action(*second, u"“anna”"_s));
    m_page->showLine(LineId{10}); // of nobody
    const std::unique_ptr<QMenu> third(m_page->makeMenu());
    QVERIFY(!action(*third, u"Only the"_s));
}

void TestLogPage::showsHostileLoginsInTheMenu()
{
    m_page->showLine(LineId{1});
    const std::unique_ptr<QMenu> menu(m_page->makeMenu());
    QAction *only = action(*menu, u"Only the user"_s);
    QCOMPARE(only->text(), u"Only the user “<b>&&bob”"_s);
    only->trigger();
    const FilterTerm user{.field = FilterField::User, .isExcluded = false, .value = "<b>&bob"};
    QCOMPARE(m_log->investigation.filters().current().terms, std::vector{user});
}

void TestLogPage::knowsTheTimesOfLines()
{
    const MailIndex &index = m_log->evaluation().index();
    const IndexedFile &file = index.files()[0];
    Stamp last = 0;
    for (std::uint32_t line = 0; line < 12; ++line) {
        const Stamp time = timeOf(index, static_cast<LineId>(line));
        QVERIFY(time >= file.first && time <= file.last && time >= last);
        last = time;
    }
}

void TestLogPage::forgetsTheLogBefore()
{
    QVERIFY(searchFor(u"status"_s));
    m_page->setMode(LineMode::Unrecognised);
    QVERIFY(m_log->open("Jun  5 10:00:00 mx postfix/qmgr[3]: F1B2C3D: removed\n"));
    QVERIFY(QTest::qWaitFor([this] { return shown().size() == 1; }));
    QCOMPARE(m_page->mode(), LineMode::All);
    QCOMPARE(m_page->search().state(), SearchRunner::State::Idle);
    QVERIFY(QTest::qWaitFor([this] { return m_page->view().shownText(0).startsWith(u"Jun  5"); }));
}

QTEST_MAIN(TestLogPage)
#include "tst_logpage.moc"
