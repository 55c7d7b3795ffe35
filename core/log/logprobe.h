// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/bytesource.h"
#include "log/timestamp.h"

#include <cstddef>
#include <optional>
#include <string>

namespace limier
{

/// What the beginning of a text says about it.
struct LogProbe {
    enum class Kind : std::uint8_t {
        Empty,
        Binary,
        Text,        ///< no line of a mail server in what was looked at
        OtherMailer, ///< see otherMailer
        MailServer,  ///< lines of a mail server, none of Postfix
        Postfix,
    };
    Kind kind = Kind::Empty;
    std::string otherMailer;
    std::string firstLine; ///< its beginning
    std::string host;      ///< of the first line that has a time
    RawTime firstTime;
    RawTime firstYearLess;
    std::optional<Error> error; ///< why reading ended before its time
};

/// Reads lines until one of Postfix is found, at most @p limit bytes.
[[nodiscard]] LogProbe probeLog(ByteSource &source, std::size_t limit);

} // namespace limier
