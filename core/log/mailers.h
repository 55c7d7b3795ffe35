// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace limier
{

/// A program that is part of a mail server beside Postfix: IMAP, filters, policies.
[[nodiscard]] bool isMailProgram(std::string_view program);

/// "Exim" or "sendmail" if @p line is one of that mailer, in its own form or by way of syslog; otherwise empty.
[[nodiscard]] std::string_view otherMailerOf(std::string_view line);

} // namespace limier
