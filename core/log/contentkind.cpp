// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/contentkind.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace limier
{

namespace
{

using namespace std::string_view_literals;

struct DecodingMagic {
    std::string_view bytes;
    Decoding decoding;
};

constexpr std::array DecodingMagics{
    DecodingMagic{"\x1f\x8b\x08"sv, Decoding::GZip},
    DecodingMagic{"BZh"sv, Decoding::BZip2},
    DecodingMagic{"\xfd"
                  "7zXZ\0"sv,
                  Decoding::Xz},
    DecodingMagic{"\x28\xb5\x2f\xfd"sv, Decoding::Zstd},
    DecodingMagic{"__CURSOR="sv, Decoding::JournalExport},
    DecodingMagic{"__REALTIME_TIMESTAMP="sv, Decoding::JournalExport},
    DecodingMagic{"\xff\xfe"sv, Decoding::Utf16LittleEndian},
    DecodingMagic{"\xfe\xff"sv, Decoding::Utf16BigEndian},
};

struct UnsupportedMagic {
    std::string_view bytes;
    std::string_view name;
};

constexpr std::array UnsupportedMagics{
    UnsupportedMagic{"7z\xbc\xaf\x27\x1c"sv, "7z"sv},
    UnsupportedMagic{"Rar!\x1a\x07"sv, "rar"sv},
    UnsupportedMagic{"\x1f\x9d"sv, "compress"sv},
    UnsupportedMagic{"\x04\x22\x4d\x18"sv, "lz4"sv},
    UnsupportedMagic{"LZIP"sv, "lzip"sv},
    UnsupportedMagic{"LPKSHHRH"sv, "systemd journal"sv},
};

bool isJournalJson(std::string_view head)
{
    const std::size_t brace = head.find_first_not_of("\x1e[ \t\r\n"sv);
    std::string_view rest = head.substr(std::min(brace, head.size()));
    if (rest.starts_with("data:"sv)) {
        rest.remove_prefix(std::min(rest.find('{'), rest.size()));
    }
    return rest.starts_with('{')
        && (rest.contains("\"__REALTIME_TIMESTAMP\""sv) || rest.contains("\"__CURSOR\""sv)
            || rest.contains("\"MESSAGE\""sv));
}

} // namespace

ContentKind contentKind(std::string_view head)
{
    ContentKind kind;
    for (const DecodingMagic &magic : DecodingMagics) {
        if (head.starts_with(magic.bytes)) {
            kind.decoding = magic.decoding;
            return kind;
        }
    }
    for (const UnsupportedMagic &magic : UnsupportedMagics) {
        if (head.starts_with(magic.bytes)) {
            kind.unsupported = magic.name;
            return kind;
        }
    }
    if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) {
        kind.archive = ArchiveKind::Zip;
    } else if (isTarHeader(head)) {
        kind.archive = ArchiveKind::Tar;
    } else if (isJournalJson(head)) {
        kind.decoding = Decoding::JournalJson;
    }
    return kind;
}

bool isTarHeader(std::string_view head)
{
    constexpr std::size_t HeaderBytes = 512;
    constexpr std::size_t SumOffset = 148;
    constexpr std::size_t SumBytes = 8;
    if (head.size() < HeaderBytes || head[0] == '\0') {
        return false;
    }
    // The sum of all bytes, with blanks in the place of itself.
    unsigned sum = 0;
    for (std::size_t i = 0; i < HeaderBytes; ++i) {
        sum += i >= SumOffset && i < SumOffset + SumBytes ? 0x20U : static_cast<unsigned char>(head[i]);
    }
    std::string_view written = head.substr(SumOffset, SumBytes);
    written.remove_prefix(std::min(written.find_first_not_of(' '), written.size()));
    unsigned value = 0;
    const auto [end, failure] = std::from_chars(written.data(), written.data() + written.size(), value, 8);
    return failure == std::errc() && value == sum;
}

UtcSeconds gzipTime(std::string_view head)
{
    constexpr std::size_t TimeOffset = 4;
    if (head.size() < TimeOffset + 4 || !head.starts_with("\x1f\x8b\x08"sv)) {
        return NoTime;
    }
    std::uint32_t seconds = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        seconds |= std::uint32_t{static_cast<unsigned char>(head[TimeOffset + i])} << (8 * i);
    }
    return seconds == 0 ? NoTime : UtcSeconds{seconds};
}

} // namespace limier
