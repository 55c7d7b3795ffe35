// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/delaybar.h"

#include "common/theme.h"

#include <QEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>

#include <numeric>

namespace limier
{

namespace
{

constexpr std::size_t LegendColumns = 2;

int barHeight(const QFontMetrics &metrics)
{
    return metrics.height() * 3 / 4;
}

} // namespace

void paintDelays(QPainter &painter, const QRectF &area, const DelaySplit &delays)
{
    const double sum = std::accumulate(delays.parts.begin(), delays.parts.end(), 0.0);
    painter.save();
    painter.setPen(Qt::NoPen);
    double left = area.left();
    for (std::size_t part = 0; sum > 0 && part < delays.parts.size(); ++part) {
        const double width = area.width() * delays.parts[part] / sum;
        painter.fillRect(QRectF(left, area.top(), width, area.height()), Theme::instance().seriesColor(part));
        // Neighbours stay apart also for who does not see the colours.
        painter.fillRect(QRectF(left + width - 1, area.top(), std::min(width, 1.0), area.height()),
                         QGuiApplication::palette().base());
        left += width;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QGuiApplication::palette().color(QPalette::Mid));
    painter.drawRect(area.adjusted(0, 0, -1, -1));
    painter.restore();
}

QString secondsText(double seconds)
{
    const QLocale locale;
    constexpr double Minute = 60;
    constexpr double Hour = 3600;
    if (seconds < 2 * Minute) {
        const int digits = seconds < 10 ? 2 : 0;
        return DelayBar::tr("%1 s").arg(locale.toString(seconds, 'f', digits));
    }
    if (seconds < 2 * Hour) {
        return DelayBar::tr("%1 min").arg(locale.toString(seconds / Minute, 'f', 0));
    }
    return DelayBar::tr("%1 h").arg(locale.toString(seconds / Hour, 'f', 1));
}

DelayBar::DelayBar(QWidget *parent)
    : QWidget(parent)
{
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void DelayBar::setDelays(const DelaySplit &delays)
{
    m_delays = delays;
    retranslate();
}

QStringList DelayBar::legend() const
{
    const auto &parts = m_delays.parts;
    return {tr("Before the queue: %1").arg(secondsText(parts[DelaySplit::BeforeQueue])),
            tr("In the queue: %1").arg(secondsText(parts[DelaySplit::InQueue])),
            tr("Connecting: %1").arg(secondsText(parts[DelaySplit::Connecting])),
            tr("Sending: %1").arg(secondsText(parts[DelaySplit::Sending]))};
}

QSize DelayBar::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    int widest = 0;
    for (const QString &text : legend()) {
        widest = std::max(widest, metrics.horizontalAdvance(text));
    }
    const int entry = widest + 2 * metrics.height();
    const int rows = DelaySplit::PartCount / LegendColumns;
    return {entry * static_cast<int>(LegendColumns),
            barHeight(metrics) + metrics.height() / 3 + rows * metrics.lineSpacing()};
}

void DelayBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFontMetrics metrics = fontMetrics();
    const int most = 30 * metrics.averageCharWidth() + width() / 4;
    const QRect bar(0, 0, std::min(width(), most), barHeight(metrics));
    paintDelays(painter, bar, m_delays);
    const QStringList texts = legend();
    const int column = std::min(width() / static_cast<int>(LegendColumns), sizeHint().width() / 2);
    const int swatch = metrics.ascent() * 3 / 4;
    for (std::size_t part = 0; part < DelaySplit::PartCount; ++part) {
        const int x = static_cast<int>(part % LegendColumns) * column;
        const int y =
            bar.bottom() + metrics.height() / 3 + static_cast<int>(part / LegendColumns) * metrics.lineSpacing();
        painter.fillRect(x, y + (metrics.height() - swatch) / 2, swatch, swatch, Theme::instance().seriesColor(part));
        const QRect text(x + swatch * 3 / 2, y, column - swatch * 3 / 2, metrics.height());
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         texts[static_cast<qsizetype>(part)]);
    }
}

void DelayBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void DelayBar::retranslate()
{
    setAccessibleName(tr("Where the time went"));
    setAccessibleDescription(legend().join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

} // namespace limier
