// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timetext.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace limier::generator
{

namespace
{

constexpr std::array<const char *, 12> Months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct Calendar {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    unsigned hour = 0;
    unsigned minute = 0;
    unsigned second = 0;
};

Calendar calendar(std::int64_t seconds)
{
    const std::chrono::seconds since{seconds};
    const auto days = std::chrono::floor<std::chrono::days>(since);
    const std::chrono::year_month_day date{std::chrono::sys_days{days}};
    const auto rest = static_cast<unsigned>((since - days).count());
    return {static_cast<int>(date.year()),
            static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()),
            rest / 3600,
            rest / 60 % 60,
            rest % 60};
}

} // namespace

TimeText::TimeText(Zone zone, TimeForm form)
    : m_zone(zone)
    , m_form(form)
{
}

void TimeText::setForm(TimeForm form)
{
    m_form = form;
    m_second = -1;
}

char *TimeText::write(char *out, Micros time)
{
    const std::int64_t second = wholeSeconds(time);
    if (second != m_second) {
        renew(second);
    }
    std::memcpy(out, m_text.data(), m_text.size());
    out += m_length;
    if (m_form == TimeForm::Traditional) {
        return out;
    }
    *out = '.';
    auto micros = static_cast<unsigned>(time - second * Second);
    for (int i = 6; i > 0; --i) {
        out[i] = static_cast<char>('0' + micros % 10);
        micros /= 10;
    }
    std::memcpy(out + 7, m_suffix.data(), 6);
    return out + 13;
}

void TimeText::renew(std::int64_t utcSeconds)
{
    m_second = utcSeconds;
    const std::int64_t offset = m_zone.offset(utcSeconds);
    const Calendar at = calendar(utcSeconds + offset);
    if (m_form == TimeForm::Traditional) {
        m_length = static_cast<std::size_t>(std::snprintf(m_text.data(), m_text.size(), "%s %2u %02u:%02u:%02u",
                                                          Months[(at.month - 1) % 12], at.day % 100U, at.hour % 100U,
                                                          at.minute, at.second));
        return;
    }
    m_length = static_cast<std::size_t>(std::snprintf(m_text.data(), m_text.size(), "%04d-%02u-%02uT%02u:%02u:%02u",
                                                      at.year % 10000, at.month % 100U, at.day % 100U, at.hour % 100U,
                                                      at.minute, at.second));
    const auto minutes = static_cast<unsigned>(std::abs(offset) / 60);
    std::snprintf(m_suffix.data(), m_suffix.size(), "%c%02u:%02u", offset < 0 ? '-' : '+', minutes / 60 % 100,
                  minutes % 60);
}

std::string utcText(std::int64_t utcSeconds)
{
    const Calendar at = calendar(utcSeconds);
    std::array<char, 80> text{};
    const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02u:%02u:%02uZ", at.year, at.month,
                                     at.day, at.hour, at.minute, at.second);
    return {text.data(), static_cast<std::size_t>(length)};
}

} // namespace limier::generator
