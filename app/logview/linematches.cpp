// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/linematches.h"

#include <algorithm>

namespace limier
{

std::optional<LineId> LineMatches::next(LineId line) const
{
    if (m_lines.empty()) {
        return std::nullopt;
    }
    const auto found = std::ranges::upper_bound(m_lines, line);
    return found == m_lines.end() ? m_lines.front() : *found;
}

std::optional<LineId> LineMatches::previous(LineId line) const
{
    if (m_lines.empty()) {
        return std::nullopt;
    }
    const auto found = std::ranges::lower_bound(m_lines, line);
    return found == m_lines.begin() ? m_lines.back() : *std::prev(found);
}

std::size_t LineMatches::number(LineId line) const
{
    const auto found = std::ranges::lower_bound(m_lines, line);
    return found == m_lines.end() || *found != line ? 0 : static_cast<std::size_t>(found - m_lines.begin()) + 1;
}

bool LineMatches::hasBetween(LineId first, LineId end) const
{
    const auto found = std::ranges::lower_bound(m_lines, first);
    return found != m_lines.end() && *found < end;
}

} // namespace limier
