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

constexpr std::uint8_t NoHexDigit = 0x40;
constexpr std::uint8_t LongDigit = 0x80;

/// For each character the value of its hexadecimal digit or NoHexDigit, and whether it may stand in a long ID.
constexpr std::array<std::uint8_t, 256> makeClasses()
{
    std::array<std::uint8_t, 256> classes{};
    classes.fill(NoHexDigit);
    for (std::size_t i = 0; i < HexAlphabet.size(); ++i) {
        classes[static_cast<unsigned char>(HexAlphabet[i])] = static_cast<std::uint8_t>(i);
    }
    for (const char c : LongAlphabet) {
        classes[static_cast<unsigned char>(c)] |= LongDigit;
    }
    return classes;
}

constexpr auto Classes = makeClasses();

std::uint8_t classOf(char c)
{
    return Classes[static_cast<unsigned char>(c)];
}

ScannedQueueId scanLongId(std::string_view text)
{
    std::size_t length = 0;
    bool hasSeparator = false;
    for (; length < text.size() && (classOf(text[length]) & LongDigit) != 0; ++length) {
        hasSeparator |= text[length] == 'z';
    }
    return hasSeparator && length >= ShortestLong && length <= LongestLong ? ScannedQueueId{length, {}}
                                                                           : ScannedQueueId{};
}

} // namespace

ScannedQueueId scanQueueId(std::string_view text)
{
    std::uint64_t hex = 1;
    std::uint8_t all = LongDigit; // while all digits may stand in a long ID too
    std::size_t length = 0;
    for (; length < text.size(); ++length) {
        const std::uint8_t value = classOf(text[length]);
        if ((value & NoHexDigit) != 0) {
            if ((all & value) != 0) {
                return scanLongId(text);
            }
            break;
        }
        all &= value;
        hex = (hex << 4) | (value & 0xfU);
    }
    if (length < ShortestShort || length > LongestHex) {
        return {};
    }
    return {length, length <= LongestShort ? QueueId{hex} : QueueId{}};
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
