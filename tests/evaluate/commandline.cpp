// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "scenario.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace limier::evaluate
{

namespace
{

constexpr std::string_view TuningSeeds = "1-500";

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

} // namespace

std::expected<Options, std::string> parseOptions(std::span<const std::string_view> arguments)
{
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        if (name == "--verbose" || name == "--help") {
            (name == "--help" ? options.help : options.verbose) = true;
            continue;
        }
        if (name != "--seeds" && name != "--scenario" && name != "--keep") {
            return std::unexpected(std::format("{}: unknown option", name));
        }
        if (i + 1 == arguments.size()) {
            return std::unexpected(std::format("{}: its value is missing", name));
        }
        const std::string_view value = arguments[++i];
        if (name == "--seeds" && !readSeeds(value, options)) {
            return std::unexpected(std::format("{}: not a range of seeds", value));
        }
        if (name == "--scenario" && !isScenario(value)) {
            return std::unexpected(std::format("{}: no scenario is called so", value));
        }
        if (name != "--seeds") {
            (name == "--keep" ? options.keep : options.scenario) = value;
        }
    }
    return options;
}

std::string usage()
{
    const Options usual;
    std::string text = std::format(R"(Shows how well Limier's detectors judge logs of which the truth is known.

limier_evaluate [OPTION...]
  --seeds FROM-TO     one scenario for each seed ({}-{})
  --scenario NAME     only those with NAME in their name
  --keep DIR          keeps the log of each seed in DIR/SEED, with what was played; for some seeds only
  --verbose           what was played and found for each seed, not only what was wrong

Seeds {}-{} are for the final proof alone. Whoever changes a threshold looks at the seeds {}.
The exit status is 1 if a figure is not what it must be.

Even seeds have an incident, odd ones only traps. Scenarios:
)",
                                   usual.first, usual.last, usual.first, usual.last, TuningSeeds);
    for (const std::string_view name : scenarioNames()) {
        text += std::format("  {}\n", name);
    }
    return text;
}

} // namespace limier::evaluate
