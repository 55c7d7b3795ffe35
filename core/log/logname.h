// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/timestamp.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace limier
{

/// A log file's name taken apart: "mail.log.2.gz" is "mail.log", second; "maillog-20260614.xz" is "maillog" of a day.
struct LogName {
    std::string base;           ///< of the set that it is rotated in, lower case
    std::int64_t age = 0;       ///< 0 for the file that is written to; more for an older one of the set
    UtcSeconds latest = NoTime; ///< end of the day in the name
};

/// Takes a name without folders apart.
[[nodiscard]] LogName parseLogName(std::string_view name);

/// True for a base name that systems give a mail log: mail.log, maillog, mail.info, postfix.log, …
[[nodiscard]] bool isMailLogName(std::string_view base);

} // namespace limier
