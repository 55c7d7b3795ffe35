// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace limier
{

/// The CRC that POSIX's `cksum` prints. Some gigabytes a second; a value.
class PosixChecksum
{
public:
    void add(std::string_view bytes);
    /// Of all that was added.
    [[nodiscard]] std::uint32_t value() const;
    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    std::uint32_t m_crc = 0;
    std::uint64_t m_size = 0;
};

} // namespace limier
