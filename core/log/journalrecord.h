// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace limier
{

/// The fields of one entry of the systemd journal that a log line is made of. Each is cut at LongestField.
class JournalRecord
{
public:
    static constexpr std::size_t LongestField = std::size_t{1} << 20;

    /// Where the value of the field @p name belongs; null for a field that the line does not show.
    [[nodiscard]] std::string *field(std::string_view name);
    /// Adds to a value up to the longest that is kept.
    static void append(std::string &value, std::string_view bytes);

    /**
     * Appends "2024-05-05T00:08:55.123456+00:00 host postfix/smtpd[123]: message" and a line end, unless there is no
     * message, and forgets the fields.
     */
    void flush(std::string &text);

    /// There was a message, even an empty one.
    bool hasMessage = false;

private:
    std::string m_message;
    std::string m_host;
    std::string m_identifier;
    std::string m_command;
    std::string m_pid;
    std::string m_senderPid;
    std::string m_time;       ///< microseconds since 1970, when the journal got it
    std::string m_sourceTime; ///< when it was written
};

} // namespace limier
