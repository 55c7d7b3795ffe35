// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logfiles.h"
#include "timetext.h"

#include <algorithm>
#include <charconv>
#include <concepts>
#include <memory>
#include <string_view>

namespace limier::generator
{

/**
 * Writes the lines of one log in the order of time, as a syslog daemon does. Owns the buffer, not the files; one
 * thread. A line is begun, filled with <<, and ended; it must stay below Longest bytes, which all texts of the
 * generator do by far.
 */
class LogWriter
{
public:
    struct Rotation {
        bool daily = false;
        std::uint64_t lines = 0; ///< 0: not by lines
    };
    static constexpr std::size_t Longest = 32768;

    LogWriter(LogFiles &files, Zone zone, TimeForm form, Rotation rotation, std::string_view host);

    /// Begins a line of @p program at timeOf(@p time).
    LogWriter &begin(Micros time, std::string_view program, std::uint32_t pid);
    void end();

    LogWriter &operator<<(std::string_view text)
    {
        m_at = std::ranges::copy(text, m_at).out;
        return *this;
    }
    LogWriter &operator<<(char c)
    {
        *m_at++ = c;
        return *this;
    }
    template <std::unsigned_integral T>
        requires(!std::same_as<T, bool> && !std::same_as<T, char>)
    LogWriter &operator<<(T number)
    {
        m_at = std::to_chars(m_at, m_at + 20, number).ptr;
        return *this;
    }

    /// The time that a line begun for @p time gets: if the last line is not earlier, a little after that one.
    [[nodiscard]] Micros timeOf(Micros time) const
    {
        return std::max(time, m_now + 12 + static_cast<Micros>(m_lines * 7 & 31));
    }
    /// From now on lines have stamps of this form.
    void setForm(TimeForm form) { m_time.setForm(form); }
    /// Hands what is buffered to the files.
    void flush();

    [[nodiscard]] std::uint64_t lines() const { return m_lines; }
    [[nodiscard]] std::uint64_t postfixLines() const { return m_postfixLines; }
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes + buffered(); }
    /// The time of the last line.
    [[nodiscard]] Micros now() const { return m_now; }
    [[nodiscard]] std::int64_t firstSecond() const { return m_firstSecond; }

private:
    static constexpr std::size_t BufferSize = 1 << 20;

    [[nodiscard]] std::uint64_t buffered() const { return static_cast<std::uint64_t>(m_at - m_buffer.get()); }
    void rotateIfDue(Micros time);

    LogFiles &m_files;
    Zone m_zone;
    TimeText m_time;
    Rotation m_rotation;
    std::string m_host;
    std::unique_ptr<char[]> m_buffer;
    char *m_at;
    Micros m_now = 0;
    Micros m_midnight = 0;
    std::int64_t m_firstSecond = 0;
    std::uint64_t m_lines = 0;
    std::uint64_t m_postfixLines = 0;
    std::uint64_t m_linesInFile = 0;
    std::uint64_t m_bytes = 0;
};

} // namespace limier::generator
