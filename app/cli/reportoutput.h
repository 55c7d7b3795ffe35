// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"

#include <QString>

#include <expected>
#include <string>

namespace limier
{

struct Report;

/**
 * Writes @p report to the file @p output, which is replaced once all of it is written, or to the standard output if
 * @p output is empty. A reader of that who leaves early ends the program without a word. The error is a sentence.
 */
[[nodiscard]] std::expected<void, QString> writeReport(const Report &report, ReportForm form,
                                                       const std::string &output);

} // namespace limier
