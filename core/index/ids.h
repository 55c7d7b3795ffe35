// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace limier
{

/// Typed places in the tables of a MailIndex. They keep their meaning in every later snapshot of the same log.
enum class UserId : std::uint32_t {
};
enum class ClientId : std::uint32_t {
};
enum class AddressId : std::uint32_t {
}; ///< sender or recipient
enum class RelayId : std::uint32_t {
};
enum class ReplyId : std::uint32_t {
};
enum class MessageId : std::uint32_t {
};
enum class DeliveryId : std::uint32_t {
};
enum class LineId : std::uint32_t {
}; ///< lines of all files, in their order
enum class FileId : std::uint32_t {
};

/// The value that stands for "none" in every kind of id.
inline constexpr std::uint32_t NoPlace = 0xffffffffU;

template <typename Id>
inline constexpr Id None = static_cast<Id>(NoPlace);

template <typename Id>
[[nodiscard]] constexpr bool isSet(Id id)
{
    return static_cast<std::uint32_t>(id) != NoPlace;
}

template <typename Id>
[[nodiscard]] constexpr std::uint32_t place(Id id)
{
    return static_cast<std::uint32_t>(id);
}

} // namespace limier
