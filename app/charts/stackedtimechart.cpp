// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/stackedtimechart.h"

#include "charts/chartreadout.h"
#include "charts/swatch.h"
#include "common/displaysettings.h"
#include "common/displaytext.h"
#include "common/theme.h"

#include <QAccessible>
#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <functional>

namespace limier
{

namespace
{

constexpr std::size_t BucketsOfPart = 128;

} // namespace

StackedTimeChart::StackedTimeChart(const DisplaySettings &display, QWidget *parent)
    : QChartView(parent)
    , m_display(display)
    , m_times(new QValueAxis(this))
    , m_values(new QValueAxis(this))
{
    setFrameShape(QFrame::NoFrame);
    setInteractive(false);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    QChart &own = *chart();
    own.legend()->hide();
    own.setAnimationOptions(QChart::NoAnimation);
    own.setMargins({});
    own.layout()->setContentsMargins(0, 0, 0, 0);
    own.setBackgroundVisible(false);
    own.setPlotAreaBackgroundVisible(false);
    // Times and values are marked by drawBackground(): no axis of Qt Charts puts its marks at round local times.
    own.addAxis(m_times, Qt::AlignBottom);
    own.addAxis(m_values, Qt::AlignLeft);
    m_times->setVisible(false);
    m_values->setVisible(false);
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &StackedTimeChart::applyTheme);
    connect(&display, &DisplaySettings::changed, this, [this] {
        hideReadout();
        resetCachedContent();
        viewport()->update();
    });
}

StackedTimeChart::~StackedTimeChart()
{
    delete m_readout;
}

void StackedTimeChart::setStack(TimeStack stack)
{
    hideReadout();
    m_stack = std::move(stack);
    fillSeries();
    layOut();
}

void StackedTimeChart::setLayerVisible(std::size_t layer, bool visible)
{
    if (layer < m_stack.layers.size() && m_stack.layers[layer].isVisible != visible) {
        m_stack.layers[layer].isVisible = visible;
        fillSeries();
        layOut();
    }
}

void StackedTimeChart::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

std::size_t StackedTimeChart::mostBuckets() const
{
    constexpr int PixelsOfBucket = 2;
    return static_cast<std::size_t>(std::max(1.0, m_plot.width() / PixelsOfBucket));
}

QList<QPointF> StackedTimeChart::edge(std::size_t layer) const
{
    QList<QPointF> points;
    for (const Part &part : m_parts) {
        points += part.edges[layer + 1]->points();
    }
    return points;
}

void StackedTimeChart::applyTheme()
{
    setBackgroundBrush(palette().color(QPalette::Base));
    resetCachedContent();
    viewport()->update();
}

void StackedTimeChart::addSeries(Part &part)
{
    // The lines are not in the chart themselves: they are the edges of its areas, each between two of them.
    if (part.edges.empty()) {
        part.edges.push_back(new QLineSeries(this));
    }
    part.edges.push_back(new QLineSeries(this));
    auto *area = new QAreaSeries(part.edges.back(), part.edges[part.edges.size() - 2]);
    area->setPen(Qt::NoPen);
    chart()->addSeries(area);
    area->attachAxis(m_times);
    area->attachAxis(m_values);
    part.areas.push_back(area);
}

std::size_t StackedTimeChart::bucketCount() const
{
    return m_stack.layers.empty() ? 0 : m_stack.layers.front().values.size();
}

void StackedTimeChart::prepare(std::size_t layers, std::size_t buckets)
{
    const std::size_t needed = (buckets + BucketsOfPart - 1) / BucketsOfPart;
    m_parts.resize(std::max(m_parts.size(), needed));
    for (Part &part : m_parts) {
        while (part.areas.size() < layers) {
            addSeries(part);
        }
    }
}

void StackedTimeChart::fillSeries()
{
    const std::size_t buckets = bucketCount();
    prepare(m_stack.layers.size(), buckets);
    m_largest = 0;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        fillPart(m_parts[i], std::min(i * BucketsOfPart, buckets), std::min((i + 1) * BucketsOfPart, buckets));
    }
}

void StackedTimeChart::fillPart(Part &part, std::size_t from, std::size_t to)
{
    std::vector<std::uint64_t> sums(to - from);
    const auto steps = [&] {
        QList<QPointF> points;
        points.reserve(static_cast<qsizetype>(2 * sums.size()));
        double time = m_stack.start + static_cast<double>(from) * m_stack.bucket;
        for (const std::uint64_t sum : sums) {
            points.append({time, static_cast<double>(sum)});
            time += m_stack.bucket;
            points.append({time, static_cast<double>(sum)});
        }
        return points;
    };
    if (!part.edges.empty()) {
        part.edges.front()->replace(steps());
    }
    for (std::size_t i = 0; i < part.areas.size(); ++i) {
        const bool isShown = from < to && i < m_stack.layers.size() && m_stack.layers[i].isVisible;
        if (isShown) {
            const StackLayer &layer = m_stack.layers[i];
            const auto begin = layer.values.begin();
            std::transform(sums.begin(), sums.end(), begin + static_cast<std::ptrdiff_t>(from), sums.begin(),
                           std::plus());
            part.areas[i]->setName(layer.name);
            part.areas[i]->setBrush(layer.brush);
        }
        part.areas[i]->setVisible(isShown);
        part.edges[i + 1]->replace(steps());
    }
    m_largest = sums.empty() ? m_largest : std::max(m_largest, std::ranges::max(sums));
}

int StackedTimeChart::labelGap() const
{
    // Handles of a brush have room in it.
    return fontMetrics().height() * 2 / 3;
}

void StackedTimeChart::layOut()
{
    const QFontMetrics metrics = fontMetrics();
    const int gap = labelGap();
    const QRectF whole = viewport()->rect();
    const double height = std::max(1.0, whole.height() - 1.8 * metrics.height());
    m_valueScale = makeValueScale(m_largest, static_cast<std::size_t>(height / (2.0 * metrics.height())));
    const int labels = metrics.horizontalAdvance(displayNumber(m_valueScale.ticks.back()));
    m_plot = QRectF(labels + gap + metrics.height() / 4, metrics.height() / 2,
                    std::max(1.0, whole.width() - labels - 2 * gap - metrics.height() / 4), height);
    m_scale = TimeScale(m_stack.range, m_plot.left(), m_plot.width());
    chart()->setPlotArea(m_plot);
    m_times->setRange(m_scale.range().since, m_scale.range().until);
    m_values->setRange(0, static_cast<double>(m_valueScale.top));
    resetCachedContent();
    viewport()->update();
    Q_EMIT scaleChanged();
}

std::optional<std::size_t> StackedTimeChart::bucketAt(const QPointF &position) const
{
    if (m_stack.bucket == 0 || position.x() < m_plot.left() || position.x() > m_plot.right()) {
        return std::nullopt;
    }
    const Stamp time = m_scale.time(position.x());
    const std::size_t bucket = time < m_stack.start ? bucketCount() : (time - m_stack.start) / m_stack.bucket;
    return bucket < bucketCount() ? std::optional(bucket) : std::nullopt;
}

std::optional<std::size_t> StackedTimeChart::layerAt(const QPointF &position) const
{
    const auto bucket = bucketAt(position);
    std::uint64_t sum = 0;
    for (std::size_t i = 0; bucket && i < m_stack.layers.size(); ++i) {
        const StackLayer &layer = m_stack.layers[i];
        sum += layer.isVisible ? layer.values[*bucket] : 0;
        if (layer.isVisible && layer.values[*bucket] > 0 && position.y() >= yOf(sum)
            && position.y() <= m_plot.bottom()) {
            return i;
        }
    }
    return std::nullopt;
}

QRectF StackedTimeChart::columnOf(std::size_t bucket) const
{
    const Stamp since = m_stack.start + static_cast<Stamp>(bucket) * m_stack.bucket;
    const double left = m_scale.x(since);
    const double right = m_scale.x(since + m_stack.bucket);
    return QRectF(left, m_plot.top(), std::max(1.0, right - left), m_plot.height()).intersected(m_plot);
}

double StackedTimeChart::yOf(std::uint64_t value) const
{
    return m_plot.bottom() - m_plot.height() * static_cast<double>(value) / static_cast<double>(m_valueScale.top);
}

void StackedTimeChart::showReadout(const QPoint &position)
{
    if (const auto bucket = bucketAt(position)) {
        showBucket(*bucket, position);
    } else {
        hideReadout();
    }
}

void StackedTimeChart::showBucket(std::size_t bucket, const QPoint &anchor)
{
    m_bucket = bucket;
    viewport()->update();
    if (!m_readout) {
        m_readout = new ChartReadout(window());
    }
    std::vector<ChartReadout::Row> rows;
    for (const StackLayer &layer : m_stack.layers) {
        if (layer.isVisible && (layer.values[bucket] > 0 || m_readsZeros)) {
            rows.insert(rows.begin(), {layer.brush, layer.name, displayNumber(layer.values[bucket])});
        }
    }
    if (rows.empty()) {
        rows.push_back({Qt::NoBrush, tr("Nothing", "was sent then"), {}});
    }
    const Stamp since = m_stack.start + static_cast<Stamp>(bucket) * m_stack.bucket;
    const QString span = m_display.span(since, since + m_stack.bucket);
    m_readout->showAt(viewport()->mapTo(window(), anchor), span, std::move(rows));
}

void StackedTimeChart::hideReadout()
{
    if (m_bucket) {
        m_bucket.reset();
        viewport()->update();
    }
    if (m_readout) {
        m_readout->hide();
    }
}

QSize StackedTimeChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().lineSpacing() * 8};
}

QSize StackedTimeChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().lineSpacing() * 7};
}

void StackedTimeChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
        applyTheme();
        break;
    case QEvent::FontChange:
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        hideReadout();
        layOut();
        break;
    default:
        break;
    }
}

void StackedTimeChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    hideReadout();
    layOut();
}

void StackedTimeChart::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, palette().color(QPalette::Base));
    painter->setFont(font());
    paintValues(*painter);
    paintTimes(*painter);
}

void StackedTimeChart::paintValues(QPainter &painter) const
{
    const int line = fontMetrics().height();
    const double right = m_plot.left() - labelGap();
    for (const std::uint64_t tick : m_valueScale.ticks) {
        const double y = std::round(yOf(tick)) + 0.5;
        painter.setPen(shadeOf(*this, tick == 0 ? 0.45 : 0.12));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(shadeOf(*this, 0.7));
        painter.drawText(QRectF(0, y - line / 2.0, right, line), Qt::AlignRight | Qt::AlignVCenter,
                         displayNumber(tick));
    }
}

void StackedTimeChart::paintTimes(QPainter &painter) const
{
    const QFontMetrics metrics = fontMetrics();
    const int label = metrics.horizontalAdvance(QStringLiteral("00 Mmm. 00"));
    const auto most = static_cast<std::size_t>(std::max(1.0, m_plot.width() / label));
    const double top = m_plot.bottom() + metrics.height() / 4.0;
    double free = 0;
    for (const TimeTick &tick : m_scale.ticks(m_display.timeZone(), most)) {
        const double x = std::round(m_scale.x(tick.time)) + 0.5;
        painter.setPen(shadeOf(*this, tick.isDayStart ? 0.28 : 0.12));
        painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom() + metrics.height() / 5.0));
        const double width = metrics.horizontalAdvance(tick.label);
        const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, viewport()->width() - width));
        if (left >= free) {
            painter.setPen(shadeOf(*this, tick.isDayStart ? 1.0 : 0.7));
            painter.drawText(QRectF(left, top, width + 1, metrics.height()), Qt::AlignLeft, tick.label);
            free = left + width + metrics.averageCharWidth();
        }
    }
}

void StackedTimeChart::drawForeground(QPainter *painter, const QRectF &)
{
    painter->setFont(font());
    if (m_largest == 0 && !m_emptyText.isEmpty()) {
        painter->setPen(shadeOf(*this, 0.6));
        painter->drawText(m_plot, Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
    if (m_bucket && *m_bucket < bucketCount()) {
        QColor color = palette().color(QPalette::Text);
        color.setAlphaF(0.16F);
        painter->fillRect(columnOf(*m_bucket), color);
    }
    if (hasFocus()) {
        painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter->drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
    }
}

void StackedTimeChart::mouseMoveEvent(QMouseEvent *event)
{
    showReadout(event->position().toPoint());
}

void StackedTimeChart::mousePressEvent(QMouseEvent *event)
{
    // Accepted, so that the release comes here too.
    event->setAccepted(event->button() == Qt::LeftButton);
}

void StackedTimeChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        if (const auto layer = layerAt(event->position())) {
            Q_EMIT layerClicked(*layer);
        }
    }
}

void StackedTimeChart::leaveEvent(QEvent *event)
{
    hideReadout();
    QChartView::leaveEvent(event);
}

void StackedTimeChart::hideEvent(QHideEvent *event)
{
    hideReadout();
    QChartView::hideEvent(event);
}

void StackedTimeChart::wheelEvent(QWheelEvent *event)
{
    // The page around scrolls.
    hideReadout();
    event->ignore();
}

void StackedTimeChart::keyPressEvent(QKeyEvent *event)
{
    const bool isLeft = event->key() == Qt::Key_Left;
    if ((!isLeft && event->key() != Qt::Key_Right) || bucketCount() == 0) {
        event->ignore();
        return;
    }
    const std::size_t last = bucketCount() - 1;
    const std::size_t bucket = !m_bucket ? (isLeft ? last : 0)
        : isLeft                         ? *m_bucket - std::min<std::size_t>(*m_bucket, 1)
                                         : std::min(*m_bucket + 1, last);
    showBucket(bucket, columnOf(bucket).center().toPoint());
    if (const ChartReadout *readout = m_readout) {
        QAccessibleAnnouncementEvent announcement(this, readout->text());
        QAccessible::updateAccessibility(&announcement);
    }
}

void StackedTimeChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void StackedTimeChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    hideReadout();
    viewport()->update();
}

} // namespace limier
