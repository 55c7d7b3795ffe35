// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/queuechart.h"

#include "common/displaytext.h"
#include "common/theme.h"
#include "report/sentences.h"
#include "server/queueintervals.h"
#include "server/serverlink.h"

#include <QDateTime>
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace limier
{

QueueChart::QueueChart(ServerLink &link, bool isNamed, QWidget *parent)
    : QAbstractButton(parent)
    , m_link(link)
    , m_isNamed(isNamed)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(&m_link, &ServerLink::queueMeasured, this, &QueueChart::showLength);
    connect(this, &QAbstractButton::clicked, this, &QueueChart::offerIntervals);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    showLength();
}

void QueueChart::setNamed(bool isNamed)
{
    m_isNamed = isNamed;
    update();
}

QSize QueueChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height() * 8};
}

QSize QueueChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height() * 5};
}

void QueueChart::showLength()
{
    const auto &lengths = m_link.queueLengths();
    setVisible(!lengths.empty());
    if (lengths.empty()) {
        return;
    }
    const QueueLength &now = lengths.back();
    const auto line = [](const QString &text, std::uint64_t count) { return text.arg(displayNumber(count)); };
    const QStringList lines{
        tr("In the queue of %1: %2").arg(m_link.name(), displayNumber(now.total())),
        line(tr("Incoming: %1"), now.incoming),
        line(tr("Active: %1"), now.active),
        line(tr("Deferred: %1 (the dashed line)"), now.deferred),
        line(tr("On hold: %1"), now.hold),
        line(tr("Maildrop: %1"), now.maildrop),
        tr("A click sets how often it is measured."),
    };
    setToolTip(plainToolTip(lines.join(u'\n')).replace(u'\n', QStringLiteral("<br>")));
    setAccessibleName(lines.front());
    setAccessibleDescription(lines.mid(1).join(u' '));
    update();
}

void QueueChart::offerIntervals()
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillIntervalMenu(*menu, m_link);
    menu->popup(mapToGlobal(rect().bottomLeft()));
}

void QueueChart::paintLine(QPainter &painter, const QRect &area) const
{
    const auto &lengths = m_link.queueLengths();
    std::uint64_t most = 1;
    for (const QueueLength &length : lengths) {
        most = std::max(most, length.total());
    }
    const double first = static_cast<double>(lengths.front().time);
    const double seconds = std::max(1.0, static_cast<double>(lengths.back().time) - first);
    const auto pathOf = [&](auto count) {
        QPainterPath path;
        for (const QueueLength &length : lengths) {
            const double x = area.left() + area.width() * (static_cast<double>(length.time) - first) / seconds;
            const double share = static_cast<double>(count(length)) / static_cast<double>(most);
            const QPointF point(x, area.bottom() - share * (area.height() - 1));
            path.elementCount() == 0 ? path.moveTo(point) : path.lineTo(point);
        }
        return path;
    };
    const Theme &theme = Theme::instance();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Tone::Deferred), 1.5, Qt::DashLine));
    painter.drawPath(pathOf([](const QueueLength &length) { return length.deferred; }));
    painter.setPen(QPen(theme.color(Tone::AuthFailure), 1.5));
    painter.drawPath(pathOf([](const QueueLength &length) { return length.total(); }));
}

void QueueChart::paintEvent(QPaintEvent *)
{
    const auto &lengths = m_link.queueLengths();
    if (lengths.empty()) {
        return;
    }
    QPainter painter(this);
    const int space = fontMetrics().height() / 3;
    QRect row = rect().adjusted(3 * space, space, -space, -space);
    const int bottom = row.bottom();
    row.setHeight(fontMetrics().lineSpacing());
    const auto draw = [&](const QString &text, QPalette::ColorRole role) {
        painter.setPen(palette().color(role));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text, Qt::ElideMiddle, row.width()));
        row.translate(0, row.height());
    };
    draw(m_isNamed ? tr("Queue: %1").arg(m_link.name()) : tr("In the Queue"), QPalette::WindowText);
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.4);
    painter.setFont(large);
    row.setHeight(painter.fontMetrics().lineSpacing());
    draw(displayNumber(lengths.back().total()), QPalette::WindowText);
    painter.setFont(font());
    const QRect area(row.left(), row.top(), row.width(), bottom - row.top());
    if (lengths.size() > 1 && area.height() > space) {
        paintLine(painter, area);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space, space);
    }
}

void QueueChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showLength();
    }
    QAbstractButton::changeEvent(event);
}

void QueueChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace limier
