// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/suspect.h"

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;

namespace limier
{

class DisplaySettings;

/// The story of an attack: its moments in their order, each of which leads to the time around it. GUI thread.
class MomentsView final : public QWidget
{
    Q_OBJECT

public:
    explicit MomentsView(const DisplaySettings &display, QWidget *parent = nullptr);

    void show(const Suspect &suspect);

Q_SIGNALS:
    void rangeRequested(const limier::TimeRange &range);

private:
    struct Moment {
        QLabel *name;
        QToolButton *time;
        TimeRange range;
    };

    void showMoment(std::size_t place, const QString &name, const QString &time, const TimeRange &range);

    const DisplaySettings &m_display;
    std::vector<Moment> m_moments;
};

} // namespace limier
