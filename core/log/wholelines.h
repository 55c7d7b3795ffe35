// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/randomfile.h"

#include <cstdint>

namespace limier
{

/// Where the first line begins that begins behind @p offset; the file's size if there is none. 0 for 0.
[[nodiscard]] std::uint64_t firstLineBehind(const RandomFile &file, std::uint64_t offset);

/// The place behind the last end of a line from @p from to before @p end; @p from if there is none.
[[nodiscard]] std::uint64_t endOfWholeLines(const RandomFile &file, std::uint64_t from, std::uint64_t end);

} // namespace limier
