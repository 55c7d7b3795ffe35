// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/linemarks.h"

namespace limier
{

std::size_t endOfMarks(const MailIndex &index, FileId file)
{
    const std::size_t next = place(file) + std::size_t{1};
    return next < index.files().size() ? index.files()[next].firstMark : index.lineMarks().size();
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
