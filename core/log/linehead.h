// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/timestamp.h"

#include <optional>
#include <string_view>

namespace limier
{

/// The parts at the start of a log line that tell where it comes from. Views into the line.
struct LineHead {
    RawTime time;
    std::string_view host;    ///< empty if the line has none
    std::string_view program; ///< "postfix/smtpd", without the process id
    std::string_view text;    ///< behind the program's colon
};

/**
 * Reads the head of a line of any log daemon; nothing if it does not begin with a time. Steps over what may stand
 * before the time: a container's "name  | ", a quotation mark, a priority "<22>". To look at single lines, not for
 * every line of a log.
 */
[[nodiscard]] std::optional<LineHead> readLineHead(std::string_view line);

/// "postfix/smtpd", "postfix-edge/cleanup", "mta-in/qmgr": a program of a Postfix instance.
[[nodiscard]] bool isPostfixProgram(std::string_view program);

/// A program that is part of a mail server beside Postfix: IMAP, filters, policies.
[[nodiscard]] bool isMailProgram(std::string_view program);

/// "Exim" or "sendmail" if the line is one of that mailer, otherwise empty.
[[nodiscard]] std::string_view otherMailerOf(std::string_view line);

} // namespace limier
