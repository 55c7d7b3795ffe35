// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/mailindex.h"

namespace limier
{

/// Whom a line concerns; "none" where it does not tell.
struct LineParty {
    MessageId message = None<MessageId>;
    UserId user = None<UserId>;
    ClientId client = None<ClientId>;
};

/// By the mail that the line belongs to, or the rejection or failed login that it reports. Microseconds.
[[nodiscard]] LineParty partyOf(const MailIndex &index, LineId line);

/// When the line was written, about: reckoned from the times of some lines before and behind it. 0 if none has a time.
[[nodiscard]] Stamp timeOf(const MailIndex &index, LineId line);

} // namespace limier
