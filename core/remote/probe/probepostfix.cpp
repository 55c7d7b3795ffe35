// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/probe/probeparsers.h"
#include "remote/probe/probetext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace limier::probe
{

namespace
{

constexpr std::size_t MostName = 64;
constexpr std::size_t MostSettings = 100;
constexpr std::size_t MostValue = std::size_t{64} << 10;

bool isSettingName(std::string_view name)
{
    return !name.empty() && name.size() <= MostName && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9');
    });
}

bool isSettingValue(std::string_view value)
{
    return value.size() <= MostValue
        && std::ranges::none_of(value, [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7f; });
}

} // namespace

PostfixAnswer parsePostfixSettings(std::string_view text)
{
    PostfixAnswer result;
    for (const std::string_view line : linesOf(text)) {
        if (line.starts_with("postconf: ")) {
            const bool isError = line.starts_with("postconf: fatal:") || line.starts_with("postconf: error:");
            if (isError && result.firstError.empty()) {
                result.firstError = line.substr(0, 200);
            }
            continue;
        }
        const std::size_t equals = line.find('=');
        const std::string_view name = trimmed(line.substr(0, equals));
        const std::string_view value =
            equals == std::string_view::npos ? std::string_view() : trimmed(line.substr(equals + 1));
        if (equals == std::string_view::npos || !isSettingName(name) || !isSettingValue(value)) {
            result.isOdd = true;
            continue;
        }
        // A second try, after the first failed halfway, says the first ones again.
        const auto known = std::ranges::find(result.settings, name, &PostfixSetting::name);
        if (known != result.settings.end()) {
            known->value = value;
        } else if (result.settings.size() >= MostSettings) {
            result.isOdd = true;
        } else {
            result.settings.push_back({.name = std::string(name), .value = std::string(value)});
        }
    }
    return result;
}

QueueAnswer parseQueue(std::string_view text)
{
    constexpr std::array Names{
        std::pair(std::string_view("incoming"), &QueueLength::incoming),
        std::pair(std::string_view("active"), &QueueLength::active),
        std::pair(std::string_view("deferred"), &QueueLength::deferred),
        std::pair(std::string_view("hold"), &QueueLength::hold),
        std::pair(std::string_view("maildrop"), &QueueLength::maildrop),
    };
    QueueAnswer result;
    QueueLength length;
    bool isCounted = false;
    std::uint64_t requests = 0;
    for (std::string_view line : linesOf(text)) {
        const std::string_view whole = line;
        const std::string_view name = takeWord(line);
        const auto *const known = std::ranges::find(Names, name, [](const auto &entry) { return entry.first; });
        if (known != Names.end()) {
            if (const auto count = numberOf<std::uint64_t>(line); count && *count < std::uint64_t{1} << 40) {
                length.*(known->second) = *count;
                isCounted = true;
            }
        } else if (name == "time") {
            length.time = numberOf<std::int64_t>(line).value_or(0);
        } else if (name == "unreadable") {
            result.unreadable = isPlain(line) ? line : std::string_view();
        } else if (name == "postqueue:") { // the last one says why it gave up
            result.error = whole.substr(0, 200);
        } else if (name == "summary") { // "-- 23 Kbytes in 5 Requests."
            const std::size_t in = line.find(" in ");
            std::string_view rest = in == std::string_view::npos ? std::string_view() : line.substr(in + 4);
            requests = numberOf<std::uint64_t>(takeWord(rest)).value_or(0);
        }
    }
    // Where the form of the lines is not known, the sum at least is.
    if (isCounted && length.total() == 0 && requests < std::uint64_t{1} << 40) {
        length.deferred = requests;
    }
    if (isCounted) {
        result.length = length;
    }
    return result;
}

} // namespace limier::probe
