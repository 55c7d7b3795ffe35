// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/inputfile.h"
#include "log/timestamp.h"
#include "log/yearwalk.h"

#include <cstdint>
#include <string>

namespace limier
{

/// A mail log that was found, with what is needed to date it and to compare it with others.
struct Candidate {
    InputFile input;      ///< its anchor is the earliest of all that bound the time of its last line
    std::string set;      ///< folder and base name: the rotated set that it belongs to
    std::int64_t age = 0; ///< in the set, see LogName
    std::string firstLine;
    RawTime firstTime;
    RawTime firstYearLess;
    YearWalk walk; ///< empty if the text was not walked
};

} // namespace limier
