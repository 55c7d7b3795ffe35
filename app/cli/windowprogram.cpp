// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/windowprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <unistd.h>
#else
#include <QProcess>
#include <cstdlib>
#endif

namespace limier
{

namespace
{

class WindowProgram
{
    Q_DECLARE_TR_FUNCTIONS(WindowProgram)

public:
    [[nodiscard]] static QString cannotStart(const QString &program, const QString &reason)
    {
        return tr("The window cannot be opened: its program “%1” cannot be started (%2). Install Limier again, or ask "
                  "for a report with --report md.")
            .arg(program, reason);
    }
};

} // namespace

bool hasDisplay()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return true;
#else
    const auto isSet = [](const char *variable) { return !qEnvironmentVariableIsEmpty(variable); };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
#endif
}

QString becomeWindow(const QString &way, char **argv)
{
    const QString program = QDir::cleanPath(QDir(QCoreApplication::applicationDirPath()).filePath(way));
#ifdef Q_OS_UNIX
    ::execv(QFile::encodeName(program).constData(), argv);
    return WindowProgram::cannotStart(program, qt_error_string(errno));
#else
    QProcess window;
    window.setProcessChannelMode(QProcess::ForwardedChannels);
    window.start(program, QCoreApplication::arguments().sliced(1));
    if (window.waitForStarted() && window.waitForFinished(-1)) {
        std::exit(window.exitCode());
    }
    return WindowProgram::cannotStart(program, window.errorString());
#endif
}

} // namespace limier
