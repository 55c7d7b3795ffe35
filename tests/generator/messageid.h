// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "random.h"

#include <string>
#include <string_view>

namespace limier::generator
{

/// How a mail program words its message-id.
enum class IdStyle : std::uint8_t {
    Uuid,
    Webmail,
    Outlook,
    BigMail,
    Postfix,
};

/// What message-ids are made of, beside chance.
struct MessageIdParts {
    std::string_view domain; ///< of the sender
    std::string_view queueId;
    std::int64_t time = 0; ///< seconds since 1970
};

/// Replaces @p id, keeping its memory, by a new message-id with its angle brackets.
void writeMessageIdText(std::string &id, IdStyle style, const MessageIdParts &parts, Random &random);

} // namespace limier::generator
