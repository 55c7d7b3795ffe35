// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "investigation/filterstack.h"

#include <algorithm>

namespace limier
{

FilterStack::FilterStack(QObject *parent)
    : QObject(parent)
{
}

void FilterStack::add(const std::vector<FilterTerm> &terms)
{
    Filter filter = current();
    for (const FilterTerm &term : terms) {
        FilterTerm opposite = term;
        opposite.isExcluded = !term.isExcluded;
        std::erase(filter.terms, opposite);
        if (!std::ranges::contains(filter.terms, term)) {
            filter.terms.push_back(term);
        }
    }
    push(std::move(filter));
}

void FilterStack::remove(const FilterTerm &term)
{
    Filter filter = current();
    std::erase(filter.terms, term);
    push(std::move(filter));
}

void FilterStack::setRange(const TimeRange &range)
{
    Filter filter = current();
    filter.range = range;
    if (filter == current()) {
        return;
    }
    if (m_isRangeStep && !canGoForward()) {
        m_filters[m_at] = filter;
        Q_EMIT changed(current());
        return;
    }
    push(std::move(filter));
    m_isRangeStep = true;
}

void FilterStack::clear()
{
    push({});
}

void FilterStack::goBack()
{
    if (canGoBack()) {
        --m_at;
        m_isRangeStep = false;
        Q_EMIT changed(current());
    }
}

void FilterStack::goForward()
{
    if (canGoForward()) {
        ++m_at;
        m_isRangeStep = false;
        Q_EMIT changed(current());
    }
}

void FilterStack::reset()
{
    m_filters.assign(1, {});
    m_at = 0;
    m_isRangeStep = false;
    Q_EMIT changed(current());
}

void FilterStack::push(Filter filter)
{
    constexpr std::size_t Most = 200;
    m_isRangeStep = false;
    if (filter == current()) {
        return;
    }
    m_filters.resize(m_at + 1);
    m_filters.push_back(std::move(filter));
    if (m_filters.size() > Most) {
        m_filters.erase(m_filters.begin());
    }
    m_at = m_filters.size() - 1;
    Q_EMIT changed(current());
}

} // namespace limier
