// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/server.h"

#include <chrono>
#include <optional>
#include <string>

namespace limier
{

/**
 * Reads what a command prints: waits for it, but not for ever (Hung), and not when it is no longer wanted (Cancelled).
 * Owns the command. Thread: that of its server.
 */
class PatientReader
{
public:
    /// How long a command that was asked for something may say nothing.
    static constexpr std::chrono::seconds Silence{30};
    using IsWanted = std::function<bool()>;

    /// @p isWanted is asked some times a second.
    PatientReader(std::string host, std::string command, std::unique_ptr<RemoteProcess> process, IsWanted isWanted,
                  std::chrono::milliseconds silence = Silence);

    /// Fewer bytes than wanted also before the end; 0 at the end.
    [[nodiscard]] std::expected<std::size_t, RemoteError> read(std::span<char> buffer);
    /// The same, but 0 also when nothing came in @p patience; isAtEnd() tells the end.
    [[nodiscard]] std::expected<std::size_t, RemoteError> readSome(std::span<char> buffer,
                                                                   std::chrono::milliseconds patience);
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }
    /// A line without its end; none at the end. Nonsense if it has more than @p most bytes.
    [[nodiscard]] std::expected<std::optional<std::string>, RemoteError> readLine(std::size_t most);

    /// Bytes that came so far.
    [[nodiscard]] std::uint64_t received() const { return m_received; }
    [[nodiscard]] RemoteProcess &process() { return *m_process; }
    [[nodiscard]] RemoteError error(RemoteErrorCode code, std::string detail = {}, std::int64_t value = -1) const;

private:
    std::string m_host;
    std::string m_command;
    std::unique_ptr<RemoteProcess> m_process;
    IsWanted m_isWanted;
    std::string m_pending; ///< read with a line, behind it
    std::chrono::milliseconds m_silence;
    std::chrono::steady_clock::time_point m_lastHeard;
    std::uint64_t m_received = 0;
    bool m_isAtEnd = false;
};

} // namespace limier
