// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures what it costs to follow a log: limier_bench_following LOG reads LOG and then a copy of its last lines, which
// come a thousand a second. Prints "figure unit what".

#include "benchmark/watchdog.h"
#include "common/displaysettings.h"
#include "index/followedlogs.h"
#include "investigation/investigation.h"
#include "server/servers.h"
#include "window/investigationview.h"

#include <QApplication>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace limier;
using namespace std::chrono_literals;

namespace
{

constexpr int LinesAtOnce = 1000;
constexpr int Updates = 60;
constexpr int Seconds = 10;

void print(double figure, const char *unit, const QString &what)
{
    std::printf("%.2f %s %s\n", figure, unit, qPrintable(what));
    std::fflush(stdout);
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Of all threads: milliseconds.
double processorTime()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

/// Bytes of this process in memory.
double residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4096 : 0;
}

/// A log that is not written to any more, and one that grows by pieces of its end.
class GrowingLog
{
public:
    explicit GrowingLog(const QString &log);

    [[nodiscard]] const std::vector<LogInput> &inputs() const { return m_inputs; }
    [[nodiscard]] bool grow();

private:
    QTemporaryDir m_folder;
    std::vector<LogInput> m_inputs{2};
    QFile m_growing;
    QByteArray m_lines;
    qsizetype m_at = 0;
};

GrowingLog::GrowingLog(const QString &log)
    : m_growing(m_folder.filePath(QStringLiteral("mail.log")))
{
    constexpr qint64 Tail = qint64{32} << 20;
    QFile file(log);
    if (!file.open(QIODevice::ReadOnly) || !m_growing.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        std::fputs("limier_bench_following: cannot read the log\n", stderr);
        std::exit(1);
    }
    file.seek(std::max<qint64>(file.size() - Tail, 0));
    file.readLine();
    m_lines = file.readAll();
    m_inputs[0].path = log.toStdString();
    m_inputs[1].path = m_growing.fileName().toStdString();
    m_inputs[1].grows = true;
}

bool GrowingLog::grow()
{
    const qsizetype begin = m_at;
    for (int i = 0; i < LinesAtOnce && m_at > -1; ++i) {
        m_at = m_lines.indexOf('\n', m_at) + 1;
        if (m_at == 0) {
            return false;
        }
    }
    m_growing.write(m_lines.constData() + begin, m_at - begin);
    return true;
}

/// Only the index.
void measureUpdates(const QString &log)
{
    GrowingLog growing(log);
    LoadOptions options;
    options.timezone = "Europe/Paris";
    FollowedLogs logs(options);
    std::shared_ptr<const MailIndex> index = logs.load(growing.inputs()).index;
    print(static_cast<double>(index->lineCount()), "lines", QStringLiteral("read before"));
    const double before = residentBytes();
    const double busy = processorTime();
    std::vector<double> times;
    for (int i = 0; i < Updates && growing.grow(); ++i) {
        QElapsedTimer timer;
        timer.start();
        index = logs.update(growing.inputs()).index;
        times.push_back(milliseconds(timer));
    }
    const double lines = static_cast<double>(times.size()) * LinesAtOnce;
    std::ranges::sort(times);
    print(times[times.size() / 2], "ms", QStringLiteral("an update of 1000 lines, median"));
    print(times.back(), "ms", QStringLiteral("an update of 1000 lines, longest"));
    print((processorTime() - busy) / static_cast<double>(times.size()), "ms",
          QStringLiteral("processor time of an update"));
    print((residentBytes() - before) / lines, "bytes", QStringLiteral("of memory for each line that came"));
}

class Bench
{
public:
    explicit Bench(const QString &log)
        : m_log(log)
    {
        m_window.resize(1280, 800);
        m_window.show();
    }
    void run();

private:
    void work(std::chrono::milliseconds time);
    void follow(const char *page);

    GrowingLog m_log;
    DisplaySettings m_display;
    Investigation m_investigation{m_display};
    Servers m_servers{m_investigation, {}};
    InvestigationView m_window{m_investigation, m_servers, m_display};
    Watchdog m_watchdog{&m_window};
};

void Bench::work(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

void Bench::run()
{
    m_investigation.openInputs(m_log.inputs(), QStringLiteral("Europe/Paris"));
    while (m_investigation.state() != Investigation::State::Following || !m_investigation.evaluation()
           || !m_investigation.evaluation()->index().isComplete()) {
        work(50ms);
    }
    for (const char *page : {"overview", "users", "messages", "log"}) {
        follow(page);
    }
}

void Bench::follow(const char *page)
{
    m_window.showPage(QString::fromLatin1(page));
    work(2s);
    m_watchdog.takeWorst();
    const double busy = processorTime();
    QElapsedTimer all;
    all.start();
    double slowest = 0;
    for (int second = 1; second <= Seconds && m_log.grow(); ++second) {
        QElapsedTimer timer;
        timer.start();
        const std::size_t wanted = m_investigation.evaluation()->index().lineCount() + LinesAtOnce;
        m_investigation.growInputs(m_log.inputs());
        while (m_investigation.evaluation()->index().lineCount() < wanted && timer.elapsed() < 5000) {
            work(5ms);
        }
        slowest = std::max(slowest, milliseconds(timer));
        work(std::chrono::milliseconds(std::max<qint64>(second * qint64{1000} - all.elapsed(), 0)));
    }
    const QString name = QString::fromLatin1(page);
    print(slowest, "ms", QStringLiteral("until new lines are evaluated, longest: ") + name);
    print((processorTime() - busy) / milliseconds(all) * 100, "%",
          QStringLiteral("of a processor while following: ") + name);
    print(m_watchdog.takeWorst(), "ms", QStringLiteral("longest wait of the window while following: ") + name);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: limier_bench_following LOG\n", stderr);
        return 2;
    }
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) { }); // of the missing screen
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Limier"));
    QCoreApplication::setApplicationName(QStringLiteral("limier_bench_following"));
    const QString log = QFile::decodeName(argv[1]);
    measureUpdates(log);
    Bench(log).run();
    return 0;
}
