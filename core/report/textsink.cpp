// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/textsink.h"

#include <QIODevice>

#include <charconv>
#include <chrono>

namespace limier
{

namespace
{

/// Writes @p value with as many digits as fit from @p begin to @p end.
void putDigits(char *begin, char *end, unsigned value)
{
    while (end != begin) {
        *--end = static_cast<char>('0' + value % 10);
        value /= 10;
    }
}

} // namespace

TextSink::TextSink(QIODevice &device)
    : m_device(device)
    , m_buffer(std::make_unique_for_overwrite<char[]>(Capacity))
{
}

void TextSink::appendNumber(std::uint64_t number)
{
    constexpr std::size_t Digits = 20;
    if (Capacity - m_used < Digits) {
        flush();
    }
    char *const begin = m_buffer.get() + m_used;
    m_used += static_cast<std::size_t>(std::to_chars(begin, begin + Digits, number).ptr - begin);
}

void TextSink::appendTime(UtcSeconds time)
{
    using namespace std::chrono;
    const sys_seconds instant{seconds{time}};
    const auto midnight = floor<days>(instant);
    const year_month_day date{midnight};
    const auto clock = static_cast<unsigned>((instant - midnight).count());
    char text[] = "0000-00-00T00:00:00Z";
    putDigits(text, text + 4, static_cast<unsigned>(int{date.year()}));
    putDigits(text + 5, text + 7, unsigned{date.month()});
    putDigits(text + 8, text + 10, unsigned{date.day()});
    putDigits(text + 11, text + 13, clock / 3600);
    putDigits(text + 14, text + 16, clock / 60 % 60);
    putDigits(text + 17, text + 19, clock % 60);
    append(std::string_view{text, sizeof text - 1});
}

bool TextSink::finish()
{
    flush();
    return !m_failed;
}

void TextSink::appendBeyond(std::string_view text)
{
    flush();
    if (text.size() >= Capacity) {
        write(text);
        return;
    }
    std::memcpy(m_buffer.get(), text.data(), text.size());
    m_used = text.size();
}

void TextSink::flush()
{
    write({m_buffer.get(), m_used});
    m_used = 0;
}

void TextSink::write(std::string_view text)
{
    // A pipe may take less than it is given.
    while (!m_failed && !text.empty()) {
        const qint64 written = m_device.write(text.data(), static_cast<qint64>(text.size()));
        m_failed = written <= 0;
        text.remove_prefix(m_failed ? 0 : static_cast<std::size_t>(written));
    }
}

} // namespace limier
