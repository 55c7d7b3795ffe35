// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zone.h"

#include <array>

namespace limier::generator
{

enum class TimeForm : std::uint8_t {
    Traditional, ///< "Jun  1 08:30:00"
    Rfc3339,     ///< "2026-06-01T08:30:00.123456+02:00"
};

/// Writes time stamps as syslog does. Cheap within one second; not thread-safe.
class TimeText
{
public:
    static constexpr std::size_t Longest = 40;

    TimeText(Zone zone, TimeForm form);

    void setForm(TimeForm form);

    /// Writes at most Longest characters at @p out, returns their end.
    char *write(char *out, Micros time);

private:
    void renew(std::int64_t utcSeconds);

    Zone m_zone;
    TimeForm m_form;
    std::int64_t m_second = -1;
    std::array<char, 24> m_text{};
    std::size_t m_length = 0;
    std::array<char, 8> m_suffix{};
};

/// "2026-06-01T06:30:00Z"
[[nodiscard]] std::string utcText(std::int64_t utcSeconds);

} // namespace limier::generator
