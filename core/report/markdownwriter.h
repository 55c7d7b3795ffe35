// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace limier
{

struct Report;
class TextSink;

/**
 * Writes the report for people, as Markdown for a ticket or a terminal: what was read, totals, problems, gaps, and the
 * twenty users, clients and senders with most messages. In the language of the installed translators, with numbers in
 * the form of the default QLocale and times in the log's zone. Whatever comes out of a log stands in code, where
 * nothing is markup, with harmful characters as visible escapes.
 */
void writeMarkdown(const Report &report, TextSink &sink);

} // namespace limier
