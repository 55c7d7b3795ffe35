// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/logview.h"

#include "common/displaytext.h"
#include "core/logfolder.h"
#include "report/sentences.h"

#include <QFile>
#include <QScrollBar>
#include <QSignalSpy>

using namespace limier;
using namespace Qt::StringLiterals;

class TestLogView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void showsLinesOfSeveralFilesInTimeOrder();
    void goesByKeys();
    void selectsSeveralLines();
    void goesToALine();
    void keepsItsPlaceWhenTheLogGrows();
    void keepsItsPlaceAmongFewerLines();
    void showsHostileLinesAsText_data();
    void showsHostileLinesAsText();
    void cutsLongLines();
    void saysWhyLinesCannotBeRead_data();
    void saysWhyLinesCannotBeRead();
    void marksMatches();
    void scrollsFourBillionRows();
    void paintsMarksInTheBar();

private:
    void open(const LogFolder &folder);
    [[nodiscard]] bool isShown(std::size_t row) const;

    LogFolder m_folder;
    std::vector<std::string> m_lines;
    std::shared_ptr<const LogText> m_text;
    std::unique_ptr<LogView> m_view;
};

void TestLogView::initTestCase()
{
    const QDateTime start = logfiles::utc("2026-06-01T00:00:00Z");
    const std::string first = logfiles::mailLines(start, 3000);
    const std::string second = logfiles::mailLines(start.addDays(1), 2000);
    const std::string third = logfiles::mailLines(start.addDays(2), 1000);
    m_folder.write(logfiles::compressed(u"gzip"_s, first), u"mail.log.2.gz"_s);
    m_folder.write(second, u"mail.log.1"_s);
    m_folder.write(third, u"mail.log"_s);
    m_lines = splitLines(first + second + third);
    m_text = std::make_shared<const LogText>(m_folder.load());
    QCOMPARE(m_text->index().lineCount(), m_lines.size());
}

void TestLogView::init()
{
    m_view = std::make_unique<LogView>();
    m_view->resize(900, 400);
    m_view->setText(m_text);
    m_view->setLines(LineList::all(m_lines.size()));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setFocus();
}

void TestLogView::open(const LogFolder &folder)
{
    const auto text = std::make_shared<const LogText>(folder.load());
    m_view->reset();
    m_view->setText(text);
    m_view->setLines(LineList::all(text->index().lineCount()));
}

/// Whether what stands on the screen is the line of the log.
bool TestLogView::isShown(std::size_t row) const
{
    return QTest::qWaitFor([this, row] { return m_view->shownText(row) == displayText(m_lines[row]); });
}

void TestLogView::showsLinesOfSeveralFilesInTimeOrder()
{
    QVERIFY(isShown(0)); // of the compressed file
    for (const std::size_t row : {2990U, 2999U, 3000U, 4999U, 5000U, 5999U, 1U}) {
        QVERIFY(m_view->showLine(static_cast<LineId>(row)));
        QVERIFY(isShown(row));
        QVERIFY(row >= m_view->topRow() && row < m_view->topRow() + m_view->pageRows());
    }
    QVERIFY(!m_view->showLine(static_cast<LineId>(6000)));
}

void TestLogView::goesByKeys()
{
    QWidget *view = m_view.get();
    QTest::keyClick(view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(m_view->currentRow(), std::size_t{5999});
    QCOMPARE(m_view->topRow() + m_view->pageRows(), std::size_t{6000});
    QVERIFY(isShown(5999));
    QTest::keyClick(view, Qt::Key_Up);
    QCOMPARE(m_view->currentLine(), LineId{5998});
    QTest::keyClick(view, Qt::Key_PageUp);
    QCOMPARE(m_view->currentRow(), 5998 - (m_view->pageRows() - 1));
    QTest::keyClick(view, Qt::Key_PageDown);
    QCOMPARE(m_view->currentRow(), std::size_t{5998});
    QTest::keyClick(view, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(m_view->currentRow(), std::size_t{0});
    QCOMPARE(m_view->topRow(), std::size_t{0});
    QTest::keyClick(view, Qt::Key_Up);
    QCOMPARE(m_view->currentRow(), std::size_t{0});
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(m_view->currentRow(), std::size_t{1});
}

void TestLogView::selectsSeveralLines()
{
    QWidget *view = m_view.get();
    QVERIFY(m_view->showLine(LineId{10}));
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedRows().first, std::size_t{10});
    QCOMPARE(m_view->selectedRows().last, std::size_t{12});
    QTest::keyClick(view, Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedRows().count(), std::size_t{11});
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(300, 2));
    QCOMPARE(m_view->selectedRows().count(), std::size_t{1});
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, m_view->viewport()->rect().center());
    QVERIFY(m_view->selectedRows().count() > 3);
    m_view->selectAll();
    QCOMPARE(m_view->selectedRows().count(), m_lines.size());
}

void TestLogView::goesToALine()
{
    QSignalSpy spy(m_view.get(), &LogView::activated);
    QVERIFY(m_view->showLine(LineId{4321}));
    const std::size_t top = m_view->topRow();
    QVERIFY(m_view->showLine(LineId{4322})); // is seen already: nothing moves
    QCOMPARE(m_view->topRow(), top);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<LineId>(), LineId{4322});
}

void TestLogView::keepsItsPlaceWhenTheLogGrows()
{
    m_view->setLines(LineList::all(3000));
    QVERIFY(m_view->showLine(LineId{2000}));
    const std::size_t top = m_view->topRow();
    m_view->setText(std::make_shared<const LogText>(m_text->index().isComplete() ? m_folder.load() : nullptr, *m_text));
    m_view->setLines(LineList::all(6000));
    QCOMPARE(m_view->topRow(), top);
    QCOMPARE(m_view->currentLine(), LineId{2000});
    QVERIFY(isShown(2000));
}

void TestLogView::keepsItsPlaceAmongFewerLines()
{
    QVERIFY(m_view->showLine(LineId{2000}));
    std::vector<LineId> some;
    for (std::uint32_t line = 0; line < 6000; line += 10) {
        some.push_back(static_cast<LineId>(line));
    }
    m_view->setLines(LineList(some));
    QCOMPARE(m_view->currentLine(), LineId{2000});
    QCOMPARE(m_view->currentRow(), std::size_t{200});
    QVERIFY(m_view->currentRow() >= m_view->topRow());
    QVERIFY(m_view->currentRow() < m_view->topRow() + m_view->pageRows());
    m_view->setLines(LineList(std::vector<LineId>{LineId{5}}));
    QCOMPARE(m_view->currentLine(), LineId{5});
    m_view->setLines({});
    QCOMPARE(m_view->currentRow(), LogView::NoRow);
    m_view->setPlaceholder(u"Nothing"_s);
    m_view->grab();
}

void TestLogView::showsHostileLinesAsText_data()
{
    QTest::addColumn<QByteArray>("login");
    QTest::addColumn<QString>("shown");
    QTest::newRow("markup") << "<img src=x><b>"_ba << u"<img src=x><b>"_s;
    QTest::newRow("escape sequence") << "\x1b[2J"_ba << u"\\x1b[2J"_s;
    QTest::newRow("right to left") << "\u202egnp.exe"_ba << u"\\u202egnp.exe"_s;
    QTest::newRow("NUL and no UTF-8") << QByteArray("a\0b\xff", 4) << u"a\\x00b\\xff"_s;
    QTest::newRow("formula") << "=cmd()"_ba << u"=cmd()"_s;
    QTest::newRow("tab and return") << "a\tb\rc"_ba << u"a\\x09b\\x0dc"_s;
    QTest::newRow("combining") << QByteArray("\xcc\x81").repeated(300) << QString(300, QChar(0x301));
}

void TestLogView::showsHostileLinesAsText()
{
    QFETCH(QByteArray, login);
    QFETCH(QString, shown);
    LogFolder folder;
    folder.write("Jun  1 00:00:00 mx postfix/smtpd[1]: A1B2C3: client=x[192.0.2.1], sasl_username=" + login.toStdString()
                 + "\n");
    open(folder);
    QVERIFY(QTest::qWaitFor([&] { return !m_view->shownText(0).isEmpty(); }));
    QCOMPARE(m_view->shownText(0), u"Jun  1 00:00:00 mx postfix/smtpd[1]: A1B2C3: client=x[192.0.2.1], sasl_username="_s
                 + shown);
    QVERIFY(!m_view->grab().isNull());
}

void TestLogView::cutsLongLines()
{
    LogFolder folder;
    const std::string start = "Jun  1 00:00:00 mx postfix/smtpd[1]: A1B2C3: client=x[192.0.2.1], sasl_username=";
    folder.write(start + std::string(1 << 20, 'x') + "\n" + start + std::string(100'000, '\x01') + "\n" + start
                 + "short\n");
    open(folder);
    QVERIFY(QTest::qWaitFor([&] { return m_view->shownText(2) == QString::fromStdString(start + "short"); }));
    QCOMPARE(m_view->shownText(0).size(), static_cast<qsizetype>(LinePreparer::LongestText));
    QCOMPARE(m_view->shownText(1).size(), static_cast<qsizetype>(LinePreparer::LongestText));
    QVERIFY(QTest::qWaitFor([&] { return m_view->horizontalScrollBar()->maximum() > 4000; })); // all that is kept of it can be reached
    m_view->horizontalScrollBar()->setValue(m_view->horizontalScrollBar()->maximum());
    QVERIFY(!m_view->grab().isNull());
}

void TestLogView::saysWhyLinesCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("truncated") << "Jun  1 00:00:01"_ba << ErrorCode::FileShrank;
    QTest::newRow("replaced") << QByteArray("other text\n").repeated(10000) << ErrorCode::FileReplaced;
}

void TestLogView::saysWhyLinesCannotBeRead()
{
    QFETCH(QByteArray, now);
    QFETCH(ErrorCode, code);
    LogFolder folder;
    folder.write(logfiles::mailLines(logfiles::utc("2026-06-01T00:00:00Z"), 1000));
    open(folder);
    QVERIFY(QTest::qWaitFor([&] { return m_view->shownText(0).contains(u"removed"); }));
    folder.write({now.data(), static_cast<std::size_t>(now.size())});
    QVERIFY(m_view->showLine(LineId{800}));
    const auto line = m_view->text()->line(LineId{800});
    QVERIFY(!line);
    QCOMPARE(line.error().code, code);
    QVERIFY(QTest::qWaitFor([&] { return m_view->shownText(800) == errorSentence(line.error()); }));
    QVERIFY(!m_view->grab().isNull());
}

void TestLogView::marksMatches()
{
    LinePreparer preparer;
    const TextLine line{.id = LineId{0}, .text = "to=<a@b.example> A@B.example", .isWhole = true};
    const auto parts = [&](const QString &pattern, bool isExpression, Qt::CaseSensitivity sensitivity) {
        QStringList found;
        const QRegularExpression searched = markingExpression(pattern, isExpression, sensitivity);
        const ShownLine shown = preparer.prepare(line, {.isDark = false, .searched = searched});
        for (const ShownLine::Part &part : shown.matches) {
            found += shown.text.mid(part.start, part.length);
        }
        return found;
    };
    QCOMPARE(parts(u"a@b."_s, false, Qt::CaseInsensitive), (QStringList{u"a@b."_s, u"A@B."_s}));
    QCOMPARE(parts(u"a@b."_s, false, Qt::CaseSensitive), QStringList{u"a@b."_s});
    QCOMPARE(parts(u"[ab]"_s, true, Qt::CaseSensitive), (QStringList{u"a"_s, u"b"_s, u"a"_s, u"a"_s}));
    QCOMPARE(parts(u"x*"_s, true, Qt::CaseSensitive), (QStringList{u"x"_s, u"x"_s}));
    QCOMPARE(parts({}, true, Qt::CaseSensitive), QStringList());
}

void TestLogView::scrollsFourBillionRows()
{
    MarkedScrollBar bar;
    bar.resize(20, 400);
    bar.setRows(NoPlace, 50);
    QCOMPARE(bar.lastRow(), std::size_t{NoPlace} - 50);
    QSignalSpy spy(&bar, &MarkedScrollBar::rowChanged);
    bar.setRow(3'000'000'001);
    QCOMPARE(bar.row(), std::size_t{3'000'000'001});
    bar.triggerAction(QAbstractSlider::SliderSingleStepAdd);
    QCOMPARE(bar.row(), std::size_t{3'000'000'002});
    bar.triggerAction(QAbstractSlider::SliderPageStepSub);
    QCOMPARE(bar.row(), std::size_t{2'999'999'952});
    bar.triggerAction(QAbstractSlider::SliderToMaximum);
    QCOMPARE(bar.row(), bar.lastRow());
    bar.triggerAction(QAbstractSlider::SliderToMinimum);
    QCOMPARE(bar.row(), std::size_t{0});
    bar.setValue(bar.maximum() / 2);
    QVERIFY(bar.row() > 2'147'000'000 && bar.row() < 2'148'000'000);
    QCOMPARE(spy.size(), 6);
    bar.setRows(10, 50);
    QCOMPARE(bar.row(), std::size_t{0});
}

void TestLogView::paintsMarksInTheBar()
{
    MarkedScrollBar &bar = m_view->bar();
    QVERIFY(std::ranges::none_of(bar.marks(), std::identity()));
    bar.setMarks([](std::size_t first, std::size_t end) { return first <= 3000 && 3000 < end; });
    const std::vector<bool> &marks = bar.marks();
    QCOMPARE(std::ranges::count(marks, true), 1);
    const auto at = static_cast<std::size_t>(std::ranges::find(marks, true) - marks.begin());
    QVERIFY(at + 2 >= marks.size() / 2 && at <= marks.size() / 2 + 2);
    m_view->grab();
}

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
