// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/patientreader.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace limier
{

namespace
{

constexpr std::chrono::milliseconds Glance{200};

} // namespace

PatientReader::PatientReader(std::string host, std::string command, std::unique_ptr<RemoteProcess> process,
                             IsWanted isWanted, std::chrono::milliseconds silence)
    : m_host(std::move(host))
    , m_command(std::move(command))
    , m_process(std::move(process))
    , m_isWanted(std::move(isWanted))
    , m_silence(silence)
    , m_lastHeard(std::chrono::steady_clock::now())
{
}

RemoteError PatientReader::error(RemoteErrorCode code, std::string detail, std::int64_t value) const
{
    return {.code = code, .host = m_host, .subject = m_command, .detail = std::move(detail), .value = value};
}

std::expected<std::size_t, RemoteError> PatientReader::readSome(std::span<char> buffer,
                                                                std::chrono::milliseconds patience)
{
    if (!m_pending.empty()) {
        const std::size_t count = std::min(buffer.size(), m_pending.size());
        std::memcpy(buffer.data(), m_pending.data(), count);
        m_pending.erase(0, count);
        return count;
    }
    if (m_isAtEnd) {
        return 0;
    }
    const auto got = m_process->read(buffer, patience);
    const auto now = std::chrono::steady_clock::now();
    if (!got && got.error().code == RemoteErrorCode::TimedOut) {
        if (now - m_lastHeard >= m_silence) {
            return std::unexpected(error(RemoteErrorCode::Hung, {}, m_silence / std::chrono::seconds(1)));
        }
        return 0;
    }
    m_lastHeard = now;
    m_isAtEnd = got && *got == 0;
    m_received += got.value_or(0);
    return got;
}

std::expected<std::size_t, RemoteError> PatientReader::read(std::span<char> buffer)
{
    // Time that passed between two reads was ours, not the server's.
    m_lastHeard = std::chrono::steady_clock::now();
    while (true) {
        if (!m_isWanted()) {
            return std::unexpected(error(RemoteErrorCode::Cancelled));
        }
        const auto got = readSome(buffer, Glance);
        if (!got || *got > 0 || m_isAtEnd) {
            return got;
        }
    }
}

std::expected<std::optional<std::string>, RemoteError> PatientReader::readLine(std::size_t most)
{
    std::string line;
    std::array<char, 4096> buffer{};
    while (true) {
        const auto got = read(buffer);
        if (!got) {
            return std::unexpected(got.error());
        }
        if (*got == 0) {
            return line.empty() ? std::nullopt : std::optional(std::move(line));
        }
        const std::string_view bytes(buffer.data(), *got);
        const std::size_t end = bytes.find('\n');
        line += bytes.substr(0, end);
        if (line.size() > most) {
            return std::unexpected(error(RemoteErrorCode::Nonsense, line.substr(0, 200)));
        }
        if (end != std::string_view::npos) {
            m_pending.insert(0, bytes.substr(end + 1));
            return line;
        }
    }
}

} // namespace limier
