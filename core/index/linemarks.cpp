// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/linemarks.h"

namespace limier
{

std::size_t endOfMarks(const MailIndex &index, std::size_t part)
{
    return part + 1 < index.parts().size() ? index.parts()[part + 1].firstMark : index.lineMarks().size();
}

std::size_t markBefore(const MailIndex &index, LineId line, std::size_t first, std::size_t end)
{
    const Column<LineMark> &marks = index.lineMarks();
    while (end - first > 1) {
        const std::size_t middle = first + (end - first) / 2;
        (marks[middle].line <= line ? first : end) = middle;
    }
    return first;
}

} // namespace limier
