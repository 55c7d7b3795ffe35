// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/timescale.h"

#include <QTimer>
#include <QWidget>

namespace limier
{

/**
 * Lies over a chart of the whole log and chooses a range of time in it: two handles, a middle that moves, the wheel and
 * the keyboard. GUI thread. While the user drags, chosen() comes at most every 60 ms, and once with the final range.
 */
class TimeBrush : public QWidget
{
    Q_OBJECT

public:
    explicit TimeBrush(QWidget *parent);

    /// @p scale: of the chart, in this widget's coordinates; its range is what can be chosen from. @p plot: its area.
    void setScale(const TimeScale &scale, const QRectF &plot);
    /// Ignored while the user drags. The default range is the whole.
    void setRange(const TimeRange &range);
    /// More is to come at the end of the scale: a range that is chosen up to there has no end, and grows with it.
    void setGrowing(bool isGrowing) { m_isGrowing = isGrowing; }
    /// With the ends of the scale where the whole is chosen.
    [[nodiscard]] const TimeRange &range() const { return m_range; }
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    /// How far the arrow keys move at least: seconds.
    void setStep(Stamp step);

    /// Where the handles are.
    [[nodiscard]] QRectF startHandle() const;
    [[nodiscard]] QRectF endHandle() const;

Q_SIGNALS:
    /// By the user; TimeRange() is the whole.
    void chosen(const limier::TimeRange &range);
    /// What was dragged was let go.
    void released();
    /// The pointer is at @p position and does not drag.
    void hovered(const QPoint &position);
    void hoverEnded();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Part : std::uint8_t {
        Nothing,
        Start,
        End,
        Middle,
        New
    };

    [[nodiscard]] Part partAt(const QPointF &position) const;
    [[nodiscard]] std::int64_t shortest() const;
    void dragTo(const QPointF &position);
    void move(const TimeRange &from, std::int64_t seconds);
    void moveStart(std::int64_t to);
    void moveEnd(std::int64_t to);
    void zoom(double factor, Stamp around);
    void choose(std::int64_t since, std::int64_t until);
    void chooseWhole();
    void tell();
    void showCursor(Part part);
    void paintHandle(QPainter &painter, const QRectF &handle, Part part) const;

    TimeScale m_scale;
    QRectF m_plot;
    TimeRange m_range{0, 0};
    bool m_isWhole = true; ///< the ends are those of the scale, also when they change
    bool m_isGrowing = false;
    bool m_isOpen = false; ///< the end is that of the scale
    Stamp m_step = 60;
    Part m_dragged = Part::Nothing;
    Part m_hovered = Part::Nothing;
    double m_pressX = 0;
    TimeRange m_pressRange{0, 0};
    QTimer m_throttle;
    bool m_isUntold = false; ///< the range changed since it was told
};

} // namespace limier
