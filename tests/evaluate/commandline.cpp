// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "scenario.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>

namespace limier::evaluate
{

namespace
{

bool readNumber(std::string_view text, std::uint64_t &number)
{
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc() && end == text.data() + text.size();
}

bool readSeeds(std::string_view text, Options &options)
{
    const std::size_t dash = std::min(text.find('-'), text.size());
    if (!readNumber(text.substr(0, dash), options.first)) {
        return false;
    }
    options.last = options.first;
    return dash == text.size() || (readNumber(text.substr(dash + 1), options.last) && options.last >= options.first);
}

bool isScenario(std::string_view text)
{
    return std::ranges::any_of(scenarioNames(), [&](std::string_view name) { return name.contains(text); });
}

/// The error is a sentence.
std::expected<void, std::string> readValue(std::string_view name, std::string_view value, Options &options)
{
    if (name == "--seeds" && !readSeeds(value, options)) {
        return std::unexpected(std::format("{}: not a range of seeds", value));
    }
    if (name == "--scenario") {
        if (!isScenario(value)) {
            return std::unexpected(std::format("{}: no scenario is called so", value));
        }
        options.scenario = value;
    }
    if (name == "--keep") {
        options.keep = value;
    }
    if (name == "--most-wrong" && !readNumber(value, options.mostWrong.emplace())) {
        return std::unexpected(std::format("{}: not a number", value));
    }
    return {};
}

} // namespace

std::expected<Options, std::string> parseOptions(std::span<const std::string_view> arguments)
{
    constexpr std::array<std::string_view, 4> WithValue{"--seeds", "--scenario", "--keep", "--most-wrong"};
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        if (name == "--verbose" || name == "--help") {
            (name == "--help" ? options.help : options.verbose) = true;
            continue;
        }
        if (!std::ranges::contains(WithValue, name)) {
            return std::unexpected(std::format("{}: unknown option", name));
        }
        if (i + 1 == arguments.size()) {
            return std::unexpected(std::format("{}: its value is missing", name));
        }
        if (const auto read = readValue(name, arguments[++i], options); !read) {
            return std::unexpected(read.error());
        }
    }
    return options;
}

std::string usage()
{
    std::string text = std::format(
        R"(Shows how often Limier's detectors are right about logs of which the truth is known.

limier_evaluate [OPTION...]
  --seeds FROM-TO     one scenario for each seed ({0}-{1})
  --scenario NAME     only those with NAME in their name
  --keep DIR          leaves the log of each seed in DIR/SEED, with its truth
  --most-wrong N      fails if more than N logs are judged wrongly, whatever the figures are
  --verbose           what was played and found for each seed, not only for those judged wrongly

The seeds {0}-{1} are for the proof alone: whoever changes a detector looks at {2}-{3}.
The exit status is 1 if a figure is not what it must be, 2 if something else went wrong.

Even seeds have an incident, odd ones only what looks like one. Scenarios:
)",
        FirstFinalSeed, LastFinalSeed, FirstTuningSeed, LastTuningSeed);
    for (const std::string_view name : scenarioNames()) {
        text += std::format("  {}\n", name);
    }
    return text;
}

} // namespace limier::evaluate
