// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progressbar.h"
#include "spoken.h"

#include <QTest>

using namespace limier;

class TestProgressBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void fits_data();
    void fits();
    void hostilePath();
    void isSilentWithoutTerminal();
};

void TestProgressBar::text_data()
{
    QTest::addColumn<LoadProgress>("progress");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    const LoadProgress half{.bytesRead = 500'000'000, .bytesTotal = 1'000'000'000, .lines = 1, .path = "mail.log"};
    QTest::newRow("half") << half << 2.0 << QStringLiteral("en")
                          << QStringLiteral("[##########..........]   50%  250.0 MB/s  0:02 left  mail.log");
    QTest::newRow("half in french") << half << 2.0 << QStringLiteral("fr")
                                    << QStringLiteral(
                                           "[##########..........]   50\u00a0%  250,0 Mo/s  reste 0:02  mail.log");
    QTest::newRow("long") << LoadProgress{.bytesRead = 1'000'000, .bytesTotal = 1'000'000'000, .path = "a"} << 10.0
                          << QStringLiteral("en")
                          << QStringLiteral("[....................]    0%  100.0 kB/s  2:46:30 left  a");
    QTest::newRow("begin") << LoadProgress{.bytesTotal = 100, .path = "a"} << 0.0 << QStringLiteral("en")
                           << QStringLiteral("[....................]    0%  0 bytes/s  a");
    QTest::newRow("end") << LoadProgress{.bytesRead = 100, .bytesTotal = 100, .path = "a"} << 1.0
                         << QStringLiteral("en")
                         << QStringLiteral("[####################]  100%  100 bytes/s  0:00 left  a");
    QTest::newRow("grew") << LoadProgress{.bytesRead = 200, .bytesTotal = 100, .path = "a"} << 1.0
                          << QStringLiteral("en")
                          << QStringLiteral("[####################]  100%  200 bytes/s  0:00 left  a");
    QTest::newRow("unknown size") << LoadProgress{.bytesRead = 5'000'000, .lines = 40'000, .path = "-"} << 1.0
                                  << QStringLiteral("en") << QStringLiteral("5.0 MB read, 40,000 lines  5.0 MB/s  -");
}

void TestProgressBar::text()
{
    QFETCH(const LoadProgress, progress);
    QFETCH(const double, seconds);
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    const Spoken spoken(language);
    QCOMPARE(progressText(progress, seconds, 100), text);
}

void TestProgressBar::fits_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {0, 1, 10, 40, 60, 79, 200}) {
        QTest::addRow("%d", width) << width;
    }
}

void TestProgressBar::fits()
{
    QFETCH(const int, width);
    const Spoken spoken(QStringLiteral("en"));
    const LoadProgress progress{.bytesRead = 5, .bytesTotal = 10, .path = std::string(300, 'x')};
    QVERIFY(progressText(progress, 1, width).size() <= std::max(width, 1));
}

void TestProgressBar::hostilePath()
{
    const Spoken spoken(QStringLiteral("en"));
    const QString text = progressText({.bytesRead = 5, .bytesTotal = 10, .path = "a\x1b[2J\n.log"}, 1, 100);
    QVERIFY2(text.endsWith(QStringLiteral(R"(a\x1b[2J\x0a.log)")), qPrintable(text));
}

void TestProgressBar::isSilentWithoutTerminal()
{
    qputenv("TERM", "dumb");
    const ProgressBar bar;
    QVERIFY(!bar.isShown());
}

QTEST_GUILESS_MAIN(TestProgressBar)
#include "tst_progressbar.moc"
