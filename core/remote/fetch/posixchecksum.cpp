// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/posixchecksum.h"

#include <array>
#include <cstddef>

namespace limier
{

namespace
{

constexpr std::size_t Slices = 8;
using Tables = std::array<std::array<std::uint32_t, 256>, Slices>;

/// Entry [n][b]: what byte b adds to the remainder when n more bytes follow it.
consteval Tables makeTables()
{
    constexpr std::uint32_t Polynomial = 0x04C11DB7;
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte << 24;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc << 1) ^ ((crc >> 31) != 0 ? Polynomial : 0);
        }
        tables[0][byte] = crc;
    }
    for (std::size_t slice = 1; slice < Slices; ++slice) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t before = tables[slice - 1][byte];
            tables[slice][byte] = (before << 8) ^ tables[0][before >> 24];
        }
    }
    return tables;
}

constexpr Tables Table = makeTables();

std::uint32_t withByte(std::uint32_t crc, unsigned char byte)
{
    return (crc << 8) ^ Table[0][(crc >> 24) ^ byte];
}

} // namespace

void PosixChecksum::add(std::string_view bytes)
{
    std::uint32_t crc = m_crc;
    const auto *at = reinterpret_cast<const unsigned char *>(bytes.data());
    std::size_t left = bytes.size();
    for (; left >= Slices; left -= Slices, at += Slices) {
        crc = Table[7][(crc >> 24) ^ at[0]] ^ Table[6][((crc >> 16) & 0xff) ^ at[1]]
            ^ Table[5][((crc >> 8) & 0xff) ^ at[2]] ^ Table[4][(crc & 0xff) ^ at[3]] ^ Table[3][at[4]] ^ Table[2][at[5]]
            ^ Table[1][at[6]] ^ Table[0][at[7]];
    }
    for (; left > 0; --left, ++at) {
        crc = withByte(crc, *at);
    }
    m_crc = crc;
    m_size += bytes.size();
}

std::uint32_t PosixChecksum::value() const
{
    std::uint32_t crc = m_crc;
    for (std::uint64_t size = m_size; size > 0; size >>= 8) {
        crc = withByte(crc, static_cast<unsigned char>(size & 0xff));
    }
    return ~crc;
}

} // namespace limier
