// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/suspect.h"
#include "index/logloader.h"
#include "report/report.h"

namespace limier
{

class LogText;

/**
 * The report over @p index for since <= t < until (NoTime: no limit), with the inputs that were refused. Users and
 * clients are complete; senders are the MostSenders with the most messages. On any thread; about 100 ms for a million
 * messages.
 */
inline constexpr std::size_t MostSenders = 100000;
[[nodiscard]] Report buildReport(const MailIndex &index, const std::vector<RefusedInput> &refused,
                                 UtcSeconds since = NoTime, UtcSeconds until = NoTime);

/// What a report says of a suspect, without its evidence, for which the log would be read.
[[nodiscard]] Report::Suspect suspectRow(const Suspect &suspect, const MailIndex &index);

/**
 * Puts into @p report what the detectors found, with its lines. Suspects that were not active in the report's range of
 * time are left out, and so are lines whose file has changed since.
 */
void addSuspects(const Verdict &verdict, const LogText &text, Report &report);

} // namespace limier
