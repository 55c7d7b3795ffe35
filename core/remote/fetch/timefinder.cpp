// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fetch/timefinder.h"

#include "remote/fetch/loglister.h"

#include <algorithm>
#include <array>

namespace limier
{

namespace
{

constexpr std::size_t SampleBytes = 2048;
constexpr std::uint64_t Samples = 32;
constexpr std::uint64_t NearEnough = std::uint64_t{1} << 20;
constexpr int MostRounds = 5;

using Offsets = std::array<std::uint64_t, Samples>;

Offsets placesBetween(std::uint64_t low, std::uint64_t high)
{
    Offsets places{};
    for (std::uint64_t i = 0; i < Samples; ++i) {
        places[i] = low + (high - low) / (Samples + 1) * (i + 1);
    }
    return places;
}

} // namespace

std::string sampleScript(const std::string &path, std::span<const std::uint64_t> places)
{
    std::string script = "exec 3<" + shellQuoted(path) + "\nfor o in";
    for (const std::uint64_t place : places) {
        script += ' ' + std::to_string(place);
    }
    return script + "\ndo dd if=/proc/self/fd/3 bs=" + std::to_string(SampleBytes)
        + " iflag=skip_bytes,fullblock skip=$o count=1 status=none\ndone";
}

std::expected<std::uint64_t, RemoteError> findTime(Server &server, const RemoteLog &log, std::int64_t time,
                                                   const std::string &timezone)
{
    std::uint64_t low = 0;
    std::uint64_t high = log.bytes;
    for (int round = 0; round < MostRounds && high - low > NearEnough; ++round) {
        const Offsets places = placesBetween(low, high);
        const auto result = runCommand(server, sampleScript(log.path, places), RunAs::Root, {},
                                       std::chrono::seconds(30), Samples * SampleBytes);
        if (!result) {
            return std::unexpected(result.error());
        }
        if (result->output.size() != Samples * SampleBytes) {
            return low; // the log changed meanwhile
        }
        const std::string_view samples(result->output);
        for (std::uint64_t i = 0; i < Samples; ++i) {
            const std::string_view sample = samples.substr(i * SampleBytes, SampleBytes);
            // The first line is a part of one.
            const std::string_view lines = sample.substr(std::min(sample.find('\n'), sample.size()));
            const std::int64_t found = firstTime(lines, log.modified, timezone);
            if (found >= time) {
                high = places[i];
                break;
            }
            if (found != 0) {
                low = places[i];
            }
        }
    }
    return low;
}

} // namespace limier
