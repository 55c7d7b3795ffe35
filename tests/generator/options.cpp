// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace limier::generator
{

namespace
{

using Result = std::expected<void, std::string>;

template <typename Number>
Result readNumber(std::string_view text, Number &number)
{
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size() || number < Number()) {
        return std::unexpected("not a number: " + std::string(text));
    }
    return {};
}

/// One of @p choices.
template <std::size_t Count>
Result choose(std::string_view text, const std::pair<std::string_view, void (*)(Options &)> (&choices)[Count],
              Options &options)
{
    const auto *const choice = std::ranges::find(choices, text, [](const auto &pair) { return pair.first; });
    if (choice == std::end(choices)) {
        return std::unexpected("unknown value: " + std::string(text));
    }
    choice->second(options);
    return {};
}

Result readTime(std::string_view text, Options &options)
{
    return choose(text,
                  {{"traditional", [](Options &o) { o.time = TimeForm::Traditional; }},
                   {"rfc3339", [](Options &o) { o.time = TimeForm::Rfc3339; }},
                   {"switch",
                    [](Options &o) {
                        o.time = TimeForm::Traditional;
                        o.switchTime = true;
                    }}},
                  options);
}

Result readIds(std::string_view text, Options &options)
{
    return choose(
        text,
        {{"short", [](Options &o) { o.ids = IdForm::Short; }}, {"long", [](Options &o) { o.ids = IdForm::Long; }}},
        options);
}

Result readIncidents(std::string_view text, Options &options)
{
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const Result result = choose(text.substr(0, comma),
                                     {{"stolen", [](Options &o) { o.stolen = true; }},
                                      {"relay", [](Options &o) { o.relay = true; }},
                                      {"bruteforce", [](Options &o) { o.bruteForce = true; }}},
                                     options);
        if (!result) {
            return result;
        }
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return {};
}

Result readRotation(std::string_view text, Options &options)
{
    if (text == "daily") {
        options.rotation.daily = true;
        return {};
    }
    return readNumber(text, options.rotation.lines);
}

bool readSwitch(std::string_view name, Options &options)
{
    bool *const on = name == "--filter" ? &options.server.filter
        : name == "--postscreen"        ? &options.server.postscreen
        : name == "--failed-names"      ? &options.server.failedNames
        : name == "--gzip"              ? &options.gzip
                                        : nullptr;
    if (on != nullptr) {
        *on = true;
    }
    return on != nullptr;
}

Result readValue(std::string_view name, std::string_view value, Options &options)
{
    const std::pair<std::string_view, std::string *> texts[] = {{"--start", &options.start},
                                                                {"--zone", &options.zone},
                                                                {"--output", &options.output},
                                                                {"--truth", &options.truth}};
    for (const auto &[option, text] : texts) {
        if (option == name) {
            *text = value;
            return {};
        }
    }
    return name == "--seed"    ? readNumber(value, options.seed)
        : name == "--lines"    ? readNumber(value, options.lines)
        : name == "--days"     ? readNumber(value, options.days)
        : name == "--users"    ? readNumber(value, options.people)
        : name == "--activity" ? readNumber(value, options.activity)
        : name == "--spam"     ? readNumber(value, options.spam)
        : name == "--time"     ? readTime(value, options)
        : name == "--ids"      ? readIds(value, options)
        : name == "--incident" ? readIncidents(value, options)
        : name == "--rotate"   ? readRotation(value, options)
                               : Result(std::unexpected("unknown option"));
}

} // namespace

std::expected<void, std::string> check(const Options &options)
{
    if (options.output.empty()) {
        return std::unexpected("--output is missing");
    }
    if (options.lines == 0 && options.days <= 0) {
        return std::unexpected("--lines or --days is missing");
    }
    if (options.people < 4) {
        return std::unexpected("--users must be 4 or more");
    }
    return {};
}

std::expected<Options, std::string> parseOptions(std::span<const std::string_view> arguments)
{
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        if (readSwitch(name, options)) {
            continue;
        }
        if (i + 1 == arguments.size()) {
            return std::unexpected(std::string(name) + ": unknown option, or its value is missing");
        }
        if (const Result result = readValue(name, arguments[++i], options); !result) {
            return std::unexpected(std::string(name) + ": " + result.error());
        }
    }
    if (const Result result = check(options); !result) {
        return std::unexpected(result.error());
    }
    return options;
}

std::string_view usage()
{
    return R"(Makes the mail log of a BlueMind server that does not exist, and the truth about it.

limier-generate --lines N | --days D  --output FILE|DIR  [OPTION...]
  --seed N            the same seed and options give the same bytes (1)
  --lines N           ends with the event that makes the Nth line
  --days D            ends after D days, fractions allowed; with --lines: what comes first
  --start TIME        of the first day, in the zone of the server (2026-06-01T00:00:00)
  --zone NAME         of the server (Europe/Paris)
  --users N           people with a mailbox; they decide how many lines a day has (300)
  --activity F        how much of the usual mail each of them writes and gets (1)
  --time FORM         traditional (default), rfc3339, or switch: the first, after half of the log the second
  --ids FORM          short (default): queue IDs come back; long: they do not
  --filter            all mail passes a content filter that injects it again
  --postscreen        in front of port 25
  --failed-names      failed logins with their name, as Postfix 3.10 writes them
  --incident LIST     of stolen, relay, bruteforce, with commas
  --spam N            recipients of the stolen account's spam, and half as many of the relaying machine's
  --rotate daily|N    into DIR/mail.log, mail.log.1, mail.log.2 ... at midnight or after N lines
  --gzip              compresses FILE, of a rotated set all but the two newest files
  --output FILE|DIR   the log; a folder with --rotate
  --truth FILE        the truth as JSON
)";
}

} // namespace limier::generator
