// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablesource.h"

#include <QString>

namespace limier
{

class DisplaySettings;

/// What stands in a cell, safe to show as plain text, cut where it is very long.
[[nodiscard]] QString shownText(const TableSource &source, std::size_t row, std::size_t column,
                                const DisplaySettings &display);

/// The same for a spreadsheet: whole, on one line, never a formula, numbers without separators. Any thread, with a
/// DisplaySettings of its own.
[[nodiscard]] QString exportedText(const TableSource &source, std::size_t row, std::size_t column,
                                   const DisplaySettings &display);

/// A column's header with the zone of its times: "First (Europe/Paris)".
[[nodiscard]] QString exportedHeader(const TableColumn &column, const DisplaySettings &display);

/// For setToolTip(): the whole text, wrapped also where it has no spaces; of a client its name as well.
[[nodiscard]] QString cellToolTip(const TableSource &source, std::size_t row, std::size_t column,
                                  const DisplaySettings &display);

} // namespace limier
