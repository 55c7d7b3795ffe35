// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace limier
{

/**
 * A server's reply without its variable parts, so that equal refusals get equal texts: addresses, IPs, queue IDs,
 * long numbers and URLs' parameters become "*", the name of the host that said it is left out. Codes ("550 5.7.1")
 * and short words stay. At most MaxReplyLength bytes, appended to @p out after clearing it.
 */
inline constexpr std::size_t MaxReplyLength = 200;
void generaliseReply(std::string_view reply, std::string &out);

} // namespace limier
