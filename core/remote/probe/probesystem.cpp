// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/probe/probeparsers.h"
#include "remote/probe/probetext.h"

#include <QTimeZone>

#include <algorithm>
#include <cstdlib>
#include <format>
#include <ranges>

namespace limier::probe
{

namespace
{

constexpr std::size_t MostPlain = 256;
constexpr std::size_t MostAddresses = 256;

/// The value of a line of os-release, as the shell would read it.
std::string unquoted(std::string_view value)
{
    const bool isQuoted =
        value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    if (isQuoted) {
        value = value.substr(1, value.size() - 2);
    }
    std::string result;
    for (std::size_t i = 0; i < value.size(); ++i) {
        i += value[i] == '\\' && i + 1 < value.size() ? 1U : 0U;
        result += value[i];
    }
    return result;
}

bool isHostName(std::string_view text)
{
    return text.size() <= 253 && std::ranges::all_of(text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
                   || c == '_';
           });
}

bool isKnownZone(std::string_view name)
{
    return !name.empty() && name.size() <= 64
        && QTimeZone::isTimeZoneIdAvailable(QByteArray(name.data(), static_cast<qsizetype>(name.size())));
}

/// "now +0530" as a zone of that offset.
std::optional<std::string> zoneOfOffset(std::string_view line)
{
    if (line.size() != 9 || !line.starts_with("now ") || (line[4] != '+' && line[4] != '-')) {
        return std::nullopt;
    }
    const auto hours = numberOf<int>(line.substr(5, 2));
    const auto minutes = numberOf<int>(line.substr(7, 2));
    if (!hours || !minutes || *hours > 14 || *minutes > 59) {
        return std::nullopt;
    }
    if (*hours == 0 && *minutes == 0) {
        return "UTC";
    }
    if (*minutes == 0) {
        return std::format("Etc/GMT{}{}", line[4] == '+' ? '-' : '+', *hours); // their signs are those of POSIX
    }
    return std::format("UTC{}{:02}:{:02}", line[4], *hours, *minutes);
}

} // namespace

bool isPlain(std::string_view text)
{
    return !text.empty() && text.size() <= MostPlain
        && std::ranges::none_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

std::optional<std::string> parseSystem(std::string_view text)
{
    std::string pretty;
    std::string name;
    std::string version;
    const std::vector<std::string_view> lines = linesOf(text);
    for (const std::string_view line : lines) {
        const std::size_t equals = line.find('=');
        const std::string_view key = line.substr(0, equals);
        if (equals == std::string_view::npos) {
            continue;
        }
        std::string &value = key == "PRETTY_NAME" ? pretty : key == "NAME" ? name : version;
        if (key == "PRETTY_NAME" || key == "NAME" || key == "VERSION") {
            value = unquoted(trimmed(line.substr(equals + 1)));
        }
    }
    std::string system = !pretty.empty() ? pretty : version.empty() ? name : name + ' ' + version;
    if (system.empty() && lines.size() == 1 && lines.front().find('=') == std::string_view::npos) {
        system = lines.front();
    }
    return isPlain(system) ? std::optional(std::move(system)) : std::nullopt;
}

std::optional<std::string> parseHostName(std::string_view text)
{
    std::optional<std::string> result;
    for (const std::string_view line : linesOf(text)) {
        const bool isBetter = !result || (!result->contains('.') && line.contains('.'));
        if (isHostName(line) && isBetter && !line.starts_with("localhost")) {
            result = std::string(line);
        }
    }
    return result;
}

std::optional<std::string> parseTimezone(std::string_view text)
{
    std::optional<std::string> ofOffset;
    for (std::string_view line : linesOf(text)) {
        if (const std::size_t folder = line.rfind("zoneinfo/"); folder != std::string_view::npos) {
            line.remove_prefix(folder + 9);
        } else if (line.starts_with("Time zone:") || line.starts_with("Timezone:")) { // timedatectl
            line.remove_prefix(line.find(':') + 1);
            line = takeWord(line);
        } else if (auto zone = zoneOfOffset(line)) {
            ofOffset = std::move(zone);
            continue;
        }
        for (const std::string_view variant : {"posix/", "right/"}) {
            line.remove_prefix(line.starts_with(variant) ? variant.size() : 0);
        }
        if (isKnownZone(line)) {
            return std::string(line);
        }
    }
    return ofOffset;
}

std::optional<double> parseClock(std::string_view text)
{
    text = trimmed(text);
    const std::size_t dot = text.find('.');
    const auto seconds = numberOf<std::int64_t>(text.substr(0, dot));
    if (!seconds || *seconds < 0 || *seconds > std::int64_t{1} << 40) {
        return std::nullopt;
    }
    const std::string_view fraction = dot == std::string_view::npos ? std::string_view() : text.substr(dot);
    const bool isKnown = fraction.size() > 1 && fraction.size() <= 10
        && fraction.find_first_not_of("0123456789", 1) == std::string_view::npos;
    // Without a fraction the time is somewhere in this second.
    return static_cast<double>(*seconds) + (isKnown ? numberOf<double>(fraction).value_or(0.5) : 0.5);
}

std::vector<std::string> parseAddresses(std::string_view text)
{
    std::vector<std::string> result;
    const auto add = [&result](std::string_view word) {
        const std::string_view address = word.substr(0, word.find('/'));
        const bool isAddress = address.size() >= 3 && address.size() <= 45
            && (address.contains('.') || address.contains(':'))
            && address.find_first_not_of("0123456789abcdefABCDEF.:") == std::string_view::npos;
        const bool isOwn = address.starts_with("127.") || address == "::1" || address.starts_with("fe80:");
        if (isAddress && !isOwn && result.size() < MostAddresses
            && std::ranges::find(result, address) == result.end()) {
            result.emplace_back(address);
        }
    };
    for (std::string_view line : linesOf(text)) {
        // "2: eth0    inet 192.0.2.1/24 brd …", or only addresses.
        const bool isOfIp = line.contains(" inet ") || line.contains(" inet6 ");
        for (bool isNext = !isOfIp; !line.empty();) {
            const std::string_view word = takeWord(line);
            if (isNext) {
                add(word);
            }
            isNext = isOfIp ? word == "inet" || word == "inet6" : true;
        }
    }
    return result;
}

std::optional<DiskSpace> parseDiskSpace(std::string_view text)
{
    for (std::string_view line : linesOf(text)) {
        // From its end: names of devices hold blanks, too. "/dev/sda1 41152736 9136016 30143376 24% /".
        const std::size_t percent = line.find("% ");
        if (percent == std::string_view::npos) {
            continue;
        }
        std::vector<std::string_view> words;
        for (std::string_view before = line.substr(0, percent); !before.empty();) {
            words.push_back(takeWord(before));
        }
        if (words.size() < 5) {
            continue;
        }
        const auto used = numberOf<std::uint64_t>(words[words.size() - 3]);
        const auto left = numberOf<std::uint64_t>(words[words.size() - 2]);
        constexpr std::uint64_t MostKilobytes = std::uint64_t{1} << 50;
        if (used && left && *used < MostKilobytes && *left < MostKilobytes) {
            return DiskSpace{.freeBytes = *left * 1024, .diskBytes = (*left + *used) * 1024};
        }
    }
    return std::nullopt;
}

Packages parsePackages(std::string_view text)
{
    Packages result;
    std::string ofCore;
    for (std::string_view line : linesOf(text)) {
        if (line == "/etc/bm/bm.ini") {
            result.hasBlueMind = true;
        }
        result.hasBmCli = result.hasBmCli || (line.starts_with('/') && line.ends_with("/bm-cli"));
        result.hasTickStack = result.hasTickStack || (line.starts_with('/') && line.ends_with("/kapacitor"));
        const std::string_view name = takeWord(line);
        const std::string_view version = takeWord(line);
        if (!name.starts_with("bm-") || !line.contains(" installed") || version.empty() || version.size() > 64
            || !isPlain(version)) {
            continue;
        }
        result.hasBlueMind = true;
        result.hasTickStack = result.hasTickStack || name == "bm-kapacitor";
        if (name == "bm-cli") {
            result.hasBmCli = true;
            result.bmCliVersion = version;
        } else if (name == "bm-core") {
            ofCore = version;
        } else if (name != "bm-kapacitor") { // has a version of its own
            result.blueMindVersion = version;
        }
    }
    if (!ofCore.empty() || result.blueMindVersion.empty()) {
        result.blueMindVersion = !ofCore.empty() ? ofCore : result.bmCliVersion;
    }
    return result;
}

std::int64_t parseJournalTime(std::string_view text)
{
    for (std::string_view line : linesOf(text)) {
        const std::string_view word = takeWord(line);
        if (const auto time = numberOf<std::int64_t>(word.substr(0, word.find('.')));
            time && *time > 0 && !line.empty()) {
            return *time;
        }
    }
    return 0;
}

} // namespace limier::probe
