// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/server.h"

#include <algorithm>
#include <array>

namespace limier
{

std::expected<CommandResult, RemoteError> runCommand(Server &server, std::string_view script, RunAs runAs,
                                                     std::string_view input, std::chrono::milliseconds patience,
                                                     std::size_t mostOutput)
{
    auto process = server.start(script, runAs);
    if (!process) {
        return std::unexpected(process.error());
    }
    if (auto written = (*process)->write(input); !written) {
        return std::unexpected(written.error());
    }
    if (auto closed = (*process)->closeInput(); !closed) {
        return std::unexpected(closed.error());
    }
    const std::string name(script.substr(0, script.find_first_of(" \n;")));
    const auto failure = [&](RemoteErrorCode code, std::string detail, std::int64_t value) {
        return std::unexpected(RemoteError{
            .code = code, .host = server.name(), .subject = name, .detail = std::move(detail), .value = value});
    };
    const auto end = std::chrono::steady_clock::now() + patience;
    CommandResult result;
    std::array<char, 16384> buffer{};
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        auto count = (*process)->read(buffer, std::max(left, std::chrono::milliseconds(1)));
        if (!count && count.error().code == RemoteErrorCode::TimedOut) {
            return failure(RemoteErrorCode::Hung, {}, patience / std::chrono::seconds(1));
        }
        if (!count) {
            return std::unexpected(count.error());
        }
        if (*count == 0) {
            break;
        }
        if (result.output.size() + *count > mostOutput) {
            return failure(RemoteErrorCode::Nonsense, result.output.substr(0, 200), -1);
        }
        result.output.append(buffer.data(), *count);
    }
    const auto status = (*process)->exitStatus();
    if (!status) {
        return std::unexpected(status.error());
    }
    result.status = *status;
    result.errorText = (*process)->errorText();
    return result;
}

std::string shellQuoted(std::string_view text)
{
    std::string quoted = "'";
    for (const char c : text.substr(0, text.find('\0'))) {
        if (c == '\'') {
            quoted += "'\\''";
        } else {
            quoted += c;
        }
    }
    return quoted += '\'';
}

} // namespace limier
