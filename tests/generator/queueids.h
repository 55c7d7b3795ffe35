// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zone.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace limier::generator
{

enum class IdForm : std::uint8_t {
    Short, ///< microseconds and inode in hexadecimal: used again
    Long,  ///< time and inode in Postfix's alphabet without vowels: unique
};

/// The text of one queue ID and the inode that it holds.
struct QueueId {
    std::array<char, 22> text{};
    std::uint8_t length = 0;
    std::uint32_t inode = 0;

    [[nodiscard]] std::string_view view() const { return {text.data(), length}; }
};

/**
 * Names queue files as mail_queue_enter() does: the file system gives the lowest free inode, the clock the rest, so
 * a short ID can come back as soon as its message has left the queue. One thread; O(log n) of the free inodes.
 */
class QueueIds
{
public:
    /// @p firstInode decides how long short IDs are: five digits more than it has.
    QueueIds(IdForm form, std::uint32_t firstInode);

    [[nodiscard]] QueueId take(Micros now);
    void release(const QueueId &id);

private:
    IdForm m_form;
    std::uint32_t m_nextInode;
    std::vector<std::uint32_t> m_free;
};

} // namespace limier::generator
