// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/logview.h"

#include "core/generatedlog.h"

#include <QElapsedTimer>
#include <QImage>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

using namespace limier;
using namespace Qt::StringLiterals;

/// A screen at any place of a log is painted within one frame.
class TestLogViewSpeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paintsAScreenWithinAFrame();
};

void TestLogViewSpeed::paintsAScreenWithinAFrame()
{
#if !defined(NDEBUG) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("only release builds are measured");
#endif
    QTemporaryDir folder;
    const QString path = folder.filePath(u"mail.log"_s);
    generatedlog::generate("--seed 5 --lines 1000000 --users 200", path);
    LoadOptions options;
    options.timezone = "UTC";
    const auto index = loadLogs({path.toStdString()}, options).index;
    QVERIFY(index->lineCount() >= 1'000'000);

    LogView view;
    view.resize(1280, 800);
    view.setText(std::make_shared<const LogText>(index));
    view.setLines(LineList::all(index->lineCount()));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QVERIFY(QTest::qWaitFor([&] { return !view.shownText(0).isEmpty(); }));

    QRandomGenerator random(7);
    QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    std::vector<qint64> times;
    for (int i = 0; i < 100; ++i) {
        const auto row = static_cast<std::size_t>(random.bounded(static_cast<quint32>(index->lineCount() - 100)));
        QElapsedTimer timer;
        timer.start();
        view.bar().setRow(row);
        view.viewport()->render(&image);
        times.push_back(timer.nsecsElapsed());
        QVERIFY(!view.shownText(row).isEmpty()); // it was there, not only "reading"
        QCoreApplication::processEvents();
    }
    std::ranges::sort(times);
    qInfo("a screen of %zu lines: median %.1f ms, 95 %%: %.1f ms, worst %.1f ms", view.pageRows(),
          static_cast<double>(times[50]) / 1e6, static_cast<double>(times[95]) / 1e6,
          static_cast<double>(times.back()) / 1e6);
    QVERIFY(times[50] <= 16'000'000);
}

QTEST_MAIN(TestLogViewSpeed)
#include "tst_logviewspeed.moc"
