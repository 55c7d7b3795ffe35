// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace limier
{

/**
 * A queue ID in eight bytes. A short one (6 to 15 hexadecimal digits) is packed into the value itself; a long one
 * (enable_long_queue_ids, or an inode of 64 bits) does not fit and is a place in a table of strings: of the chunk while
 * its line is parsed, of the index afterwards. Two IDs of the same table are equal exactly if their texts are. Zero
 * stands for none.
 */
struct QueueId {
    std::uint64_t value = 0;

    static constexpr std::uint64_t LongMark = std::uint64_t{1} << 63;

    bool operator==(const QueueId &) const = default;
    [[nodiscard]] bool isEmpty() const { return value == 0; }
    [[nodiscard]] bool isLong() const { return (value & LongMark) != 0; }
    [[nodiscard]] std::uint32_t place() const { return static_cast<std::uint32_t>(value); }
    [[nodiscard]] static QueueId atPlace(std::uint32_t place) { return {LongMark | place}; }

    /// The text of a short ID as Postfix writes it.
    [[nodiscard]] std::string shortText() const;
};

/// What scanQueueId() found.
struct ScannedQueueId {
    std::size_t length = 0; ///< of the text, 0 if it is no queue ID
    QueueId shortId;        ///< empty if the ID is a long one
};

/**
 * Reads a queue ID from the start of @p text, up to the first character that cannot belong to one. Accepts 6 to 21
 * upper-case hexadecimal digits, and 10 to 20 digits and letters without vowels with a 'z' in it (postfix
 * global/mail_queue.h).
 */
[[nodiscard]] ScannedQueueId scanQueueId(std::string_view text);

} // namespace limier
