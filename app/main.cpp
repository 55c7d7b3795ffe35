// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/reportcommand.h"
#include "cli/terminal.h"
#include "cli/usage.h"
#include "common/language.h"
#include "common/theme.h"
#include "window/mainwindow.h"
#include "window/preferences.h"

#include <QApplication>
#include <QFile>
#include <QLoggingCategory>

#include <algorithm>
#include <cstdio>

namespace
{

using Action = limier::CommandLine::Action;
using limier::ExitStatus;

/// False where a QApplication could only abort.
bool hasDisplay()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return true;
#else
    const auto isSet = [](const char *variable) { return !qEnvironmentVariableIsEmpty(variable); };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
#endif
}

void nameProgram()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Limier"));
    QCoreApplication::setApplicationName(QStringLiteral("Limier"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LIMIER_VERSION));
}

int runWindow(int argc, char **argv, const limier::CommandLine &commandLine)
{
    // The options are read already; QApplication would take some of them for its own.
    int count = std::min(argc, 1);
    QApplication app(count, argv);
    nameProgram();
    QGuiApplication::setApplicationDisplayName(QString());
    QGuiApplication::setDesktopFileName(QStringLiteral("org.limier.Limier"));
    QGuiApplication::setWindowIcon(limier::Theme::programIcon());
    limier::installLanguage(app, commandLine.language ? commandLine.language : limier::chosenLanguage());
    limier::applyPreferredTheme();
    auto *window = new limier::MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
    if (!commandLine.paths.empty()) {
        QStringList paths;
        for (const std::string &path : commandLine.paths) {
            paths += QFile::decodeName(path.c_str());
        }
        window->open(paths, QString::fromStdString(commandLine.timezone));
    }
    return QApplication::exec();
}

/// @p isBare: without any argument.
int runWithoutWindow(const limier::CommandLine &commandLine, bool isBare)
{
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
    if (commandLine.error || commandLine.paths.empty()) {
        const limier::UsageError error = commandLine.error.value_or(limier::UsageError());
        limier::printError(QStringLiteral("limier: %1\n").arg(limier::usageSentence(error)));
        return static_cast<int>(ExitStatus::Failed);
    }
    if (commandLine.action == Action::Open) {
        limier::printError(QStringLiteral("limier: %1\n").arg(limier::needsDisplaySentence()));
    }
    return static_cast<int>(limier::runReport(commandLine));
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string_view> arguments(argv + std::min(argc, 1), argv + argc);
    const limier::CommandLine commandLine = limier::parseCommandLine(arguments);
    // What is wrong with a compressed log is said in a sentence of ours.
    QLoggingCategory::setFilterRules(QStringLiteral("kf.archive=false"));
    if (commandLine.action == Action::Open && !commandLine.error && hasDisplay()) {
        return runWindow(argc, argv, commandLine);
    }
    // Qt warns of a locale that is not installed. Nothing here depends on it but the language, and that is read from
    // the environment's text.
    const QtMessageHandler handler =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) { });
    QCoreApplication app(argc, argv);
    qInstallMessageHandler(handler);
    limier::installLanguage(app, commandLine.language);
    return runWithoutWindow(commandLine, arguments.empty());
}
