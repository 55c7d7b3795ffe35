// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logwriter.h"

namespace limier::generator
{

LogWriter::LogWriter(LogFiles &files, Zone zone, TimeForm form, Rotation rotation, std::string_view host)
    : m_files(files)
    , m_zone(zone)
    , m_time(zone, form)
    , m_rotation(rotation)
    , m_host(' ' + std::string(host) + ' ')
    , m_buffer(std::make_unique_for_overwrite<char[]>(BufferSize))
    , m_at(m_buffer.get())
{
}

LogWriter &LogWriter::begin(Micros time, std::string_view program, std::uint32_t pid)
{
    time = timeOf(time);
    if (m_lines == 0) {
        m_firstSecond = wholeSeconds(time);
    }
    rotateIfDue(time);
    if (buffered() + Longest > BufferSize) {
        flush();
    }
    m_now = time;
    m_postfixLines += program.starts_with("postfix/") ? 1U : 0U;
    m_at = m_time.write(m_at, time);
    *this << std::string_view(m_host) << program;
    if (pid != 0) {
        *this << '[' << pid << ']';
    }
    return *this << ": ";
}

void LogWriter::end()
{
    *m_at++ = '\n';
    ++m_lines;
    ++m_linesInFile;
}

void LogWriter::rotateIfDue(Micros time)
{
    const bool byLines = m_rotation.lines != 0 && m_linesInFile >= m_rotation.lines;
    bool byDay = false;
    if (m_rotation.daily && time >= m_midnight) {
        byDay = m_linesInFile != 0;
        m_midnight = m_zone.nextMidnight(time);
    }
    if (byLines || byDay) {
        flush();
        m_files.rotate(wholeSeconds(m_now));
        m_linesInFile = 0;
    }
}

void LogWriter::flush()
{
    m_files.write(m_buffer.get(), buffered());
    m_bytes += buffered();
    m_at = m_buffer.get();
}

} // namespace limier::generator
