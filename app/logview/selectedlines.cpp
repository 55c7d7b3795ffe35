// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logview/selectedlines.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace limier
{

namespace
{

std::vector<LineId> linesOf(const MailIndex &index, const std::vector<bool> &isWanted, const std::stop_token &stop)
{
    std::vector<LineId> lines;
    const Column<MessageId> &messages = index.lineMessages();
    for (std::size_t from = 0; from < messages.size() && !stop.stop_requested();) {
        const std::span<const MessageId> run = messages.run(from, messages.size());
        for (std::size_t i = 0; i < run.size(); ++i) {
            if (isSet(run[i]) && isWanted[place(run[i])]) {
                lines.push_back(static_cast<LineId>(from + i));
            }
        }
        from += run.size();
    }
    return lines;
}

template <typename Record>
void appendLines(const Column<Record> &records, const Selection &selection, std::vector<LineId> &lines)
{
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (selection.has(records[i])) {
            lines.push_back(records[i].line);
        }
    }
}

} // namespace

std::vector<LineId> selectedLines(const Selection &selection, const std::stop_token &stop)
{
    const MailIndex &index = selection.index();
    std::vector<bool> isWanted(index.messages().size());
    for (std::size_t i = 0; i < isWanted.size(); ++i) {
        isWanted[i] = selection.has(index.originOf(static_cast<MessageId>(i)));
    }
    std::vector<LineId> others;
    appendLines(index.rejections(), selection, others);
    appendLines(index.authFailures(), selection, others);
    std::ranges::sort(others);
    const std::vector<LineId> ofMails = linesOf(index, isWanted, stop);
    std::vector<LineId> lines;
    lines.reserve(ofMails.size() + others.size());
    std::ranges::merge(ofMails, others, std::back_inserter(lines));
    const auto repeated = std::ranges::unique(lines);
    lines.erase(repeated.begin(), repeated.end());
    return lines;
}

std::vector<MessageId> wholeMails(const MailIndex &index, const std::vector<MessageId> &messages)
{
    std::unordered_set<MessageId> origins;
    for (const MessageId message : messages) {
        origins.insert(index.originOf(message));
    }
    std::vector<MessageId> whole;
    for (std::size_t i = 0; i < index.messages().size(); ++i) {
        if (const auto id = static_cast<MessageId>(i); origins.contains(index.originOf(id))) {
            whole.push_back(id);
        }
    }
    return whole;
}

} // namespace limier
