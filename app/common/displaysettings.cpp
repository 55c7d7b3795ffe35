// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/displaysettings.h"

#include <QDateTime>
#include <QLocale>

namespace limier
{

namespace
{

QDateTime dateTime(Stamp stamp, const QTimeZone &zone)
{
    return QDateTime::fromSecsSinceEpoch(stamp, zone);
}

} // namespace

DisplaySettings::DisplaySettings(QObject *parent)
    : QObject(parent)
{
}

void DisplaySettings::setZone(Zone zone)
{
    if (m_zone != zone) {
        m_zone = zone;
        Q_EMIT changed();
    }
}

void DisplaySettings::setServerZone(const QTimeZone &zone)
{
    if (m_serverZone != zone) {
        m_serverZone = zone;
        Q_EMIT changed();
    }
}

QTimeZone DisplaySettings::timeZone() const
{
    switch (m_zone) {
    case Zone::Server:
        return m_serverZone;
    case Zone::Workstation:
        return QTimeZone::systemTimeZone();
    case Zone::Utc:
        break;
    }
    return QTimeZone::utc();
}

void DisplaySettings::setCountBy(TopBy by)
{
    if (m_countBy != by) {
        m_countBy = by;
        Q_EMIT changed();
    }
}

QString DisplaySettings::time(Stamp stamp) const
{
    // The order of ISO 8601 sorts, and is what stands in the logs; it is the same in every language.
    return stamp == 0 ? QString() : dateTime(stamp, timeZone()).toString(u"yyyy-MM-dd HH:mm:ss");
}

QString DisplaySettings::clock(Stamp stamp) const
{
    return stamp == 0 ? QString() : dateTime(stamp, timeZone()).toString(u"HH:mm:ss");
}

QString DisplaySettings::span(Stamp since, Stamp until) const
{
    const QLocale locale;
    const QDateTime from = dateTime(since, timeZone());
    const QDateTime to = dateTime(until, timeZone());
    const QString day = from.date().year() == to.date().year() ? tr("d MMM", "a day without its year")
                                                               : tr("d MMM yyyy", "a day with its year");
    const QString minute = QStringLiteral("HH:mm");
    const QString first = locale.toString(from, day) + u' ' + from.toString(minute);
    const QString last =
        from.date() == to.date() ? to.toString(minute) : locale.toString(to, day) + u' ' + to.toString(minute);
    return first + QStringLiteral(" – ") + last;
}

} // namespace limier
