// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/toplist.h"
#include "index/records.h"

#include <QObject>
#include <QTimeZone>

namespace limier
{

/**
 * How figures and times are shown in one window: in which zone, and counted by what. GUI thread. Views write again what
 * they show when changed() comes, and on QEvent::LanguageChange.
 */
class DisplaySettings : public QObject
{
    Q_OBJECT

public:
    enum class Zone : std::uint8_t {
        Server,
        Workstation,
        Utc
    };

    explicit DisplaySettings(QObject *parent = nullptr);

    [[nodiscard]] Zone zone() const { return m_zone; }
    void setZone(Zone zone);
    /// The zone of the log that is open.
    void setServerZone(const QTimeZone &zone);
    [[nodiscard]] QTimeZone timeZone() const;
    [[nodiscard]] TopBy countBy() const { return m_countBy; }
    void setCountBy(TopBy by);

    /// "2026-06-14 18:36:05" by the locale's habits; empty for no time.
    [[nodiscard]] QString time(Stamp stamp) const;
    /// The same without the day.
    [[nodiscard]] QString clock(Stamp stamp) const;
    /// "14 June 18:00 – 15 June 02:00".
    [[nodiscard]] QString span(Stamp since, Stamp until) const;

Q_SIGNALS:
    void changed();

private:
    Zone m_zone = Zone::Server;
    QTimeZone m_serverZone = QTimeZone::systemTimeZone();
    TopBy m_countBy = TopBy::Recipients;
};

} // namespace limier
