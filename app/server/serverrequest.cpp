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
    [[nodiscard]] static QString of(FetchRange::Kind kind)
    {
        switch (kind) {
        case FetchRange::Kind::LastHour:
            return tr("The last hour");
        case FetchRange::Kind::LastDay:
            return tr("The last 24 hours");
        case FetchRange::Kind::LastThreeDays:
            return tr("The last 3 days");
        case FetchRange::Kind::LastWeek:
            return tr("The last 7 days");
        case FetchRange::Kind::All:
            return tr("Everything");
        case FetchRange::Kind::Between:
            break;
        }
        return tr("From … to …");
    }
};

constexpr std::int64_t secondsOf(FetchRange::Kind kind)
{
    constexpr std::int64_t Hour = 3600;
    switch (kind) {
    case FetchRange::Kind::LastHour:
        return Hour;
    case FetchRange::Kind::LastThreeDays:
        return 3 * 24 * Hour;
    case FetchRange::Kind::LastWeek:
        return 7 * 24 * Hour;
    case FetchRange::Kind::LastDay:
    case FetchRange::Kind::All:
    case FetchRange::Kind::Between:
        break;
    }
    return 24 * Hour;
}

} // namespace

FetchRange FetchRange::at(std::int64_t now) const
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

std::span<const FetchRange::Kind> rangeKinds()
{
    using Kind = FetchRange::Kind;
    static constexpr std::array Kinds{Kind::LastHour, Kind::LastDay, Kind::LastThreeDays,
                                      Kind::LastWeek, Kind::All,     Kind::Between};
    return Kinds;
}

QString rangeKindText(FetchRange::Kind kind)
{
    return RangeText::of(kind);
}

} // namespace limier
