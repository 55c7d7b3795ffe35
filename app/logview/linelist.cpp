// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/linelist.h"

#include <algorithm>
#include <utility>

namespace limier
{

LineList::LineList(std::vector<LineId> lines)
    : m_lines(std::make_shared<const std::vector<LineId>>(std::move(lines)))
{
}

LineList::LineList(Column<LineId> lines)
    : m_lines(std::move(lines))
{
}

LineList LineList::all(std::size_t count)
{
    LineList list;
    list.m_lines = count;
    return list;
}

std::size_t LineList::size() const
{
    if (const auto *count = std::get_if<std::size_t>(&m_lines)) {
        return *count;
    }
    if (const auto *shared = std::get_if<Shared>(&m_lines)) {
        return (*shared)->size();
    }
    return std::get<Column<LineId>>(m_lines).size();
}

LineId LineList::at(std::size_t row) const
{
    if (isAll()) {
        return static_cast<LineId>(row);
    }
    if (const auto *shared = std::get_if<Shared>(&m_lines)) {
        return (**shared)[row];
    }
    return std::get<Column<LineId>>(m_lines)[row];
}

std::size_t LineList::lowerRow(LineId line) const
{
    if (isAll()) {
        return std::min<std::size_t>(place(line), size());
    }
    std::size_t first = 0;
    for (std::size_t count = size(); count > 0;) {
        const std::size_t half = count / 2;
        if (at(first + half) < line) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

bool LineList::contains(LineId line) const
{
    const std::size_t row = lowerRow(line);
    return row < size() && at(row) == line;
}

std::vector<LineId> LineList::ids(std::size_t firstRow) const
{
    std::vector<LineId> ids;
    const std::size_t rows = size();
    ids.reserve(rows - std::min(firstRow, rows));
    for (std::size_t row = firstRow; row < rows; ++row) {
        ids.push_back(at(row));
    }
    return ids;
}

} // namespace limier
