// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "common/language.h"
#include "cli/reportcommand.h"
#include "cli/terminal.h"
#include "cli/usage.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace
{

/// @p isBare: without any argument.
int run(const limier::CommandLine &commandLine, bool isBare)
{
    using Action = limier::CommandLine::Action;
    using limier::ExitStatus;
    if (commandLine.action == Action::Version) {
        std::puts("limier " LIMIER_VERSION);
        return static_cast<int>(ExitStatus::Clean);
    }
    if (commandLine.action == Action::Help) {
        std::fputs(limier::helpText().toUtf8().constData(), stdout);
        return static_cast<int>(ExitStatus::Clean);
    }
    if (isBare) {
        limier::printError(limier::helpText());
        return static_cast<int>(ExitStatus::Failed);
    }
    if (commandLine.error) {
        limier::printError(QStringLiteral("limier: %1\n").arg(limier::usageSentence(*commandLine.error)));
        return static_cast<int>(ExitStatus::Failed);
    }
    return static_cast<int>(limier::runReport(commandLine));
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string_view> arguments(argv + std::min(argc, 1), argv + argc);
    // Qt warns of a locale that is not installed. Nothing here depends on it but the language, and that is read from
    // the environment's text.
    const QtMessageHandler handler =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) { });
    QCoreApplication app(argc, argv);
    qInstallMessageHandler(handler);
    const limier::CommandLine commandLine = limier::parseCommandLine(arguments);
    limier::installLanguage(app, commandLine.language);
    return run(commandLine, arguments.empty());
}
