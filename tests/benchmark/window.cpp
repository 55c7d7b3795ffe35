// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the window as its user feels it, without a screen: limier_bench_window LOG. Prints "milliseconds what".

#include "benchmark/watchdog.h"
#include "charts/overviewpage.h"
#include "logview/logpage.h"
#include "logview/logview.h"
#include "logview/searchbar.h"
#include "models/tablemodel.h"
#include "models/tablepage.h"
#include "window/investigationview.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QImage>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace limier;
using namespace std::chrono_literals;

namespace
{

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void print(const char *what, double milliseconds)
{
    std::printf("%.2f %s\n", milliseconds, what);
    std::fflush(stdout);
}

/// Lets the window work until @p done.
template <typename Done>
void workUntil(Done done)
{
    const QDeadlineTimer deadline(60s);
    QTimer tick; // so that waiting for events ends
    tick.start(1ms);
    while (!done()) {
        if (deadline.hasExpired()) {
            std::fputs("limier_bench_window: the window did not get ready\n", stderr);
            std::exit(1);
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

class Bench
{
public:
    explicit Bench(const QString &log)
        : m_log(log)
    {
    }
    void run(const QElapsedTimer &sinceStart);

private:
    void open();
    void changeFilter(const char *page, bool brush);
    void scrollLog();
    void search();
    [[nodiscard]] bool isSettled();
    [[nodiscard]] bool isArranging() const;
    void showPage(const char *name);

    QString m_log;
    MainWindow m_window;
    Watchdog m_watchdog{&m_window};
};

bool Bench::isSettled()
{
    const auto &evaluation = m_window.investigation().evaluation();
    return evaluation && evaluation->index().isComplete()
        && evaluation->filter() == m_window.investigation().filters().current() && !isArranging();
}

bool Bench::isArranging() const
{
    return std::ranges::any_of(m_window.findChildren<TablePage *>(),
                               [](const TablePage *page) { return page->isVisible() && page->model().isArranging(); });
}

void Bench::showPage(const char *name)
{
    m_window.findChild<InvestigationView *>()->showPage(QString::fromLatin1(name));
    workUntil([this] { return isSettled(); });
}

void Bench::run(const QElapsedTimer &sinceStart)
{
    m_window.resize(1280, 800);
    m_window.show();
    QCoreApplication::processEvents();
    m_window.repaint();
    print("start to a usable window", milliseconds(sinceStart));
    open();
    for (const char *page : {"overview", "users", "clients", "messages", "logins"}) {
        changeFilter(page, true);
        changeFilter(page, false);
    }
    print("longest wait of the window while filtering", m_watchdog.takeWorst());
    scrollLog();
    m_watchdog.takeWorst();
    search();
    print("longest wait of the window while searching", m_watchdog.takeWorst());
}

void Bench::open()
{
    m_watchdog.takeWorst();
    QElapsedTimer timer;
    timer.start();
    m_window.open({m_log});
    workUntil([this] { return m_window.investigation().evaluation() != nullptr; });
    m_window.repaint();
    print("first chart after opening", milliseconds(timer));
    workUntil([this] { return isSettled(); });
    print("whole log shown after opening", milliseconds(timer));
    print("longest wait of the window while loading", m_watchdog.takeWorst());
}

void Bench::changeFilter(const char *page, bool brush)
{
    showPage(page);
    Investigation &investigation = m_window.investigation();
    const TimeRange span = spanOf(investigation.evaluation()->index());
    const Stamp length = (span.until - span.since) / 10;
    const std::string user(investigation.evaluation()->index().user(UserId{0}));
    double worst = 0;
    for (Stamp i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (brush) {
            investigation.filters().setRange({span.since + i * length, span.until - i * length / 2});
        } else {
            investigation.filters().add({FilterField::User, i % 2 == 0, user});
        }
        workUntil([this] { return isSettled(); });
        QCoreApplication::processEvents(); // what is filled later
        QCoreApplication::processEvents(); // what is painted again
        worst = std::max(worst, milliseconds(timer));
    }
    print(qPrintable(QStringLiteral("%1 until the new figures stand in: %2")
                         .arg(brush ? QStringLiteral("brush") : QStringLiteral("filter"), QString::fromLatin1(page))),
          worst);
    investigation.filters().reset();
    workUntil([this] { return isSettled(); });
}

void Bench::scrollLog()
{
    showPage("log");
    LogView &view = m_window.findChild<LogPage *>()->view();
    workUntil([&] { return !view.shownText(0).isEmpty(); });
    QRandomGenerator random(7);
    QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    std::vector<double> times;
    for (int i = 0; i < 101; ++i) {
        const auto row = static_cast<std::size_t>(random.bounded(static_cast<quint32>(view.lines().size() - 100)));
        QElapsedTimer timer;
        timer.start();
        view.bar().setRow(row);
        view.viewport()->render(&image);
        times.push_back(milliseconds(timer));
        QCoreApplication::processEvents();
    }
    std::ranges::sort(times);
    print("a screen of the log anywhere, median", times[50]);
    print("a screen of the log anywhere, 95 %", times[95]);
}

void Bench::search()
{
    LogPage &page = *m_window.findChild<LogPage *>();
    page.openSearch();
    page.searchBar().setTerm({QStringLiteral("status=(deferred|bounced)"), LinePattern::Kind::RegularExpression});
    QElapsedTimer timer;
    timer.start();
    Q_EMIT page.searchBar().searchRequested(page.searchBar().term());
    workUntil([&] { return page.search().state() == SearchRunner::State::Done; });
    print("a search through all lines", milliseconds(timer));
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    if (argc != 2) {
        std::fputs("usage: limier_bench_window LOG\n", stderr);
        return 2;
    }
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) { }); // of the missing screen
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Limier"));
    QCoreApplication::setApplicationName(QStringLiteral("limier_bench_window"));
    Bench(QFile::decodeName(argv[1])).run(sinceStart);
    return 0;
}
