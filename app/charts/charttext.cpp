// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/charttext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace limier
{

namespace
{

struct Unit {
    Stamp seconds;
    const char *text;
};

constexpr std::array Units{
    Unit{86400, QT_TRANSLATE_NOOP("limier::Duration", "%1 d")},
    Unit{3600, QT_TRANSLATE_NOOP("limier::Duration", "%1 h")},
    Unit{60, QT_TRANSLATE_NOOP("limier::Duration", "%1 min")},
    Unit{1, QT_TRANSLATE_NOOP("limier::Duration", "%1 s")},
};

QString part(std::size_t unit, Stamp count)
{
    return QCoreApplication::translate("limier::Duration", Units[unit].text).arg(QLocale().toString(count));
}

} // namespace

QString durationText(Stamp seconds)
{
    std::size_t unit = 0;
    while (unit + 1 < Units.size() && seconds < Units[unit].seconds) {
        ++unit;
    }
    const QString first = part(unit, seconds / Units[unit].seconds);
    if (unit + 1 == Units.size()) {
        return first;
    }
    const Stamp rest = seconds % Units[unit].seconds / Units[unit + 1].seconds;
    return rest == 0 ? first : first + u' ' + part(unit + 1, rest);
}

QString toolTipOf(const QStringList &lines)
{
    QStringList escaped;
    for (const QString &line : lines) {
        if (!line.isEmpty()) {
            escaped.append(line.toHtmlEscaped());
        }
    }
    return QStringLiteral("<qt>%1</qt>").arg(escaped.join(QStringLiteral("<br>")));
}

} // namespace limier
