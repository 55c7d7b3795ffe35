// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/filter.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace limier
{

class DisplaySettings;
class FilterStack;
class FlowLayout;

/// What the filter of a window asks for, as chips, with back and forward. GUI thread.
class ChipBar final : public QWidget
{
    Q_OBJECT

public:
    ChipBar(FilterStack &filters, DisplaySettings &display, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addRangeChip(const TimeRange &range);
    void addChip(const FilterTerm &term);
    void setIcons();
    void retranslate();

    FilterStack &m_filters;
    DisplaySettings &m_display;
    QToolButton *m_back;
    QToolButton *m_forward;
    QToolButton *m_clear;
    QLabel *m_empty;
    QWidget *m_chips;
    FlowLayout *m_flow;
};

} // namespace limier
