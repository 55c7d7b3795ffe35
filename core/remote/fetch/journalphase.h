// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/fetch/sessioncontext.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace limier
{

/// Microseconds since 1970 of a line of `journalctl -o short-iso-precise`; 0 if it has no time.
[[nodiscard]] std::int64_t journalTime(std::string_view line);

/// The command that prints a part of the journal, as it is run.
[[nodiscard]] std::string journalCommand(const std::string &selection);

/**
 * Fetches and follows the mail log of a server that has it in journald only: as text, the last lines first, then those
 * before them. The journal has no offsets; what joins two parts is the time of lines, to the microsecond.
 * Thread: the session's.
 */
class JournalPhase
{
public:
    JournalPhase(const SessionContext &context, FetchRange range);

    /// Until all of the range is here, or another one is wanted: see isWhole().
    [[nodiscard]] std::expected<void, RemoteError> fetch();
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    /// Until the range or the pause is changed.
    [[nodiscard]] std::expected<void, RemoteError> follow();

private:
    [[nodiscard]] std::size_t newest() const;
    [[nodiscard]] std::size_t oldest() const;
    [[nodiscard]] std::expected<void, RemoteError> fetchInto(std::size_t log, const std::string &selection);
    [[nodiscard]] std::expected<void, RemoteError> fetchOlder();
    [[nodiscard]] std::expected<void, RemoteError> add(const std::string &selection);
    [[nodiscard]] std::expected<void, RemoteError> dropFirstMoment(CachedLog &log);
    [[nodiscard]] std::expected<void, RemoteError> append(std::string_view lines);
    [[nodiscard]] std::expected<void, RemoteError> appendWhole(std::string &pending);
    [[nodiscard]] std::expected<void, RemoteError> saveIfDue();
    void rememberEnd(std::string_view lines);
    void findEnd();

    SessionContext m_context;
    FetchRange m_range;
    std::int64_t m_lastTime = 0; ///< of the last line that is here, in microseconds
    std::size_t m_linesThen = 0; ///< so many lines that are here have that time
    std::chrono::steady_clock::time_point m_lastSaved;
    bool m_isWhole = false;
};

} // namespace limier
