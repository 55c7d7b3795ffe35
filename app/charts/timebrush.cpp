// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timebrush.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace limier
{

namespace
{

constexpr int ThrottleMs = 60;

TimeRange clipped(const TimeRange &range, const TimeRange &to)
{
    const Stamp since = std::clamp(range.since, to.since, to.until);
    return {since, std::clamp(range.until, since, to.until)};
}

} // namespace

TimeBrush::TimeBrush(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_NoSystemBackground);
    m_throttle.setSingleShot(true);
    m_throttle.setInterval(ThrottleMs);
    connect(&m_throttle, &QTimer::timeout, this, [this] {
        if (m_isUntold) {
            tell();
        }
    });
}

void TimeBrush::setScale(const TimeScale &scale, const QRectF &plot)
{
    m_scale = scale;
    m_plot = plot;
    if (m_isOpen) {
        m_range.until = scale.range().until;
    }
    m_range = m_isWhole ? scale.range() : clipped(m_range, scale.range());
    update();
}

void TimeBrush::setRange(const TimeRange &range)
{
    if (m_dragged != Part::Nothing || m_isUntold) {
        return;
    }
    m_isWhole = range == TimeRange();
    m_isOpen = range.until == TimeRange().until;
    m_range = clipped(range, m_scale.range());
    update();
}

void TimeBrush::setStep(Stamp step)
{
    m_step = std::max<Stamp>(step, 1);
}

QRectF TimeBrush::startHandle() const
{
    const double width = fontMetrics().height() * 0.5;
    const double height = std::min(fontMetrics().height() * 1.8, m_plot.height());
    return {m_scale.x(m_range.since) - width, m_plot.center().y() - height / 2, width, height};
}

QRectF TimeBrush::endHandle() const
{
    // Both lie outside of the range, so that they can be seized however short it is.
    QRectF handle = startHandle();
    handle.moveLeft(m_scale.x(m_range.until));
    return handle;
}

TimeBrush::Part TimeBrush::partAt(const QPointF &position) const
{
    const double slack = fontMetrics().height() * 0.3;
    const double start = m_scale.x(m_range.since);
    const double end = m_scale.x(m_range.until);
    const double width = startHandle().width();
    // Of a short range the inside belongs to the middle.
    const double inside = std::min(slack, (end - start) / 3);
    if (position.x() >= start - width - slack && position.x() <= start + inside) {
        return Part::Start;
    }
    if (position.x() >= end - inside && position.x() <= end + width + slack) {
        return Part::End;
    }
    return !m_isWhole && position.x() > start && position.x() < end ? Part::Middle : Part::New;
}

std::int64_t TimeBrush::shortest() const
{
    const std::int64_t whole = m_scale.range().until - m_scale.range().since;
    return std::clamp<std::int64_t>(whole / 20, 1, 60);
}

void TimeBrush::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_dragged = partAt(event->position());
    m_pressX = event->position().x();
    m_pressRange = m_range;
    Q_EMIT hoverEnded();
}

void TimeBrush::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragged != Part::Nothing) {
        dragTo(event->position());
        return;
    }
    const Part part = partAt(event->position());
    if (m_hovered != part) {
        m_hovered = part;
        showCursor(part);
        update();
    }
    Q_EMIT hovered(event->position().toPoint());
}

void TimeBrush::showCursor(Part part)
{
    setCursor(part == Part::Middle ? Qt::SizeAllCursor : part == Part::New ? Qt::IBeamCursor : Qt::SizeHorCursor);
}

void TimeBrush::dragTo(const QPointF &position)
{
    const Stamp at = m_scale.time(position.x());
    switch (m_dragged) {
    case Part::Nothing:
        break;
    case Part::Start:
        moveStart(at);
        break;
    case Part::End:
        moveEnd(at);
        break;
    case Part::Middle: {
        const double seconds = (position.x() - m_pressX) * (m_scale.range().until - m_scale.range().since)
            / (m_scale.right() - m_scale.left());
        move(m_pressRange, std::llround(seconds));
        break;
    }
    case Part::New: {
        // A click with a shaking hand is no range.
        constexpr double Least = 4;
        if (std::abs(position.x() - m_pressX) >= Least || m_isUntold || m_range != m_pressRange) {
            const Stamp from = m_scale.time(m_pressX);
            choose(std::min(from, at), std::max<std::int64_t>(std::max(from, at), std::min(from, at) + shortest()));
        }
        break;
    }
    }
}

void TimeBrush::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_dragged = Part::Nothing;
        if (m_isUntold) {
            tell();
        }
        Q_EMIT released();
    }
}

void TimeBrush::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        chooseWhole();
    }
}

void TimeBrush::wheelEvent(QWheelEvent *event)
{
    constexpr double Notch = 120;
    const QPoint delta = event->angleDelta();
    if (std::abs(delta.x()) > std::abs(delta.y())) {
        move(m_range, std::llround(-delta.x() / Notch * (m_range.until - m_range.since) / 10));
    } else {
        zoom(std::pow(0.8, delta.y() / Notch), m_scale.time(event->position().x()));
    }
    event->accept();
}

void TimeBrush::keyPressEvent(QKeyEvent *event)
{
    const std::int64_t length = m_range.until - m_range.since;
    const std::int64_t step = std::max<std::int64_t>(m_step, length / 20);
    const Stamp middle = m_range.since + static_cast<Stamp>(length / 2);
    const bool isResize = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        isResize ? moveEnd(m_range.until - step) : move(m_range, -step);
        break;
    case Qt::Key_Right:
        isResize ? moveEnd(m_range.until + step) : move(m_range, step);
        break;
    case Qt::Key_Up:
        isResize ? moveStart(m_range.since + step) : zoom(0.8, middle);
        break;
    case Qt::Key_Down:
        isResize ? moveStart(m_range.since - step) : zoom(1.25, middle);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(0.8, middle);
        break;
    case Qt::Key_Minus:
        zoom(1.25, middle);
        break;
    case Qt::Key_Home:
        chooseWhole();
        break;
    case Qt::Key_Escape:
        if (m_isWhole) {
            event->ignore();
        } else {
            chooseWhole();
        }
        break;
    default:
        event->ignore();
    }
}

void TimeBrush::move(const TimeRange &from, std::int64_t seconds)
{
    const std::int64_t least = std::int64_t{m_scale.range().since} - from.since;
    const std::int64_t most = std::int64_t{m_scale.range().until} - from.until;
    const std::int64_t way = std::clamp(seconds, std::min(least, most), std::max(least, most));
    choose(from.since + way, from.until + way);
}

void TimeBrush::moveStart(std::int64_t to)
{
    choose(std::min<std::int64_t>(to, m_range.until - shortest()), m_range.until);
}

void TimeBrush::moveEnd(std::int64_t to)
{
    choose(m_range.since, std::max<std::int64_t>(to, m_range.since + shortest()));
}

void TimeBrush::zoom(double factor, Stamp around)
{
    const double center = std::clamp(around, m_range.since, m_range.until);
    const double length =
        std::max(static_cast<double>(m_range.until - m_range.since) * factor, static_cast<double>(shortest()));
    const double before = (center - m_range.since) / std::max(1.0, static_cast<double>(m_range.until - m_range.since));
    const std::int64_t since = std::llround(center - before * length);
    choose(since, since + std::llround(length));
}

void TimeBrush::choose(std::int64_t since, std::int64_t until)
{
    const TimeRange whole = m_scale.range();
    const auto inside = [&whole](std::int64_t time) {
        return static_cast<Stamp>(std::clamp<std::int64_t>(time, whole.since, whole.until));
    };
    const TimeRange range{inside(since), inside(until)};
    if (range == m_range || range.since >= range.until) {
        return;
    }
    m_range = range;
    m_isWhole = range == whole;
    m_isOpen = m_isGrowing && range.until == whole.until;
    m_isUntold = true;
    update();
    if (!m_throttle.isActive()) {
        tell();
    }
}

void TimeBrush::chooseWhole()
{
    m_dragged = Part::Nothing;
    choose(m_scale.range().since, m_scale.range().until);
}

void TimeBrush::tell()
{
    m_isUntold = false;
    m_throttle.start();
    Q_EMIT chosen(m_isWhole ? TimeRange() : TimeRange{m_range.since, m_isOpen ? TimeRange().until : m_range.until});
}

void TimeBrush::paintEvent(QPaintEvent *)
{
    if (m_scale.right() <= m_scale.left()) {
        return;
    }
    QPainter painter(this);
    const double start = m_scale.x(m_range.since);
    const double end = m_scale.x(m_range.until);
    if (!m_isWhole) {
        QColor veil = palette().color(QPalette::Window);
        veil.setAlphaF(0.68F);
        painter.fillRect(QRectF(m_plot.topLeft(), QPointF(start, m_plot.bottom())), veil);
        painter.fillRect(QRectF(QPointF(end, m_plot.top()), m_plot.bottomRight()), veil);
    }
    const QColor edge = palette().color(QPalette::Highlight);
    painter.setPen(edge);
    painter.drawLine(QPointF(start, m_plot.top()), QPointF(start, m_plot.bottom()));
    painter.drawLine(QPointF(end, m_plot.top()), QPointF(end, m_plot.bottom()));
    paintHandle(painter, startHandle(), Part::Start);
    paintHandle(painter, endHandle(), Part::End);
    if (hasFocus()) {
        painter.setPen(QPen(edge, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void TimeBrush::paintHandle(QPainter &painter, const QRectF &handle, Part part) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isActive = m_dragged == part || (m_dragged == Part::Nothing && m_hovered == part);
    const QColor edge = palette().color(QPalette::Highlight);
    painter.setPen(edge);
    painter.setBrush(isActive ? edge : palette().color(QPalette::Base));
    const double radius = handle.width() / 3;
    painter.drawRoundedRect(handle.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(isActive ? palette().color(QPalette::HighlightedText) : edge);
    const double grip = handle.height() / 5;
    for (const double x : {handle.center().x() - 1.0, handle.center().x() + 1.0}) {
        painter.drawLine(QPointF(x, handle.center().y() - grip), QPointF(x, handle.center().y() + grip));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TimeBrush::leaveEvent(QEvent *event)
{
    m_hovered = Part::Nothing;
    update();
    Q_EMIT hoverEnded();
    QWidget::leaveEvent(event);
}

void TimeBrush::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void TimeBrush::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace limier
