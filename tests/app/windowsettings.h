// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace limier
{

/// As long as one lives, the settings and the cache of the program are empty ones of its own.
class WindowSettings
{
public:
    WindowSettings()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("Limier"));
        QCoreApplication::setApplicationName(QStringLiteral("Limier"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QSettings().clear();
        qputenv("XDG_CACHE_HOME", m_folder.path().toLocal8Bit());
    }

private:
    QTemporaryDir m_folder;
};

} // namespace limier
