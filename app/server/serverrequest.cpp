// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverrequest.h"

#include <QCoreApplication>

#include <array>

namespace limier
{

namespace
{

class RangeText
{
    Q_DECLARE_TR_FUNCTIONS(limier::RangeText)

public:
    [[nodiscard]] static QString of(WantedRange::Kind kind)
    {
        switch (kind) {
        case WantedRange::Kind::LastHour:
            return tr("The last hour");
        case WantedRange::Kind::LastDay:
            return tr("The last 24 hours");
        case WantedRange::Kind::LastThreeDays:
            return tr("The last 3 days");
        case WantedRange::Kind::LastWeek:
            return tr("The last 7 days");
        case WantedRange::Kind::All:
            return tr("Everything");
        case WantedRange::Kind::Between:
            break;
        }
        return tr("From … to …");
    }
};

constexpr std::int64_t secondsOf(WantedRange::Kind kind)
{
    constexpr std::int64_t Hour = 3600;
    switch (kind) {
    case WantedRange::Kind::LastHour:
        return Hour;
    case WantedRange::Kind::LastThreeDays:
        return 3 * 24 * Hour;
    case WantedRange::Kind::LastWeek:
        return 7 * 24 * Hour;
    case WantedRange::Kind::LastDay:
    case WantedRange::Kind::All:
    case WantedRange::Kind::Between:
        break;
    }
    return 24 * Hour;
}

} // namespace

WantedRange WantedRange::at(std::int64_t now) const
{
    switch (kind) {
    case Kind::Between:
        return *this;
    case Kind::All:
        return {.kind = Kind::Between};
    default:
        return {.kind = Kind::Between, .since = now - secondsOf(kind), .until = 0};
    }
}

std::span<const WantedRange::Kind> rangeKinds()
{
    using Kind = WantedRange::Kind;
    static constexpr std::array Kinds{Kind::LastHour, Kind::LastDay, Kind::LastThreeDays,
                                      Kind::LastWeek, Kind::All,     Kind::Between};
    return Kinds;
}

QString rangeKindText(WantedRange::Kind kind)
{
    return RangeText::of(kind);
}

} // namespace limier
