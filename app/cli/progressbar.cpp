// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progressbar.h"

#include "cli/terminal.h"
#include "report/safetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace limier
{

namespace
{

class ProgressText
{
    Q_DECLARE_TR_FUNCTIONS(ProgressText)

public:
    [[nodiscard]] static QString rate(const LoadProgress &progress, double seconds);
    [[nodiscard]] static QString percent(double part)
    {
        return tr("%1%", "percent").arg(std::floor(part * 100), 3, 'f', 0);
    }
    [[nodiscard]] static QString timeLeft(double seconds);
    [[nodiscard]] static QString readSoFar(const LoadProgress &progress);
};

QString sizeText(double bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

QString ProgressText::rate(const LoadProgress &progress, double seconds)
{
    const double bytes = static_cast<double>(progress.bytesRead) / std::max(seconds, 0.001);
    return tr("%1/s", "amount of data a second").arg(sizeText(bytes));
}

QString ProgressText::timeLeft(double seconds)
{
    const auto left = static_cast<qint64>(std::min(std::ceil(seconds), 359'999.0));
    const QString clock = QStringLiteral("%1:%2").arg(left / 60 % 60).arg(left % 60, 2, 10, QLatin1Char('0'));
    return tr("%1 left", "time")
        .arg(left < 3600 ? clock
                         : QStringLiteral("%1:%2:%3")
                               .arg(left / 3600)
                               .arg(left / 60 % 60, 2, 10, QLatin1Char('0'))
                               .arg(left % 60, 2, 10, QLatin1Char('0')));
}

QString ProgressText::readSoFar(const LoadProgress &progress)
{
    return tr("%1 read, %2 lines")
        .arg(sizeText(static_cast<double>(progress.bytesRead)),
             QLocale().toString(static_cast<qulonglong>(progress.lines)));
}

} // namespace

QString progressText(const LoadProgress &progress, double seconds, int width)
{
    constexpr int BarWidth = 20;
    constexpr int WidthForBar = 60;
    QStringList parts;
    if (progress.bytesTotal == 0) {
        parts = {ProgressText::readSoFar(progress), ProgressText::rate(progress, seconds)};
    } else {
        const double read = static_cast<double>(progress.bytesRead);
        const double total = static_cast<double>(progress.bytesTotal);
        const double part = std::clamp(read / total, 0.0, 1.0);
        if (width >= WidthForBar) {
            const auto full = static_cast<qsizetype>(part * BarWidth);
            parts += u'[' + QString(full, u'#') + QString(BarWidth - full, u'.') + u']';
        }
        parts += ProgressText::percent(part);
        parts += ProgressText::rate(progress, seconds);
        if (part > 0) {
            parts += ProgressText::timeLeft(seconds * (1 - part) / part);
        }
    }
    parts += QString::fromStdString(visibleText(progress.path));
    QString text = parts.join(QStringLiteral("  "));
    if (text.size() > width) {
        text.truncate(std::max(width - 1, 0));
        text += u'…';
    }
    return text;
}

ProgressBar::ProgressBar()
    : m_isShown(canDrawOnTerminal())
    , m_next(m_start + std::chrono::milliseconds(200))
{
}

void ProgressBar::show(const LoadProgress &progress)
{
    const std::scoped_lock lock(m_mutex);
    const auto now = Clock::now();
    if (!m_isShown || now < m_next) {
        return;
    }
    m_next = now + std::chrono::milliseconds(50);
    m_isDrawn = true;
    const double seconds = std::chrono::duration<double>(now - m_start).count();
    // The last column stays free: some terminals go to the next line as soon as it is written.
    printError(u'\r' + progressText(progress, seconds, terminalWidth() - 1) + QStringLiteral("\x1b[K"));
}

void ProgressBar::clear()
{
    const std::scoped_lock lock(m_mutex);
    if (m_isDrawn) {
        printError(QStringLiteral("\r\x1b[K"));
        m_isDrawn = false;
    }
}

} // namespace limier
