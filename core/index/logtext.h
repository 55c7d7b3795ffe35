// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/linecursor.h"
#include "index/mailindex.h"
#include "index/opentext.h"

#include <cstddef>
#include <expected>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace limier
{

/**
 * The raw lines of a snapshot, read again from their files. Any number of threads. A line, or a screen of them, takes
 * some ten microseconds; the first one of a compressed log takes the time of unpacking it (see open()), once.
 * A file that shrank or was replaced since gives an Error, never other lines.
 */
class LogText
{
public:
    using Lines = std::expected<std::vector<TextLine>, Error>;

    explicit LogText(std::shared_ptr<const MailIndex> index);
    /// For a later snapshot of the same log: shares with @p earlier what is open or unpacked.
    LogText(std::shared_ptr<const MailIndex> index, const LogText &earlier);

    [[nodiscard]] const MailIndex &index() const { return *m_index; }

    [[nodiscard]] std::expected<TextLine, Error> line(LineId line) const;
    /// @p count lines from @p first on; fewer at the end of the log.
    [[nodiscard]] Lines lines(LineId first, std::size_t count) const;
    /// Any lines; fastest in ascending order.
    [[nodiscard]] Lines lines(std::span<const LineId> lines) const;
    /// All lines that belong to these messages, in the order of the log.
    [[nodiscard]] Lines linesOf(std::span<const MessageId> messages) const;
    /// Their ids: looks at some lines a nanosecond between the first and the last of them.
    [[nodiscard]] std::vector<LineId> lineIdsOf(std::span<const MessageId> messages) const;

    /**
     * Opens the text of @p file, unpacks it where it is compressed, and checks that it is still the text that was
     * indexed. To be called before the others where their first call must not take seconds.
     */
    [[nodiscard]] std::expected<std::shared_ptr<const OpenText>, Error> open(FileId file,
                                                                             const std::stop_token &stop = {}) const;

private:
    struct Slot;

    std::shared_ptr<const MailIndex> m_index;
    std::vector<std::shared_ptr<Slot>> m_slots; ///< one for each file; shared with the LogTexts of other snapshots
};

} // namespace limier
