// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/sample.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace limier
{

QString sampleIncident()
{
    // The same from the build folder as from where it is installed, from bin as from libexec.
    const QDir programs(QCoreApplication::applicationDirPath());
    const QString path = QDir::cleanPath(programs.filePath(QStringLiteral("../share/limier/sample/mail.log.gz")));
    return QFile::exists(path) ? path : QString();
}

} // namespace limier
