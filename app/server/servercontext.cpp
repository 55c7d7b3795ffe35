// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/servercontext.h"

#include <QFile>
#include <QStandardPaths>

namespace limier
{

std::expected<SshTarget, RemoteError> ServerContext::target(const QString &address) const
{
    return parseAddress(address.trimmed().toStdString()).and_then([this](const SshAddress &parsed) {
        return resolveTarget(parsed, sshConfig);
    });
}

ServerContext ServerContext::ofUser()
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/servers");
    return {.sessions = serverSessions(),
            .keychain = systemKeychain(),
            .sshConfig = userSshConfig(),
            .cacheFolder = QFile::encodeName(cache).toStdString()};
}

} // namespace limier
