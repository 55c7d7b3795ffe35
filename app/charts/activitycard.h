// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/card.h"
#include "charts/partyfigures.h"

#include <memory>

namespace limier
{

class DisplaySettings;
class Investigation;
class RankedList;
class StackedTimeChart;

/// Who sends how much, and when: a chart over time and the ranking, which is its legend. GUI thread.
class ActivityCard : public Card
{
    Q_OBJECT

public:
    ActivityCard(Party party, Investigation &investigation, const DisplaySettings &display, QWidget *parent = nullptr);

    void fill(const std::shared_ptr<const Evaluation> &evaluation);
    [[nodiscard]] StackedTimeChart &chart() const { return *m_chart; }
    [[nodiscard]] RankedList &list() const { return *m_list; }

private:
    void writeTexts(const Evaluation &evaluation, const PartyFigures &figures);

    Party m_party;
    Investigation &m_investigation;
    StackedTimeChart *m_chart;
    RankedList *m_list;
};

} // namespace limier
