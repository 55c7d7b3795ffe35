// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/journalrecord.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <format>
#include <iterator>

namespace limier
{

namespace
{

/// Appends a field that must stay one word.
void appendWord(std::string &text, std::string_view word)
{
    std::ranges::transform(word, std::back_inserter(text),
                           [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f' ? '_' : c; });
}

/// Appends the message as one line.
void appendMessage(std::string &text, std::string_view message)
{
    std::ranges::replace_copy_if(
        message, std::back_inserter(text), [](char c) { return c == '\n' || c == '\r' || c == '\0'; }, ' ');
}

/// Appends "2024-05-05T00:08:55.123456+00:00 " if @p digits are microseconds of a believable time.
bool appendTime(std::string &text, std::string_view digits)
{
    constexpr std::uint64_t Latest = 4'000'000'000'000'000; // 2096
    std::uint64_t value = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failure != std::errc() || end != digits.data() + digits.size() || value > Latest) {
        return false;
    }
    using namespace std::chrono;
    const sys_time<microseconds> time{microseconds(value)};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    std::format_to(std::back_inserter(text), "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}+00:00 ",
                   static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                   static_cast<unsigned>(date.day()), clock.hours().count(), clock.minutes().count(),
                   clock.seconds().count(), clock.subseconds().count());
    return true;
}

} // namespace

std::string *JournalRecord::field(std::string_view name)
{
    struct Field {
        std::string_view name;
        std::string JournalRecord::*value;
    };
    static constexpr std::array Fields{
        Field{"MESSAGE", &JournalRecord::m_message},
        Field{"_HOSTNAME", &JournalRecord::m_host},
        Field{"SYSLOG_IDENTIFIER", &JournalRecord::m_identifier},
        Field{"_COMM", &JournalRecord::m_command},
        Field{"SYSLOG_PID", &JournalRecord::m_pid},
        Field{"_PID", &JournalRecord::m_senderPid},
        Field{"__REALTIME_TIMESTAMP", &JournalRecord::m_time},
        Field{"_SOURCE_REALTIME_TIMESTAMP", &JournalRecord::m_sourceTime},
    };
    const auto *const found = std::ranges::find(Fields, name, &Field::name);
    if (found == Fields.end()) {
        return nullptr;
    }
    hasMessage |= found == Fields.begin();
    return &(this->*found->value);
}

void JournalRecord::append(std::string &value, std::string_view bytes)
{
    value.append(bytes.substr(0, LongestField - std::min(LongestField, value.size())));
}

void JournalRecord::flush(std::string &text)
{
    if (hasMessage) {
        if (!appendTime(text, m_sourceTime)) {
            appendTime(text, m_time);
        }
        appendWord(text, m_host.empty() ? "localhost" : std::string_view(m_host));
        text += ' ';
        appendWord(text, m_identifier.empty() ? std::string_view(m_command) : m_identifier);
        if (const std::string &pid = m_pid.empty() ? m_senderPid : m_pid; !pid.empty()) {
            text += '[';
            appendWord(text, pid);
            text += ']';
        }
        text += ": ";
        appendMessage(text, m_message);
        text += '\n';
    }
    hasMessage = false;
    for (std::string *value :
         {&m_message, &m_host, &m_identifier, &m_command, &m_pid, &m_senderPid, &m_time, &m_sourceTime}) {
        value->clear();
    }
}

} // namespace limier
