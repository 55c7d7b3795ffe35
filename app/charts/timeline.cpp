// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timeline.h"

#include "charts/chartlegend.h"
#include "charts/charttext.h"
#include "charts/stackedtimechart.h"
#include "charts/swatch.h"
#include "charts/timebrush.h"
#include "charts/timelinebars.h"
#include "common/displaysettings.h"
#include "common/displaytext.h"
#include "common/theme.h"
#include "investigation/investigation.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <array>

namespace limier
{

namespace
{

/// A layer of the timeline, from the lowest up.
struct Layer {
    Tone tone;
    const char *name;
    const char *toolTip;
    std::uint64_t (*figure)(const SeriesBucket &);
};

constexpr std::array Layers{
    Layer{Tone::Sent, QT_TRANSLATE_NOOP("limier::Timeline", "Sent"),
          QT_TRANSLATE_NOOP("limier::Timeline", "Deliveries that another server or a mailbox took"),
          [](const SeriesBucket &bucket) { return bucket.outcome.sent; }},
    Layer{Tone::Deferred, QT_TRANSLATE_NOOP("limier::Timeline", "Deferred"),
          QT_TRANSLATE_NOOP("limier::Timeline", "Deliveries that are to be tried again"),
          [](const SeriesBucket &bucket) { return bucket.outcome.deferred; }},
    Layer{Tone::Bounced, QT_TRANSLATE_NOOP("limier::Timeline", "Bounced"),
          QT_TRANSLATE_NOOP("limier::Timeline", "Deliveries that failed for good, expired ones too"),
          [](const SeriesBucket &bucket) { return bucket.outcome.bounced + bucket.outcome.expired; }},
    Layer{Tone::Rejected, QT_TRANSLATE_NOOP("limier::Timeline", "Rejected"),
          QT_TRANSLATE_NOOP("limier::Timeline", "What this server refused to take"),
          [](const SeriesBucket &bucket) { return bucket.rejected; }},
    Layer{Tone::AuthFailure, QT_TRANSLATE_NOOP("limier::Timeline", "Failed logins"),
          QT_TRANSLATE_NOOP("limier::Timeline", "Attempts to log in that failed"),
          [](const SeriesBucket &bucket) { return bucket.authFailures; }},
};

std::vector<std::uint64_t> figuresOf(const TimeSeries &series, const Layer &layer)
{
    std::vector<std::uint64_t> figures;
    figures.reserve(series.buckets.size());
    std::ranges::transform(series.buckets, std::back_inserter(figures), layer.figure);
    return figures;
}

} // namespace

Timeline::Timeline(Investigation &investigation, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_investigation(investigation)
    , m_display(display)
    , m_legend(new ChartLegend(this))
    , m_note(new QLabel(this))
    , m_barLength(new QLabel(this))
    , m_range(new QLabel(this))
    , m_chart(new StackedTimeChart(display, this))
    , m_brush(new TimeBrush(m_chart->viewport()))
{
    m_chart->prepare(Layers.size(), 700); // of a window of usual width
    auto *row = new QHBoxLayout;
    row->addWidget(m_legend);
    row->addStretch(1);
    for (QLabel *label : {m_note, m_barLength, m_range}) {
        label->setTextFormat(Qt::PlainText);
        label->setMinimumWidth(1); // rather cut than making the window wider
        row->addSpacing(fontMetrics().averageCharWidth() * 2);
        row->addWidget(label);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_chart, 1);
    // The brush has the keyboard; the chart shows its readout where the pointer is over the brush.
    m_chart->setFocusPolicy(Qt::NoFocus);
    m_chart->setReadsZeros(true);
    setFocusProxy(m_brush);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);

    connect(m_legend, &ChartLegend::toggled, m_chart, &StackedTimeChart::setLayerVisible);
    connect(m_chart, &StackedTimeChart::scaleChanged, this, [this] {
        m_brush->setGeometry(m_chart->viewport()->rect());
        m_brush->setScale(m_chart->timeScale(), m_chart->plotArea());
    });
    connect(m_brush, &TimeBrush::released, &m_investigation.filters(), &FilterStack::endRangeStep);
    connect(m_brush, &TimeBrush::hovered, m_chart, &StackedTimeChart::showReadout);
    connect(m_brush, &TimeBrush::hoverEnded, m_chart, &StackedTimeChart::hideReadout);
    connect(m_brush, &TimeBrush::chosen, this,
            [this](const TimeRange &range) { m_investigation.filters().setRange(range); });
    connect(&investigation.filters(), &FilterStack::changed, this, [this](const Filter &filter) {
        m_brush->setRange(filter.range);
        writeRange();
    });
    connect(&investigation, &Investigation::evaluated, this, &Timeline::take);
    connect(&investigation, &Investigation::stateChanged, this, [this] {
        if (!m_investigation.evaluation()) {
            take(nullptr);
        }
        writeNotes();
    });
    connect(&display, &DisplaySettings::changed, this, &Timeline::writeRange);
    connect(&Theme::instance(), &Theme::changed, this, [this] { take(m_evaluation); });
    fillLegend();
    take(investigation.evaluation());
}

QString Timeline::note() const
{
    return m_note->text();
}

void Timeline::take(const std::shared_ptr<const Evaluation> &evaluation)
{
    m_evaluation = evaluation;
    m_isFilled = false;
    if (isVisible()) {
        fill();
    }
}

void Timeline::fill()
{
    fillLegend();
    fillChart();
    writeNotes();
    m_isFilled = true;
}

void Timeline::fillLegend()
{
    std::vector<ChartLegend::Entry> entries;
    for (const Layer &layer : Layers) {
        entries.push_back({toneBrush(layer.tone), tr(layer.name), tr(layer.toolTip)});
    }
    m_legend->setEntries(entries);
}

void Timeline::fillChart()
{
    TimeStack stack;
    if (m_evaluation && !m_evaluation->timeline.buckets.empty()) {
        const TimeSeries &whole = m_evaluation->timeline;
        const TimeSeries bars = mergeBuckets(whole, mergeFactor(whole.buckets.size(), m_chart->mostBuckets()));
        const TimeRange span = spanOf(m_evaluation->index());
        stack = {span, bars.start, bars.bucket, {}};
        for (std::size_t i = 0; i < Layers.size(); ++i) {
            stack.layers.push_back(
                {tr(Layers[i].name), toneBrush(Layers[i].tone), figuresOf(bars, Layers[i]), m_legend->isShown(i)});
        }
        m_brush->setStep(bars.bucket);
        m_barLength->setText(tr("One step: %1").arg(durationText(bars.bucket)));
    } else {
        m_barLength->clear();
    }
    m_brush->setVisible(!stack.layers.empty());
    m_chart->setEmptyText(m_evaluation ? tr("No mail passes the filter.") : QString());
    m_chart->setStack(std::move(stack));
    m_brush->setRange(m_investigation.filters().current().range);
    writeRange();
    describe();
}

void Timeline::writeNotes()
{
    const auto state = m_investigation.state();
    m_brush->setGrowing(m_investigation.isReading() || state == Investigation::State::Following);
    m_note->setText(m_investigation.isReading()                  ? tr("Still loading …")
                        : state == Investigation::State::Stopped ? tr("Loading was stopped: not all is shown")
                                                                 : QString());
    m_note->setVisible(!m_note->text().isEmpty());
}

void Timeline::writeRange()
{
    if (!m_evaluation || m_brush->range().until == 0) {
        m_range->clear();
        return;
    }
    const TimeRange range = m_brush->range();
    const QString span = m_display.span(range.since, range.until);
    m_range->setText(
        m_brush->isWhole()
            ? span
            : tr("%1 (%2)", "span of time, its length").arg(span, durationText(range.until - range.since)));
    m_brush->setAccessibleDescription(m_range->text());
}

void Timeline::describe()
{
    m_brush->setAccessibleName(tr("Range of time"));
    m_brush->setWhatsThis(tr("Drag here to choose a range of time, or pull its ends and its middle. The wheel and the "
                             "keys + and − zoom, the arrow keys move, with Shift they resize; a double click, Home or "
                             "Esc shows all."));
    m_chart->setAccessibleName(tr("What happened over time"));
    QStringList figures;
    for (std::size_t i = 0; m_evaluation && i < Layers.size(); ++i) {
        std::uint64_t sum = 0;
        for (const SeriesBucket &bucket : m_evaluation->timeline.buckets) {
            sum += Layers[i].figure(bucket);
        }
        figures.append(QStringLiteral("%1: %2").arg(tr(Layers[i].name), displayNumber(sum)));
    }
    m_chart->setAccessibleDescription(figures.join(QStringLiteral(", ")));
}

void Timeline::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        take(m_evaluation);
    }
}

void Timeline::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isFilled) {
        fill();
    }
}

void Timeline::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The layout resizes the chart only after this.
    if (m_isFilled && event->size().width() != event->oldSize().width()) {
        QMetaObject::invokeMethod(this, &Timeline::fillChart, Qt::QueuedConnection);
    }
}

} // namespace limier
