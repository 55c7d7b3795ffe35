// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/searchrunner.h"

#include "core/logfolder.h"

#include <QSignalSpy>

using namespace limier;
using namespace Qt::StringLiterals;
using Kind = LinePattern::Kind;
using State = SearchRunner::State;

class TestSearchRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsWhatLineSearchFinds_data();
    void findsWhatLineSearchFinds();
    void searchesOnlyTheLinesThatAreShown();
    void searchesWhatTheLogGrewBy();
    void searchesOtherLinesAnew();
    void refusesWhatIsNoExpression();
    void keepsWhatWasFoundWhenStopped();
    void countsLinesThatAreTooHard();

private:
    [[nodiscard]] std::vector<LineId> found(const SearchTerm &term) const;

    LogFolder m_folder;
    std::shared_ptr<const LogText> m_text;
};

void TestSearchRunner::initTestCase()
{
    std::string text = logfiles::mailLines(logfiles::utc("2026-06-01T00:00:00Z"), 20000);
    text += "Jun  1 06:00:00 mx1 postfix/smtp[1]: status=Sent " + std::string(20000, 'a') + "\n";
    m_folder.write(text);
    m_text = std::make_shared<const LogText>(m_folder.load());
    QCOMPARE(m_text->index().lineCount(), std::size_t{20001});
}

std::vector<LineId> TestSearchRunner::found(const SearchTerm &term) const
{
    std::vector<LineId> lines;
    LineSearchOptions options;
    options.found = [&lines](std::span<const LineId> more) { lines.insert(lines.end(), more.begin(), more.end()); };
    (void)LineSearch(m_text, LinePattern::make(term.text, term.kind, term.sensitivity).value()).all(options);
    return lines;
}

void TestSearchRunner::findsWhatLineSearchFinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Qt::CaseSensitivity>("sensitivity");
    QTest::newRow("text") << u"qmgr[103]"_s << Kind::Text << Qt::CaseSensitive;
    QTest::newRow("expression") << u"00:0[05]:.*qmgr\\[10[13]\\]"_s << Kind::RegularExpression << Qt::CaseSensitive;
    QTest::newRow("without case") << u"STATUS=sent"_s << Kind::Text << Qt::CaseInsensitive;
    QTest::newRow("every line") << u"postfix"_s << Kind::Text << Qt::CaseSensitive;
    QTest::newRow("no line") << u"nowhere"_s << Kind::Text << Qt::CaseInsensitive;
}

void TestSearchRunner::findsWhatLineSearchFinds()
{
    QFETCH(QString, text);
    QFETCH(Kind, kind);
    QFETCH(Qt::CaseSensitivity, sensitivity);
    const SearchTerm term{.text = text, .kind = kind, .sensitivity = sensitivity};
    SearchRunner runner;
    QVERIFY(runner.start(term, m_text, LineList::all(m_text->index().lineCount())));
    QCOMPARE(runner.state(), State::Running);
    QVERIFY(QTest::qWaitFor([&] { return runner.state() == State::Done; }));
    QCOMPARE(runner.matches().lines(), found(term));
    QCOMPARE(runner.term(), term);
}

void TestSearchRunner::searchesOnlyTheLinesThatAreShown()
{
    const std::vector<LineId> some{LineId{3}, LineId{400}, LineId{401}, LineId{20000}};
    SearchRunner runner;
    QVERIFY(runner.start({.text = u"removed"_s}, m_text, LineList(some)));
    QVERIFY(QTest::qWaitFor([&] { return runner.state() == State::Done; }));
    QCOMPARE(runner.matches().lines(), std::vector<LineId>(some.begin(), some.begin() + 3));
}

void TestSearchRunner::searchesWhatTheLogGrewBy()
{
    const SearchTerm term{.text = u"qmgr[102]"_s};
    SearchRunner runner;
    QVERIFY(runner.start(term, m_text, LineList::all(5000)));
    runner.setLines(m_text, LineList::all(7001)); // while it runs
    QVERIFY(QTest::qWaitFor([&] { return runner.state() == State::Done; }));
    const std::size_t before = runner.matches().count();
    QVERIFY(before >= 1000);
    runner.setLines(m_text, LineList::all(20001));
    QVERIFY(runner.matches().count() >= before); // nothing is forgotten meanwhile
    QVERIFY(QTest::qWaitFor([&] { return runner.state() == State::Done; }));
    QCOMPARE(runner.matches().lines(), found(term));
}

void TestSearchRunner::searchesOtherLinesAnew()
{
    SearchRunner runner;
    QVERIFY(runner.start({.text = u"removed"_s}, m_text, LineList::all(20001)));
    QVERIFY(QTest::qWaitFor([&] { return runner.state() == State::Done; }));
    runner.setLines(m_text, LineList(std::vector<LineId>{LineId{7}}));
    QVERIFY(QTest::qWaitFor([&] { return runner.state() == State::Done; }));
    QCOMPARE(runner.matches().lines(), std::vector<LineId>{LineId{7}});
}

void TestSearchRunner::refusesWhatIsNoExpression()
{
    SearchRunner runner;
    const auto started =
        runner.start({.text = u"ab(c"_s, .kind = Kind::RegularExpression}, m_text, LineList::all(20001));
    QVERIFY(!started);
    QCOMPARE(started.error().position, qsizetype{4});
    QVERIFY(!started.error().text.isEmpty());
    QCOMPARE(runner.state(), State::Idle);
}

void TestSearchRunner::keepsWhatWasFoundWhenStopped()
{
    SearchRunner runner;
    QVERIFY(runner.start({.text = u"removed"_s}, m_text, LineList::all(20001)));
    runner.cancel();
    QCOMPARE(runner.state(), State::Cancelled);
    const std::size_t count = runner.matches().count();
    QTest::qWait(100);
    QCOMPARE(runner.matches().count(), count);
    QCOMPARE(runner.state(), State::Cancelled);
    runner.clear();
    QCOMPARE(runner.state(), State::Idle);
    QCOMPARE(runner.matches().count(), std::size_t{0});
}

void TestSearchRunner::countsLinesThatAreTooHard()
{
    SearchRunner runner;
    const SearchTerm term{.text = u"(a+)+$"_s, .kind = Kind::RegularExpression};
    QVERIFY(runner.start(term, m_text, LineList(std::vector<LineId>{LineId{20000}})));
    QVERIFY(QTest::qWaitFor([&] { return runner.state() == State::Done; }));
    QCOMPARE(runner.tooHard(), std::uint64_t{1});
}

QTEST_GUILESS_MAIN(TestSearchRunner)
#include "tst_searchrunner.moc"
