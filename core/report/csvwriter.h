// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace limier
{

struct Report;
class TextSink;

/**
 * Writes the report as one CSV table (RFC 4180: commas, CRLF, UTF-8 without a mark) whose first column says what a row
 * is: total, input, gap, user, client or sender. All rows have all columns; what does not apply is empty. Times are in
 * UTC as RFC 3339 writes them; the names of a list are separated by a space. A text that a spreadsheet would take for a
 * formula gets an apostrophe before it, harmful characters become visible escapes.
 */
void writeCsv(const Report &report, TextSink &sink);

} // namespace limier
