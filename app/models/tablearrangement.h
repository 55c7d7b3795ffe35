// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablesource.h"

#include <QString>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace limier
{

/// Which rows of a table are shown, and in which order.
struct TableArrangement {
    QString search; ///< words that all stand in the row's text; empty: every row
    int column = 0; ///< to sort by
    Qt::SortOrder order = Qt::AscendingOrder;
};

/**
 * The places of the rows that are shown. Numbers and times sort as such, texts by their letters without regard to
 * case, a status by how bad it is; rows that are equal keep their natural order. On any thread, 0.2 s for a million
 * rows; stops early, with an undefined result, when @p stop asks for it.
 */
[[nodiscard]] std::vector<std::uint32_t> arrange(const TableSource &source, const TableArrangement &arrangement,
                                                 const std::stop_token &stop);

} // namespace limier
