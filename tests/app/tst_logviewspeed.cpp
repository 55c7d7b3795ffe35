// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/logview.h"
#include "logview/selectedlines.h"

#include "core/generatedlog.h"
#include "core/logfolder.h"

#include <QElapsedTimer>
#include <QImage>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

using namespace limier;
using namespace Qt::StringLiterals;

/// A screen at any place of a log is painted within one frame, and nothing that stands in a log holds up the window.
class TestLogViewSpeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void paintsAScreenWithinAFrame();
    void isNotHeldUpByHostileLines_data();
    void isNotHeldUpByHostileLines();
    void findsTheSelectedLinesBeforeTheNextLook();

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const MailIndex> m_index;
};

namespace
{

/// Nanoseconds of painting @p view with @p row on top.
qint64 paint(LogView &view, std::size_t row)
{
    QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    QElapsedTimer timer;
    timer.start();
    view.bar().setRow(row);
    view.viewport()->render(&image);
    return timer.nsecsElapsed();
}

void show(LogView &view, const std::shared_ptr<const MailIndex> &index)
{
    view.resize(1280, 800);
    view.setText(std::make_shared<const LogText>(index));
    view.setLines(LineList::all(index->lineCount()));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QVERIFY(QTest::qWaitFor([&] { return !view.shownText(0).isEmpty(); }));
}

} // namespace

void TestLogViewSpeed::initTestCase()
{
#if !defined(NDEBUG) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("only release builds are measured");
#endif
    const QString path = m_folder.filePath(u"mail.log"_s);
    generatedlog::generate("--seed 5 --lines 1000000 --users 200", path);
    LoadOptions options;
    options.timezone = "UTC";
    m_index = loadLogs({path.toStdString()}, options).index;
    QVERIFY(m_index->lineCount() >= 1'000'000);
}

void TestLogViewSpeed::paintsAScreenWithinAFrame()
{
    LogView view;
    show(view, m_index);
    QRandomGenerator random(7);
    std::vector<qint64> times;
    int missed = 0;
    for (int i = 0; i < 100; ++i) {
        const auto row = static_cast<std::size_t>(random.bounded(static_cast<quint32>(m_index->lineCount() - 100)));
        times.push_back(paint(view, row));
        missed += view.shownText(row).isEmpty() ? 1 : 0;
        QCoreApplication::processEvents();
    }
    QVERIFY2(missed <= 10, QByteArray::number(missed)); // what was painted was the lines, not only "reading"
    std::ranges::sort(times);
    qInfo("a screen of %zu lines: median %.1f ms, 95 %%: %.1f ms, worst %.1f ms", view.pageRows(),
          static_cast<double>(times[50]) / 1e6, static_cast<double>(times[95]) / 1e6,
          static_cast<double>(times.back()) / 1e6);
    QVERIFY(times[50] <= 16'000'000);
}

void TestLogViewSpeed::isNotHeldUpByHostileLines_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<QString>("searched");
    QTest::newRow("keys") << "a=<b@c>"_ba << QString();
    QTest::newRow("control characters") << "\x01"_ba << QString();
    QTest::newRow("many scripts") << "\xd7\xa9\xd8\xb4\xe0\xa4\x95\xe4\xbd\xa0"_ba << QString();
    QTest::newRow("combining marks") << "e\xcc\x81\xcc\x82"_ba << QString();
    QTest::newRow("every other character found") << "ab"_ba << u"a"_s;
    QTest::newRow("expression that takes long") << "a"_ba << u"(a+)+b"_s;
}

void TestLogViewSpeed::isNotHeldUpByHostileLines()
{
    QFETCH(QByteArray, piece);
    QFETCH(QString, searched);
    std::string line = "Jun  1 00:00:00 mx postfix/smtpd[1]: A1B2C3: client=x[192.0.2.1], sasl_username=";
    while (line.size() < 20'000) {
        line += piece.toStdString();
    }
    std::string text;
    for (int i = 0; i < 1000; ++i) {
        text += line + '\n';
    }
    LogFolder folder;
    folder.write(text);
    LogView view;
    show(view, folder.load());
    view.setSearched(markingExpression(searched, true, Qt::CaseSensitive));
    std::vector<qint64> times;
    for (int i = 0; i < 20; ++i) {
        times.push_back(paint(view, static_cast<std::size_t>(i) * 47));
        QVERIFY(QTest::qWaitFor([&] { return !view.shownText(view.topRow()).isEmpty(); }));
        times.push_back(paint(view, view.topRow()));
    }
    std::ranges::sort(times);
    const qint64 most = times[times.size() * 9 / 10]; // without those in which the machine did something else
    qInfo("90 %%: %.1f ms, worst %.1f ms", static_cast<double>(most) / 1e6, static_cast<double>(times.back()) / 1e6);
    QVERIFY(most <= 50'000'000);
}

void TestLogViewSpeed::findsTheSelectedLinesBeforeTheNextLook()
{
    const Selection selection(m_index);
    qint64 best = std::numeric_limits<qint64>::max();
    std::size_t lines = 0;
    for (int run = 0; run < 5; ++run) {
        QElapsedTimer timer;
        timer.start();
        lines = selectedLines(selection).size();
        best = std::min(best, timer.nsecsElapsed());
    }
    qInfo("%zu lines in %.1f ms", lines, static_cast<double>(best) / 1e6);
    QVERIFY(lines > 500'000);
    QVERIFY(best <= 30'000'000);
}

QTEST_MAIN(TestLogViewSpeed)
#include "tst_logviewspeed.moc"
