// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timeline.h"

#include "app/openedlog.h"
#include "charts/chartlegend.h"
#include "charts/chartreadout.h"
#include "charts/stackedtimechart.h"
#include "charts/timebrush.h"
#include "charts/timelinebars.h"
#include "common/theme.h"
#include "core/madelog.h"

#include <QChart>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace limier;

class TestTimeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatTheCoreCounted();
    void drawsWhereTheScaleSays();
    void mergesBuckets();
    void brushesANewRange();
    void dragsAHandle();
    void movesTheMiddle();
    void showsAllOnDoubleClick();
    void zoomsAroundThePointer();
    void takesKeys_data();
    void takesKeys();
    void tellsSeldomWhileDragged();
    void followsTheFilter();
    void hidesASeries();
    void readsOutABucket();
    void saysThatItLoads();
    void waitsWhileHidden();
    void standsAnEmptyLog();
    void followsUntilNow();

private:
    [[nodiscard]] TimeBrush &brush() const { return m_timeline->brush(); }
    [[nodiscard]] const TimeRange &range() const { return m_log->investigation.filters().current().range; }
    [[nodiscard]] QPointF at(double share) const;
    void drag(const QPointF &from, const QPointF &to);
    void send(QEvent::Type type, const QPointF &position, Qt::MouseButton button);
    /// Chooses from a quarter to three quarters of the whole.
    void chooseMiddle();

    std::unique_ptr<OpenedLog> m_log;
    std::unique_ptr<Timeline> m_timeline;
    TimeRange m_whole;
};

void TestTimeline::init()
{
    m_log = std::make_unique<OpenedLog>();
    QVERIFY(m_log->openPaths({sampleLog()}));
    m_timeline = std::make_unique<Timeline>(m_log->investigation, m_log->display);
    m_timeline->resize(1000, 200);
    m_timeline->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_timeline.get()));
    QCoreApplication::processEvents();
    m_whole = spanOf(m_log->evaluation().index());
}

void TestTimeline::cleanup()
{
    m_timeline.reset();
    m_log.reset();
}

QPointF TestTimeline::at(double share) const
{
    const TimeScale &scale = m_timeline->chart().timeScale();
    return {scale.left() + share * (scale.right() - scale.left()), brush().height() * 0.2};
}

void TestTimeline::send(QEvent::Type type, const QPointF &position, Qt::MouseButton button)
{
    QMouseEvent event(type, position, brush().mapToGlobal(position), button,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : button, Qt::NoModifier);
    QCoreApplication::sendEvent(&brush(), &event);
}

void TestTimeline::drag(const QPointF &from, const QPointF &to)
{
    send(QEvent::MouseButtonPress, from, Qt::LeftButton);
    for (int i = 1; i <= 10; ++i) {
        send(QEvent::MouseMove, from + (to - from) * i / 10, Qt::LeftButton);
    }
    send(QEvent::MouseButtonRelease, to, Qt::LeftButton);
}

void TestTimeline::chooseMiddle()
{
    const Stamp quarter = (m_whole.until - m_whole.since) / 4;
    m_log->investigation.filters().setRange({m_whole.since + quarter, m_whole.until - quarter});
}

void TestTimeline::showsWhatTheCoreCounted()
{
    const TimeSeries &whole = m_log->evaluation().timeline;
    const StackedTimeChart &chart = m_timeline->chart();
    const std::size_t factor = mergeFactor(whole.buckets.size(), chart.mostBuckets());
    const TimeSeries bars = mergeBuckets(whole, factor);
    const TimeStack &stack = chart.stack();
    QCOMPARE(stack.layers.size(), 5U);
    QCOMPARE(stack.bucket, whole.bucket * factor);
    QVERIFY(bars.buckets.size() <= chart.mostBuckets());
    QCOMPARE(chart.edge(0).size(), static_cast<qsizetype>(2 * bars.buckets.size()));
    for (std::size_t i = 0; i < bars.buckets.size(); ++i) {
        const SeriesBucket &bucket = bars.buckets[i];
        QCOMPARE(stack.layers[0].values[i], bucket.outcome.sent);
        QCOMPARE(stack.layers[1].values[i], bucket.outcome.deferred);
        QCOMPARE(stack.layers[2].values[i], bucket.outcome.bounced + bucket.outcome.expired);
        QCOMPARE(stack.layers[3].values[i], bucket.rejected);
        QCOMPARE(stack.layers[4].values[i], bucket.authFailures);
        // The chart itself has the sums.
        const QPointF top = chart.edge(4)[static_cast<qsizetype>(2 * i)];
        QCOMPARE(top.x(), static_cast<double>(bars.start + i * bars.bucket));
        QCOMPARE(top.y(),
                 static_cast<double>(bucket.outcome.sent + bucket.outcome.deferred + bucket.outcome.bounced
                                     + bucket.outcome.expired + bucket.rejected + bucket.authFailures));
    }
}

void TestTimeline::drawsWhereTheScaleSays()
{
    const StackedTimeChart &chart = m_timeline->chart();
    const QPointF point = chart.edge(4)[chart.edge(4).size() / 2];
    const QPointF drawn = chart.chart()->mapToPosition(point, chart.chart()->series().front());
    QVERIFY(std::abs(drawn.x() - chart.timeScale().x(static_cast<Stamp>(point.x()))) < 0.5);
    QVERIFY(chart.plotArea().contains(drawn));
    QVERIFY(std::abs(chart.chart()->plotArea().top() - chart.plotArea().top()) < 0.5);
    QVERIFY(std::abs(chart.chart()->plotArea().bottom() - chart.plotArea().bottom()) < 0.5);
}

void TestTimeline::mergesBuckets()
{
    TimeSeries series{1000, 10, std::vector<SeriesBucket>(5)};
    for (std::size_t i = 0; i < 5; ++i) {
        series.buckets[i].messages = 1;
        series.buckets[i].outcome.sent = i;
        series.buckets[i].authFailures = 2;
    }
    const TimeSeries merged = mergeBuckets(series, 2);
    QCOMPARE(merged.start, 1000U);
    QCOMPARE(merged.bucket, 20U);
    QCOMPARE(merged.buckets.size(), 3U);
    QCOMPARE(merged.buckets[1].outcome.sent, 5U);
    QCOMPARE(merged.buckets[1].authFailures, 4U);
    QCOMPARE(merged.buckets[2].messages, 1U);
    QCOMPARE(mergeValues({1, 2, 3}, 2), (std::vector<std::uint64_t>{3, 3}));
    QCOMPARE(mergeFactor(10, 10), 1U);
    QCOMPARE(mergeFactor(11, 10), 2U);
    QCOMPARE(mergeFactor(0, 0), 1U);
}

void TestTimeline::brushesANewRange()
{
    QVERIFY(brush().isWhole());
    drag(at(0.25), at(0.5));
    const TimeScale &scale = m_timeline->chart().timeScale();
    QCOMPARE(range().since, scale.time(at(0.25).x()));
    QCOMPARE(range().until, scale.time(at(0.5).x()));
    QCOMPARE(brush().range(), range());
    QVERIFY(m_log->settle());
    QCOMPARE(m_log->evaluation().filter().range, range());
    // The timeline goes on to show the whole log.
    QCOMPARE(m_timeline->chart().timeScale().range(), m_whole);
}

void TestTimeline::dragsAHandle()
{
    chooseMiddle();
    const TimeRange before = range();
    drag(brush().endHandle().center(), at(0.5));
    QCOMPARE(range().since, before.since);
    QCOMPARE(range().until, m_timeline->chart().timeScale().time(at(0.5).x()));
    // One handle cannot pass the other.
    drag(brush().startHandle().center(), at(0.9));
    QVERIFY(range().since < range().until);
}

void TestTimeline::movesTheMiddle()
{
    chooseMiddle();
    const Stamp length = range().until - range().since;
    drag(at(0.5), at(0.6));
    QCOMPARE(range().until - range().since, length);
    QVERIFY(range().since > m_whole.since + length / 2);
    // It ends where the log ends.
    drag(at(0.6), at(1.5));
    QCOMPARE(range().until, m_whole.until);
    QCOMPARE(range().since, m_whole.until - length);
}

void TestTimeline::showsAllOnDoubleClick()
{
    chooseMiddle();
    QTest::mouseDClick(&brush(), Qt::LeftButton, {}, at(0.5).toPoint());
    QVERIFY(QTest::qWaitFor([this] { return m_log->investigation.filters().current().hasWholeRange(); }));
    QVERIFY(brush().isWhole());
}

void TestTimeline::zoomsAroundThePointer()
{
    const auto wheel = [this](double share, int delta) {
        QWheelEvent event(at(share), brush().mapToGlobal(at(share)), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&brush(), &event);
    };
    wheel(0.25, 120);
    const double length = m_whole.until - m_whole.since;
    QCOMPARE(range().until - range().since, static_cast<Stamp>(std::llround(length * 0.8)));
    const double before = static_cast<double>(range().since - m_whole.since);
    QVERIFY(std::abs(before - 0.2 * 0.25 * length) < length / 500);
    for (int i = 0; i < 60; ++i) {
        wheel(0.25, 120);
    }
    QVERIFY(QTest::qWaitFor([this] { return range().until - range().since == 60; }));
    for (int i = 0; i < 60; ++i) {
        wheel(0.25, -120);
    }
    QVERIFY(QTest::qWaitFor([this] { return m_log->investigation.filters().current().hasWholeRange(); }));
}

void TestTimeline::takesKeys_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifier>("modifier");
    QTest::addColumn<int>("since"); // where it goes: -1 earlier, 0 stays, 1 later
    QTest::addColumn<int>("until");

    QTest::newRow("left moves") << Qt::Key_Left << Qt::NoModifier << -1 << -1;
    QTest::newRow("right moves") << Qt::Key_Right << Qt::NoModifier << 1 << 1;
    QTest::newRow("shift left shortens") << Qt::Key_Left << Qt::ShiftModifier << 0 << -1;
    QTest::newRow("shift right lengthens") << Qt::Key_Right << Qt::ShiftModifier << 0 << 1;
    QTest::newRow("shift up cuts the start") << Qt::Key_Up << Qt::ShiftModifier << 1 << 0;
    QTest::newRow("shift down adds before it") << Qt::Key_Down << Qt::ShiftModifier << -1 << 0;
    QTest::newRow("plus zooms in") << Qt::Key_Plus << Qt::NoModifier << 1 << -1;
    QTest::newRow("minus zooms out") << Qt::Key_Minus << Qt::NoModifier << -1 << 1;
    QTest::newRow("home shows all") << Qt::Key_Home << Qt::NoModifier << -1 << 1;
    QTest::newRow("escape shows all") << Qt::Key_Escape << Qt::NoModifier << -1 << 1;
}

void TestTimeline::takesKeys()
{
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifier, modifier);
    QFETCH(int, since);
    QFETCH(int, until);

    chooseMiddle();
    const TimeRange before = range();
    QTest::keyClick(&brush(), key, modifier);
    const auto way = [](Stamp from, Stamp to) { return to < from ? -1 : to > from ? 1 : 0; };
    QCOMPARE(way(before.since, range().since), since);
    QCOMPARE(way(before.until, range().until), until);
    QCOMPARE(m_log->investigation.filters().current().hasWholeRange(), key == Qt::Key_Home || key == Qt::Key_Escape);
}

void TestTimeline::tellsSeldomWhileDragged()
{
    const QSignalSpy told(&brush(), &TimeBrush::chosen);
    send(QEvent::MouseButtonPress, at(0.1), Qt::LeftButton);
    for (int i = 0; i < 200; ++i) {
        send(QEvent::MouseMove, at(0.2 + i * 0.002), Qt::LeftButton);
    }
    QCOMPARE(told.size(), 1);
    send(QEvent::MouseButtonRelease, at(0.598), Qt::LeftButton);
    QCOMPARE(told.size(), 2);
    QCOMPARE(range().until, m_timeline->chart().timeScale().time(at(0.598).x()));
    // All of the drag is one step back.
    m_log->investigation.filters().goBack();
    QVERIFY(m_log->investigation.filters().current().hasWholeRange());
    QVERIFY(brush().isWhole());
}

void TestTimeline::followsTheFilter()
{
    chooseMiddle();
    QCOMPARE(brush().range(), range());
    m_log->investigation.filters().clear();
    QCOMPARE(brush().range(), m_whole);
    QVERIFY(!brush().accessibleDescription().isEmpty());
}

void TestTimeline::hidesASeries()
{
    const StackedTimeChart &chart = m_timeline->chart();
    const QList<QPointF> before = chart.edge(4);
    QTest::mouseClick(m_timeline->legend().button(0), Qt::LeftButton);
    QVERIFY(!m_timeline->legend().isShown(0));
    for (qsizetype i = 0; i < before.size(); ++i) {
        const std::uint64_t sent = chart.stack().layers[0].values[static_cast<std::size_t>(i / 2)];
        QCOMPARE(chart.edge(4)[i].y(), before[i].y() - static_cast<double>(sent));
    }
    // It stays hidden in what comes later.
    m_log->investigation.filters().add({FilterField::User, true, "nobody"});
    QVERIFY(m_log->settle());
    QVERIFY(!chart.stack().layers[0].isVisible);
    QTest::mouseClick(m_timeline->legend().button(0), Qt::LeftButton);
    QVERIFY(chart.stack().layers[0].isVisible);
}

void TestTimeline::readsOutABucket()
{
    send(QEvent::MouseMove, at(0.5), Qt::NoButton);
    const ChartReadout *readout = m_timeline->chart().readout();
    QVERIFY(readout && readout->isVisible());
    QCOMPARE(readout->rows().size(), 5U);
    const TimeStack &stack = m_timeline->chart().stack();
    const std::size_t bucket = (m_timeline->chart().timeScale().time(at(0.5).x()) - stack.start) / stack.bucket;
    const Stamp since = stack.start + static_cast<Stamp>(bucket) * stack.bucket;
    QCOMPARE(readout->title(), m_log->display.span(since, since + stack.bucket));
    QCOMPARE(readout->rows().back().figure, QLocale().toString(stack.layers[0].values[bucket]));
    send(QEvent::MouseMove, QPointF(0, 5), Qt::NoButton);
    QVERIFY(!readout->isVisible());
}

void TestTimeline::saysThatItLoads()
{
    QVERIFY(m_timeline->note().isEmpty());
    m_log->investigation.open({sampleLog()}, QStringLiteral("UTC"));
    QVERIFY(!m_timeline->note().isEmpty());
    QVERIFY(m_timeline->chart().stack().layers.empty());
    QVERIFY(m_log->settle());
    QVERIFY(QTest::qWaitFor([this] { return m_timeline->note().isEmpty(); }));
    QCOMPARE(m_timeline->chart().stack().layers.size(), 5U);
}

void TestTimeline::waitsWhileHidden()
{
    Timeline hidden(m_log->investigation, m_log->display);
    QVERIFY(hidden.chart().stack().layers.empty());
    hidden.show();
    QCOMPARE(hidden.chart().stack().layers.size(), 5U);
}

void TestTimeline::standsAnEmptyLog()
{
    OpenedLog log;
    QVERIFY(log.open("nothing of Postfix\n"));
    Timeline timeline(log.investigation, log.display);
    timeline.resize(600, 160);
    timeline.show();
    QVERIFY(!timeline.grab().isNull());
    Theme::instance().setMode(Theme::Mode::Dark);
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&timeline, &language);
    Theme::instance().setMode(Theme::Mode::System);
    QVERIFY(!timeline.grab().isNull());
}

void TestTimeline::followsUntilNow()
{
    const QTemporaryDir folder;
    LogInput input;
    input.path = folder.filePath(QStringLiteral("mail.log")).toStdString();
    input.grows = true;
    const auto append = [&input](const MadeLog &log) {
        QFile file(QString::fromStdString(input.path));
        QVERIFY(file.open(QIODevice::Append));
        file.write(log.text().data(), static_cast<qint64>(log.text().size()));
    };
    append(MadeLog()
               .begin("08:00:00", "A1B2C3D4E5", "a[192.0.2.1]", "ann")
               .deliver("09:00:00", "A1B2C3D4E5", "x@far", "sent"));
    m_log->investigation.openInputs({input}, QStringLiteral("UTC"));
    QVERIFY(m_log->settle());
    drag(at(0.5), at(1.2));
    const Stamp since = range().since;
    QCOMPARE(range().until, TimeRange().until);
    const Stamp before = brush().range().until;

    append(MadeLog().begin("10:00:00", "B1B2C3D4E5", "a[192.0.2.1]", "ann"));
    m_log->investigation.growInputs({input});
    QVERIFY(QTest::qWaitFor([this] { return m_log->evaluation().index().messages().size() == 2; }));
    QCOMPARE(range(), (TimeRange{since, TimeRange().until}));
    QCOMPARE(brush().range().since, since);
    QCOMPARE(brush().range().until, before + 3600);

    // One that ends before stays where it is.
    drag(at(0.2), at(0.6));
    const TimeRange chosen = range();
    append(MadeLog().begin("11:00:00", "C1B2C3D4E5", "a[192.0.2.1]", "ann"));
    m_log->investigation.growInputs({input});
    QVERIFY(QTest::qWaitFor([this] { return m_log->evaluation().index().messages().size() == 3; }));
    QCOMPARE(range(), chosen);
    QCOMPARE(brush().range(), chosen);
}

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
