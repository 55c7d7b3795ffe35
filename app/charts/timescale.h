// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/activity.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <vector>

namespace limier
{

/// A mark of a time axis.
struct TimeTick {
    Stamp time = 0;
    QString label;
    bool isDayStart = false; ///< the label names the day

    bool operator==(const TimeTick &) const = default;
};

/**
 * Where a span of time lies on a chart: from seconds to pixels and back, and the round times to mark. A value; any
 * thread.
 */
class TimeScale
{
    Q_DECLARE_TR_FUNCTIONS(limier::TimeScale)

public:
    TimeScale() = default;
    /// @p range with both ends; it lies from @p left on over @p width pixels.
    TimeScale(const TimeRange &range, double left, double width);

    [[nodiscard]] const TimeRange &range() const { return m_range; }
    [[nodiscard]] double left() const { return m_left; }
    [[nodiscard]] double right() const { return m_left + m_width; }
    /// Also of times outside of the range, but never farther away than its length.
    [[nodiscard]] double x(Stamp time) const;
    /// The nearest second at @p x, within the range.
    [[nodiscard]] Stamp time(double x) const;
    /// At most about @p most round times of the clocks in @p zone. Where clocks are put back, an hour is marked twice;
    /// where they are put forward, the hour that is missing has no mark.
    [[nodiscard]] std::vector<TimeTick> ticks(const QTimeZone &zone, std::size_t most) const;

private:
    struct Step;

    [[nodiscard]] const Step &chooseStep(std::size_t most) const;
    [[nodiscard]] std::vector<TimeTick> clockTicks(const QTimeZone &zone, const Step &step) const;
    [[nodiscard]] std::vector<TimeTick> dayTicks(const QTimeZone &zone, const Step &step) const;

    TimeRange m_range{0, 0};
    double m_left = 0;
    double m_width = 0;
};

} // namespace limier
