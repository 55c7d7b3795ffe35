// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/selection.h"

#include <stop_token>
#include <vector>

namespace limier
{

/**
 * The lines of what a selection holds: all of each mail, its hops included, and those of rejections and failed logins.
 * In the order of the log; on any thread, some 20 ms for a million messages and their lines. Undefined when stopped.
 */
[[nodiscard]] std::vector<LineId> selectedLines(const Selection &selection, const std::stop_token &stop = {});

/// The mails of @p messages: these, what they are hops of, and all hops of those.
[[nodiscard]] std::vector<MessageId> wholeMails(const MailIndex &index, const std::vector<MessageId> &messages);

} // namespace limier
