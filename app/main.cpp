// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/reportcommand.h"
#include "cli/terminal.h"
#include "cli/usage.h"
#include "cli/windowprogram.h"
#include "common/language.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <cstdio>
#include <limits>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace
{

using Action = limier::CommandLine::Action;
using limier::ExitStatus;

void complain(const QString &sentence)
{
    limier::printError(QStringLiteral("limier: %1\n").arg(sentence));
}

/// Keeps what one step gives back for the next one: each page of memory that the system has to make costs twice, when
/// it is first touched and at the end.
void keepFreedMemory()
{
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
    ::mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
    ::mallopt(M_TOP_PAD, 16 << 20);
#endif
}

/// @p isBare: without any argument.
ExitStatus runWithoutWindow(const limier::CommandLine &commandLine, bool isBare)
{
    if (commandLine.action == Action::Version) {
        std::puts("limier " LIMIER_VERSION);
        return ExitStatus::Clean;
    }
    if (commandLine.action == Action::Help) {
        std::fputs(limier::helpText().toUtf8().constData(), stdout);
        return ExitStatus::Clean;
    }
    if (isBare) {
        limier::printError(limier::helpText());
        return ExitStatus::Failed;
    }
    if (!commandLine.error && !commandLine.servers.empty()) {
        complain(limier::serverNeedsDisplaySentence());
        return ExitStatus::Failed;
    }
    if (commandLine.error || commandLine.paths.empty()) {
        complain(limier::usageSentence(commandLine.error.value_or(limier::UsageError())));
        return ExitStatus::Failed;
    }
    if (commandLine.action == Action::Open) {
        complain(limier::needsDisplaySentence());
    }
    return limier::runReport(commandLine);
}

} // namespace

int main(int argc, char **argv)
{
    keepFreedMemory();
    const std::vector<std::string_view> arguments(argv + std::min(argc, 1), argv + argc);
    const limier::CommandLine commandLine = limier::parseCommandLine(arguments);
    // What is wrong with a compressed log is said in a sentence of ours.
    QLoggingCategory::setFilterRules(QStringLiteral("kf.archive=false"));
    // Qt warns of a locale that is not installed. Nothing here depends on it but the language, and that is read from
    // the environment's text.
    const QtMessageHandler handler =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) { });
    QCoreApplication app(argc, argv);
    qInstallMessageHandler(handler);
    limier::installLanguage(app, commandLine.language);
    if (commandLine.action == Action::Open && !commandLine.error && limier::hasDisplay()) {
        complain(limier::becomeWindow(QStringLiteral(LIMIER_WINDOW), argv));
        return static_cast<int>(ExitStatus::Failed);
    }
    return static_cast<int>(runWithoutWindow(commandLine, arguments.empty()));
}
