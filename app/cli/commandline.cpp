// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include <QByteArray>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <charconv>

namespace limier
{

namespace
{

using Kind = UsageError::Kind;

/// Not QCommandLineParser: it takes text, and the path of a log may be bytes that are no text.
class Parser
{
public:
    [[nodiscard]] CommandLine parse(std::span<const std::string_view> arguments);

private:
    struct Option {
        std::string_view name;
        void (Parser::*set)(std::string_view value);
        bool takesValue = true;
        bool isOfReport = false; ///< means nothing to a window: who gives it wants a report
    };
    static const std::array<Option, 11> Options;

    /// Returns how many arguments were used.
    std::size_t readOption(std::span<const std::string_view> arguments);
    void fail(Kind kind, std::string_view value = {});

    void setForm(std::string_view value);
    void setOutput(std::string_view value) { m_line.output = value == "-" ? "" : value; }
    void setSince(std::string_view value) { m_line.since = timeFrom(value); }
    void setUntil(std::string_view value) { m_line.until = timeFrom(value); }
    void addServer(std::string_view value);
    void setZone(std::string_view value);
    void setLanguage(std::string_view value);
    void setThreads(std::string_view value);
    void setHelp(std::string_view) { m_line.action = CommandLine::Action::Help; }
    void setVersion(std::string_view) { m_line.action = CommandLine::Action::Version; }
    [[nodiscard]] std::optional<TimeArgument> timeFrom(std::string_view value);

    CommandLine m_line;
    void checkServers();

    std::string_view m_reportOption; ///< one that only a report can use
    std::string_view m_option;       ///< the one that is being read
};

constexpr std::array<Parser::Option, 11> Parser::Options{{
    {"--server", &Parser::addServer},
    {"--report", &Parser::setForm, true, true},
    {"--output", &Parser::setOutput, true, true},
    {"--since", &Parser::setSince, true, true},
    {"--until", &Parser::setUntil, true, true},
    {"--timezone", &Parser::setZone},
    {"--lang", &Parser::setLanguage},
    {"--threads", &Parser::setThreads, true, true},
    {"--help", &Parser::setHelp, false},
    {"-h", &Parser::setHelp, false},
    {"--version", &Parser::setVersion, false},
}};

CommandLine Parser::parse(std::span<const std::string_view> arguments)
{
    bool takesOptions = true;
    while (!arguments.empty()) {
        std::size_t used = 1;
        if (takesOptions && arguments[0] == "--") {
            takesOptions = false;
        } else if (takesOptions && arguments[0].starts_with('-') && arguments[0] != "-") {
            used = readOption(arguments);
        } else {
            m_line.paths.emplace_back(arguments[0]);
        }
        arguments = arguments.subspan(used);
    }
    checkServers();
    if (m_line.paths.empty() && m_line.action == CommandLine::Action::Report) {
        m_option = {};
        fail(Kind::NoPath);
    }
    return std::move(m_line);
}

std::size_t Parser::readOption(std::span<const std::string_view> arguments)
{
    const std::string_view argument = arguments[0];
    const std::size_t equals = argument.find('=');
    const bool hasOwnValue = equals != argument.npos;
    m_option = argument.substr(0, equals);
    const auto option = std::ranges::find(Options, m_option, &Option::name);
    if (option == Options.end()) {
        fail(Kind::UnknownOption);
        return 1;
    }
    const bool isRange = m_option == "--since" || m_option == "--until"; // of a server's logs, too
    if (option->isOfReport && !isRange) {
        m_reportOption = m_option;
    }
    if (option->isOfReport && m_line.action == CommandLine::Action::Open) {
        m_line.action = CommandLine::Action::Report;
    }
    if (!option->takesValue) {
        if (hasOwnValue) {
            fail(Kind::UnexpectedValue, argument.substr(equals + 1));
        }
        (this->*option->set)({});
        return 1;
    }
    if (hasOwnValue) {
        (this->*option->set)(argument.substr(equals + 1));
        return 1;
    }
    if (arguments.size() < 2 || std::ranges::contains(Options, arguments[1], &Option::name)) {
        fail(Kind::MissingValue);
        return 1;
    }
    (this->*option->set)(arguments[1]);
    return 2;
}

void Parser::fail(Kind kind, std::string_view value)
{
    if (!m_line.error) {
        m_line.error = UsageError{.kind = kind, .option = std::string(m_option), .value = std::string(value)};
    }
}

void Parser::checkServers()
{
    if (m_line.servers.empty()) {
        return;
    }
    m_option = m_reportOption;
    if (!m_reportOption.empty()) {
        fail(Kind::ServerInReport);
    } else if (!m_line.paths.empty()) {
        fail(Kind::ServerAndPath);
    }
    if (m_line.action == CommandLine::Action::Report) {
        m_line.action = CommandLine::Action::Open;
    }
}

void Parser::addServer(std::string_view value)
{
    if (value.empty()) {
        fail(Kind::MissingValue);
    }
    m_line.servers.emplace_back(value);
}

void Parser::setForm(std::string_view value)
{
    if (value == "json") {
        m_line.form = ReportForm::Json;
    } else if (value == "csv") {
        m_line.form = ReportForm::Csv;
    } else if (value == "md") {
        m_line.form = ReportForm::Markdown;
    } else {
        fail(Kind::UnknownForm, value);
    }
}

void Parser::setZone(std::string_view value)
{
    if (!QTimeZone(QByteArray::fromStdString(std::string(value))).isValid()) {
        fail(Kind::UnknownZone, value);
    }
    m_line.timezone = value;
}

void Parser::setLanguage(std::string_view value)
{
    m_line.language = languageFromCode(value);
    if (!m_line.language) {
        fail(Kind::UnknownLanguage, value);
    }
}

void Parser::setThreads(std::string_view value)
{
    constexpr unsigned Most = 1024;
    const char *const end = value.data() + value.size();
    const auto [rest, error] = std::from_chars(value.data(), end, m_line.threads);
    if (error != std::errc() || rest != end || m_line.threads < 1 || m_line.threads > Most) {
        fail(Kind::BadThreads, value);
    }
}

std::optional<TimeArgument> Parser::timeFrom(std::string_view value)
{
    const auto time = TimeArgument::parse(value);
    if (!time) {
        fail(Kind::BadTime, value);
    }
    return time;
}

} // namespace

CommandLine parseCommandLine(std::span<const std::string_view> arguments)
{
    return Parser().parse(arguments);
}

} // namespace limier
