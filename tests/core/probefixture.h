// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTest>

#include <string>
#include <string_view>
#include <vector>

namespace limier::test
{

/// What a command printed on a real system: a file of tests/data/probe.
inline std::string probeFixture(const char *name)
{
    QFile file(QStringLiteral(LIMIER_TEST_DATA "/probe/%1.txt").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no fixture %s", name);
    }
    return file.readAll().toStdString();
}

inline QByteArray shown(const std::vector<std::string> &texts)
{
    QByteArray result;
    for (const std::string &text : texts) {
        result += (result.isEmpty() ? "" : " ") + QByteArray::fromStdString(text);
    }
    return result;
}

} // namespace limier::test
