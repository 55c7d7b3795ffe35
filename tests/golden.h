// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTest>

#include <algorithm>

namespace limier
{

/// Fails unless @p text is what the file @p name of tests/data holds. With LIMIER_UPDATE_GOLDEN=1 in the environment
/// the file is written instead, to be read and committed.
inline void compareWithGolden(const QByteArray &text, const QString &name)
{
    QFile file(QStringLiteral(LIMIER_TEST_DATA "/") + name);
    if (qEnvironmentVariableIsSet("LIMIER_UPDATE_GOLDEN")) {
        QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(text) == text.size(), qPrintable(file.errorString()));
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QList<QByteArray> expected = file.readAll().split('\n');
    const QList<QByteArray> actual = text.split('\n');
    for (qsizetype i = 0; i < std::min(expected.size(), actual.size()); ++i) {
        const QByteArray place = name.toUtf8() + " line " + QByteArray::number(i + 1) + ": ";
        QCOMPARE(place + actual[i], place + expected[i]);
    }
    QCOMPARE(actual.size(), expected.size());
}

} // namespace limier
