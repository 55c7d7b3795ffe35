// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/linefacts.h"

#include "index/linemarks.h"

#include <cstdint>
#include <optional>

namespace limier
{

namespace
{

/// The record of @p line in a column that is in the order of the lines.
template <typename Record>
std::optional<Record> recordOf(const Column<Record> &records, LineId line)
{
    std::size_t first = 0;
    for (std::size_t count = records.size(); count > 0;) {
        const std::size_t half = count / 2;
        if (records[first + half].line < line) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first < records.size() && records[first].line == line ? std::optional(records[first]) : std::nullopt;
}

/// When the part ends: the last mark has no next one to tell.
Stamp timeBehind(const MailIndex &index, std::size_t part)
{
    const IndexedFile &file = index.files()[place(index.parts()[part].file)];
    const std::size_t next = endOfMarks(index, part);
    const bool isLastOfFile = index.parts()[part].end == file.bytes || next == index.lineMarks().size();
    return isLastOfFile ? file.last : index.lineMarks()[next].time;
}

} // namespace

LineParty partyOf(const MailIndex &index, LineId line)
{
    LineParty party;
    party.message = index.lineMessages()[place(line)];
    if (isSet(party.message)) {
        const Message &origin = index.message(index.originOf(party.message));
        party.user = origin.user;
        party.client = origin.client;
    } else if (const auto rejection = recordOf(index.rejections(), line)) {
        party.user = rejection->user;
        party.client = rejection->client;
    } else if (const auto failure = recordOf(index.authFailures(), line)) {
        party.user = failure->user;
        party.client = failure->client;
    }
    return party;
}

Stamp timeOf(const MailIndex &index, LineId line)
{
    const std::size_t part = index.partOf(line);
    const std::size_t end = endOfMarks(index, part);
    const std::size_t first = index.parts()[part].firstMark;
    const IndexedFile &file = index.files()[place(index.parts()[part].file)];
    if (first == end) {
        return file.first;
    }
    const std::size_t at = markBefore(index, line, first, end);
    const LineMark &before = index.lineMarks()[at];
    const bool isLast = at + 1 == end;
    const std::int64_t firstLine = place(before.line);
    const std::int64_t endLine = place(isLast ? index.endOfPart(part) : index.lineMarks()[at + 1].line);
    const std::int64_t since = before.time != 0 ? before.time : file.first;
    const std::int64_t until = isLast ? timeBehind(index, part) : index.lineMarks()[at + 1].time;
    if (until <= since || endLine <= firstLine) {
        return static_cast<Stamp>(since);
    }
    return static_cast<Stamp>(since + (until - since) * (place(line) - firstLine) / (endLine - firstLine));
}

} // namespace limier
