// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/eventwriter.h"

#include <string>
#include <string_view>

/**
 * The grammar of Postfix's lines, one function for each group of its programs. Each gets the message of a line
 * (behind "PROGRAM[PID]: ", or behind "QUEUEID: " where it says so), emits at most one event and returns whether the
 * line was understood. A line that is understood but says nothing that is counted emits no event, or a Mention.
 */
namespace limier::grammar
{

/// smtpd (smtpd/smtpd.c), @p rest behind the queue ID or "NOQUEUE".
bool smtpdMail(std::string_view rest, EventWriter &writer, std::string &scratch);
/// smtpd, lines without a queue ID.
bool smtpdSession(std::string_view message, EventWriter &writer, std::string &scratch);
/// postscreen (postscreen/postscreen.c); @p hasNoQueue: @p rest stands behind "NOQUEUE: ".
bool postscreen(std::string_view rest, bool hasNoQueue, EventWriter &writer, std::string &scratch);
/// smtp, lmtp, local, virtual, pipe, error, discard (global/log_adhoc.c), and qmgr's own deferrals. Behind the queue
/// ID.
bool delivery(std::string_view rest, Service service, EventWriter &writer, std::string &scratch);
/// qmgr (qmgr/qmgr_active.c, qmgr_message.c). Behind the queue ID.
bool qmgr(std::string_view rest, EventWriter &writer, std::string &scratch);
/// cleanup (cleanup/cleanup_message.c, cleanup_milter.c). Behind the queue ID.
bool cleanup(std::string_view rest, EventWriter &writer, std::string &scratch);
/// pickup (pickup/pickup.c). Behind the queue ID.
bool pickup(std::string_view rest, EventWriter &writer);
/// bounce (bounce/bounce_notify_util.c). Behind the queue ID.
bool bounce(std::string_view rest, EventWriter &writer);
/// postsuper (postsuper/postsuper.c). Behind the queue ID.
bool postsuper(std::string_view rest, EventWriter &writer);

/// Takes @p word off the start of @p text, if it is there.
inline bool skip(std::string_view &text, std::string_view word)
{
    if (!text.starts_with(word)) {
        return false;
    }
    text.remove_prefix(word.size());
    return true;
}
/// True for "warning: …", "fatal: …" and the like, which every program may write.
[[nodiscard]] bool isDiagnostic(std::string_view message);
/// "host[1.2.3.4]" at the start of @p text (a port behind it is left out); empty if there is none.
[[nodiscard]] std::string_view clientToken(std::string_view text);
/// The number at the start of @p text; 0 if there is none.
[[nodiscard]] std::uint32_t number(std::string_view text);
/// Emits the Rejection of "STAGE from CLIENT: REPLY; from=<…> …".
bool rejection(std::string_view rest, EventWriter &writer, std::string &scratch);

} // namespace limier::grammar
