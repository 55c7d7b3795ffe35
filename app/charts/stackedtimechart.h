// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartreadout.h"
#include "charts/timescale.h"
#include "charts/valuescale.h"

#include <QBrush>
#include <QChartView>
#include <QPointer>

#include <optional>
#include <vector>

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace limier
{

class DisplaySettings;

/// One kind of figures of a TimeStack.
struct StackLayer {
    QString name;
    QBrush brush;
    std::vector<std::uint64_t> values; ///< one a bucket
    bool isVisible = true;
};

/// What a StackedTimeChart shows.
struct TimeStack {
    TimeRange range; ///< from edge to edge
    Stamp start = 0; ///< of the first bucket
    Stamp bucket = 0;
    std::vector<StackLayer> layers; ///< lowest first
};

/**
 * Figures over time, stacked, as steps of one bucket each; with a quiet grid, round times and values, and a readout of
 * the bucket under the pointer (or, with the focus, under a cursor that the arrow keys move). GUI thread. A new stack
 * costs some milliseconds; whoever gives it keeps the buckets few enough for the pixels: see mostBuckets().
 */
class StackedTimeChart : public QChartView
{
    Q_OBJECT

public:
    explicit StackedTimeChart(const DisplaySettings &display, QWidget *parent = nullptr);
    ~StackedTimeChart() override;

    /// Makes now what a stack of this size will need, because Qt Charts takes some 30 ms for it.
    void prepare(std::size_t layers, std::size_t buckets);
    void setStack(TimeStack stack);
    [[nodiscard]] const TimeStack &stack() const { return m_stack; }
    void setLayerVisible(std::size_t layer, bool visible);
    /// Whether the readout names layers that have nothing in the bucket; not by default.
    void setReadsZeros(bool reads) { m_readsZeros = reads; }
    /// What stands in the middle when there is nothing to show.
    void setEmptyText(const QString &text);
    /// One for every two pixels of the plot.
    [[nodiscard]] std::size_t mostBuckets() const;

    /// In the coordinates of the viewport.
    [[nodiscard]] const TimeScale &timeScale() const { return m_scale; }
    [[nodiscard]] QRectF plotArea() const { return m_plot; }
    /// The points of the upper edge of @p layer, as Qt Charts has them: seconds since 1970, sum of the layers up to it.
    [[nodiscard]] QList<QPointF> edge(std::size_t layer) const;

    /// Tells the figures of the bucket at @p position (viewport), or hides them where there is none.
    void showReadout(const QPoint &position);
    void hideReadout();
    [[nodiscard]] const ChartReadout *readout() const { return m_readout; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// timeScale() and plotArea() are others.
    void scaleChanged();
    void layerClicked(std::size_t layer);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// A part of the buckets, a few dozen: Qt's rasteriser compares each vertical edge of an area with all before it.
    struct Part {
        std::vector<QLineSeries *> edges; ///< of its areas: the lowest line, then the upper edge of each layer
        std::vector<QAreaSeries *> areas;
    };

    void applyTheme();
    void addSeries(Part &part);
    void fillSeries();
    void fillPart(Part &part, std::size_t from, std::size_t to);
    void layOut();
    [[nodiscard]] int labelGap() const;
    void showBucket(std::size_t bucket, const QPoint &anchor);
    [[nodiscard]] std::size_t bucketCount() const;
    [[nodiscard]] std::optional<std::size_t> bucketAt(const QPointF &position) const;
    [[nodiscard]] std::optional<std::size_t> layerAt(const QPointF &position) const;
    [[nodiscard]] QRectF columnOf(std::size_t bucket) const;
    [[nodiscard]] double yOf(std::uint64_t value) const;
    void paintValues(QPainter &painter) const;
    void paintTimes(QPainter &painter) const;

    const DisplaySettings &m_display;
    TimeStack m_stack;
    std::vector<Part> m_parts;
    QValueAxis *m_times;
    QValueAxis *m_values;
    TimeScale m_scale;
    std::uint64_t m_largest = 0; ///< sum of a bucket
    ValueScale m_valueScale;
    QRectF m_plot;
    QString m_emptyText;
    bool m_readsZeros = false;
    std::optional<std::size_t> m_bucket; ///< the one that is read out
    QPointer<ChartReadout> m_readout;    ///< belongs to the window
};

} // namespace limier
