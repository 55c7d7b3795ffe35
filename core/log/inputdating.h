// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/candidate.h"

#include <string>
#include <vector>

namespace limier
{

/**
 * Gives each candidate the year of its first line and the time of it, going back from the anchors; in a rotated set
 * whose files all have the date of their copy an older file ends before the next newer one begins. Then sorts them by
 * that time.
 */
void dateAndSort(std::vector<Candidate> &candidates, const std::string &timezone);

} // namespace limier
