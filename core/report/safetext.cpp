// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/safetext.h"

#include <QChar>

#include <array>
#include <charconv>

namespace limier
{

namespace
{

constexpr unsigned byteAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

void appendHex(std::string &out, std::string_view prefix, char32_t value, std::size_t digits)
{
    std::array<char, 8> hex{};
    const char *const end =
        std::to_chars(hex.data(), hex.data() + hex.size(), static_cast<std::uint32_t>(value), 16).ptr;
    const auto length = static_cast<std::size_t>(end - hex.data());
    out += prefix;
    out.append(digits > length ? digits - length : 0, '0');
    out.append(hex.data(), length);
}

} // namespace

CodePoint firstCodePoint(std::string_view text)
{
    const unsigned lead = byteAt(text, 0);
    if (lead < 0x80) {
        return {static_cast<char32_t>(lead), 1, true};
    }
    const CodePoint invalid{static_cast<char32_t>(lead), 1, false};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) {
        return invalid;
    }
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t at = 1; at < length; ++at) {
        if ((byteAt(text, at) & 0xC0U) != 0x80U) {
            return invalid;
        }
        value = (value << 6) | (byteAt(text, at) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> Shortest{0, 0, 0x80, 0x800, 0x10000};
    const bool isSurrogate = value >= 0xD800 && value <= 0xDFFF;
    return value < Shortest[length] || value > 0x10FFFF || isSurrogate ? invalid : CodePoint{value, length, true};
}

bool isHarmful(char32_t codePoint)
{
    if (codePoint < 0x80) {
        return codePoint < 0x20 || codePoint == 0x7F;
    }
    switch (QChar::category(codePoint)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

std::string visibleText(std::string_view bytes, std::size_t limit)
{
    std::string visible;
    visible.reserve(bytes.size());
    for (std::size_t count = 0; !bytes.empty(); ++count) {
        if (count == limit) {
            visible += "…";
            break;
        }
        const CodePoint character = firstCodePoint(bytes);
        if (!character.isValid || (character.value < 0x80 && isHarmful(character.value))) {
            appendHex(visible, "\\x", character.value, 2);
        } else if (isHarmful(character.value)) {
            appendHex(visible, "\\u", character.value, 4);
        } else {
            visible += bytes.substr(0, character.length);
        }
        bytes.remove_prefix(character.length);
    }
    return visible;
}

std::string codeSpan(std::string_view bytes, std::size_t limit)
{
    // Escapes instead of longer fences and "\|": Markdown's dialects agree on nothing else.
    std::string span = "`";
    for (const char c : visibleText(bytes, limit)) {
        if (c == '`' || c == '|') {
            appendHex(span, "\\x", static_cast<unsigned char>(c), 2);
        } else {
            span += c;
        }
    }
    return span += '`';
}

} // namespace limier
