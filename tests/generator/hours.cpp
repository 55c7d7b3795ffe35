// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hours.h"

#include <algorithm>
#include <cmath>

namespace limier::generator
{

namespace
{

bool isWithin(Hours hours, std::int64_t localSeconds)
{
    const std::int64_t hour = localSeconds / 3600 % 24;
    const std::int64_t day = localSeconds / 86400 % 7; // from Thursday on
    switch (hours) {
    case Hours::Office:
        return hour >= 8 && hour < 18 && day != 2 && day != 3;
    case Hours::Night:
        return hour >= 21 || hour < 6;
    case Hours::Any:
        break;
    }
    return true;
}

Micros moment(Random &random, Zone &zone, const Window &window, Hours hours)
{
    constexpr int Tries = 60; // then the window has no such hours
    Micros at = window.begin;
    for (int i = 0; i < Tries; ++i) {
        at = random.between(window.begin, window.end - 1);
        const std::int64_t second = wholeSeconds(at);
        if (isWithin(hours, second + zone.offset(second))) {
            break;
        }
    }
    return at;
}

} // namespace

double logUniform(Random &random, double low, double high)
{
    return low * std::pow(high / low, random.unit());
}

std::vector<Micros> moments(Random &random, Zone &zone, const Window &window, std::uint32_t count, Hours hours,
                            std::uint32_t bursts)
{
    std::vector<Micros> starts;
    for (std::uint32_t i = 0; i < bursts; ++i) {
        starts.push_back(moment(random, zone, window, hours));
    }
    std::vector<Micros> times;
    for (std::uint32_t i = 0; i < count; ++i) {
        times.push_back(bursts == 0 ? moment(random, zone, window, hours)
                                    : random.pick(std::span(starts)) + random.between(0, 12 * Minute));
    }
    std::ranges::sort(times);
    return times;
}

} // namespace limier::generator
