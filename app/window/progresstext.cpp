// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/progresstext.h"

#include "common/displaytext.h"
#include "report/sentences.h"

#include <QCoreApplication>
#include <QStringList>

namespace limier
{

namespace
{

class ProgressText
{
    Q_DECLARE_TR_FUNCTIONS(limier::ProgressText)

public:
    [[nodiscard]] static QString lines(std::uint64_t count)
    {
        return tr("%1 line(s)", nullptr, pluralCount(count)).arg(displayNumber(count));
    }
};

} // namespace

QString progressText(const LoadProgress &progress, double rate)
{
    QStringList parts;
    if (progress.bytesTotal > 0) {
        parts += displayPercent(wholePercent(progress.bytesRead, progress.bytesTotal));
    }
    if (rate >= 1) {
        parts += displayRate(rate);
    }
    if (progress.lines > 0) {
        parts += ProgressText::lines(progress.lines);
    }
    if (rate >= 1 && progress.bytesTotal > progress.bytesRead && progress.bytesRead > 0) {
        parts += displayTimeLeft(static_cast<double>(progress.bytesTotal - progress.bytesRead) / rate);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace limier
