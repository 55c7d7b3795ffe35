// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/logtext.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

namespace limier
{

namespace
{

// A folder may hold more files than a process may have open: older ones are opened for each call.
constexpr std::size_t MostKeptOpen = 200;

constexpr std::size_t Block = 64;

/// Whether a line of the block may belong to one of the messages. Of a fixed size and without a branch for each line,
/// so that the compiler compares several at once: the lines of a mail that waited for days lie between millions.
bool mayHold(std::span<const MessageId, Block> block, std::span<const MessageId> messages)
{
    constexpr std::size_t Few = 4;
    unsigned result = 0;
    if (messages.size() <= Few) {
        for (const MessageId message : messages) {
            for (const MessageId id : block) {
                result |= static_cast<unsigned>(id == message);
            }
        }
        return result != 0;
    }
    for (const MessageId id : block) {
        result |= static_cast<unsigned>(id >= messages.front()) & static_cast<unsigned>(id <= messages.back());
    }
    return result != 0;
}

/// The lines of @p messages, of those that a column holds together.
void collectLines(std::span<const MessageId> column, std::uint32_t firstLine, std::span<const MessageId> messages,
                  std::vector<LineId> &lines)
{
    for (std::size_t i = 0; i < column.size(); i += Block) {
        const std::span<const MessageId> block = column.subspan(i, std::min(Block, column.size() - i));
        if (block.size() == Block && !mayHold(block.first<Block>(), messages)) {
            continue;
        }
        for (std::size_t k = 0; k < block.size(); ++k) {
            if (std::ranges::binary_search(messages, block[k])) {
                lines.push_back(static_cast<LineId>(firstLine + i + k));
            }
        }
    }
}

} // namespace

struct LogText::Slot {
    std::mutex mutex;
    std::shared_ptr<const OpenText> text;
    std::optional<OpenText::Fingerprint> fingerprint; ///< of the text when it was opened first
};

LogText::LogText(std::shared_ptr<const MailIndex> index)
    : m_index(std::move(index))
{
    m_slots.resize(m_index->files().size());
    std::ranges::generate(m_slots, [] { return std::make_shared<Slot>(); });
}

LogText::LogText(std::shared_ptr<const MailIndex> index, const LogText &earlier)
    : LogText(std::move(index))
{
    std::copy_n(earlier.m_slots.begin(), std::min(earlier.m_slots.size(), m_slots.size()), m_slots.begin());
}

std::expected<std::shared_ptr<const OpenText>, Error> LogText::open(FileId file, const std::stop_token &stop) const
{
    const IndexedFile &indexed = m_index->files()[place(file)];
    Slot &slot = *m_slots[place(file)];
    const std::scoped_lock lock(slot.mutex);
    std::shared_ptr<const OpenText> text = slot.text;
    if (!text || (text->isSpooled() && !text->holds(indexed.bytes))) {
        auto opened = OpenText::open(indexed.input, indexed.bytes, stop);
        if (!opened) {
            return opened;
        }
        text = *std::move(opened);
        if (text->isSpooled() || place(file) + MostKeptOpen >= m_index->files().size()) {
            slot.text = text;
        }
    }
    if (!text->isSpooled()) {
        const auto print = text->fingerprint(slot.fingerprint ? slot.fingerprint->bytes : indexed.bytes);
        if (!print) {
            return std::unexpected(print.error());
        }
        if (slot.fingerprint.value_or(*print) != *print) {
            return std::unexpected(text->error(ErrorCode::FileReplaced));
        }
        slot.fingerprint = *print;
    }
    return text;
}

std::expected<TextLine, Error> LogText::line(LineId line) const
{
    Lines result = lines(std::span(&line, 1));
    if (!result) {
        return std::unexpected(std::move(result).error());
    }
    return std::move(result->front());
}

LogText::Lines LogText::lines(LineId first, std::size_t count) const
{
    const std::size_t all = m_index->lineCount();
    const std::size_t from = std::min<std::size_t>(place(first), all);
    std::vector<LineId> ids(std::min(count, all - from));
    std::ranges::generate(ids, [next = from]() mutable { return static_cast<LineId>(next++); });
    return lines(ids);
}

LogText::Lines LogText::lines(std::span<const LineId> lines) const
{
    std::vector<TextLine> result;
    result.reserve(lines.size());
    std::optional<LineCursor> cursor;
    FileId current = None<FileId>;
    for (const LineId id : lines) {
        if (const FileId file = m_index->fileOf(id); file != current) {
            auto text = open(file);
            if (!text) {
                return std::unexpected(std::move(text).error());
            }
            cursor.emplace(*m_index, file, *std::move(text));
            current = file;
        }
        std::expected<TextLine, Error> line = cursor->read(id);
        if (!line) {
            return std::unexpected(std::move(line).error());
        }
        result.push_back(*std::move(line));
    }
    return result;
}

LogText::Lines LogText::linesOf(std::span<const MessageId> messages) const
{
    return lines(lineIdsOf(messages));
}

std::vector<LineId> LogText::lineIdsOf(std::span<const MessageId> messages) const
{
    std::vector<LineId> lines;
    if (messages.empty()) {
        return lines;
    }
    std::vector<MessageId> sorted(messages.begin(), messages.end());
    std::ranges::sort(sorted);
    std::uint32_t first = NoPlace;
    std::uint32_t last = 0;
    for (const MessageId id : sorted) {
        first = std::min(first, place(m_index->message(id).firstLine));
        last = std::max(last, place(m_index->message(id).lastLine));
    }
    const Column<MessageId> &column = m_index->lineMessages();
    for (std::size_t from = first; from <= last;) {
        const std::span<const MessageId> run = column.run(from, std::size_t{last} + 1);
        if (run.empty()) {
            break;
        }
        collectLines(run, static_cast<std::uint32_t>(from), sorted, lines);
        from += run.size();
    }
    return lines;
}

} // namespace limier
