// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/filter.h"

#include <QObject>

#include <vector>

namespace limier
{

/**
 * The filter of a window, with those before it: back and forward as in a browser. GUI thread. Views ask for a change
 * here and show what the next Evaluation holds.
 */
class FilterStack : public QObject
{
    Q_OBJECT

public:
    explicit FilterStack(QObject *parent = nullptr);

    [[nodiscard]] const Filter &current() const { return m_filters[m_at]; }
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_filters.size(); }

    /// Adds "only this" or "without this"; takes the opposite term away. Nothing happens if it is there.
    void add(const FilterTerm &term) { add(std::vector{term}); }
    /// Several at once are one step.
    void add(const std::vector<FilterTerm> &terms);
    void remove(const FilterTerm &term);
    /// In place of all there is.
    void replace(const Filter &filter) { push(filter); }
    /// While a brush is dragged the range changes often: one entry is kept of them, until endRangeStep().
    void setRange(const TimeRange &range);
    void endRangeStep() { m_isRangeStep = false; }
    void clear();
    void goBack();
    void goForward();
    /// Forgets the history.
    void reset();

Q_SIGNALS:
    void changed(const limier::Filter &filter);

private:
    void push(Filter filter);

    std::vector<Filter> m_filters{Filter()};
    std::size_t m_at = 0;
    bool m_isRangeStep = false; ///< the current entry came of setRange()
};

} // namespace limier
