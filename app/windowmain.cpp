// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "common/language.h"
#include "common/theme.h"
#include "window/mainwindow.h"
#include "window/preferences.h"

#include <QApplication>
#include <QDateTime>
#include <QFile>
#include <QLoggingCategory>

#include <algorithm>

namespace
{

/// What the command line says of servers. Times that are relative count from now.
std::vector<limier::ServerRequest> serverRequests(const limier::CommandLine &commandLine)
{
    limier::ServerRequest request;
    if (commandLine.since || commandLine.until) {
        const std::int64_t now = QDateTime::currentSecsSinceEpoch();
        request.range.kind = limier::WantedRange::Kind::Between;
        request.range.since = commandLine.since ? commandLine.since->asSince(commandLine.timezone, now) : 0;
        request.range.until = commandLine.until ? commandLine.until->asUntil(commandLine.timezone, now) : 0;
    }
    std::vector<limier::ServerRequest> requests;
    for (const std::string &server : commandLine.servers) {
        request.address = QString::fromStdString(server);
        requests.push_back(request);
    }
    return requests;
}

} // namespace

/// The program of the window: started by `limier`, which has read the same arguments and found nothing wrong in them.
int main(int argc, char **argv)
{
    const std::vector<std::string_view> arguments(argv + std::min(argc, 1), argv + argc);
    const limier::CommandLine commandLine = limier::parseCommandLine(arguments);
    // What is wrong with a compressed log is said in a sentence of ours.
    QLoggingCategory::setFilterRules(QStringLiteral("kf.archive=false"));
    // The options are read already; QApplication would take some of them for its own.
    int count = std::min(argc, 1);
    QApplication app(count, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Limier"));
    QCoreApplication::setApplicationName(QStringLiteral("Limier"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LIMIER_VERSION));
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
    if (!commandLine.servers.empty()) {
        window->connectTo(serverRequests(commandLine));
    }
    return QApplication::exec();
}
