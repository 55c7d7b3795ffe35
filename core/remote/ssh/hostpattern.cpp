// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/hostpattern.h"

#include "log/asciitext.h"

#include <algorithm>

namespace limier
{

bool matchesHostPattern(std::string_view name, std::string_view pattern)
{
    std::size_t n = 0;
    std::size_t p = 0;
    std::size_t star = std::string_view::npos; // the last one, and what of the name it ate
    std::size_t eaten = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            eaten = n;
        } else if (p < pattern.size() && (pattern[p] == '?' || lowerAscii(pattern[p]) == lowerAscii(name[n]))) {
            ++p;
            ++n;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            n = ++eaten;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

bool matchesHostPatterns(std::string_view name, std::string_view patterns, std::string_view separators)
{
    bool isMatch = false;
    while (!patterns.empty()) {
        const std::size_t end = std::min(patterns.find_first_of(separators), patterns.size());
        std::string_view pattern = patterns.substr(0, end);
        patterns.remove_prefix(std::min(end + 1, patterns.size()));
        const bool isNegated = pattern.starts_with('!');
        pattern.remove_prefix(isNegated ? 1 : 0);
        if (pattern.empty() || !matchesHostPattern(name, pattern)) {
            continue;
        }
        if (isNegated) {
            return false;
        }
        isMatch = true;
    }
    return isMatch;
}

} // namespace limier
