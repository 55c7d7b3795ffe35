// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/timescale.h"
#include "investigation/evaluation.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace limier
{

class ChartLegend;
class DisplaySettings;
class Investigation;
class StackedTimeChart;
class TimeBrush;

/**
 * What happened over the whole log: sent, deferred, bounced, rejected and failed logins, stacked; and the brush that
 * sets the range of the filter. GUI thread. While hidden it keeps the newest evaluation and does nothing else.
 */
class Timeline : public QWidget
{
    Q_OBJECT

public:
    Timeline(Investigation &investigation, DisplaySettings &display, QWidget *parent = nullptr);

    [[nodiscard]] StackedTimeChart &chart() const { return *m_chart; }
    [[nodiscard]] TimeBrush &brush() const { return *m_brush; }
    [[nodiscard]] ChartLegend &legend() const { return *m_legend; }
    /// "Still loading", or empty.
    [[nodiscard]] QString note() const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void take(const std::shared_ptr<const Evaluation> &evaluation);
    void fill();
    void fillLegend();
    void fillChart();
    void writeNotes();
    void writeRange();
    void describe();

    Investigation &m_investigation;
    DisplaySettings &m_display;
    ChartLegend *m_legend;
    QLabel *m_note;
    QLabel *m_barLength;
    QLabel *m_range;
    StackedTimeChart *m_chart;
    TimeBrush *m_brush;
    std::shared_ptr<const Evaluation> m_evaluation;
    bool m_isFilled = false; ///< the widgets show m_evaluation
};

} // namespace limier
