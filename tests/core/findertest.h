// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logfiles.h"
#include "log/inputfinder.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

/// What the tests of finding inputs share: a folder for each test function, and how the result is written down.
class FinderTest : public QObject
{
    Q_OBJECT

protected:
    /// Made anew before each test function by makeFolder().
    std::unique_ptr<QTemporaryDir> m_folder;
    limier::FindOptions m_options;
    const QDateTime m_start = logfiles::utc("2024-05-05T00:00:00Z");
    const std::string m_text = logfiles::mailLines(m_start, 500);

    void makeFolder()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_options = {};
        m_options.timezone = "UTC";
    }

    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    void put(const char *name, std::string_view bytes) const { put(name, bytes, m_start.addDays(1)); }

    void put(const char *name, std::string_view bytes, const QDateTime &modified) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        logfiles::writeFile(path(name), bytes);
        QFile file(path(name));
        QVERIFY2(file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly), name);
        QVERIFY(file.setFileTime(modified, QFileDevice::FileModificationTime));
    }

    /// Names are relative to the test's folder.
    [[nodiscard]] limier::InputSet find(const QStringList &names) const
    {
        std::vector<std::string> paths;
        for (const QString &name : names) {
            paths.push_back(name == QLatin1String("-") ? "-" : m_folder->filePath(name).toStdString());
        }
        return limier::findInputs(paths, m_options);
    }

    [[nodiscard]] QStringList shown(const limier::InputSet &set) const
    {
        QStringList result;
        for (const limier::InputFile &file : set.files) {
            result << QString::fromStdString(file.path).remove(m_folder->path() + QLatin1Char('/'));
        }
        return result;
    }

    /// "mail.log duplicate", sorted.
    [[nodiscard]] QStringList refusals(const limier::InputSet &set) const
    {
        QStringList result;
        for (const limier::RefusedInput &refused : set.refused) {
            QString name = QString::fromStdString(refused.path).remove(m_folder->path() + QLatin1Char('/'));
            name = name == m_folder->path() ? QStringLiteral(".") : name;
            result << name + QLatin1Char(' ') + QString::fromLatin1(limier::errorName(refused.error.code));
            if (refused.error.subject != refused.path) {
                result << QStringLiteral("another subject");
            }
        }
        result.sort();
        return result;
    }

    [[nodiscard]] static std::string textOf(const limier::InputFile &input)
    {
        const auto source = limier::openInput(input);
        return source ? logfiles::readAll(**source).text : std::string("not opened");
    }

    void compareFound(const limier::InputSet &set, const QStringList &files, const QStringList &refused) const
    {
        QCOMPARE(shown(set), files);
        QCOMPARE(refusals(set), refused);
    }

    [[nodiscard]] static QString timeText(limier::UtcSeconds seconds)
    {
        return seconds == limier::NoTime
            ? QStringLiteral("none")
            : QDateTime::fromSecsSinceEpoch(seconds, QTimeZone(QTimeZone::UTC)).toString(Qt::ISODate);
    }
};
