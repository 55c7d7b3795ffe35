// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reportcommand.h"

#include "analysis/detectors.h"
#include "analysis/timeseries.h"
#include "cli/interruption.h"
#include "cli/progressbar.h"
#include "cli/reportoutput.h"
#include "cli/terminal.h"
#include "index/logloader.h"
#include "index/logtext.h"
#include "index/postings.h"
#include "report/report.h"
#include "report/reportbuilder.h"
#include "report/safetext.h"
#include "report/sentences.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <filesystem>

namespace limier
{

namespace
{

class Command
{
    Q_DECLARE_TR_FUNCTIONS(ReportCommand)

public:
    [[nodiscard]] static QString wouldOverwrite(const std::string &path)
    {
        return tr("“%1” is one of the logs: the report would replace it. Choose another file.")
            .arg(QString::fromStdString(visibleText(path)));
    }
    [[nodiscard]] static QString emptyRange()
    {
        return tr("Nothing lies between --since and --until: the first must be the earlier one.");
    }
    [[nodiscard]] static QString stopped()
    {
        return tr("Stopped before the end of the logs: the report holds only what was read until then.");
    }
    [[nodiscard]] static QString moreProblems(std::size_t count)
    {
        return tr("%1 more problem(s): the report lists them.", nullptr, pluralCount(count))
            .arg(QLocale().toString(static_cast<qulonglong>(count)));
    }
};

void complain(const QString &sentence)
{
    printError(QStringLiteral("limier: %1\n").arg(sentence));
}

bool isOneOf(const std::string &output, const std::vector<std::string> &paths)
{
    return !output.empty() && std::ranges::any_of(paths, [&output](const std::string &path) {
        std::error_code ignored;
        return std::filesystem::equivalent(output, path, ignored);
    });
}

/// True if @p output is a file that was read, or refused: one that a folder holds was not named by anybody.
bool isAnInput(const std::string &output, const MailIndex &index, const std::vector<RefusedInput> &refused)
{
    std::vector<std::string> paths;
    for (const IndexedFile &file : index.files()) {
        paths.push_back(file.input.origin.file.string());
        paths.push_back(file.input.path);
    }
    for (const RefusedInput &input : refused) {
        paths.push_back(input.path);
    }
    return isOneOf(output, paths);
}

LoadedLogs load(const CommandLine &commandLine, std::stop_token stop)
{
    ProgressBar bar;
    LoadOptions options;
    options.timezone = commandLine.timezone;
    options.threads = commandLine.threads;
    options.stop = std::move(stop);
    if (bar.isShown()) {
        options.progress = [&bar](const LoadProgress &progress) { bar.show(progress); };
    }
    return loadLogs(commandLine.paths, options);
}

UtcSeconds lastTime(const MailIndex &index)
{
    const TimeRange span = spanOf(index);
    return span.until == 0 ? NoTime : UtcSeconds{span.until} - 1;
}

void complainOf(const Report &report)
{
    // A folder may hold thousands of files that are all wrong in the same way.
    constexpr std::size_t Most = 20;
    std::size_t count = 0;
    for (const Report::Input &input : report.inputs) {
        for (const Error &error : input.errors) {
            if (error.code != ErrorCode::Cancelled && ++count <= Most) {
                complain(errorSentence(error));
            }
        }
    }
    if (count > Most) {
        complain(Command::moreProblems(count - Most));
    }
    if (report.cancelled) {
        complain(Command::stopped());
    }
}

} // namespace

ExitStatus runReport(const CommandLine &commandLine)
{
    if (isOneOf(commandLine.output, commandLine.paths)) {
        complain(Command::wouldOverwrite(commandLine.output));
        return ExitStatus::Failed;
    }
    std::optional<Interruption> interruption(std::in_place);
    const LoadedLogs logs = load(commandLine, interruption->token());
    const std::string &zone = logs.index->timezone();
    const UtcSeconds last = lastTime(*logs.index);
    const UtcSeconds since = commandLine.since ? commandLine.since->asSince(zone, last) : NoTime;
    const UtcSeconds until = commandLine.until ? commandLine.until->asUntil(zone, last) : NoTime;
    if (since != NoTime && until != NoTime && since >= until) {
        complain(Command::emptyRange());
        return ExitStatus::Failed;
    }
    if (isAnInput(commandLine.output, *logs.index, logs.refused)) {
        complain(Command::wouldOverwrite(commandLine.output));
        return ExitStatus::Failed;
    }
    Report report = buildReport(*logs.index, logs.refused, since, until);
    report.cancelled = logs.cancelled;
    addSuspects(findSuspects(Postings(logs.index), {}, interruption->token()), LogText(logs.index), report);
    complainOf(report);
    if (commandLine.output.empty()) {
        // From here on Ctrl-C may end us at once: no file would be left half written.
        interruption.reset();
    }
    if (const auto written = writeReport(report, commandLine.form, commandLine.output); !written) {
        complain(written.error());
        return ExitStatus::Failed;
    }
    return exitStatus(report);
}

} // namespace limier
