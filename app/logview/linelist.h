// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/column.h"
#include "index/ids.h"

#include <cstddef>
#include <memory>
#include <variant>
#include <vector>

namespace limier
{

/// Which lines a view shows, in the order of the log: a row for each. An immutable value that is cheap to copy.
class LineList
{
public:
    /// No line.
    LineList() = default;
    /// In ascending order.
    explicit LineList(std::vector<LineId> lines);
    explicit LineList(Column<LineId> lines);
    /// All of a log of @p count lines.
    [[nodiscard]] static LineList all(std::size_t count);

    [[nodiscard]] bool isAll() const { return std::holds_alternative<std::size_t>(m_lines); }
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] LineId at(std::size_t row) const;
    /// The row of @p line, or of the first one behind it; size() if there is none.
    [[nodiscard]] std::size_t lowerRow(LineId line) const;
    [[nodiscard]] bool contains(LineId line) const;
    /// Copies them.
    [[nodiscard]] std::vector<LineId> ids(std::size_t firstRow = 0) const;

private:
    using Shared = std::shared_ptr<const std::vector<LineId>>;

    std::variant<std::size_t, Shared, Column<LineId>> m_lines;
};

} // namespace limier
