// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suspects/momentsview.h"

#include "common/displaysettings.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace limier
{

namespace
{

constexpr std::size_t MostMoments = 6;
constexpr Stamp Around = 600; ///< seconds shown before and after a moment
constexpr Stamp LengthOfPeak = 600;

TimeRange around(Stamp from, Stamp until)
{
    return {from > Around ? from - Around : 0, until + Around};
}

} // namespace

MomentsView::MomentsView(const DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
{
    auto *const grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    for (std::size_t place = 0; place < MostMoments; ++place) {
        Moment &moment = m_moments.emplace_back(new QLabel(this), new QToolButton(this));
        moment.name->setTextFormat(Qt::PlainText);
        moment.name->setWordWrap(true);
        moment.time->setAutoRaise(true);
        grid->addWidget(moment.name, static_cast<int>(place), 0);
        grid->addWidget(moment.time, static_cast<int>(place), 1, Qt::AlignRight);
        connect(moment.time, &QToolButton::clicked, this,
                [this, place] { Q_EMIT rangeRequested(m_moments[place].range); });
    }
}

void MomentsView::show(const Suspect &suspect)
{
    struct Row {
        QString name;
        Stamp time;
        Stamp length;
    };
    const Story &story = suspect.story;
    std::array rows{
        Row{tr("First failed login"), story.firstFailure, 0},
        Row{tr("First success"), story.firstSuccess, 0},
        Row{tr("First odd sending"), story.firstOdd, 0},
        Row{tr("Peak"), story.peak, LengthOfPeak},
        Row{tr("Last"), story.last, 0},
    };
    std::ranges::stable_sort(rows, {}, &Row::time);
    std::size_t place = 0;
    for (const Row &row : rows) {
        if (row.time != 0) {
            showMoment(place++, row.name, m_display.time(row.time), around(row.time, row.time + row.length));
        }
    }
    if (suspect.first != 0) {
        showMoment(place++, tr("All of it"), tr("Show", "all of a time"), around(suspect.first, suspect.last));
    }
    for (; place < MostMoments; ++place) {
        m_moments[place].name->hide();
        m_moments[place].time->hide();
    }
}

void MomentsView::showMoment(std::size_t place, const QString &name, const QString &time, const TimeRange &range)
{
    Moment &moment = m_moments[place];
    moment.name->setText(name);
    moment.time->setText(time);
    moment.time->setToolTip(tr("Show the time around it"));
    moment.time->setAccessibleName(name + QStringLiteral(": ") + time);
    moment.range = range;
    moment.name->show();
    moment.time->show();
}

} // namespace limier
