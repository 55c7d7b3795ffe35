// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/candidate.h"
#include "log/inputfinder.h"

#include <stop_token>
#include <vector>

namespace limier
{

/**
 * Takes out of @p candidates (dated and sorted) the files into which the log daemon writes the more severe lines of a
 * mail log a second time: mail.warn and mail.err beside mail.log. It looks for the first line of such a file in the
 * file of the mail log that covers its time; if that one does not have it, the file stays.
 */
void removeSeverityCopies(std::vector<Candidate> &candidates, std::vector<RefusedInput> &refused,
                          const std::stop_token &stop);

} // namespace limier
