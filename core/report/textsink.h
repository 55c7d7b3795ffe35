// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "log/timestamp.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

class QIODevice;

namespace limier
{

/**
 * Where a report's text goes: a buffer of 64 KiB in front of a device that is open for writing, which must outlive it.
 * Once a write has failed, what follows is dropped and finish() says so. One thread at a time.
 */
class TextSink
{
public:
    explicit TextSink(QIODevice &device);
    TextSink(const TextSink &) = delete;
    TextSink &operator=(const TextSink &) = delete;

    void append(std::string_view text)
    {
        if (text.size() > Capacity - m_used) {
            appendBeyond(text);
            return;
        }
        std::memcpy(m_buffer.get() + m_used, text.data(), text.size());
        m_used += text.size();
    }
    void append(char c)
    {
        if (m_used == Capacity) {
            flush();
        }
        m_buffer[m_used++] = c;
    }
    void appendNumber(std::uint64_t number);
    /// As RFC 3339 writes it, "2026-06-14T18:30:05Z". For years of four digits; not for NoTime.
    void appendTime(UtcSeconds time);

    /// Hands over what is buffered. False if this or an earlier write failed: the device says why.
    [[nodiscard]] bool finish();

private:
    static constexpr std::size_t Capacity = 64 * 1024;

    void appendBeyond(std::string_view text);
    void flush();
    void write(std::string_view text);

    QIODevice &m_device;
    std::unique_ptr<char[]> m_buffer;
    std::size_t m_used = 0;
    bool m_failed = false;
};

} // namespace limier
