// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/queueid.h"

#include <array>

namespace limier
{

namespace
{

constexpr std::string_view HexAlphabet = "0123456789ABCDEF";
constexpr std::string_view LongAlphabet = "0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";
constexpr std::size_t ShortestShort = 6;
constexpr std::size_t LongestShort = 15;
constexpr std::size_t LongestHex = 21; // five digits of microseconds and a 64-bit inode
constexpr std::size_t ShortestLong = 10;
constexpr std::size_t LongestLong = 20;

constexpr std::uint8_t HexDigit = 0x40;
constexpr std::uint8_t LongDigit = 0x80;

/// For each character the value of its hexadecimal digit and the marks of the alphabets it belongs to.
constexpr std::array<std::uint8_t, 256> makeClasses()
{
    std::array<std::uint8_t, 256> classes{};
    for (std::size_t i = 0; i < HexAlphabet.size(); ++i) {
        classes[static_cast<unsigned char>(HexAlphabet[i])] = static_cast<std::uint8_t>(HexDigit | i);
    }
    for (const char c : LongAlphabet) {
        classes[static_cast<unsigned char>(c)] |= LongDigit;
    }
    return classes;
}

constexpr auto Classes = makeClasses();

} // namespace

ScannedQueueId scanQueueId(std::string_view text)
{
    std::uint64_t hex = 1;
    std::uint8_t all = HexDigit | LongDigit;
    bool hasSeparator = false;
    std::size_t length = 0;
    for (; length < text.size(); ++length) {
        const std::uint8_t value = Classes[static_cast<unsigned char>(text[length])];
        if ((value & all & (HexDigit | LongDigit)) == 0) {
            break;
        }
        all &= value;
        hex = (hex << 4) | (value & 0xfU);
        hasSeparator |= text[length] == 'z';
    }
    if ((all & HexDigit) != 0 && length >= ShortestShort && length <= LongestShort) {
        return {length, {hex}};
    }
    if ((all & HexDigit) != 0 && length > LongestShort && length <= LongestHex) {
        return {length, {}};
    }
    if (hasSeparator && length >= ShortestLong && length <= LongestLong) {
        return {length, {}};
    }
    return {};
}

std::string QueueId::shortText() const
{
    std::string result;
    for (std::uint64_t rest = value; rest > 1; rest >>= 4) {
        result.insert(result.begin(), HexAlphabet[rest & 0xf]);
    }
    return result;
}

} // namespace limier
