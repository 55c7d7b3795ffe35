// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suspects/severitymark.h"

#include "common/theme.h"

#include <QPainter>

namespace limier
{

namespace
{

QString iconName(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return QStringLiteral("process-stop");
    case Severity::High:
        return QStringLiteral("dialog-warning");
    case Severity::Medium:
        return QStringLiteral("dialog-information");
    case Severity::Low:
        break;
    }
    return QStringLiteral("edit-find");
}

} // namespace

QColor severityColor(Severity severity)
{
    const Theme &theme = Theme::instance();
    switch (severity) {
    case Severity::Critical:
        return theme.color(Tone::Bounced);
    case Severity::High:
        return theme.color(Tone::Deferred);
    case Severity::Medium:
        return theme.color(Tone::AuthFailure);
    case Severity::Low:
        break;
    }
    return theme.color(Tone::Neutral);
}

SeverityMark::SeverityMark(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SeverityMark::setSeverity(Severity severity)
{
    m_severity = severity;
    update();
}

QSize SeverityMark::sizeHint() const
{
    return QSize(fontMetrics().height(), fontMetrics().height()) * 5 / 4;
}

void SeverityMark::paintEvent(QPaintEvent *)
{
    QPixmap pixmap = Theme::instance().icon(iconName(m_severity)).pixmap(size(), devicePixelRatio());
    QPainter tint(&pixmap);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(QRectF(QPointF(), pixmap.deviceIndependentSize()), severityColor(m_severity));
    tint.end();
    QPainter painter(this);
    painter.drawPixmap(rect(), pixmap);
}

} // namespace limier
