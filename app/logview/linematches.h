// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/ids.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace limier
{

/// The lines that a search has found so far, in their order. Every question takes the time of a binary search.
class LineMatches
{
public:
    void clear() { m_lines.clear(); }
    /// Lines behind those that are there.
    void append(std::span<const LineId> lines) { m_lines.insert(m_lines.end(), lines.begin(), lines.end()); }

    [[nodiscard]] std::size_t count() const { return m_lines.size(); }
    [[nodiscard]] const std::vector<LineId> &lines() const { return m_lines; }
    /// The first one behind @p line, from the start again if there is none.
    [[nodiscard]] std::optional<LineId> next(LineId line) const;
    /// The last one before @p line, from the end again if there is none.
    [[nodiscard]] std::optional<LineId> previous(LineId line) const;
    /// Which of them @p line is, from 1 on; 0 if it is none.
    [[nodiscard]] std::size_t number(LineId line) const;
    /// Whether there is one from @p first to before @p end.
    [[nodiscard]] bool hasBetween(LineId first, LineId end) const;

private:
    std::vector<LineId> m_lines;
};

} // namespace limier
