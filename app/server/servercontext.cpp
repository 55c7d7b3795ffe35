// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/servercontext.h"

#include <QFile>
#include <QStandardPaths>

namespace limier
{

ServerContext ServerContext::ofUser()
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/servers");
    return {.sessions = serverSessions(),
            .keychain = systemKeychain(),
            .sshConfig = userSshConfig(),
            .cacheFolder = QFile::encodeName(cache).toStdString()};
}

} // namespace limier
