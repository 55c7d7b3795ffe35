// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/keptsecrets.h"

#include "server/keychain.h"

#include <QSettings>
#include <QUrl>

namespace limier
{

namespace
{

/// The settings take a slash for a group.
QString settingsKey(const QString &address)
{
    return QStringLiteral("keychain/") + QString::fromLatin1(QUrl::toPercentEncoding(address.trimmed()));
}

} // namespace

void rememberKept(const QString &address, const QString &key)
{
    QSettings settings;
    QStringList keys = settings.value(settingsKey(address)).toStringList();
    if (!keys.contains(key)) {
        keys += key;
        settings.setValue(settingsKey(address), keys);
    }
}

void forgetKept(const QString &address, Keychain &keychain)
{
    QSettings settings;
    for (const QString &key : settings.value(settingsKey(address)).toStringList()) {
        keychain.remove(key);
    }
    settings.remove(settingsKey(address));
}

} // namespace limier
