// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/mailindex.h"

#include <cstddef>

namespace limier
{

/// The place behind the last LineMark of the part.
[[nodiscard]] std::size_t endOfMarks(const MailIndex &index, std::size_t part);

/// The place of the last LineMark at or before @p line, of those from @p first to before @p end.
[[nodiscard]] std::size_t markBefore(const MailIndex &index, LineId line, std::size_t first, std::size_t end);

} // namespace limier
