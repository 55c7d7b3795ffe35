// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/chip.h"

#include "common/displaytext.h"
#include "common/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QPainter>
#include <QStyleOption>

namespace limier
{

namespace
{

constexpr int MostCharacters = 40;

int padding(const QFontMetrics &metrics)
{
    return metrics.height() / 2;
}

} // namespace

Chip::Chip(const QString &text, bool isExcluded, QWidget *parent)
    : QAbstractButton(parent)
    , m_label(text)
    , m_isExcluded(isExcluded)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setToolTip(plainToolTip(text));
    setAccessibleName(text);
    setAccessibleDescription(tr("Part of the filter: Delete takes it away"));
}

QString Chip::elided() const
{
    const QFontMetrics metrics = fontMetrics();
    return metrics.elidedText(m_label, Qt::ElideMiddle, MostCharacters * metrics.averageCharWidth());
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int height = metrics.height() + padding(metrics);
    return {metrics.horizontalAdvance(elided()) + metrics.averageCharWidth() + padding(metrics) + height, height};
}

QSize Chip::minimumSizeHint() const
{
    return {sizeHint().height() * 3, sizeHint().height()};
}

QRect Chip::crossArea() const
{
    return {width() - height(), 0, height(), height()};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF outline = QRectF(rect()).adjusted(1, 1, -1, -1);
    const double radius = outline.height() / 2;
    const QColor accent = m_isExcluded ? Theme::instance().color(Tone::Bounced) : palette().color(QPalette::Highlight);
    QColor fill = accent;
    fill.setAlphaF(underMouse() ? 0.28F : 0.16F);
    painter.setBrush(m_isExcluded ? QBrush(palette().color(QPalette::Base)) : QBrush(fill));
    painter.setPen(QPen(accent, hasFocus() ? 2 : 1, m_isExcluded ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(outline, radius, radius);

    const QFontMetrics metrics = fontMetrics();
    painter.setPen(palette().color(QPalette::Text));
    const QRect text = rect().adjusted(padding(metrics), 0, -height(), 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(m_label, Qt::ElideMiddle, text.width()));

    const QRect cross = crossArea();
    if (m_isOverCross || hasFocus()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawEllipse(QRectF(cross).adjusted(3, 3, -3, -3));
    }
    painter.setPen(QPen(palette().color(QPalette::Text), metrics.lineWidth() + 0.5, Qt::SolidLine, Qt::RoundCap));
    const double arm = metrics.height() / 5.0;
    const QPointF middle = QRectF(cross).center();
    painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm));
    painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm));
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT removeRequested();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    QAbstractButton::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && crossArea().contains(event->position().toPoint())) {
        Q_EMIT removeRequested();
    }
}

void Chip::mouseMoveEvent(QMouseEvent *event)
{
    m_isOverCross = crossArea().contains(event->position().toPoint());
    update();
    QAbstractButton::mouseMoveEvent(event);
}

void Chip::leaveEvent(QEvent *event)
{
    m_isOverCross = false;
    update();
    QAbstractButton::leaveEvent(event);
}

void Chip::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    connect(menu.addAction(tr("Remove")), &QAction::triggered, this, &Chip::removeRequested, Qt::QueuedConnection);
    if (isSignalConnected(QMetaMethod::fromSignal(&Chip::invertRequested))) {
        connect(menu.addAction(m_isExcluded ? tr("Only This") : tr("Without This")), &QAction::triggered, this,
                &Chip::invertRequested, Qt::QueuedConnection);
    }
    menu.addAction(tr("Copy"), this, [this] { QGuiApplication::clipboard()->setText(m_label); });
    menu.exec(event->globalPos());
}

} // namespace limier
