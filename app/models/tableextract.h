// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablesource.h"

#include <QTimeZone>

#include <atomic>
#include <expected>
#include <stop_token>

namespace limier
{

/// Some rows and columns of a table, to be written on any thread. A value that shares the table's data.
struct TableExtract {
    std::shared_ptr<const TableSource> source;
    std::shared_ptr<const std::vector<std::uint32_t>> rows; ///< places in the source
    std::vector<std::size_t> columns;                       ///< in the order in which they are written
    QTimeZone zone;
};

/// With headers, cells between tabs; for the clipboard. Harmful characters are visible, formulas disarmed.
[[nodiscard]] QString toTabSeparated(const TableExtract &extract, const std::stop_token &stop = {});

/**
 * Writes CSV (RFC 4180: commas, CRLF, quotes doubled) in UTF-8 with a byte order mark: without the mark Excel takes
 * the text for one in the computer's old code page; LibreOffice takes the encoding from it, too. Counts the rows
 * written in @p done. Cancelled by @p stop or failed (then the system's words), no file is left and none replaced.
 */
enum class CsvOutcome : std::uint8_t {
    Written,
    Cancelled
};
[[nodiscard]] std::expected<CsvOutcome, QString> writeCsv(const TableExtract &extract, const QString &path,
                                                          std::atomic<std::size_t> &done, const std::stop_token &stop);

} // namespace limier
