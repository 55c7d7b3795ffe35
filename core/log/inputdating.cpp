// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/inputdating.h"

#include "log/calendar.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <ranges>
#include <span>
#include <tuple>

namespace limier
{

namespace
{

constexpr std::int64_t Day = 86400;

UtcSeconds lastDayOfYear(int year)
{
    const std::chrono::sys_days nextYear{std::chrono::year{year + 1} / 1 / 1};
    return std::chrono::sys_seconds(nextYear).time_since_epoch().count() - Day - 1;
}

/// The year of the first line without one if the last line was written at @p anchor at the latest.
int yearBefore(const Candidate &candidate, UtcSeconds anchor)
{
    const std::int64_t first = candidate.firstYearLess.seconds;
    if (candidate.walk.last < 0) {
        return yearOfFirstLine(first, anchor, 0);
    }
    if (candidate.walk.datedAfter != NoTime) {
        anchor = std::min(anchor, candidate.walk.datedAfter);
    }
    int year = yearOfFirstLine(candidate.walk.last, anchor, 0) - candidate.walk.wraps;
    while (candidate.walk.wrapsToLeapDay >= 0 && !calendar::isLeap(year + candidate.walk.wrapsToLeapDay)) {
        --year;
    }
    return yearOfFirstLine(first, std::min(anchor, lastDayOfYear(year)), 0);
}

class Dater
{
public:
    explicit Dater(std::string timezone)
        : m_timezone(std::move(timezone))
    {
    }

    void date(Candidate &candidate, UtcSeconds anchor)
    {
        InputFile &input = candidate.input;
        input.anchor = anchor;
        input.firstYear = candidate.firstYearLess.kind == RawTime::Kind::YearLess ? yearBefore(candidate, anchor) : 0;
        const std::string &timezone = input.timezone.empty() ? m_timezone : input.timezone;
        TimeResolver &resolver = m_resolvers.try_emplace(timezone, timezone, 0).first->second;
        resolver.restart(input.firstYear);
        input.firstTime = resolver.resolve(candidate.firstTime);
    }

private:
    std::string m_timezone;
    std::map<std::string, TimeResolver> m_resolvers; ///< by zone
};

/// Dates the files of a set, given from the newest to the oldest.
class SetDater
{
public:
    explicit SetDater(Dater &dater)
        : m_dater(dater)
    {
    }

    /// How many files their place in the order sends back to an earlier year than their own anchor does.
    int steps(std::span<Candidate *const> newestFirst)
    {
        int result = 0;
        forEach(newestFirst, [&](Candidate &candidate, UtcSeconds anchor) {
            const UtcSeconds own = candidate.input.anchor;
            m_dater.date(candidate, anchor);
            result += candidate.input.firstYear < yearBefore(candidate, own) ? 1 : 0;
            candidate.input.anchor = own;
        });
        return result;
    }

    void date(std::span<Candidate *const> newestFirst)
    {
        forEach(newestFirst, [&](Candidate &candidate, UtcSeconds anchor) { m_dater.date(candidate, anchor); });
    }

private:
    template <typename Function>
    void forEach(std::span<Candidate *const> newestFirst, Function &&function)
    {
        UtcSeconds next = std::numeric_limits<UtcSeconds>::max();
        for (Candidate *const candidate : newestFirst) {
            function(*candidate, std::min(candidate->input.anchor, next));
            next = candidate->input.firstTime;
        }
    }

    Dater &m_dater;
};

/// The candidates whose first line has no year, by set, from the newest of each to the oldest.
std::map<std::string, std::vector<Candidate *>> yearLessSets(std::vector<Candidate> &candidates)
{
    std::map<std::string, std::vector<Candidate *>> sets;
    for (Candidate &candidate : candidates) {
        if (candidate.firstTime.kind == RawTime::Kind::YearLess) {
            sets[candidate.set].push_back(&candidate);
        }
    }
    for (std::vector<Candidate *> &set : sets | std::views::values) {
        std::ranges::stable_sort(set, {}, [](const Candidate *candidate) { return candidate->age; });
    }
    return sets;
}

} // namespace

void dateAndSort(std::vector<Candidate> &candidates, const std::string &timezone)
{
    Dater dater(timezone);
    for (Candidate &candidate : candidates) {
        dater.date(candidate, candidate.input.anchor);
    }
    SetDater setDater(dater);
    for (std::vector<Candidate *> &set : yearLessSets(candidates) | std::views::values) {
        // Names can lie: if the other direction needs fewer turns of the year, that one is right.
        const std::vector<Candidate *> backward(set.rbegin(), set.rend());
        const int forwardSteps = setDater.steps(set);
        setDater.date(forwardSteps > 0 && setDater.steps(backward) < forwardSteps ? backward : set);
    }
    std::ranges::stable_sort(candidates, {}, [](const Candidate &candidate) {
        const UtcSeconds time = candidate.input.firstTime;
        return std::tuple(time == NoTime ? std::numeric_limits<UtcSeconds>::max() : time, -candidate.age,
                          candidate.input.path);
    });
}

} // namespace limier
